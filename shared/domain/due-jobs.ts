// What time alone makes due, per organisation. A tick asks; missed ticks, doubled ones, time zones and daylight
// saving come out right because the answer depends only on the watermark and the clock.
import * as z from 'zod';
import { dueDate } from './calendar.ts';
import { addDays, atLocalHour, type Day, dayOf, instantText, weekdayOf } from './day.ts';
import type { Organisation } from './organisation.ts';
import type { Quarter } from './quarter.ts';
import { addQuarters, quarterOf, quartersUpTo } from './quarter-steps.ts';

export const jobKinds = ['nightly', 'reminder', 'digest'] as const;
export type JobKind = (typeof jobKinds)[number];

/** For each kind, the instant up to which its slots have been served. */
export const watermarksSchema = z.strictObject({
  nightly: z.iso.datetime(),
  reminder: z.iso.datetime(),
  digest: z.iso.datetime(),
});
export type Watermarks = z.infer<typeof watermarksSchema>;

/** A job: its kind, the instant it became due, and the period that names its mails. */
export interface Job {
  readonly kind: JobKind;
  readonly at: string;
  readonly period: string;
  /** For a reminder: the quarter that becomes due, and in how many days. */
  readonly quarter?: Quarter;
  readonly daysLeft?: number;
}

type Settings = Pick<Organisation, 'timeZone' | 'fiscalStart' | 'policy'>;
const later = (a: string, b: string): boolean => Date.parse(a) > Date.parse(b);

/** The slots of a kind around a local day, sorted by time: at least the last one before it and the first after it. */
const slotsAround = (kind: JobKind, day: Day, settings: Settings): Job[] => {
  const { policy, timeZone, fiscalStart } = settings;
  if (kind === 'reminder') {
    const slots = quartersUpTo(addQuarters(quarterOf(day, fiscalStart), 2), 9).flatMap((quarter) =>
      policy.reminderDays.map((daysLeft) => ({
        kind,
        at: atLocalHour(addDays(dueDate(quarter, settings), -daysLeft), policy.digestHour, timeZone),
        period: `${quarter}-${daysLeft}`,
        quarter,
        daysLeft,
      })),
    );
    return slots.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  }
  const step = kind === 'nightly' ? 1 : 7;
  const hour = kind === 'nightly' ? policy.nightlyHour : policy.digestHour;
  const shift = kind === 'nightly' ? 0 : policy.digestWeekday - weekdayOf(day);
  return [-2, -1, 0, 1, 2].map((count) => {
    const slotDay = addDays(day, shift + count * step);
    return { kind, at: atLocalHour(slotDay, hour, timeZone), period: slotDay };
  });
};

/**
 * The jobs due at `now`, in the order in which they run. Of the slots that were missed only the latest of a kind
 * is served: nobody wants three digests after an outage; and none is served that is over 100 days late.
 * `now` and the watermarks are instants (ISO 8601, UTC).
 */
export const dueJobs = (settings: Settings, watermarks: Watermarks, now: string): Job[] => {
  const longAgo = instantText(Date.parse(now) - 100 * 86_400_000);
  const today = dayOf(now, settings.timeZone);
  return jobKinds.flatMap((kind) => {
    const due = slotsAround(kind, today, settings).findLast(({ at }) => !later(at, now));
    return due !== undefined && later(due.at, watermarks[kind]) && later(due.at, longAgo) ? [due] : [];
  });
};

/** The next instant after `now` at which something becomes due; undefined where nothing of these kinds ever does. */
export const nextDueAt = (
  settings: Settings,
  now: string,
  kinds: readonly JobKind[] = jobKinds,
): string | undefined => {
  const today = dayOf(now, settings.timeZone);
  return kinds
    .flatMap((kind) => slotsAround(kind, today, settings).find(({ at }) => later(at, now))?.at ?? [])
    .sort((a, b) => Date.parse(a) - Date.parse(b))[0];
};
