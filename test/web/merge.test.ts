// What was typed here and what was saved elsewhere meanwhile, put together: nothing typed is lost, nothing saved either.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyEntry, type Typing } from '../../web/my-quarter/entries.ts';
import { merge, sameTyping } from '../../web/my-quarter/merge.ts';

const entry = fc
  .record({ text: fc.constantFrom('', '1', '2'), note: fc.constantFrom('', 'Strike') })
  .map((part) => ({ ...emptyEntry, ...part }));
const typing: fc.Arbitrary<Typing> = fc.record({
  entries: fc.dictionary(fc.constantFrom('a', 'b', 'c'), entry),
  note: fc.constantFrom('', 'To the board'),
});
const at = ({ entries }: Typing, id: string) => entries[id] ?? emptyEntry;
const figures = (text: Readonly<Record<string, string>>): Typing => ({
  entries: Object.fromEntries(Object.entries(text).map(([id, one]) => [id, { ...emptyEntry, text: one }])),
  note: '',
});

describe('putting two sides of a sheet together', () => {
  it('takes from each what only that one changed, and keeps mine where both did', () => {
    const { typing: both, clashes } = merge({
      base: figures({ a: '1', b: '1', c: '1' }),
      mine: figures({ a: '2', b: '1', c: '2' }),
      theirs: figures({ a: '1', b: '3', c: '3' }),
    });
    expect(both).toEqual(figures({ a: '2', b: '3', c: '2' }));
    expect(clashes).toEqual(['c']);
  });

  it('never loses what was typed here, and takes what was saved wherever nothing was typed', () => {
    fc.assert(
      fc.property(typing, typing, typing, (base, mine, theirs) => {
        const { typing: both, clashes } = merge({ base, mine, theirs });
        for (const id of ['a', 'b', 'c']) {
          const touched = JSON.stringify(at(mine, id)) !== JSON.stringify(at(base, id));
          expect(at(both, id)).toEqual(touched ? at(mine, id) : at(theirs, id));
          if (clashes.includes(id)) expect(at(theirs, id)).not.toEqual(at(mine, id));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('changes nothing when it is done once more', () => {
    fc.assert(
      fc.property(typing, typing, typing, (base, mine, theirs) => {
        const { typing: both } = merge({ base, mine, theirs });
        expect(sameTyping(merge({ base: theirs, mine: both, theirs }).typing, both)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
