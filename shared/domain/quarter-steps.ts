// Arithmetic of fiscal quarters, apart from the schema that reads them: the rule engine carries no parser.
import { addDays, type Day, firstOfMonth } from './day.ts';
import type { FiscalStart, Quarter } from './quarter.ts';

/** The quarters since year 0: neighbours differ by one, so distances and slopes can be taken. */
export const quarterIndex = (quarter: Quarter): number =>
  Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1;

/** The inverse of `quarterIndex`. */
export const quarterAt = (index: number): Quarter =>
  `${String(Math.floor(index / 4)).padStart(4, '0')}-Q${(['1', '2', '3', '4'] as const)[index % 4] ?? '1'}`;

/** The quarter `count` quarters later (negative: earlier). */
export const addQuarters = (quarter: Quarter, count: number): Quarter =>
  quarterAt(quarterIndex(quarter) + count);

/** The `count` quarters that end with `last`, oldest first. */
export const quartersUpTo = (last: Quarter, count: number): Quarter[] =>
  Array.from({ length: count }, (_, i) => addQuarters(last, i - count + 1));

/** The earlier and the later of two quarters. */
export const earlierQuarter = (a: Quarter, b: Quarter): Quarter => (a < b ? a : b);

export const laterQuarter = (a: Quarter, b: Quarter): Quarter => (a > b ? a : b);

/** The first day of a quarter. */
export const firstDay = (quarter: Quarter, fiscalStart: FiscalStart): Day =>
  firstOfMonth(Number(quarter.slice(0, 4)), fiscalStart - 1 + (Number(quarter.slice(6)) - 1) * 3);

/** The last day of a quarter. */
export const lastDay = (quarter: Quarter, fiscalStart: FiscalStart): Day =>
  addDays(firstDay(addQuarters(quarter, 1), fiscalStart), -1);

/** The quarter that a day falls in. */
export const quarterOf = (day: Day, fiscalStart: FiscalStart): Quarter => {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - fiscalStart;
  return quarterAt(Math.floor(months / 3));
};
