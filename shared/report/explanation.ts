// How one answer of a check came about, as the API and the command line show it.
import * as z from 'zod';
import { cell, subjectSchema } from '../domain/finding.ts';
import { levels } from '../domain/finding-levels.ts';
import { quarterSchema } from '../domain/quarter.ts';
import { sourceRef } from '../domain/submission.ts';

/** A field that was read: its value as short JSON; a reading's also where the figure comes from. */
export const fieldRead = z.strictObject({
  field: z.string(),
  value: z.string(),
  source: sourceRef.optional(),
});

/** A thing that was read, the paths of links on which it was met (the subject's own is empty), and what was read of it. */
export const inputRead = z.strictObject({
  kind: z.string(),
  id: z.string(),
  name: z.string().optional(),
  via: z.array(z.string()),
  reads: z.array(fieldRead),
});

export const explanation = z.strictObject({
  fingerprint: z.string(),
  check: z.string(),
  title: z.string(),
  question: z.string(),
  subject: subjectSchema,
  quarter: quarterSchema,
  verdict: z.enum(['pass', 'fail', 'cannot-tell', 'not-applicable', 'crashed']),
  level: z.enum(levels).optional(),
  /** What the check said, in one sentence. */
  text: z.string(),
  /** Sub-reasons of a failure, or what is missing for an answer. */
  reasons: z.array(z.string()),
  inputs: z.array(inputRead),
  /** Inputs that are left out because there are very many. */
  more: z.int(),
  thresholds: z.array(z.strictObject({ name: z.string(), value: z.json(), default: z.json() })),
  evidence: z.strictObject({ columns: z.array(z.string()), rows: z.array(z.array(cell)) }),
  /** What would clear it. */
  remedy: z.string(),
  rulesVersion: z.string(),
});
/** One answer with everything that it rests on. */
export type Explanation = z.infer<typeof explanation>;
export type InputRead = z.infer<typeof inputRead>;
