import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertDuration, convertValue } from '../../shared/domain/conversion.ts';
import { big } from '../../shared/domain/exact.ts';
import { durationSymbols, type Unit, unitSchema, valueFault } from '../../shared/domain/unit.ts';
import { anyDecimal } from './arbitrary.ts';

const duration = (symbol: string): Unit => ({ kind: 'duration', symbol });
const clockTime = durationSymbols.filter((symbol) => symbol !== 'working-day');

describe('unit', () => {
  it.each([
    [{ kind: 'duration', symbol: 'weeks' }, 'one of s, min, h, day, working-day for a duration'],
    [{ kind: 'duration' }, 'one of s, min, h, day, working-day for a duration'],
    [{ kind: 'money', symbol: 'euro' }, 'a currency of three capital letters, such as EUR, for money'],
  ])('%o is refused', (unit, expected) => {
    expect(unitSchema.safeParse(unit).error?.issues[0]?.message).toBe(expected);
  });

  it.each([
    { kind: 'duration', symbol: 'h' },
    { kind: 'money', symbol: 'EUR' },
    { kind: 'count' },
    { kind: 'score', symbol: 'points' },
  ])('%o is taken', (unit) => {
    expect(unitSchema.safeParse(unit).success).toBe(true);
  });
});

describe('conversion of a duration', () => {
  it.each([
    ['90', 'min', 'h', '1.5'],
    ['1.5', 'day', 'h', '36'],
    ['2', 'h', 's', '7200'],
    ['1', 's', 'min', '0.01666666666666666667'],
    ['3', 'working-day', 'working-day', '3'],
  ])('%s %s in %s is %s', (value, from, to, converted) => {
    expect(convertDuration(value, duration(from), duration(to))).toBe(converted);
  });

  it('knows no hours of a working day and nothing of other kinds', () => {
    for (const symbol of clockTime) {
      expect(convertDuration('1', duration('working-day'), duration(symbol))).toBeUndefined();
      expect(convertDuration('1', duration(symbol), duration('working-day'))).toBeUndefined();
    }
    expect(convertDuration('1', duration('h'), { kind: 'count', symbol: 'h' })).toBeUndefined();
    expect(convertDuration('1', { kind: 'money', symbol: 'EUR' }, duration('h'))).toBeUndefined();
  });

  it('goes to the smaller unit and back without loss', () => {
    const anyPair = fc
      .tuple(fc.nat(3), fc.nat(3))
      .map(([a, b]) => [clockTime[Math.max(a, b)] ?? 's', clockTime[Math.min(a, b)] ?? 's'] as const);
    fc.assert(
      fc.property(anyDecimal, anyPair, (value, [large, small]) => {
        const there = convertDuration(value, duration(large), duration(small)) ?? '';
        const back = convertDuration(there, duration(small), duration(large)) ?? '';
        expect(big(back).eq(value)).toBe(true);
      }),
    );
  });
});

describe('conversion of a value', () => {
  it.each([
    ['90', duration('min'), duration('h'), '1.5'],
    ['0.5', { kind: 'share', symbol: '' }, { kind: 'share', symbol: '%' }, '0.5'],
    ['7', { kind: 'score', symbol: 'points' }, { kind: 'score', symbol: '' }, '7'],
    ['7', { kind: 'count', symbol: 'calls' }, { kind: 'count', symbol: '' }, '7'],
    ['7', { kind: 'money', symbol: 'EUR' }, { kind: 'money', symbol: 'EUR' }, '7'],
    ['7', { kind: 'money', symbol: 'EUR' }, { kind: 'money', symbol: 'USD' }, undefined],
    ['7', { kind: 'rate', symbol: 'per 100' }, { kind: 'rate', symbol: 'per 1000' }, undefined],
    ['7', { kind: 'rate', symbol: 'per 100' }, { kind: 'rate', symbol: 'per 100' }, '7'],
    ['7', { kind: 'other', symbol: 'kg' }, { kind: 'other', symbol: 't' }, undefined],
    ['7', { kind: 'count', symbol: '' }, { kind: 'score', symbol: '' }, undefined],
    ['7', duration('day'), duration('working-day'), undefined],
  ] as const)('%s from %o to %o is %s', (value, from, to, converted) => {
    expect(convertValue(value, from, to)).toBe(converted);
  });
});

describe('value in a unit', () => {
  it.each([
    ['1.01', { kind: 'share', symbol: '%' }, 'a share from 0 to 1 (0.95 is 95 %)'],
    ['-0.01', { kind: 'share', symbol: '%' }, 'a share from 0 to 1 (0.95 is 95 %)'],
    ['-1', { kind: 'count', symbol: '' }, 'a count of 0 or more'],
    ['-1', { kind: 'duration', symbol: 'h' }, 'a duration of 0 or more'],
  ] as const)('%s is no %o', (value, unit, fault) => {
    expect(valueFault(value, unit)).toBe(fault);
  });

  it('may be negative for money, scores, rates and what is other', () => {
    for (const kind of ['money', 'score', 'rate', 'other'] as const)
      expect(valueFault('-5', { kind, symbol: 'EUR' })).toBeUndefined();
    expect(valueFault('0', { kind: 'share', symbol: '%' })).toBeUndefined();
    expect(valueFault('1', { kind: 'share', symbol: '%' })).toBeUndefined();
  });
});
