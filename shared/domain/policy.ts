// Every threshold that checks and schedules use, each with its default. It belongs to the organisation.
import * as z from 'zod';
import { slug } from './slug.ts';

const days = (fallback: number) => z.int().min(0).max(365).default(fallback);

export const policySchema = z.strictObject({
  /** Days after a quarter's last day by which its submissions are due. */
  dueDays: days(15),
  /** Days after a quarter's last day at which it closes. */
  closeDays: days(45),
  /** Quarters within which a KPI must have been read to be live. */
  liveQuarters: z.int().min(1).max(8).default(2),
  /** A target missed by at most this share (%) of its scale is near. */
  nearPercent: z.number().min(0).max(50).default(5),
  divergenceQuarters: z.int().min(2).max(40).default(8),
  divergencePercent: z.number().min(0).max(100).default(2),
  /** The last change (%) from which two or three common readings are an early sign. */
  earlySignPercent: z.number().min(0).max(100).default(5),
  doubtfulConfidence: z.number().min(0).max(1).default(0.8),
  /** Days into a quarter after which a changed target is a moved one. */
  graceDays: days(30),
  /** Quarters that a new KPI may take to find its baseline. */
  baselineQuarters: z.int().min(0).max(8).default(2),
  /** Months after which a validated outcome counts as assumed again. */
  validationMonths: z.int().min(1).max(120).default(12),
  /** Below this share (%) of submissions the report's figures are greyed. */
  completePercent: z.number().min(0).max(100).default(60),
  /** Days before the due date at which department heads are reminded. */
  reminderDays: z.array(z.int().min(0).max(90)).max(5).default([14, 3]),
  /** Days without a word after which an open error finding is brought before the executives. */
  escalationDays: z.int().min(1).max(365).default(30),
  /** When the weekly digest is due, local time: ISO weekday (1 = Monday) and hour. */
  digestWeekday: z.int().min(1).max(7).default(1),
  digestHour: z.int().min(0).max(23).default(7),
  /** The hour, local time, of the nightly evaluation. */
  nightlyHour: z.int().min(0).max(23).default(2),
  /** Checks switched on or off against the catalogue's default. */
  checks: z.record(slug, z.boolean()).default({}),
});
export type Policy = z.infer<typeof policySchema>;

/** The policy of an organisation that has changed nothing; read off the schema, as parsing costs at every start. */
export const defaultPolicy = Object.fromEntries(
  Object.entries(policySchema.shape).map(([name, field]) => [name, field.def.defaultValue]),
) as Policy;
