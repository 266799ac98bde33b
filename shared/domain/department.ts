// Every department has an impact on the customer; its charter says which.
import * as z from 'zod';
import { lifetime, stamp } from './lifetime.ts';
import { notedChanges } from './noted-change.ts';
import { line, prose, slug } from './slug.ts';

export const departmentFunctions = [
  'senior-management',
  'marketing',
  'sales',
  'operations',
  'it',
  'hr',
  'finance',
  'customer-service',
  'other',
] as const;

export const departmentFields = z.strictObject({
  name: line(120),
  function: z.enum(departmentFunctions),
  /** One sentence: the part that the department plays for the customer. */
  charter: prose(300).optional(),
  firstQuarter: lifetime.firstQuarter.optional(),
  retiredFrom: lifetime.retiredFrom,
});
export const departmentSchema = z.strictObject({
  ...departmentFields.shape,
  id: slug,
  firstQuarter: lifetime.firstQuarter,
  changes: notedChanges,
});
export type Department = z.infer<typeof departmentSchema>;
export const storedDepartment = z.strictObject({ ...departmentSchema.shape, ...stamp.shape });
