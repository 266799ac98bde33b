// Is it getting better? Told from what stands in the report: alignment and coverage against the quarter before and
// against the first of the eight, and the customer outcomes that moved.
import type { TrendPoint } from '../../shared/charts/trend.tsx';
import type { BoardReport } from '../../shared/report/board-report.ts';
import type { Standing } from '../../shared/report/views/drawn.ts';

/** The change of a share, in points of a hundred, since the quarter of a label. */
export interface Move {
  readonly points: number;
  readonly since: string;
  /** The share now, as people read it. */
  readonly now: string;
}

const hundredths = (value: number): number => Math.round(value * 100);

/** The change from the point so many before the last to the last; undefined where either is missing. */
export const moveOver = (points: readonly TrendPoint[], back: number): Move | undefined => {
  const now = points.at(-1);
  const before = points.at(-1 - back);
  if (now?.value === undefined || before?.value === undefined) return undefined;
  return {
    points: hundredths(now.value) - hundredths(before.value),
    since: before.quarter,
    now: now.text ?? '',
  };
};

/** The change since the first point that there is, where that is earlier than the quarter before. */
export const moveOverAll = (points: readonly TrendPoint[]): Move | undefined => {
  const first = points.findIndex(({ value }) => value !== undefined);
  const back = points.length - 1 - first;
  return first < 0 || back < 2 ? undefined : moveOver(points, back);
};

/** What the moves say together. */
export type Verdict = 'better' | 'worse' | 'mixed' | 'same' | 'first';

/** One word for several moves, above 0 for the better; `first` where there is none. */
export const verdictOf = (moves: readonly (number | undefined)[]): Verdict => {
  const known = moves.filter((move) => move !== undefined);
  if (known.length === 0) return 'first';
  const up = known.some((move) => move > 0);
  const down = known.some((move) => move < 0);
  return up && down ? 'mixed' : up ? 'better' : down ? 'worse' : 'same';
};

const distance = (value: number, target: Standing['target']): number =>
  typeof target === 'object' ? Math.max(Number(target.low) - value, value - Number(target.high), 0) : 0;

/** By how much a KPI got better (above 0) or worse since the quarter before; 0 where nothing can be said. */
export const gain = ({
  series,
  direction,
  target,
}: Pick<Standing, 'series' | 'direction' | 'target'>): number => {
  const [before, now] = series.slice(-2);
  if (typeof before !== 'string' || typeof now !== 'string') return 0;
  if (direction === 'range') return distance(Number(before), target) - distance(Number(now), target);
  return (Number(now) - Number(before)) * (direction === 'lower' ? -1 : 1);
};

/** How many customer outcomes got better and worse since the quarter before, by the KPI that they stand by. */
export const outcomesMoved = (outcomes: BoardReport['outcomes']): { better: number; worse: number } => {
  const gains = outcomes.map(({ standing }) => (standing === undefined ? 0 : gain(standing)));
  return { better: gains.filter((one) => one > 0).length, worse: gains.filter((one) => one < 0).length };
};

/** One scale for several lines: in tenths around all their values, at least three tenths long. */
export const sharedScale = (lines: readonly (readonly TrendPoint[])[]): [number, number] => {
  const values = lines.flatMap((line) => line.flatMap(({ value }) => (value === undefined ? [] : [value])));
  if (values.length === 0) return [0, 1];
  const high = Math.min(10, Math.ceil(Math.max(...values) * 10));
  const low = Math.max(0, Math.min(Math.floor(Math.min(...values) * 10), high - 3));
  return [low / 10, Math.max(high, low + 3) / 10];
};
