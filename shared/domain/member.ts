// A signed-in person. The token says who; this record says what he or she may do.
import * as z from 'zod';
import { stamp } from './lifetime.ts';
import { quarterSchema } from './quarter.ts';
import { line, slug } from './slug.ts';

export const roles = ['executive', 'department-head', 'analyst', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** The languages and customs that texts, dates and numbers come in. */
export const locales = ['en-US', 'en-GB', 'de-DE'] as const;
/** How often a digest comes; `monthly`: with the first of a month. */
export const digestRhythms = ['weekly', 'monthly', 'never'] as const;

export const memberFields = z.strictObject({
  name: line(120),
  email: z.email({ error: 'an e-mail address' }).max(254),
  roles: z
    .array(z.enum(roles))
    .min(1, { error: 'at least one role' })
    .refine((set) => new Set(set).size === set.length, { error: 'each role once' }),
  /** The departments that this member heads. */
  heads: z.array(slug).max(20).default([]),
  /** Stands in for the head of a department up to a day, inclusive. */
  deputyOf: z
    .array(z.strictObject({ department: slug, until: z.iso.date() }))
    .max(20)
    .default([]),
  locale: z.enum(locales).default('en-GB'),
  mail: z
    .strictObject({
      digest: z.enum(digestRhythms).default('weekly'),
      reminders: z.boolean().default(true),
      /** No mail up to this day, inclusive, in the organisation's time zone. */
      pausedUntil: z.iso.date().optional(),
      /** When the link in a mail stopped all mail; it stays stopped until the preferences are set anew. */
      unsubscribedAt: z.iso.datetime().optional(),
    })
    .default({ digest: 'weekly', reminders: true }),
  status: z.enum(['active', 'removed']).default('active'),
});
export const memberSchema = z.strictObject({
  ...memberFields.shape,
  id: slug,
  firstQuarter: quarterSchema.optional(),
});
export type Member = z.infer<typeof memberSchema>;
export const storedMember = z.strictObject({ ...memberSchema.shape, ...stamp.shape });

/** What of its mail a member wants on a local day: nothing once it was stopped, nothing while it is paused. */
export const wantsMail = ({ mail }: Pick<Member, 'mail'>, today: string): boolean =>
  mail.unsubscribedAt === undefined && (mail.pausedUntil === undefined || mail.pausedUntil < today);
