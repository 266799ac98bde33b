// The customer's way through the company: events in order, the touchpoints on it, and how long each stretch takes.
import * as z from 'zod';
import { decimal } from './decimal.ts';
import { lifetime, stamp } from './lifetime.ts';
import { notedChanges } from './noted-change.ts';
import { line, slug } from './slug.ts';
import { unitSchema } from './unit.ts';

/** An event is seen by the customer, or happens only inside. */
export const eventSchema = z.strictObject({
  id: slug,
  name: line(120),
  seenBy: z.enum(['customer', 'inside']),
});

export const touchpointSchema = z.strictObject({
  id: slug,
  name: line(120),
  channels: z.array(slug).max(20).default([]),
  owners: z.array(slug).max(20).default([]),
  momentOfTruth: z.boolean().default(false),
});
export type Touchpoint = z.infer<typeof touchpointSchema>;

/** The typical duration between two neighbouring events, where it is known. */
export const segmentSchema = z.strictObject({ from: slug, to: slug, duration: decimal, unit: unitSchema });

const once = (items: readonly { readonly id: string }[]) =>
  new Set(items.map((item) => item.id)).size === items.length;

export const journeyFields = z.strictObject({
  name: line(120),
  events: z.array(eventSchema).min(2).max(60).refine(once, { error: 'each event id once' }),
  touchpoints: z
    .array(touchpointSchema)
    .max(60)
    .default([])
    .refine(once, { error: 'each touchpoint id once' }),
  segments: z.array(segmentSchema).max(60).default([]),
  firstQuarter: lifetime.firstQuarter.optional(),
  retiredFrom: lifetime.retiredFrom,
});
export const journeySchema = z.strictObject({
  ...journeyFields.shape,
  id: slug,
  firstQuarter: lifetime.firstQuarter,
  changes: notedChanges,
});
export type Journey = z.infer<typeof journeySchema>;
export const storedJourney = z.strictObject({ ...journeySchema.shape, ...stamp.shape });
