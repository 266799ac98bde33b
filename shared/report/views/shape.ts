// The shapes of the views that reports carry beside coverage and alignment. They stand apart from the functions that
// fill them, so that whoever only reads a report brings no check along.
import * as z from 'zod';

const count = z.int().min(0);
const share = z.number().min(0).max(1);
const data = z.record(z.string(), z.union([z.string(), z.number()]));
/** Something that a page can open: a check's findings, an outcome, a KPI, a department, or a figure of the report. */
export const evidenceRef = z.strictObject({
  kind: z.enum(['check', 'outcome', 'kpi', 'department', 'figure']),
  id: z.string(),
});
export type EvidenceRef = z.infer<typeof evidenceRef>;

export const answers = ['yes', 'partly', 'no', 'cannot-tell'] as const;
export type Answer = (typeof answers)[number];

/** One mark of an outcome: whether it holds, and the id and data of the sentence that says why. */
export const markSchema = z.strictObject({
  holds: z.enum(['yes', 'no', 'cannot-tell']),
  why: z.string(),
  data,
});
export type Mark = z.infer<typeof markSchema>;
/** Close to the customer, clear, and something the company can do. */
export const marksSchema = z.strictObject({ close: markSchema, clear: markSchema, can: markSchema });
export type Marks = z.infer<typeof marksSchema>;

/** The seven questions that tell a real programme from a house of cards, in their order. */
export const questions = [
  'processes-mapped',
  'technology-helps',
  'aligned',
  'channels-consistent',
  'silos-melting',
  'metrics-with-insight',
  'employees-engaged',
] as const;
export const questionSchema = z.strictObject({
  question: z.enum(questions),
  answer: z.enum(answers),
  /** The id and data of the sentence that says why. */
  why: z.string(),
  data,
  evidence: z.array(evidenceRef),
});
export type Question = z.infer<typeof questionSchema>;

/**
 * What one KPI moved for an outcome: -1..1, its effect included; without it, what is missing: `target`, `baseline`,
 * `other-baseline` (it is the target itself), `importance`, `kpi`, or `reading` with its quarter.
 */
const movementSchema = z.strictObject({
  kpi: z.string(),
  effect: z.enum(['+', '-']),
  movement: z.number().min(-1).max(1).optional(),
  missing: z.array(z.string()),
});
export type Movement = z.infer<typeof movementSchema>;

/** The impact of a department on an outcome with its factors; no figure where one is missing. */
export const impactCell = z.strictObject({
  department: z.string(),
  outcome: z.string(),
  /** The outcome's share of the importance of all active outcomes. */
  importance: share.optional(),
  /** The department's share of the live KPIs on the outcome. */
  share,
  /** Mean movement of its live KPIs on the outcome. */
  movement: z.number().min(-1).max(1).optional(),
  /** The product of the three. */
  impact: z.number().min(-1).max(1).optional(),
  missing: z.array(z.string()),
});
/** The same with what each live KPI of the department moved. */
export const impactSchema = z.strictObject({ ...impactCell.shape, kpis: z.array(movementSchema) });
export type Impact = z.infer<typeof impactSchema>;
/**
 * The part that a department plays for an outcome: of its impact what is its own. Its share of the KPIs on the outcome
 * moves with every other department, and stands with the outcome.
 */
export const partSchema = impactSchema.omit({ department: true, share: true, impact: true });
export type Part = z.infer<typeof partSchema>;

/** Impact by department: the sum over its outcomes that can be told, and how many can't. */
export const impactByDepartmentSchema = z.strictObject({
  departments: z.array(
    z.strictObject({
      department: z.string(),
      impact: z.number().min(-1).max(1).optional(),
      told: count,
      cannotTell: count,
    }),
  ),
  /** The department with the greatest impact; nobody while a factor of any department is missing. */
  winner: z.string().optional(),
});
export type ImpactByDepartment = z.infer<typeof impactByDepartmentSchema>;
