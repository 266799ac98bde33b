// What a value is measured in. Values are compared and converted only within a kind; nothing is summed across units.
import * as z from 'zod';
import { big, type Decimal } from './decimal.ts';

export const unitKinds = ['count', 'share', 'duration', 'money', 'score', 'rate', 'other'] as const;
export const durationSymbols = ['s', 'min', 'h', 'day', 'working-day'] as const;

/** Kind and symbol. A share is stored 0..1 and shown in %; a duration's symbol is one of ours; money names its currency. */
export const unitSchema = z
  .strictObject({
    kind: z.enum(unitKinds),
    symbol: z.string().trim().max(20).default(''),
  })
  .refine(
    (unit) => unit.kind !== 'duration' || (durationSymbols as readonly string[]).includes(unit.symbol),
    {
      path: ['symbol'],
      error: `one of ${durationSymbols.join(', ')} for a duration`,
    },
  )
  .refine((unit) => unit.kind !== 'money' || /^[A-Z]{3}$/.test(unit.symbol), {
    path: ['symbol'],
    error: 'a currency of three capital letters, such as EUR, for money',
  });
export type Unit = z.infer<typeof unitSchema>;

const seconds: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3600, day: 86_400 };

/**
 * A duration in another unit, exact up to 20 decimals; undefined where the two can't be converted.
 * A working day is its own unit: how many hours it has is not ours to say.
 */
export const convertDuration = (value: Decimal, from: Unit, to: Unit): Decimal | undefined => {
  if (from.kind !== 'duration' || to.kind !== 'duration') return undefined;
  if (from.symbol === to.symbol) return value;
  const a = seconds[from.symbol];
  const b = seconds[to.symbol];
  return a === undefined || b === undefined ? undefined : big(value).times(a).div(b).toFixed();
};

/**
 * A value in another unit of the same kind, exact up to 20 decimals; undefined where the two can't be compared:
 * other kinds, other currencies, rates and other units by another name, working days and hours.
 */
export const convertValue = (value: Decimal, from: Unit, to: Unit): Decimal | undefined => {
  if (from.kind !== to.kind) return undefined;
  if (from.kind === 'duration') return convertDuration(value, from, to);
  const named = from.kind === 'money' || from.kind === 'rate' || from.kind === 'other';
  return named && from.symbol !== to.symbol ? undefined : value;
};

/** What is wrong with a value in this unit, or undefined: shares are 0..1, durations and counts are not negative. */
export const valueFault = (value: Decimal, unit: Unit): string | undefined => {
  const number = big(value);
  if (unit.kind === 'share' && (number.lt(0) || number.gt(1))) return 'a share from 0 to 1 (0.95 is 95 %)';
  if ((unit.kind === 'duration' || unit.kind === 'count') && number.lt(0))
    return `a ${unit.kind} of 0 or more`;
  return undefined;
};
