// The eight quarters of the board's figures as the charts want them. Reports from before there were views hold the
// history of coverage only; then only that is drawn.
import type { TrendPoint } from '../../shared/charts/trend.tsx';
import type { Quarter } from '../../shared/domain/quarter.ts';
import type { BoardReport } from '../../shared/report/board-report.ts';
import type { Formats } from '../format/formats.ts';

interface Share {
  readonly quarter: Quarter;
  readonly before: boolean;
  readonly share: number | undefined;
}

const over = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : part / whole);

/** The figures that eight quarters draw. */
export type Figure = 'coverage' | 'alignment' | 'clocked' | 'resting' | 'siloed';

const shareOf: Readonly<
  Record<
    Exclude<Figure, 'coverage'>,
    (one: NonNullable<BoardReport['views']>['history'][number]) => number | undefined
  >
> = {
  alignment: ({ weight, cost }) => over(weight - cost, weight),
  clocked: ({ clocked }) => clocked.share,
  resting: ({ assumedGreen }) => over(assumedGreen.resting, assumedGreen.green),
  siloed: ({ siloed }) => over(siloed.siloed, siloed.judged),
};

const sharesOf = (report: BoardReport, figure: Figure): Share[] => {
  if (figure === 'coverage')
    return report.coverageHistory.map(({ quarter, before, covered, internal }) => ({
      quarter,
      before,
      share: over(covered, internal),
    }));
  return (report.views?.history ?? []).map((one) => ({
    quarter: one.quarter,
    before: one.before,
    share: shareOf[figure](one),
  }));
};

/** A figure's quarters as points, oldest first. */
export const historyOf = (report: BoardReport, figure: Figure, f: Formats): TrendPoint[] =>
  sharesOf(report, figure).map(({ quarter, before, share }) => ({
    quarter: f.quarter(quarter),
    value: share,
    text: share === undefined ? undefined : f.share(share),
    computed: before,
  }));
