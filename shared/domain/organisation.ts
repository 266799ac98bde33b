// The tenant: what every calendar, threshold and amount in it is read with.
import * as z from 'zod';
import { stamp } from './lifetime.ts';
import { policySchema } from './policy.ts';
import { line, slug } from './slug.ts';

const timeZone = z.string().refine(
  (name) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: name });
      return true;
    } catch (error) {
      if (error instanceof RangeError) return false;
      throw error;
    }
  },
  { error: 'an IANA time zone such as Europe/Berlin' },
);

export const organisationFields = z.strictObject({
  name: line(120),
  timeZone,
  currency: z.string().regex(/^[A-Z]{3}$/, { error: 'a currency of three capital letters, such as EUR' }),
  /** The month (1..12) in which the fiscal year starts. */
  fiscalStart: z.int().min(1).max(12).default(1),
});
export const organisationSchema = z.strictObject({
  ...organisationFields.shape,
  id: slug,
  policy: policySchema,
});
export type Organisation = z.infer<typeof organisationSchema>;
export const storedOrganisation = z.strictObject({ ...organisationSchema.shape, ...stamp.shape });
