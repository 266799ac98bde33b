// Two people, or one with two devices, may fill in the same quarter. What was typed here and what was saved elsewhere
// meanwhile are put together figure by figure; where both changed the same one, what was typed here stays. Pure.
import { type Entry, emptyEntry, type Typing } from './entries.ts';

/** Three states of a sheet: what both began with, what is typed here, what the service holds now. */
export interface Sides {
  readonly base: Typing;
  readonly mine: Typing;
  readonly theirs: Typing;
}

/** What came of putting them together. */
export interface Merged {
  readonly typing: Typing;
  /** KPIs whose figure both changed, each in another way; mine stands in `typing`. */
  readonly clashes: readonly string[];
}

const content = ({ text, measured, because, note, reasons = [], exceptions = '' }: Entry): string =>
  JSON.stringify([text, measured, because, note, reasons, exceptions]);
const isSame = (a: Entry, b: Entry): boolean => content(a) === content(b);

const idsOf = (...sides: readonly Typing[]): string[] => [
  ...new Set(sides.flatMap(({ entries }) => Object.keys(entries))),
];

/** Whether the same stands on two sheets. */
export const sameTyping = (a: Typing, b: Typing): boolean =>
  a.note === b.note &&
  idsOf(a, b).every((id) => isSame(a.entries[id] ?? emptyEntry, b.entries[id] ?? emptyEntry));

/** Puts the sides together. */
export const merge = ({ base, mine, theirs }: Sides): Merged => {
  const clashes: string[] = [];
  const entries = idsOf(mine, theirs).map((id): [string, Entry] => {
    const before = base.entries[id] ?? emptyEntry;
    const here = mine.entries[id] ?? emptyEntry;
    const there = theirs.entries[id] ?? emptyEntry;
    if (isSame(here, before) || isSame(here, there)) return [id, there];
    if (!isSame(there, before)) clashes.push(id);
    return [id, here];
  });
  const note = mine.note === base.note ? theirs.note : mine.note;
  return { typing: { entries: Object.fromEntries(entries), note }, clashes };
};
