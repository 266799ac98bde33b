// The board report's shape: one quarter, everything a board must see of it, small enough for one stored item.
// Texts are rendered when it is read; it holds message ids and data.
import * as z from 'zod';
import { calendarSchema } from '../domain/calendar.ts';
import { perspectives } from '../domain/kpi.ts';
import { quarterSchema } from '../domain/quarter.ts';
import { statuses } from '../domain/status.ts';
import { sourceRef, submissionStates } from '../domain/submission.ts';
import { unitSchema } from '../domain/unit.ts';
import { findingLine } from './finding-line.ts';

const count = z.int().min(0);
const byLevel = z.strictObject({ error: count, warning: count, note: count });

/** Counterpart coverage: internal KPIs with a counterpart that counts, of all that are asked. */
export const coverageSchema = z.strictObject({
  covered: count,
  internal: count,
  /** How many of the covered ones share their only counterpart with another. */
  concentrated: count,
  /** Internal KPIs that are not asked: measured because law or contract says so. */
  statutory: count,
});
export type Coverage = z.infer<typeof coverageSchema>;

/** Alignment: (y - cost) / y, 0..1, with the plain counts; no share where nothing is applicable. */
export const alignmentSchema = z.strictObject({
  share: z.number().min(0).max(1).optional(),
  weight: count,
  cost: count,
  hold: count,
  fail: count,
  waived: count,
  cannotTell: count,
});
export type Alignment = z.infer<typeof alignmentSchema>;

const departmentLine = z.strictObject({
  id: z.string(),
  name: z.string(),
  kpis: count,
  submission: z.enum([...submissionStates, 'missing', 'not-due']),
  /** The version of the submission that this report has seen. */
  version: z.int().optional(),
  coverage: coverageSchema,
  findings: byLevel,
});

/** What a department's live KPIs do for an outcome; `gap`: an internal KPI acts on it whose counterpart is missing. */
const matrixCell = z.strictObject({
  department: z.string(),
  outcome: z.string(),
  helps: count,
  harms: count,
  heard: count,
  gap: z.boolean(),
});

const outcomeLine = z.strictObject({
  id: z.string(),
  statement: z.string(),
  weight: z.number(),
  assumed: z.boolean(),
  contributors: count,
  heard: z.boolean(),
});

/** A change of what is measured, made within the quarter. */
export const changeLine = z.strictObject({
  kpi: z.string(),
  name: z.string(),
  department: z.string(),
  field: z.string(),
  was: z.string(),
  is: z.string(),
  at: z.string(),
  by: z.string(),
  reason: z.string().optional(),
});

export const boardReportSchema = z.strictObject({
  schema: z.literal(1),
  organisation: z.strictObject({
    id: z.string(),
    name: z.string(),
    currency: z.string(),
    fiscalStart: z.int(),
  }),
  quarter: quarterSchema,
  calendar: calendarSchema,
  rulesVersion: z.string(),
  asOf: z.string(),
  headline: z.strictObject({
    message: z.string(),
    data: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  completeness: z.strictObject({ submitted: count, expected: count, complete: z.boolean() }),
  coverage: coverageSchema,
  coverageHistory: z.array(
    z.strictObject({ quarter: quarterSchema, covered: count, internal: count, before: z.boolean() }),
  ),
  alignment: alignmentSchema,
  findings: byLevel,
  unresolved: count,
  decisions: z.array(findingLine),
  departments: z.array(departmentLine),
  outcomes: z.array(outcomeLine),
  matrix: z.array(matrixCell),
  changes: z.array(changeLine),
});
/** One quarter for the board. */
export type BoardReport = z.infer<typeof boardReportSchema>;

/** A KPI as its department's report shows it: figures as decimal strings, with where each comes from. */
const kpiLine = z.strictObject({
  id: z.string(),
  name: z.string(),
  perspective: z.enum(perspectives),
  unit: unitSchema,
  direction: z.string(),
  owner: z.string().optional(),
  status: z.enum(statuses),
  target: z.union([z.string(), z.strictObject({ low: z.string(), high: z.string() })]).optional(),
  readings: z.array(
    z.strictObject({
      quarter: quarterSchema,
      actual: z.string().optional(),
      notMeasured: z.string().optional(),
      source: sourceRef.optional(),
    }),
  ),
  outcomes: z.array(z.strictObject({ id: z.string(), effect: z.enum(['+', '-']) })),
  counterparts: z.array(
    z.strictObject({ id: z.string(), name: z.string().optional(), fault: z.string().optional() }),
  ),
});

export const departmentReportSchema = z.strictObject({
  schema: z.literal(1),
  department: z.strictObject({ id: z.string(), name: z.string(), charter: z.string().optional() }),
  quarter: quarterSchema,
  asOf: z.string(),
  submission: departmentLine.shape.submission,
  version: z.int().optional(),
  coverage: coverageSchema,
  alignment: alignmentSchema,
  findings: z.array(findingLine),
  kpis: z.array(kpiLine),
});
/** One quarter of one department. */
export type DepartmentReport = z.infer<typeof departmentReportSchema>;
