// The board report's shape: one quarter, everything a board must see of it, small enough for one stored item.
// Texts are rendered when it is read; it holds message ids and data.
import * as z from 'zod';
import { calendarSchema } from '../domain/calendar.ts';
import { assumedGreenSchema, clockedTimeSchema, figuresSchema, siloedSchema } from '../domain/figures.ts';
import { levels } from '../domain/finding-levels.ts';
import { perspectives } from '../domain/kpi.ts';
import { quarterSchema } from '../domain/quarter.ts';
import { statuses } from '../domain/status.ts';
import { sourceRef, submissionStates } from '../domain/submission.ts';
import { unitSchema } from '../domain/unit.ts';
import { actionLine, waiversSchema } from './decision-lines.ts';
import { findingLine } from './finding-line.ts';
import { alignmentMapSchema, standingSchema } from './views/drawn.ts';
import { impactByDepartmentSchema, marksSchema, partSchema, questionSchema } from './views/shape.ts';

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
  alignment: alignmentSchema.optional(),
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
  marks: marksSchema.optional(),
  /** Absent where no live customer-facing KPI contributes. */
  standing: standingSchema.optional(),
});

/** Findings of one check with one cause. */
const causeLine = z.strictObject({
  check: z.string(),
  level: z.enum(levels),
  common: z.strictObject({ kind: z.enum(['kpi', 'outcome', 'department', 'finding']), id: z.string() }),
  fingerprint: z.string(),
  message: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
  count,
});

/** The views beside coverage and alignment; `history` holds up to eight quarters, oldest first, this one the last. */
const views = z.strictObject({
  clocked: clockedTimeSchema,
  assumedGreen: assumedGreenSchema,
  siloed: siloedSchema,
  impact: impactByDepartmentSchema,
  questions: z.array(questionSchema),
  history: z.array(figuresSchema),
});

/** A change of what is measured, made within the quarter. */
export const changeLine = z.strictObject({
  /** Of a KPI: its id. Else `kind` and `id` say what was changed. */
  kpi: z.string().optional(),
  kind: z.enum(['organisation', 'department', 'journey', 'capability', 'outcome', 'objective']).optional(),
  id: z.string().optional(),
  name: z.string(),
  /** Absent where no department holds it, such as a journey or the organisation's own settings. */
  department: z.string().optional(),
  field: z.string(),
  was: z.string(),
  is: z.string(),
  /** What a target is measured in. */
  unit: unitSchema.optional(),
  at: z.string(),
  by: z.string(),
  reason: z.string().optional(),
});
export type ChangeLine = z.infer<typeof changeLine>;

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
  /** What was decided and is not done; it comes first. Absent in reports that were written before there were actions. */
  actions: z.array(actionLine).optional(),
  /** What is waived, counted and shown. */
  waivers: waiversSchema.optional(),
  decisions: z.array(findingLine),
  departments: z.array(departmentLine),
  outcomes: z.array(outcomeLine),
  matrix: z.array(matrixCell),
  changes: z.array(changeLine),
  /** How many there are, where `changes` holds but the first of them. */
  changesTotal: count.optional(),
  map: alignmentMapSchema.optional(),
  /** The most urgent causes, each with its first finding and how many it stands for; counts elsewhere are ungrouped. */
  causes: z.array(causeLine).optional(),
  /** Absent in reports that were written before there were views, as are marks and alignments of departments. */
  views: views.optional(),
});
/** One quarter for the board. */
export type BoardReport = z.infer<typeof boardReportSchema>;

/** A KPI as its department's report shows it: figures as decimal strings, with where each comes from. */
export const kpiLine = z.strictObject({
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
  /** The open actions on its findings; they come first. */
  actions: z.array(actionLine).optional(),
  findings: z.array(findingLine),
  kpis: z.array(kpiLine),
  /** The part it plays for each outcome that it has a live KPI on; the outcome's report has its share and impact. */
  parts: z.array(partSchema).optional(),
});
/** One quarter of one department. */
export type DepartmentReport = z.infer<typeof departmentReportSchema>;
