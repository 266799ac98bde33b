// The bodies that several routes share, and the ones that belong to no entity.
import * as z from 'zod';
import { calendarSchema } from '../domain/calendar.ts';
import { storedKpi, targetValue } from '../domain/kpi.ts';
import { memberSchema, storedMember } from '../domain/member.ts';
import { organisationSchema } from '../domain/organisation.ts';
import { quarterSchema } from '../domain/quarter.ts';
import { prose, slug } from '../domain/slug.ts';
import { statuses } from '../domain/status.ts';
import { draftSchema, readingList, readingSchema, submissionSchema } from '../domain/submission.ts';
import { findingLine } from '../report/board-report.ts';

/** A page of a list; `cursor` asks for the next one. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), cursor: z.string().optional() });

export const idParams = z.strictObject({ id: slug });
export const quarterParams = z.strictObject({ id: slug, quarter: quarterSchema });
const pageSize = { error: 'a whole number from 1 to 50' };
export const pageQuery = z.strictObject({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number(pageSize).int(pageSize).min(1, pageSize).max(50, pageSize).default(50),
});

export const problemDocument = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string(),
  errors: z.array(z.strictObject({ path: z.string(), found: z.string(), expected: z.string() })),
});
export type ProblemDocument = z.infer<typeof problemDocument>;

/** Who is asking, where the organisation stands in time, and what the page needs before its first screen. */
export const meView = z.strictObject({
  member: memberSchema,
  organisation: organisationSchema,
  calendar: calendarSchema,
  /** The business time now, and the quarter that is running. */
  now: z.string(),
  runningQuarter: quarterSchema,
});

/** A member as others see him or her: the address is shown to analysts, who write it, and to the member. */
export const memberView = z.strictObject({
  ...storedMember.shape,
  email: storedMember.shape.email.optional(),
});
export type MemberView = z.infer<typeof memberView>;

export const targetBody = z.strictObject({ value: targetValue, reason: prose(500).optional() });

export const submissionBody = z.strictObject({ readings: readingList, note: prose(1000).optional() });
export const commentBody = z.strictObject({ comment: prose(1000) });
export const noteBody = z.strictObject({ note: prose(1000).optional() });

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
  cleared: z.array(z.strictObject({ fingerprint: z.string(), check: z.string(), text: z.string() })),
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

export const auditView = z.strictObject({
  id: z.string(),
  at: z.string(),
  by: z.string(),
  action: z.string(),
  entity: z.strictObject({ kind: z.string(), id: z.string() }),
  version: z.int(),
  payload: z.json().optional(),
  payloadHash: z.string(),
  previous: z.string(),
  hash: z.string(),
});
