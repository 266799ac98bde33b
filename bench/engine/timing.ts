// How things are timed here: candidates take turns within a round, so that whatever slows the machine slows all; what
// is told is the median of the rounds.

/** Milliseconds that one call takes. */
export const timed = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** The value below which a share of the numbers lies. */
export const quantile = (numbers: readonly number[], share: number): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

/** The median time of each candidate in ms, after one unmeasured turn. */
export const compared = <K extends string>(
  candidates: Readonly<Record<K, () => unknown>>,
  rounds: number,
): Record<K, number> => {
  const names = Object.keys(candidates) as K[];
  for (const name of names) candidates[name]();
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let round = 0; round < rounds; round++)
    for (const name of names) times[name].push(timed(candidates[name]));
  return Object.fromEntries(names.map((name) => [name, quantile(times[name], 0.5)])) as Record<K, number>;
};
