// One outcome in one quarter: what customers want, whether it is close, clear and something the company can do, which
// part of the customer's clock is covered by whom, and who contributes what.
import * as z from 'zod';
import { journeySchema, touchpointSchema } from '../domain/journey.ts';
import { perspectives } from '../domain/kpi.ts';
import { outcomeSchema } from '../domain/outcome.ts';
import { quarterSchema } from '../domain/quarter.ts';
import { statuses } from '../domain/status.ts';
import { unitSchema } from '../domain/unit.ts';
import { kpiLine } from './board-report.ts';
import { findingLine } from './finding-line.ts';
import { impactCell, marksSchema } from './views/shape.ts';

/** A stretch of the journey between two neighbouring events. */
const segmentLine = z.strictObject({
  from: z.string(),
  to: z.string(),
  duration: z.strictObject({ value: z.string(), unit: unitSchema }).optional(),
  /** Whether the customer's own clock runs over it. */
  inClock: z.boolean(),
  /** The live KPIs, of any department, that clock it. */
  clockedBy: z.array(z.string()),
  /** Those of them that are customer-facing and contribute to the outcome. */
  heardBy: z.array(z.string()),
});

const journeyStrip = z.strictObject({
  id: z.string(),
  name: z.string(),
  events: journeySchema.shape.events,
  segments: z.array(segmentLine),
  /** `belongs`: the outcome names it among its touchpoints. */
  touchpoints: z.array(z.strictObject({ ...touchpointSchema.shape, belongs: z.boolean() })),
});

const contributor = z.strictObject({
  id: z.string(),
  name: z.string(),
  department: z.string(),
  perspective: z.enum(perspectives),
  effect: z.enum(['+', '-']),
  live: z.boolean(),
  status: z.enum(statuses),
  unit: unitSchema,
  direction: z.string(),
  target: kpiLine.shape.target,
  readings: z.array(z.strictObject({ quarter: quarterSchema, actual: z.string().optional() })),
});

export const outcomeReportSchema = z.strictObject({
  schema: z.literal(1),
  outcome: outcomeSchema,
  quarter: quarterSchema,
  asOf: z.string(),
  marks: marksSchema,
  /** The journey of its clock, or the one that it names; absent where it has neither. */
  journey: journeyStrip.optional(),
  /** How many active KPIs contribute, with any effect. */
  contributors: z.int().min(0),
  /** Customer-facing ones first, then those furthest from their target; at most 48. */
  kpis: z.array(contributor),
  impact: z.array(impactCell),
  /** Departments that own one of its touchpoints and have no KPI on it. */
  silent: z.array(z.string()),
  findings: z.array(findingLine),
});
/** One quarter of one outcome. */
export type OutcomeReport = z.infer<typeof outcomeReportSchema>;
