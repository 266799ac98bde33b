// A department may be given more time for one quarter. The date, the reason and who granted it stay with the
// organisation; until that day the calendar does not call the department's submission missing.
import * as z from 'zod';
import { addDays, type Day } from './day.ts';
import { type Fault, shown } from './problem.ts';
import { quarterSchema } from './quarter.ts';
import { prose, slug } from './slug.ts';

/** A later due date of a department's quarter: its last day (ISO, inclusive), who granted it, when and why. */
export const extensionSchema = z.strictObject({
  department: slug,
  quarter: quarterSchema,
  dueDate: z.iso.date({ error: 'a day such as 2026-12-31' }),
  reason: prose(500),
  by: slug,
  at: z.iso.datetime(),
});
export type GrantedExtension = z.infer<typeof extensionSchema>;

/** The most extensions that an organisation keeps; the audit has them all. */
const mostExtensions = 400;
/** Absent while there is none, so that older records stay as they are. */
export const extensionsSchema = z.array(extensionSchema).max(mostExtensions).optional();

/** The days between which an extended due date must lie: the regular one, the quarter's closing day, today. */
export interface ExtensionBounds {
  readonly due: Day;
  readonly close: Day;
  readonly today: Day;
}

/** What is wrong with an extended due date. */
export const extensionFaults = (
  { dueDate }: Pick<GrantedExtension, 'dueDate'>,
  { due, close, today }: ExtensionBounds,
): Fault[] => {
  const first = due >= today ? addDays(due, 1) : today;
  if (dueDate >= first && dueDate <= close) return [];
  const expected =
    first > close
      ? `nothing: the quarter closed on ${close}`
      : `a day from ${first} to ${close}, when the quarter closes`;
  return [{ path: '/dueDate', found: shown(dueDate), expected }];
};

/** The extensions with one more; an earlier one of the same department and quarter gives way. */
export const withExtension = (
  extensions: readonly GrantedExtension[] | undefined,
  extension: GrantedExtension,
): GrantedExtension[] =>
  [
    ...(extensions ?? []).filter(
      ({ department, quarter }) => department !== extension.department || quarter !== extension.quarter,
    ),
    extension,
  ].slice(-mostExtensions);
