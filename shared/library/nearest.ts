// Finds the library entries whose names are nearest to a text. Rare words count more than common ones (inverse document frequency), and
// groups of words that mean the same count a little, so that "fitter" finds "technician".
import type { Entry } from './entry.ts';
import { library } from './library.ts';
import { readName } from './reading.ts';

const conceptShare = 0.35;
const definitionShare = 0.3;

type Index = {
  readonly entries: readonly Entry[];
  readonly postings: ReadonlyMap<string, readonly (readonly [number, number])[]>;
  readonly rarity: ReadonlyMap<string, number>;
};

const termsOf = (text: string): ReadonlyMap<string, number> => {
  const reading = readName(text);
  const terms = new Map<string, number>();
  for (const concept of [...reading.concepts, ...reading.baseConcepts])
    terms.set(`~${concept}`, conceptShare);
  for (const { stem } of reading.words) if (!/^\p{N}/u.test(stem)) terms.set(stem, 1);
  return terms;
};

const scaled = (terms: ReadonlyMap<string, number>, rarity: ReadonlyMap<string, number>, rarest: number) => {
  const weighted = [...terms].map(([term, value]) => [term, value * (rarity.get(term) ?? rarest)] as const);
  const length = Math.sqrt(weighted.reduce((sum, [, value]) => sum + value * value, 0)) || 1;
  return weighted.map(([term, value]) => [term, value / length] as const);
};

const build = (): Index => {
  const entries: Entry[] = [];
  const documents: ReadonlyMap<string, number>[] = [];
  for (const entry of library)
    for (const name of [entry.name, ...entry.synonyms, ...entry.kindred]) {
      entries.push(entry);
      documents.push(termsOf(name));
    }
  const uses = new Map<string, number>();
  for (const document of documents)
    for (const term of document.keys()) uses.set(term, (uses.get(term) ?? 0) + 1);
  const rarity = new Map(
    [...uses].map(([term, count]) => [term, Math.log((documents.length + 1) / (count + 0.5))]),
  );
  const postings = new Map<string, [number, number][]>();
  documents.forEach((document, place) => {
    for (const [term, value] of scaled(document, rarity, 0)) {
      const list = postings.get(term);
      if (list === undefined) postings.set(term, [[place, value]]);
      else list.push([place, value]);
    }
  });
  return { entries, postings, rarity };
};

let built: Index | undefined;

/** An entry near to a text, with a similarity from 0 to 1. */
export type Near = { readonly entry: Entry; readonly similarity: number };

/** The `count` entries nearest to a name (and a little to its definition), nearest first; ties by id. */
export const nearestEntries = (name: string, definition = '', count = 8): readonly Near[] => {
  built ??= build();
  const { entries, postings, rarity } = built;
  const rarest = Math.log(entries.length * 2);
  const best = new Map<Entry, number>();
  const collect = (text: string, share: number): void => {
    const byPlace = new Map<number, number>();
    for (const [term, value] of scaled(termsOf(text), rarity, rarest))
      for (const [place, other] of postings.get(term) ?? [])
        byPlace.set(place, (byPlace.get(place) ?? 0) + value * other);
    const own = new Map<Entry, number>();
    for (const [place, similarity] of byPlace) {
      const entry = entries[place];
      if (entry !== undefined && similarity > (own.get(entry) ?? 0)) own.set(entry, similarity);
    }
    for (const [entry, similarity] of own) best.set(entry, (best.get(entry) ?? 0) + share * similarity);
  };
  collect(name, 1);
  if (definition.trim() !== '') collect(definition.slice(0, 300), definitionShare);
  return [...best]
    .map(([entry, similarity]) => ({ entry, similarity: Math.min(1, similarity) }))
    .sort((a, b) => b.similarity - a.similarity || (a.entry.id < b.entry.id ? -1 : 1))
    .slice(0, count);
};
