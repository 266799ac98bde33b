// What is typed is what is stored: exact, in every locale, and never guessed.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Unit } from '../../shared/domain/unit.ts';
import { readTyped, shiftPoint, textOf } from '../../web/format/typed-value.ts';

const count = { kind: 'count', symbol: '' } as const;
const share = { kind: 'share', symbol: '' } as const;
const other = { kind: 'other', symbol: '°C' } as const;
const value = (decimal: string, grouped = false) => ({ kind: 'value', decimal, grouped });

describe('reading', () => {
  it.each([
    ['12.5', 'en-GB', other, value('12.5')],
    ['12,5', 'de-DE', other, value('12.5')],
    ['1,234', 'en-US', count, value('1234', true)],
    ['1.234', 'de-DE', count, value('1234', true)],
    [' 1 234 ', 'en-GB', count, value('1234')],
    ['91.5 %', 'en-GB', share, value('0.915')],
    ['100', 'en-GB', share, value('1')],
    ['−3', 'en-GB', other, value('-3')],
    ['-0', 'en-GB', other, value('0')],
    ['007', 'en-GB', count, value('7')],
    ['91.', 'en-GB', share, value('0.91')],
    ['', 'en-GB', count, { kind: 'empty' }],
  ] as const)('%j in %s', (text, locale, unit, expected) => {
    expect(readTyped(text, unit, locale)).toEqual(expected);
  });

  it.each([
    ['91,5', 'en-GB', share, 'marks'],
    ['12.5', 'de-DE', other, 'marks'],
    ['1,23,4', 'en-GB', count, 'marks'],
    ['about 3', 'en-GB', count, 'not-a-number'],
    ['-', 'en-GB', count, 'not-a-number'],
    ['1e5', 'en-GB', count, 'not-a-number'],
    ['%', 'en-GB', share, 'not-a-number'],
    ['101', 'en-GB', share, 'share-outside'],
    ['-1', 'en-GB', count, 'negative'],
    ['1234567890123456789', 'en-GB', other, 'too-long'],
  ] as const)('refuses %j in %s', (text, locale, unit, fault) => {
    expect(readTyped(text, unit, locale)).toEqual({ kind: 'fault', fault });
  });
});

const locales = fc.constantFrom('en-GB', 'en-US', 'de-DE');
const digits = fc.stringMatching(/^(0|[1-9]\d{0,14})$/);
const decimals = fc
  .tuple(digits, fc.stringMatching(/^\d{0,12}$/))
  .map(([whole, part]) => (part === '' ? whole : `${whole}.${part}`));

describe('the law of typing', () => {
  it('gives back what was stored, in every locale', () => {
    const units = fc.constantFrom<Unit>(count, other, { kind: 'money', symbol: 'EUR' });
    fc.assert(
      fc.property(decimals, units, locales, (decimal, unit, locale) => {
        expect(readTyped(textOf(decimal, unit, locale), unit, locale)).toMatchObject({
          kind: 'value',
          decimal,
        });
      }),
    );
  });

  it('gives back shares, which are typed in per cent', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^0\.\d{1,13}[1-9]$/), locales, (decimal, locale) => {
        expect(readTyped(textOf(decimal, share, locale), share, locale)).toMatchObject({ decimal });
      }),
    );
  });

  it('moves a decimal point there and back', () => {
    fc.assert(
      fc.property(decimals, fc.integer({ min: 0, max: 6 }), (decimal, places) => {
        expect(Number(shiftPoint(shiftPoint(decimal, -places), places))).toBe(Number(decimal));
      }),
    );
  });
});
