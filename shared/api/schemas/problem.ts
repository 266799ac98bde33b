// A refusal's document (RFC 9457).
import * as z from 'zod';

/** What a refusal says: its stable type, and every fault with where, found and expected. */
export const problemDocument = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  errors: z.array(z.strictObject({ path: z.string(), found: z.string(), expected: z.string() })),
});
export type ProblemDocument = z.infer<typeof problemDocument>;
