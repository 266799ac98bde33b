// The tenant: what every calendar, threshold and amount in it is read with.
import * as z from 'zod';
import { isTimeZone } from './day.ts';
import { extensionsSchema } from './extension.ts';
import { stamp } from './lifetime.ts';
import { notedChanges } from './noted-change.ts';
import { policySchema } from './policy.ts';
import { line, slug } from './slug.ts';

const timeZone = z.string().refine(isTimeZone, { error: 'an IANA time zone such as Europe/Berlin' });

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
  extensions: extensionsSchema,
  /** While it stands nobody signs in and no schedule runs. */
  suspended: z.strictObject({ since: z.iso.datetime(), reason: line(200) }).optional(),
  changes: notedChanges,
});
export type Organisation = z.infer<typeof organisationSchema>;
export const storedOrganisation = z.strictObject({ ...organisationSchema.shape, ...stamp.shape });
