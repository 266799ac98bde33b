// The laws that every entry of the library keeps, so that people can adopt any of them as it stands.
import { describe, expect, it } from 'vitest';
import { slug } from '../../shared/domain/slug.ts';
import { durationSymbols } from '../../shared/domain/unit.ts';
import { businessFunctions, type Entry } from '../../shared/library/entry.ts';
import { counterpartsOf, entriesOf, entryOf, library } from '../../shared/library/library.ts';
import { nameKey } from '../../shared/library/words.ts';

const breaking = (broken: (entry: Entry) => boolean): readonly string[] =>
  library.filter(broken).map((entry) => entry.id);
const isInternal = (entry: Entry): boolean => entry.perspective === 'internal-efficiency';
const isSentence = (text: string): boolean => /^[A-Z].*[.!]$/.test(text);

describe('the library', () => {
  it('holds at least 300 entries, and all functions', () => {
    expect(library.length).toBeGreaterThanOrEqual(300);
    expect(businessFunctions.filter((name) => entriesOf(name).length < 2)).toEqual([]);
  });

  it('has ids that are slugs, each once', () => {
    expect(breaking((entry) => !slug.safeParse(entry.id).success)).toEqual([]);
    expect(new Set(library.map((entry) => entry.id)).size).toBe(library.length);
  });

  it('says each name once, whatever its case, plurals, word order or spelling', () => {
    const owners = new Map<string, string>();
    const twice = library.flatMap((entry) =>
      [entry.name, ...entry.synonyms, ...entry.kindred].flatMap((name) => {
        const key = nameKey(name);
        const owner = owners.get(key);
        owners.set(key, entry.id);
        return owner === undefined && key !== '' ? [] : [`${name}: ${owner} and ${entry.id}`];
      }),
    );
    expect(twice).toEqual([]);
  });

  it('defines each entry in sentences, with a formula and a reason for its perspective', () => {
    expect(breaking(({ definition }) => !isSentence(definition))).toEqual([]);
    expect(breaking(({ because }) => !isSentence(because))).toEqual([]);
    expect(breaking(({ formula }) => formula.length < 5 || formula.endsWith('.'))).toEqual([]);
    expect(breaking(({ name, synonyms }) => name.length > 60 || synonyms.length === 0)).toEqual([]);
  });

  it('finds an entry by its id and none by another', () => {
    expect(entryOf('average-handle-time')?.name).toBe('Average handle time');
    expect(entryOf('no-such-entry')).toBeUndefined();
  });
});

describe('counterparts', () => {
  it('stand on every internal entry and on no other, with a sentence on what is felt', () => {
    expect(breaking((entry) => isInternal(entry) !== counterpartsOf(entry).length > 0)).toEqual([]);
    expect(breaking((entry) => isInternal(entry) !== isSentence(entry.felt ?? ''))).toEqual([]);
  });

  it('exist, are customer-facing and stand once', () => {
    const ids = (entry: Entry) => entry.counterparts ?? [];
    expect(
      breaking((entry) => ids(entry).some((id) => entryOf(id)?.perspective !== 'customer-facing')),
    ).toEqual([]);
    expect(breaking((entry) => new Set(ids(entry)).size !== ids(entry).length)).toEqual([]);
  });
});

describe('units, directions and clocks', () => {
  const symbolOf: Readonly<Record<string, readonly string[]>> = { share: ['%'], duration: durationSymbols };

  it('have a symbol that fits the kind', () => {
    expect(breaking(({ unit }) => !(symbolOf[unit.kind] ?? ['']).includes(unit.symbol))).toEqual([]);
  });

  it('measure no customer-facing KPI in money, and an internal one only as a cost that should fall', () => {
    const money = (entry: Entry) => entry.unit.kind === 'money';
    expect(breaking((entry) => money(entry) && entry.perspective === 'customer-facing')).toEqual([]);
    expect(breaking((entry) => money(entry) && isInternal(entry) && entry.direction !== 'lower')).toEqual([]);
  });

  it('let a clock run where its perspective says: seen by the customer at both ends, or inside at both', () => {
    const seen = (entry: Entry) => (entry.perspective === 'customer-facing' ? 'customer' : 'inside');
    expect(
      breaking(
        (entry) =>
          entry.clock !== undefined &&
          (entry.clock.from.seenBy !== seen(entry) || entry.clock.to.seenBy !== seen(entry)),
      ),
    ).toEqual([]);
    expect(
      breaking(({ perspective, clock }) => clock !== undefined && /^(financial|employee)$/.test(perspective)),
    ).toEqual([]);
  });

  it('want a duration with a clock to be short', () => {
    expect(
      breaking(
        ({ clock, unit, direction }) =>
          clock !== undefined && unit.kind === 'duration' && direction !== 'lower',
      ),
    ).toEqual([]);
    expect(
      breaking(({ clock, unit }) => clock !== undefined && unit.kind !== 'duration' && unit.kind !== 'share'),
    ).toEqual([]);
  });
});
