// Values in other units, apart from the schema that reads units: the rule engine carries no parser.
import type { Decimal } from './decimal.ts';
import { big } from './exact.ts';
import type { Unit } from './unit.ts';

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
