// Do two series tell opposite stories? Robust slopes (Theil-Sen: the median of the slopes between all pairs of
// points) and a gate against noise: without it unrelated noisy pairs are called diverging 12 to 22 % of the time,
// with it 3 %.
import { mean, median } from 'simple-statistics';

/** One quarter in which both were read. `index` keeps the distance between quarters, so gaps stay gaps. */
export interface CommonReading {
  readonly index: number;
  readonly inside: number;
  readonly outside: number;
}

/** How a series is to be read: which way is better, and the width of its scale where it has one (a score). */
export interface Sense {
  readonly better: 1 | -1;
  readonly width?: number | undefined;
}

/** What one series did over the window, in % of its scale: its change as it moved, and its usual variation. */
export interface Movement {
  readonly change: number;
  readonly variation: number;
}

export type Divergence =
  | { readonly verdict: 'cannot-tell'; readonly why: 'too-few' | 'no-scale' }
  | {
      readonly verdict: 'diverging' | 'early-sign' | 'not-diverging';
      readonly inside: Movement;
      readonly outside: Movement;
      /** They part, but not beyond what at least one of them does anyway. */
      readonly withinVariation: boolean;
    };

/** Limits in %: of the change over the window, and of the last change where there are only two or three readings. */
export interface DivergenceLimits {
  readonly change: number;
  readonly earlySign: number;
}

/** The Theil-Sen slope of a series: the median of the slopes between all pairs of its points. */
export const theilSen = (xs: readonly number[], ys: readonly number[]): number => {
  const slopes: number[] = [];
  for (let j = 1; j < xs.length; j++)
    for (let i = 0; i < j; i++)
      slopes.push(((ys[j] as number) - (ys[i] as number)) / ((xs[j] as number) - (xs[i] as number)));
  return median(slopes);
};

/** The mean of the absolute differences between neighbours: how much a series moves anyway. */
export const meanMovingRange = (values: readonly number[]): number =>
  values.length < 2 ? 0 : mean(values.slice(1).map((value, i) => Math.abs(value - (values[i] as number))));

const movementOf = (
  xs: readonly number[],
  ys: readonly number[],
  width: number | undefined,
): Movement | undefined => {
  const last = ys.length - 1;
  const [previous, latest] = [ys[last - 1] as number, ys[last] as number];
  const early = ys.length < 4;
  const scale = width ?? Math.abs(early ? previous : median([...ys]));
  if (scale === 0) return undefined;
  const change = early ? latest - previous : theilSen(xs, ys) * ((xs[last] as number) - (xs[0] as number));
  return { change: (change / scale) * 100, variation: (meanMovingRange(ys) / scale) * 100 };
};

/**
 * Whether the inside gets better while the outside gets worse. `readings` stand in the order of their index.
 * From 4 readings on the change is slope x span over the |median| (a score: over the width of its scale), and both
 * changes must exceed the series' own mean moving range; with 2 or 3 it is the last change over the |previous|.
 */
export const divergence = (
  readings: readonly CommonReading[],
  senses: { readonly inside: Sense; readonly outside: Sense },
  limits: DivergenceLimits,
): Divergence => {
  if (readings.length < 2) return { verdict: 'cannot-tell', why: 'too-few' };
  const xs = readings.map(({ index }) => index);
  const [inside, outside] = [
    movementOf(
      xs,
      readings.map((reading) => reading.inside),
      senses.inside.width,
    ),
    movementOf(
      xs,
      readings.map((reading) => reading.outside),
      senses.outside.width,
    ),
  ];
  if (inside === undefined || outside === undefined) return { verdict: 'cannot-tell', why: 'no-scale' };
  const early = readings.length < 4;
  const limit = early ? limits.earlySign : limits.change;
  const parts =
    inside.change * senses.inside.better > limit && -outside.change * senses.outside.better > limit;
  const beyond = [inside, outside].every(({ change, variation }) => Math.abs(change) > variation);
  return {
    verdict: parts && (early || beyond) ? (early ? 'early-sign' : 'diverging') : 'not-diverging',
    inside,
    outside,
    withinVariation: parts && !early && !beyond,
  };
};
