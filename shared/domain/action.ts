// What the board decided on a finding, or on several of one cause: who does what by when. It comes back in every
// report until it is done; when its due quarter has passed, that is a finding of its own.
import * as z from 'zod';
import { stamp } from './lifetime.ts';
import { Refusal } from './problem.ts';
import { type Quarter, quarterSchema } from './quarter.ts';
import { prose, slug } from './slug.ts';

export const actionStates = ['open', 'done', 'dropped'] as const;
export type ActionState = (typeof actionStates)[number];

/** A finding's name as people pass it on. */
export const fingerprint = z.string().regex(/^[0-9a-f]{32}$/, { error: '32 hexadecimal digits' });

export const actionFields = z.strictObject({
  /** The findings that it is decided on: one, or a group of one cause. */
  findings: z
    .array(fingerprint)
    .min(1, { error: 'at least one finding' })
    .max(50, { error: 'at most 50 findings' })
    .refine((all) => new Set(all).size === all.length, { error: 'each finding once' }),
  text: prose(1000),
  /** The member who sees to it. */
  owner: slug,
  /** The quarter by whose end it shall be done. */
  dueQuarter: quarterSchema,
});
export type ActionFields = z.infer<typeof actionFields>;

const when = { by: slug, at: z.iso.datetime(), quarter: quarterSchema };
export const actionSchema = z.strictObject({
  ...actionFields.shape,
  id: slug,
  /** The department of its findings, where they have one in common. */
  department: slug.optional(),
  state: z.enum(actionStates),
  decided: z.strictObject(when),
  ended: z.strictObject({ ...when, comment: prose(1000).optional() }).optional(),
});
export type Action = z.infer<typeof actionSchema>;
export const storedAction = z.strictObject({ ...actionSchema.shape, ...stamp.shape });

/** How an action ends. Dropping it takes a comment. */
export interface Ending {
  readonly state: 'done' | 'dropped';
  readonly by: string;
  readonly at: string;
  readonly quarter: Quarter;
  readonly comment?: string | undefined;
}

/** The action, ended. Refuses (`conflict`) one that has ended already. */
export const endAction = (action: Action, { state, by, at, quarter, comment }: Ending): Action => {
  if (action.state !== 'open') throw new Refusal('conflict', `The action is ${action.state} already.`);
  return {
    ...action,
    state,
    ended: { by, at, quarter, ...(comment === undefined ? {} : { comment }) },
  };
};
