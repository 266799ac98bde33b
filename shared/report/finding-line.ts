// A finding as reports and lists show it, and as its own page does. Texts are rendered when they are read.
import * as z from 'zod';
import { cell, findingStates, levels, subjectSchema } from '../domain/finding.ts';
import { quarterSchema } from '../domain/quarter.ts';

/** A finding as a line of a report; its evidence is one click away. */
export const findingLine = z.strictObject({
  fingerprint: z.string(),
  check: z.string(),
  level: z.enum(levels),
  subject: subjectSchema,
  department: z.string().optional(),
  message: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
  reasons: z.array(z.string()),
  state: z.enum(findingStates),
  since: quarterSchema,
});
export type FindingLine = z.infer<typeof findingLine>;

/** Evidence with the sentence that it backs, as a finding's page shows it. */
export const findingView = z.strictObject({
  ...findingLine.shape,
  text: z.string(),
  title: z.string(),
  question: z.string(),
  why: z.string(),
  remedy: z.string(),
  thresholds: z.record(z.string(), z.number()),
  quarter: quarterSchema,
  rulesVersion: z.string(),
  evidence: z.strictObject({ columns: z.array(z.string()), rows: z.array(z.array(cell)) }),
  related: z.array(z.strictObject({ kind: z.string(), id: z.string() })),
  firstSeen: z.string(),
  notConfirmedSince: z.string().optional(),
  version: z.int(),
  events: z.array(
    z.strictObject({
      at: z.string(),
      quarter: quarterSchema,
      event: z.string(),
      by: z.string().optional(),
      note: z.string().optional(),
    }),
  ),
});
export type FindingView = z.infer<typeof findingView>;
