// The sealed report, what changed beside it, and what people say about a report.
import * as z from 'zod';
import { aboutSchema } from '../../domain/commentary.ts';
import { quarterSchema } from '../../domain/quarter.ts';
import { sealStates } from '../../domain/seal.ts';
import { prose, slug } from '../../domain/slug.ts';
import { commentaryLine } from '../../report/commentary-line.ts';

/** Something that differs between what was sealed and what the quarter's report says now. */
export const difference = z.strictObject({
  what: z.enum(['coverage', 'alignment', 'findings', 'finding-new', 'finding-gone', 'submission', 'rules']),
  id: z.string(),
  was: z.string(),
  is: z.string(),
});
export type Difference = z.infer<typeof difference>;

const sealWord = z.strictObject({ by: slug, at: z.string() });

/**
 * A sealed report. `canonical` is the sealed text to the byte: JSON of a SealedReport; `digest` is its SHA-256. Only
 * reading gives it: an answer to a write is kept, and must stay small.
 */
export const sealView = z.strictObject({
  quarter: quarterSchema,
  state: z.enum(sealStates),
  revision: z.int().min(1),
  /** The version that a reopening or a new seal names in If-Match. */
  version: z.int().min(1),
  digest: z.string(),
  sealed: sealWord,
  reopened: z.strictObject({ ...sealWord.shape, reason: z.string() }).optional(),
  revisions: z.array(
    z.strictObject({
      revision: z.int(),
      digest: z.string(),
      sealed: sealWord,
      reason: z.string().optional(),
    }),
  ),
  canonical: z.string().optional(),
  /** What has changed since, beside the sealed figures. */
  later: z.array(difference),
});
export type SealView = z.infer<typeof sealView>;

export const reopenBody = z.strictObject({ reason: prose(1000) });

export const commentaryView = z.strictObject({ ...commentaryLine.shape, version: z.int().min(1) });
export type CommentaryView = z.infer<typeof commentaryView>;
export const commentaryParams = z.strictObject({ quarter: quarterSchema, about: aboutSchema });
export const commentaryBody = z.strictObject({ text: prose(4000) });
