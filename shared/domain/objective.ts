// What a department sets out to do, and for which customer outcomes.
import * as z from 'zod';
import { stamp } from './lifetime.ts';
import { notedChanges } from './noted-change.ts';
import { quarterSchema } from './quarter.ts';
import { line, slug } from './slug.ts';

export const objectiveFields = z.strictObject({
  department: slug,
  title: line(200),
  firstQuarter: quarterSchema.optional(),
  lastQuarter: quarterSchema.optional(),
  outcomes: z
    .array(slug)
    .max(20)
    .default([])
    .refine((ids) => new Set(ids).size === ids.length, { error: 'each outcome once' }),
  capability: slug.optional(),
  retiredFrom: quarterSchema.optional(),
});
export const objectiveSchema = z.strictObject({
  ...objectiveFields.shape,
  id: slug,
  firstQuarter: quarterSchema,
  changes: notedChanges,
});
export type Objective = z.infer<typeof objectiveSchema>;
export const storedObjective = z.strictObject({ ...objectiveSchema.shape, ...stamp.shape });
