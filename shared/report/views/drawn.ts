// What the board report's drawings need beside its figures: how each customer outcome stands against its target, and
// the ribbons of the alignment map. Shapes only, so that whoever reads a report brings nothing else along.
import * as z from 'zod';
import { levels } from '../../domain/finding-levels.ts';
import { statuses } from '../../domain/status.ts';
import { unitSchema } from '../../domain/unit.ts';

const count = z.int().min(0);

/** An outcome as customers feel it: its customer-facing KPI that stands worst, over eight quarters. */
export const standingSchema = z.strictObject({
  kpi: z.string(),
  name: z.string(),
  department: z.string(),
  unit: unitSchema,
  direction: z.string(),
  status: z.enum(statuses),
  target: z.union([z.string(), z.strictObject({ low: z.string(), high: z.string() })]).optional(),
  /** The actuals of the eight quarters up to the report's, oldest first; null where nothing was read. */
  series: z.array(z.string().nullable()).max(8),
});
export type Standing = z.infer<typeof standingSchema>;

/** A KPI's way to one outcome, or to none; the worst fault of its links, and the finding that tells of it. */
export const ribbonSchema = z.strictObject({
  department: z.string(),
  kpi: z.string(),
  name: z.string(),
  outcome: z.string().optional(),
  effect: z.enum(['+', '-']).optional(),
  fault: z.strictObject({ check: z.string(), level: z.enum(levels), fingerprint: z.string() }).optional(),
});
export type Ribbon = z.infer<typeof ribbonSchema>;

/** The worst ribbons one by one; KPIs beyond them are in the matrix, those without an outcome counted here. */
export const alignmentMapSchema = z.strictObject({
  ribbons: z.array(ribbonSchema),
  lost: z.array(z.strictObject({ department: z.string(), kpis: count })),
});
export type AlignmentMapData = z.infer<typeof alignmentMapSchema>;
