// An example in time: what has closed, what has been handed in and what is only saved when its clock starts, and
// when the heads hand in what comes later.
import { type CalendarSettings, calendarAt, quarterGate } from '../shared/domain/calendar.ts';
import { addDays, atLocalHour } from '../shared/domain/day.ts';
import type { Quarter } from '../shared/domain/quarter.ts';
import { lastDay } from '../shared/domain/quarter-steps.ts';
import type { DatasetSubmission } from '../shared/exchange/dataset.ts';
import type { Example } from './example.ts';

/** What the calendar of an example is computed from: its organisation and its policy. */
export const settingsOf = ({ organisation, policy }: Example): CalendarSettings => ({
  timeZone: organisation.fields.timeZone,
  fiscalStart: organisation.fields.fiscalStart ?? 1,
  policy,
});

/** The member who heads a department. Throws where the example names none. */
export const headOf = (example: Example, department: string): string => {
  const head = example.members.find(({ fields }) => fields.heads?.includes(department));
  if (head === undefined) throw new Error(`the example has no head of the department "${department}"`);
  return head.id;
};

/** The submissions of an example as they stand when its clock starts. */
export interface Phases {
  /** Closed quarters: the analyst hands them in as history. */
  readonly history: readonly DatasetSubmission[];
  /** Of ended quarters that are still open: submitted by the heads. */
  readonly submitted: readonly DatasetSubmission[];
  /** Of the same quarters: only saved as drafts. */
  readonly drafts: readonly DatasetSubmission[];
  /** Of quarters that end later. */
  readonly later: readonly DatasetSubmission[];
}

export const phasesOf = (example: Example): Phases => {
  const { lastClosedQuarter, reportingQuarter } = calendarAt(example.asOf, settingsOf(example));
  const drafted = new Set(example.drafts.map(({ department, quarter }) => `${department} ${quarter}`));
  const phase = ({ department, quarter }: DatasetSubmission): keyof Phases => {
    if (quarter > reportingQuarter) return 'later';
    if (quarter <= lastClosedQuarter) return 'history';
    return drafted.has(`${department} ${quarter}`) ? 'drafts' : 'submitted';
  };
  const {
    history = [],
    submitted = [],
    drafts = [],
    later = [],
  } = Object.groupBy(example.submissions, phase);
  return { history, submitted, drafts, later };
};

/** The instant (ISO 8601, UTC) at which the heads hand a quarter in: nine in the morning, some days after its end. */
export const handInTime = (example: Example, quarter: Quarter): string => {
  const { timeZone, fiscalStart } = settingsOf(example);
  return atLocalHour(addDays(lastDay(quarter, fiscalStart), example.handInAfterDays), 9, timeZone);
};

const isLater = (a: string, b: string): boolean => Date.parse(a) > Date.parse(b);

/** The later submissions whose time has come at an instant and whose quarter is still open. */
export const dueToHandIn = (example: Example, now: string): DatasetSubmission[] =>
  phasesOf(example).later.filter(
    ({ quarter }) =>
      !isLater(handInTime(example, quarter), now) &&
      quarterGate(quarter, now, settingsOf(example)) === 'open',
  );

/** The instants after `from`, up to `to`, at which heads hand in, in order. A clock that is moved stops at each. */
export const handInTimes = (example: Example, from: string, to: string): string[] =>
  [...new Set(phasesOf(example).later.map(({ quarter }) => handInTime(example, quarter)))]
    .filter((at) => isLater(at, from) && !isLater(at, to))
    .sort((a, b) => Date.parse(a) - Date.parse(b));
