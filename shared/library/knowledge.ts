// What was learned, unpacked once at first use: the weights of words, and which names the library knows.
import type { Perspective } from '../domain/kpi.ts';
import { bias, entryIds, packedNames, packedWeights } from './learnt.ts';
import { meaningKey, type Reading } from './reading.ts';
import { decodeNames, decodeWeights, fingerprint } from './weighing.ts';

/** Weights by trait, the score of a name without traits, and the entries (perspective letter and id) by a name's fingerprint. */
export type Knowledge = {
  readonly weights: ReadonlyMap<string, readonly number[]>;
  readonly bias: readonly number[];
  readonly names: ReadonlyMap<string, number>;
  readonly entries: readonly string[];
};

let unpacked: Knowledge | undefined;

/** What was learned. */
export const knowledge = (): Knowledge => {
  unpacked ??= {
    weights: decodeWeights(packedWeights),
    bias,
    names: decodeNames(packedNames),
    entries: entryIds.split(' '),
  };
  return unpacked;
};

const byLetter: Readonly<Record<string, Perspective>> = {
  C: 'customer-facing',
  I: 'internal-efficiency',
  F: 'financial',
  E: 'employee',
};

/** The library's entry with a name or synonym of the same meaning: case, plurals, word order, spelling and short forms don't matter. */
export const entryNamed = (reading: Reading): { id: string; perspective: Perspective } | undefined => {
  const key = meaningKey(reading);
  const place = key === '' ? undefined : knowledge().names.get(fingerprint(key));
  const entry = place === undefined ? undefined : knowledge().entries[place];
  const perspective = byLetter[entry?.slice(0, 1) ?? ''];
  return entry === undefined || perspective === undefined ? undefined : { id: entry.slice(1), perspective };
};
