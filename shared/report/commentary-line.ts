// What executives said about a quarter, as lists, pages and packs show it: a text about a finding comes with what the
// finding says, so that nobody has to look it up.
import * as z from 'zod';
import { commentarySchema } from '../domain/commentary.ts';
import { conditionSchema } from '../domain/finding.ts';

export const commentaryLine = z.strictObject({
  ...commentarySchema.shape,
  /** Of a text about a finding: what the finding says, by message and data. */
  finding: conditionSchema.pick({ check: true, message: true, data: true }).optional(),
});
/** A text with what it is about. */
export type CommentaryLine = z.infer<typeof commentaryLine>;
