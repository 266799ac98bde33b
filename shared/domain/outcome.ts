// What customers want to be true, in their words. Everything measured is tied to one of these, or flagged.
import * as z from 'zod';
import { clockSchema } from './clock.ts';
import { decimal } from './decimal.ts';
import { lifetime, stamp } from './lifetime.ts';
import { notedChanges } from './noted-change.ts';
import { line, prose, slug, touchpointId } from './slug.ts';
import { unitSchema } from './unit.ts';

/** How an outcome was checked with customers; without it, it is assumed. */
export const validationSchema = z.strictObject({
  method: line(120),
  sampleSize: z.int().min(1).max(10_000_000),
  date: z.iso.date(),
  source: line(200),
});

/** What customers say is still acceptable. */
export const toleranceSchema = z.strictObject({
  value: decimal,
  unit: unitSchema,
  direction: z.enum(['higher', 'lower']),
});

export const outcomeFields = z.strictObject({
  statement: prose(300),
  segment: line(120).optional(),
  journey: slug.optional(),
  touchpoints: z.array(touchpointId).max(20).default([]),
  clock: clockSchema.optional(),
  tolerance: toleranceSchema.optional(),
  /** Importance among the organisation's outcomes; shares are taken of the sum. */
  weight: z.number().min(0).max(100).default(1),
  owningDepartment: slug.optional(),
  validation: validationSchema.optional(),
  firstQuarter: lifetime.firstQuarter.optional(),
  retiredFrom: lifetime.retiredFrom,
});
export const outcomeSchema = z.strictObject({
  ...outcomeFields.shape,
  id: slug,
  firstQuarter: lifetime.firstQuarter,
  changes: notedChanges,
});
export type Outcome = z.infer<typeof outcomeSchema>;
export const storedOutcome = z.strictObject({ ...outcomeSchema.shape, ...stamp.shape });
