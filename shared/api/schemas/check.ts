// A check as the catalogue shows it.
import * as z from 'zod';

/** What is told of a check. */
export const checkView = z.strictObject({
  id: z.string(),
  title: z.string(),
  subject: z.string(),
  levels: z.array(z.string()),
  question: z.string(),
  why: z.string(),
  remedy: z.string(),
  thresholds: z.array(z.string()),
  onByDefault: z.boolean(),
});
