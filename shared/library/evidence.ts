// Word evidence: what each word, group of words and combination in a name says about its perspective. The weights were learned from the
// library's own names and from general wordings (`bench/learn.ts`); here they are only added up, so the answer can be explained.
import { type Perspective, perspectives } from '../domain/kpi.ts';
import { mentionsIn } from './concepts.ts';
import type { Reading } from './reading.ts';

/** One trait of a name: its key in the weights, how much it counts, and the written words it comes from. */
export type Trait = { readonly key: string; readonly value: number; readonly from: readonly string[] };

const parties: ReadonlySet<string> = new Set(['customer', 'employee', 'supplier']);
const isNumber = (stem: string): boolean => /^\p{N}/u.test(stem);

/** The traits of a name: words, neighbours, groups, pairs of groups, the party named first, the head, the base; scaled to length 1. */
export const traitsOf = (reading: Reading): readonly Trait[] => {
  const traits = new Map<string, Trait>();
  const add = (key: string, value: number, from: readonly string[]): void => {
    if (!traits.has(key)) traits.set(key, { key, value, from });
  };
  const { numerator, base, part, words, head, headConcepts, concepts, baseConcepts } = reading;
  const written = (i: number): string => words[i]?.written ?? '';
  const spoken = new Map<string, readonly string[]>();
  for (const mention of mentionsIn(numerator))
    for (const concept of mention.concepts)
      if (!spoken.has(concept))
        spoken.set(
          concept,
          Array.from({ length: mention.length }, (_, i) => written(mention.start + i)),
        );
  const saying = (concept: string): readonly string[] => spoken.get(concept) ?? [];
  numerator.forEach((stem, i) => {
    if (!isNumber(stem)) add(`w${stem}`, 1, [written(i)]);
    if (i > 0) add(`b${numerator[i - 1]} ${stem}`, 0.8, [written(i - 1), written(i)]);
  });
  for (const concept of concepts) add(`c${concept}`, 1, saying(concept));
  const sorted = [...concepts].sort();
  sorted.forEach((one, i) => {
    for (const other of sorted.slice(i + 1)) add(`p${one}+${other}`, 0.3, [...saying(one), ...saying(other)]);
  });
  const who = mentionsIn(numerator).find((mention) =>
    mention.concepts.some((concept) => parties.has(concept)),
  );
  for (const party of who?.concepts ?? []) if (parties.has(party)) add(`a${party}`, 0.6, saying(party));
  if (head !== undefined) add(`h${head}`, 0.8, [written(numerator.indexOf(head))]);
  for (const concept of headConcepts) {
    add(`k${concept}`, 1, saying(concept));
    for (const other of concepts)
      if (other !== concept) add(`o${concept}<${other}`, 0.4, [...saying(concept), ...saying(other)]);
  }
  for (const stem of base)
    if (!isNumber(stem)) add(`${part ? 'y' : 'q'}${stem}`, 0.5, [part ? 'as a share' : 'per']);
  for (const concept of baseConcepts)
    add(`${part ? 'z' : 'r'}${concept}`, 0.7, [part ? 'as a share' : 'per']);
  if (base.length > 0 && !part) {
    add('per', 0.5, ['per']);
    for (const concept of headConcepts) add(`m${concept}`, 0.4, [...saying(concept), 'per']);
    for (const concept of concepts)
      for (const other of baseConcepts) add(`x${concept}/${other}`, 0.4, [...saying(concept), 'per']);
  }
  let square = 0;
  for (const trait of traits.values()) square += trait.value * trait.value;
  const length = Math.sqrt(square) || 1;
  return [...traits.values()].map((trait) => ({ ...trait, value: trait.value / length }));
};

/** How strongly each perspective is meant, in the order of `perspectives`. */
export type Score = readonly number[];

/** Shares that add up to 1, from scores; a `spread` above 1 makes them more cautious. */
export const shares = (score: Score, spread = 1): Score => {
  const top = Math.max(...score);
  const raised = score.map((value) => Math.exp((value - top) / spread));
  const sum = raised.reduce((a, b) => a + b, 0);
  return raised.map((value) => value / sum);
};

/** The perspective with the highest score, its place, and the place of the next one. */
export const leader = (score: Score): { perspective: Perspective; at: number; next: number } => {
  const order = score.map((_, i) => i).sort((a, b) => (score[b] ?? 0) - (score[a] ?? 0) || a - b);
  const at = order[0] ?? 0;
  return { perspective: perspectives[at] ?? 'customer-facing', at, next: order[1] ?? at };
};
