// A finding is a check that failed for a subject: its condition is derived anew at each evaluation, its life is
// what people and time did with it. The fingerprint ties the two together for as long as the subject exists.
import * as z from 'zod';
import { sha256Hex } from './canonical.ts';
import { findingStates, levels } from './finding-levels.ts';
import { type Quarter, quarterSchema } from './quarter.ts';
import { slug } from './slug.ts';
import { waiverSchema } from './waiver.ts';

export const subjectSchema = z.strictObject({
  kind: z.enum([
    'department',
    'touchpoint',
    'capability',
    'outcome',
    'objective',
    'kpi',
    'measure',
    'kpi-pair',
    'kpi-outcome',
    'action',
  ]),
  ids: z.array(z.string()).min(1).max(2),
});
/** What a result is about; a pair has two ids. */
export type Subject = z.infer<typeof subjectSchema>;

export const cell = z.union([z.string(), z.number(), z.null()]);
/** Rows under named columns: what the reader needs to believe the sentence. */
export const evidenceSchema = z.strictObject({ columns: z.array(z.string()), rows: z.array(z.array(cell)) });
export type Evidence = z.infer<typeof evidenceSchema>;

/** The derived half of a finding. The text is rendered from message id and data when it is read. */
export const conditionSchema = z.strictObject({
  check: slug,
  subject: subjectSchema,
  quarter: quarterSchema,
  level: z.enum(levels),
  message: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
  reasons: z.array(z.string()),
  evidence: evidenceSchema,
  related: z.array(z.strictObject({ kind: z.string(), id: z.string() })),
  rulesVersion: z.string(),
});
export type Condition = z.infer<typeof conditionSchema>;

export const resolutions = ['cleared', 'not-applicable', 'subject-retired', 'quarter-passed'] as const;
export type Resolution = (typeof resolutions)[number];

export const lifeEvent = z.strictObject({
  at: z.iso.datetime(),
  quarter: quarterSchema,
  event: z.enum([
    'found',
    'reopened',
    'resolved',
    'level-changed',
    'acknowledged',
    'acknowledgement-ended',
    'commented',
    'waiver-asked',
    'waived',
    'waiver-refused',
    'waiver-ended',
    'waiver-lapsed',
  ]),
  by: z.string().optional(),
  note: z.string().optional(),
  /** Of a waiver: the last day on which it holds. */
  until: z.string().optional(),
});

/** The half that is a source: since when, what people did about it, how it ended. */
export const lifeSchema = z.strictObject({
  firstSeen: z.strictObject({ at: z.iso.datetime(), quarter: quarterSchema }),
  /** The start of the present spell: equal to `firstSeen` until it is reopened. */
  since: z.strictObject({ at: z.iso.datetime(), quarter: quarterSchema }),
  state: z.enum(findingStates),
  resolution: z.enum(resolutions).optional(),
  acknowledged: z
    .strictObject({ by: slug, at: z.iso.datetime(), quarter: quarterSchema, note: z.string().optional() })
    .optional(),
  /** Since when no evaluation could tell whether it still holds. */
  notConfirmedSince: z.iso.datetime().optional(),
  /** Every waiver that was ever asked for, oldest first. */
  waivers: z.array(waiverSchema).optional(),
  events: z.array(lifeEvent),
});
export type Life = z.infer<typeof lifeSchema>;

/** A finding as it is stored: while it is resolved it has no condition but the last one known. */
export const findingSchema = z.strictObject({
  fingerprint: z.string(),
  condition: conditionSchema,
  life: lifeSchema,
});
export type Finding = z.infer<typeof findingSchema>;

/** The checks whose findings belong to one quarter and pass with it. */
export const quarterlyChecks: ReadonlySet<string> = new Set([
  'missing-submission',
  'moved-target',
  'score-without-why',
]);

/** What a finding is about, as text: check, subject and, for quarterly checks, the quarter. Nothing else is identity. */
export const identityOf = (check: string, subject: Subject, quarter: Quarter): string =>
  JSON.stringify([check, subject.kind, subject.ids, quarterlyChecks.has(check) ? quarter : '']);

/** The name of that identity: 32 hex digits. */
export const fingerprintOf = (check: string, subject: Subject, quarter: Quarter): string =>
  sha256Hex(identityOf(check, subject, quarter)).slice(0, 32);
