// A finding as reports and lists show it, and as its own page does. Texts are rendered when they are read.
import * as z from 'zod';
import { actionSchema } from '../domain/action.ts';
import { cell, subjectSchema } from '../domain/finding.ts';
import { findingStates, levels } from '../domain/finding-levels.ts';
import { quarterSchema } from '../domain/quarter.ts';
import { approvalObstacles, waiverLine, waiverSchema } from '../domain/waiver.ts';

/** A finding as a line of a report; its evidence is one click away. */
export const findingLine = z.strictObject({
  fingerprint: z.string(),
  check: z.string(),
  level: z.enum(levels),
  subject: subjectSchema,
  department: z.string().optional(),
  /** The owner of the KPI that it is about; in board reports only. */
  owner: z.string().optional(),
  message: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
  reasons: z.array(z.string()),
  state: z.enum(findingStates),
  since: quarterSchema,
  waiver: waiverLine.optional(),
  /** How often it came back. */
  reopened: z.int().min(1).optional(),
  /** Since when no evaluation could tell whether it still holds. */
  notConfirmedSince: z.string().optional(),
});
export type FindingLine = z.infer<typeof findingLine>;

/** What is said of a finding's age where it is read: quarters, and whether anybody has had a word in the last one. */
const ageFields = {
  /** First seen after the last digest. */
  new: z.boolean().optional(),
  sinceAt: z.string().optional(),
  age: z.int().min(0).optional(),
  unanswered: z.boolean().optional(),
};

/** A line of the findings register. */
export const findingItem = z.strictObject({
  ...findingLine.shape,
  ...ageFields,
  /** The open actions that were decided on it. */
  actions: z.array(z.string()).optional(),
  text: z.string(),
  version: z.int(),
});
export type FindingItem = z.infer<typeof findingItem>;

/** Evidence with the sentence that it backs, as a finding's page shows it. */
export const findingView = z.strictObject({
  ...findingLine.shape,
  ...ageFields,
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
  resolution: z.string().optional(),
  /** Every waiver that was asked for, oldest first. */
  waivers: z.array(waiverSchema).optional(),
  /** Every action that was decided on it, oldest first. */
  actions: z.array(actionSchema).optional(),
  /** What the caller may do here: answer (acknowledge, comment, ask for a waiver), decide on a waiver, decide an action. */
  may: z
    .strictObject({
      answer: z.boolean(),
      decideWaiver: z.boolean(),
      decideAction: z.boolean(),
      /** Why not, of a head or executive who can't decide on the waiver that waits. */
      waiverObstacle: z.enum(approvalObstacles).optional(),
    })
    .optional(),
  version: z.int(),
  events: z.array(
    z.strictObject({
      at: z.string(),
      quarter: quarterSchema,
      event: z.string(),
      by: z.string().optional(),
      note: z.string().optional(),
      until: z.string().optional(),
    }),
  ),
});
export type FindingView = z.infer<typeof findingView>;
