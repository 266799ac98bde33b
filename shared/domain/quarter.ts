// Fiscal quarters as ids that sort as text. YYYY is the calendar year in which the fiscal year starts.
import * as z from 'zod';
import { addDays, type Day, firstOfMonth } from './day.ts';

export const quarterSchema = z.templateLiteral(
  [z.string().regex(/^(?:19|20|21)\d{2}$/), '-Q', z.enum(['1', '2', '3', '4'])],
  { error: 'a quarter such as 2026-Q3' },
);
/** A fiscal quarter, `YYYY-Qn`. */
export type Quarter = z.infer<typeof quarterSchema>;

/** The month (1..12) in which an organisation's fiscal year starts. */
export type FiscalStart = number;

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
