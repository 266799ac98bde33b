// What was learned is what learning gives today, and survives being packed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learntSource } from '../../bench/learn.ts';
import { bias, entryIds, packedNames, packedWeights } from '../../shared/library/learnt.ts';
import { library } from '../../shared/library/library.ts';
import {
  decodeNames,
  decodeWeights,
  encodeNames,
  encodeWeights,
  fingerprint,
} from '../../shared/library/weighing.ts';

describe('learnt.ts', () => {
  it('is up to date with the library and the wordings (else run `node bench/learn.ts`)', () => {
    const source = learntSource();
    expect(source.includes(packedWeights)).toBe(true);
    expect(source.includes(packedNames)).toBe(true);
    expect(source.includes(entryIds)).toBe(true);
    expect(source.includes(bias.map((value) => value.toFixed(2)).join(', '))).toBe(true);
  });

  it('names the entries in the order of the library', () => {
    expect(entryIds.split(' ').map((entry) => entry.slice(1))).toEqual(library.map((entry) => entry.id));
  });
});

describe('packing', () => {
  it('keeps weights to a tenth', () => {
    const weight = fc.double({ min: -6, max: 6, noNaN: true });
    const weights = fc.dictionary(
      fc.stringMatching(/^[a-z][a-z +]{0,12}$/),
      fc.array(weight, { minLength: 4, maxLength: 4 }),
    );
    fc.assert(
      fc.property(weights, (given) => {
        const unpacked = decodeWeights(encodeWeights(new Map(Object.entries(given))));
        for (const [key, own] of Object.entries(given))
          own.forEach((value, i) => {
            expect(Math.abs((unpacked.get(key)?.[i] ?? 0) - value)).toBeLessThanOrEqual(0.1001);
          });
      }),
    );
  });

  it('keeps which entry a name belongs to', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 })), (names) => {
        const places = new Map(names.map((name, place) => [fingerprint(name), place]));
        expect(decodeNames(encodeNames(places))).toEqual(
          new Map([...places].sort(([a], [b]) => (a < b ? -1 : 1))),
        );
      }),
    );
  });

  it('gives five characters to every text, and others to another text', () => {
    expect(fingerprint('handle time')).toMatch(/^[0-9A-Za-z_-]{5}$/);
    expect(fingerprint('handle time')).not.toBe(fingerprint('time handle'));
  });
});
