// The little arithmetic that every chart shares: from values to places on the drawing.

/** From values to places: `from[0]` lands on `to[0]`, `from[1]` on `to[1]`; an empty span lands in the middle. */
export const linear =
  (from: readonly [number, number], to: readonly [number, number]) =>
  (value: number): number => {
    const span = from[1] - from[0];
    const share = span === 0 ? 0.5 : (value - from[0]) / span;
    return place(to[0] + share * (to[1] - to[0]));
  };

/** A place as it is written into a drawing: two decimals, so that the same input gives the same bytes. */
export const place = (value: number): number => Math.round(value * 100) / 100;

/** The least and the greatest of the values that there are, or undefined where there is none. */
export const extent = (values: readonly (number | undefined)[]): [number, number] | undefined => {
  const there = values.filter((value) => value !== undefined);
  return there.length === 0 ? undefined : [Math.min(...there), Math.max(...there)];
};

/** A target as a chart knows it: one number, or the two bounds of a range. */
export type ChartTarget = number | { readonly low: number; readonly high: number };

/** The numbers that a target consists of. */
export const boundsOf = (target: ChartTarget | undefined): number[] =>
  target === undefined ? [] : typeof target === 'number' ? [target] : [target.low, target.high];
