// Checks never see today. They get a calendar, computed once at the edge in the organisation's time zone.
import * as z from 'zod';
import { addDays, type Day, dayOf } from './day.ts';
import type { Organisation } from './organisation.ts';
import { type Quarter, quarterSchema } from './quarter.ts';
import { addQuarters, firstDay, lastDay, quarterOf } from './quarter-steps.ts';
import { slug } from './slug.ts';

/** Where an organisation stands in time: all that evaluation knows of it. */
export const calendarSchema = z.strictObject({
  /** The last ended quarter. */
  reportingQuarter: quarterSchema,
  /** The last quarter whose due date has passed. */
  lastDueQuarter: quarterSchema,
  /** The last quarter whose closing date has passed. */
  lastClosedQuarter: quarterSchema,
  /** Departments whose extended due date for the last due quarter still runs, sorted. */
  extended: z.array(slug),
  /** What turns a quarter into days, and a day into instants. */
  timeZone: z.string(),
  fiscalStart: z.int().min(1).max(12),
});
export type Calendar = z.infer<typeof calendarSchema>;

/** What the calendar is computed from. */
export type CalendarSettings = Pick<Organisation, 'timeZone' | 'fiscalStart'> & {
  readonly policy: Pick<Organisation['policy'], 'dueDays' | 'closeDays'>;
  readonly extensions?: readonly Extension[] | undefined;
};

/** A department's later due date for one quarter, as ISO day, inclusive. */
export interface Extension {
  readonly department: string;
  readonly quarter: Quarter;
  readonly dueDate: string;
}

/** The last day on which a quarter's submissions are due, or on which it is still open. */
export const dueDate = (quarter: Quarter, settings: CalendarSettings): Day =>
  addDays(lastDay(quarter, settings.fiscalStart), settings.policy.dueDays);
export const closeDate = (quarter: Quarter, settings: CalendarSettings): Day =>
  addDays(lastDay(quarter, settings.fiscalStart), settings.policy.closeDays);

/** The last day on which a department's quarter is due: its extended date, where it was given one. */
export const dueDateOf = (department: string, quarter: Quarter, settings: CalendarSettings): Day =>
  settings.extensions?.find((one) => one.department === department && one.quarter === quarter)?.dueDate ??
  dueDate(quarter, settings);

const lastBefore = (today: Day, settings: CalendarSettings, end: (quarter: Quarter) => Day): Quarter => {
  let quarter = quarterOf(today, settings.fiscalStart);
  while (end(quarter) >= today) quarter = addQuarters(quarter, -1);
  return quarter;
};

/** The calendar of an organisation at an instant (ISO 8601, UTC). */
export const calendarAt = (
  now: string,
  settings: CalendarSettings,
  extensions: readonly Extension[] = settings.extensions ?? [],
): Calendar => {
  const today = dayOf(now, settings.timeZone);
  const lastDueQuarter = lastBefore(today, settings, (quarter) => dueDate(quarter, settings));
  return {
    reportingQuarter: lastBefore(today, settings, (quarter) => lastDay(quarter, settings.fiscalStart)),
    lastDueQuarter,
    lastClosedQuarter: lastBefore(today, settings, (quarter) => closeDate(quarter, settings)),
    extended: [
      ...new Set(
        extensions
          .filter((extension) => extension.quarter === lastDueQuarter && extension.dueDate >= today)
          .map((extension) => extension.department),
      ),
    ].sort(),
    timeZone: settings.timeZone,
    fiscalStart: settings.fiscalStart,
  };
};

/** The quarter that is running on the local day of an instant. */
export const runningQuarter = (now: string, settings: CalendarSettings): Quarter =>
  quarterOf(dayOf(now, settings.timeZone), settings.fiscalStart);

/** What a submission of this quarter meets: not begun, open for readings, or closed. */
export const quarterGate = (
  quarter: Quarter,
  now: string,
  settings: CalendarSettings,
): 'not-begun' | 'open' | 'closed' => {
  const today = dayOf(now, settings.timeZone);
  if (today < firstDay(quarter, settings.fiscalStart)) return 'not-begun';
  return today > closeDate(quarter, settings) ? 'closed' : 'open';
};
