// One journey in one quarter: its touchpoints with channels and owners, whose clocks run over which segment, for which
// outcomes customers wait there, and where nobody watches.
import * as z from 'zod';
import { journeySchema, touchpointSchema } from '../domain/journey.ts';
import { quarterSchema } from '../domain/quarter.ts';
import { unitSchema } from '../domain/unit.ts';

export const journeyReportSchema = z.strictObject({
  schema: z.literal(1),
  quarter: quarterSchema,
  asOf: z.string(),
  id: z.string(),
  name: z.string(),
  events: journeySchema.shape.events,
  segments: z.array(
    z.strictObject({
      from: z.string(),
      to: z.string(),
      duration: z.strictObject({ value: z.string(), unit: unitSchema }).optional(),
      /** The outcomes whose customers' clock runs over it. */
      waitedBy: z.array(z.string()),
      /** The live KPIs, of any department, that clock it; it has no owner where there is none. */
      clockedBy: z.array(z.string()),
      /** Those of them that are customer-facing and contribute to an outcome on the journey. */
      heardBy: z.array(z.string()),
    }),
  ),
  touchpoints: z.array(
    z.strictObject({
      ...touchpointSchema.shape,
      /** A moment of truth that no live customer-facing KPI names: the finding that says so. */
      unmeasured: z.string().optional(),
    }),
  ),
  /** The KPIs that the segments name. */
  kpis: z.array(z.strictObject({ id: z.string(), name: z.string(), department: z.string() })),
  /** The active outcomes on the journey or whose clock runs over it. */
  outcomes: z.array(z.strictObject({ id: z.string(), statement: z.string() })),
});
/** One quarter of one journey. */
export type JourneyReport = z.infer<typeof journeyReportSchema>;
