// Value is built by abilities that cross functions - people, process, tools - not by titles.
import * as z from 'zod';
import { lifetime, stamp } from './lifetime.ts';
import { notedChanges } from './noted-change.ts';
import { line, prose, slug } from './slug.ts';

export const capabilityFields = z.strictObject({
  name: line(120),
  description: prose(500).optional(),
  departments: z.array(slug).max(20).default([]),
  outcomes: z.array(slug).max(40).default([]),
  firstQuarter: lifetime.firstQuarter.optional(),
  retiredFrom: lifetime.retiredFrom,
});
export const capabilitySchema = z.strictObject({
  ...capabilityFields.shape,
  id: slug,
  firstQuarter: lifetime.firstQuarter,
  changes: notedChanges,
});
export type Capability = z.infer<typeof capabilitySchema>;
export const storedCapability = z.strictObject({ ...capabilitySchema.shape, ...stamp.shape });
