// A sealed report is what the board saw: a text that nobody changes, and its digest. Reopening needs a reason and
// leaves the sealed text as it is; the next seal is another revision that names the one before.
import * as z from 'zod';
import { Refusal } from './problem.ts';
import { quarterSchema } from './quarter.ts';
import { prose, slug } from './slug.ts';

export const sealStates = ['sealed', 'reopened'] as const;

const word = z.strictObject({ by: slug, at: z.iso.datetime() });

export const sealSchema = z.strictObject({
  quarter: quarterSchema,
  state: z.enum(sealStates),
  /** The last sealed revision, from 1 on. */
  revision: z.int().min(1),
  /** SHA-256 of the revision's sealed text, in hexadecimal. */
  digest: z.string(),
  sealed: word,
  reopened: z.strictObject({ ...word.shape, reason: prose(1000) }).optional(),
  /** Every revision, oldest first; `reason`: why it was made after a reopening. */
  revisions: z.array(
    z.strictObject({
      revision: z.int().min(1),
      digest: z.string(),
      sealed: word,
      reason: z.string().optional(),
    }),
  ),
});
/** How a quarter's seal stands. */
export type Seal = z.infer<typeof sealSchema>;

/** The seal after a new revision. Refuses (`conflict`) a quarter that is sealed. */
export const sealedAgain = (
  before: Seal | undefined,
  { quarter, digest, by, at }: Pick<Seal, 'quarter' | 'digest'> & Seal['sealed'],
): Seal => {
  if (before?.state === 'sealed')
    throw new Refusal('conflict', `${quarter} is sealed; reopen it with a reason first.`);
  const revision = (before?.revision ?? 0) + 1;
  const reason = before?.reopened?.reason;
  const entry = { revision, digest, sealed: { by, at }, ...(reason === undefined ? {} : { reason }) };
  return {
    quarter,
    state: 'sealed',
    revision,
    digest,
    sealed: { by, at },
    revisions: [...(before?.revisions ?? []), entry],
  };
};

/** The seal, reopened. Refuses (`conflict`) a quarter that is not sealed. */
export const reopenedSeal = (
  before: Seal,
  { by, at, reason }: Seal['sealed'] & { readonly reason: string },
): Seal => {
  if (before.state !== 'sealed') throw new Refusal('conflict', `${before.quarter} is not sealed.`);
  return { ...before, state: 'reopened', reopened: { by, at, reason } };
};
