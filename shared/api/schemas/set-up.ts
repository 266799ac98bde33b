// What the set-up routes take and show besides the entities themselves.
import * as z from 'zod';
import { calendarSchema } from '../../domain/calendar.ts';
import { targetValue } from '../../domain/kpi.ts';
import { memberSchema, storedMember } from '../../domain/member.ts';
import { organisationSchema } from '../../domain/organisation.ts';
import { quarterSchema } from '../../domain/quarter.ts';
import { prose } from '../../domain/slug.ts';

/** Who is asking, where the organisation stands in time, and what the page needs before its first screen. */
export const meView = z.strictObject({
  member: memberSchema,
  organisation: organisationSchema,
  calendar: calendarSchema,
  /** The business time now, and the quarter that is running. */
  now: z.string(),
  runningQuarter: quarterSchema,
});

/** A member as others see him or her: the address is shown to analysts, who write it, and to the member. */
export const memberView = z.strictObject({
  ...storedMember.shape,
  email: storedMember.shape.email.optional(),
});

/** Whether a KPI is measured because law or contract says so, and which one. */
export const statutoryBody = z.strictObject({ approved: z.boolean(), reason: prose(500) });

/** A target, but for its quarter, which the address names. */
export const targetBody = z.strictObject({ value: targetValue, reason: prose(500).optional() });
