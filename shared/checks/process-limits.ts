// What a process does as long as nothing about it changes: the natural limits of an XmR chart (Shewhart, Wheeler).
import { mean } from 'simple-statistics';
import { meanMovingRange } from './divergence.ts';

/** The chart of a series: its limits, and the places of the points that say that the process is not stable. */
export interface ProcessLimits {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
  /** Differences up to this much are made by rounding alone. */
  readonly grain: number;
  /** Places of points outside the limits. */
  readonly outside: readonly number[];
  /** Places of points in runs of 8 and more on one side of the mean; a point on the mean is in no run. */
  readonly runs: readonly number[];
}

/** 3 / d2 for moving ranges of two: from mean moving range to three sigma. */
const factor = 2.66;
const runLength = 8;

const runsOf = (sides: readonly number[]): number[] => {
  const places: number[] = [];
  let start = 0;
  for (let i = 1; i <= sides.length; i++) {
    if (i < sides.length && sides[i] === sides[start]) continue;
    if (sides[start] !== 0 && i - start >= runLength)
      for (let place = start; place < i; place++) places.push(place);
    start = i;
  }
  return places;
};

/** The chart of at least two values, in the order of time. Differences that only rounding makes are none. */
export const processLimits = (values: readonly number[]): ProcessLimits => {
  const centre = mean([...values]);
  const width = factor * meanMovingRange(values);
  const grain = Math.max(...values.map(Math.abs)) * 1e-9;
  const sides = values.map((value) => (Math.abs(value - centre) <= grain ? 0 : Math.sign(value - centre)));
  return {
    mean: centre,
    lower: centre - width,
    upper: centre + width,
    grain,
    outside: values.flatMap((value, i) => (Math.abs(value - centre) > width + grain ? [i] : [])),
    runs: runsOf(sides),
  };
};
