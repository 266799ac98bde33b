// A department's quarter: its sheet, what is handed in, what that would do, and the receipt.
import * as z from 'zod';
import { storedKpi, targetValue } from '../../domain/kpi.ts';
import { quarterSchema } from '../../domain/quarter.ts';
import { prose, slug } from '../../domain/slug.ts';
import { statuses } from '../../domain/status.ts';
import { draftSchema, readingList, readingSchema, submissionSchema } from '../../domain/submission.ts';
import { findingLine } from '../../report/finding-line.ts';

export const submissionBody = z.strictObject({ readings: readingList, note: prose(1000).optional() });
export const commentBody = z.strictObject({ comment: prose(1000) });

/** A department's quarter as its head fills it in: each KPI with what was said last time. */
export const quarterSheet = z.strictObject({
  department: z.strictObject({ id: slug, name: z.string(), charter: z.string().optional() }),
  quarter: quarterSchema,
  gate: z.enum(['not-begun', 'open', 'closed']),
  dueDate: z.iso.date(),
  closeDate: z.iso.date(),
  /** Whether the caller may write here. */
  writable: z.boolean(),
  /** The current submitted version; 0 while there is none. */
  version: z.int(),
  submission: submissionSchema.optional(),
  draft: z.strictObject({ ...draftSchema.shape, savedAt: z.string(), basedOn: z.int() }).optional(),
  rows: z.array(
    z.strictObject({
      kpi: storedKpi,
      target: targetValue.optional(),
      previous: z.strictObject({ quarter: quarterSchema, reading: readingSchema }).optional(),
      reading: readingSchema.optional(),
      status: z.enum(statuses),
    }),
  ),
});
export type QuarterSheet = z.infer<typeof quarterSheet>;

/** What a submission would do, with nothing stored. */
export const previewView = z.strictObject({
  quarter: quarterSchema,
  /** Findings that would be there, of this department and of everything that its figures touch. */
  findings: z.array(
    z.strictObject({
      ...findingLine.shape,
      text: z.string(),
      remedy: z.string(),
      change: z.enum(['new', 'stays', 'changed']),
    }),
  ),
  cleared: z.array(
    z.strictObject({
      fingerprint: z.string(),
      check: z.string(),
      message: findingLine.shape.message,
      data: findingLine.shape.data,
      text: z.string(),
    }),
  ),
  statuses: z.array(z.strictObject({ kpi: slug, status: z.enum(statuses) })),
});
export type Preview = z.infer<typeof previewView>;

/** The receipt of what was accepted. */
export const receiptView = z.strictObject({
  reference: z.string(),
  department: slug,
  quarter: quarterSchema,
  version: z.int(),
  state: z.string(),
  readings: z.int(),
  at: z.iso.datetime(),
  by: slug,
  contentHash: z.string(),
});
export type Receipt = z.infer<typeof receiptView>;
