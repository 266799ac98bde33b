// What an executive says about a quarter's report, one of its outcomes, or one of its findings: the WHY beside the
// figures. One text each; a change replaces it, and the audit keeps who said what before.
import * as z from 'zod';
import { quarterSchema } from './quarter.ts';
import { slug } from './slug.ts';

/** What a text is about: `report`, `outcome.<id>`, or `finding.<fingerprint>`. */
export const aboutSchema = z.string().regex(/^(report|outcome\.[a-z0-9-]{1,40}|finding\.[0-9a-f]{32})$/, {
  error: 'report, outcome.<id> or finding.<fingerprint>',
});

export const commentarySchema = z.strictObject({
  quarter: quarterSchema,
  about: aboutSchema,
  text: z.string(),
  by: slug,
  at: z.iso.datetime(),
});
export type Commentary = z.infer<typeof commentarySchema>;
