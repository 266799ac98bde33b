// A department's quarter: draft, submitted, then accepted or returned. One version holds all of its readings.
import * as z from 'zod';
import { decimal } from './decimal.ts';
import { quarterSchema } from './quarter.ts';
import { line, prose, slug } from './slug.ts';

/** Where a figure comes from, so that it can be followed to its row. */
export const sourceRef = z.strictObject({
  file: line(120),
  row: z.int().min(1),
  column: line(120),
});

/** A reason behind a score. */
export const sentimentReason = z.strictObject({
  theme: line(120),
  count: z.int().min(1),
  quote: prose(500).optional(),
});

export const readingFields = z.strictObject({
  kpi: slug,
  actual: decimal.optional(),
  notMeasured: prose(300).optional(),
  note: prose(500).optional(),
  reasons: z.array(sentimentReason).max(20).optional(),
  /** How often staff broke the rule for a customer. */
  exceptions: z.int().min(0).optional(),
  source: sourceRef.optional(),
});
/** KPI x quarter: an actual, or why it was not measured. */
export const readingSchema = readingFields.refine(
  (reading) => (reading.actual === undefined) !== (reading.notMeasured === undefined),
  { path: ['actual'], error: 'an actual, or "notMeasured" with the reason: one of the two' },
);
export type Reading = z.infer<typeof readingSchema>;

export const readingList = z
  .array(readingSchema)
  .max(300, { error: 'at most 300 readings' })
  .superRefine((readings, context) => {
    const seen = new Set<string>();
    for (const [i, { kpi }] of readings.entries()) {
      if (seen.has(kpi))
        context.addIssue({ code: 'custom', path: [i, 'kpi'], message: 'each KPI once', input: kpi });
      seen.add(kpi);
    }
  });

export const submissionStates = ['submitted', 'accepted', 'returned'] as const;

/** One submitted version. A later version replaces it as the current one; each is kept. */
export const submissionSchema = z.strictObject({
  department: slug,
  quarter: quarterSchema,
  version: z.int().min(1),
  state: z.enum(submissionStates),
  readings: readingList,
  note: prose(1000).optional(),
  /** Handed in after the fact by an analyst, before the organisation's first evaluation. */
  history: z.boolean().default(false),
  submittedAt: z.iso.datetime(),
  submittedBy: slug,
  decidedAt: z.iso.datetime().optional(),
  decidedBy: slug.optional(),
  comment: prose(1000).optional(),
});
export type Submission = z.infer<typeof submissionSchema>;

/** A draft is no state: saved, not audited, not evaluated. It says which version it starts from. */
export const draftSchema = z.strictObject({
  readings: z
    .array(
      z.strictObject({
        kpi: slug,
        actual: z.string().max(60).optional(),
        notMeasured: z.string().max(300).optional(),
        note: z.string().max(500).optional(),
        /** As typed: a count may be no number yet. */
        reasons: z
          .array(
            z.strictObject({
              theme: z.string().max(120),
              count: z.string().max(20),
              quote: z.string().max(500),
            }),
          )
          .max(20)
          .optional(),
        exceptions: z.string().max(20).optional(),
        source: sourceRef.optional(),
      }),
    )
    .max(300),
  note: z.string().max(1000).optional(),
});
export type Draft = z.infer<typeof draftSchema>;

/** The version of a department's quarter that counts: the latest not returned, or else the last accepted one. */
export const countingVersion = (versions: readonly Submission[]): Submission | undefined => {
  const latest = versions.reduce<Submission | undefined>(
    (best, one) => (best === undefined || one.version > best.version ? one : best),
    undefined,
  );
  if (latest === undefined || latest.state !== 'returned') return latest;
  return versions
    .filter((one) => one.state === 'accepted')
    .reduce<Submission | undefined>(
      (best, one) => (best === undefined || one.version > best.version ? one : best),
      undefined,
    );
};
