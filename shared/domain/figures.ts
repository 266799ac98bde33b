// The scores of one quarter as one line of plain figures: what the lines of eight quarters draw, and what stays as it
// is once the quarter is closed. HEAD keeps them, so they stand with the domain and not with the reports.
import * as z from 'zod';
import { quarterSchema } from './quarter.ts';

const count = z.int().min(0);
const share = z.number().min(0).max(1);

/** Share of customer time clocked: the segments of customers' clocks that a live KPI clocks, of all of them. */
export const clockedTimeSchema = z.strictObject({
  /** 0..1; absent where no outcome's clock can be laid over a journey. */
  share: share.optional(),
  /** Weighed by typical durations where all are known and convertible, else each segment counts once. */
  by: z.enum(['duration', 'segments']),
  clocked: count,
  segments: count,
  /** Outcomes whose clock names events that their journey does not have. */
  cannotTell: count,
});
export type ClockedTime = z.infer<typeof clockedTimeSchema>;

/** KPIs on target that serve an active outcome, and how many of them serve assumed outcomes only. */
export const assumedGreenSchema = z.strictObject({ green: count, resting: count });
export type AssumedGreen = z.infer<typeof assumedGreenSchema>;

/** Outcomes whose touchpoints several departments own, and how many of them fewer than two measure. */
export const siloedSchema = z.strictObject({ judged: count, siloed: count });
export type Siloed = z.infer<typeof siloedSchema>;

/** The scores of one quarter, as the lines of eight quarters draw them. */
export const figuresSchema = z.strictObject({
  quarter: quarterSchema,
  /** Whether the quarter lies before the organisation joined: computed once, drawn hatched. */
  before: z.boolean(),
  covered: count,
  internal: count,
  /** Alignment is (weight - cost) / weight; nothing to judge where the weight is 0. */
  weight: count,
  cost: count,
  clocked: clockedTimeSchema,
  assumedGreen: assumedGreenSchema,
  siloed: siloedSchema,
});
export type Figures = z.infer<typeof figuresSchema>;
