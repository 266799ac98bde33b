// A signed-in person. The token says who; this record says what he or she may do.
import * as z from 'zod';
import { stamp } from './lifetime.ts';
import { quarterSchema } from './quarter.ts';
import { line, slug } from './slug.ts';

export const roles = ['executive', 'department-head', 'analyst', 'auditor'] as const;
export type Role = (typeof roles)[number];

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
  locale: z.enum(['en-US', 'en-GB', 'de-DE']).default('en-GB'),
  mail: z
    .strictObject({
      digest: z.enum(['weekly', 'never']).default('weekly'),
      reminders: z.boolean().default(true),
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

/** Whether a member writes for a department on a local day: its head, or a deputy whose time still runs. */
export const writesFor = (
  member: Pick<Member, 'heads' | 'deputyOf' | 'roles'>,
  department: string,
  today: string,
): boolean =>
  member.roles.includes('department-head') &&
  (member.heads.includes(department) ||
    member.deputyOf.some((deputy) => deputy.department === department && today <= deputy.until));
