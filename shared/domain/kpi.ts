// A KPI lives on across quarters; its readings come with its department's submissions.
import * as z from 'zod';
import { clockSchema } from './clock.ts';
import { decimal } from './decimal.ts';
import { compareDecimal } from './exact.ts';
import { lifetime, stamp } from './lifetime.ts';
import { quarterSchema } from './quarter.ts';
import { line, prose, slug, touchpointId } from './slug.ts';
import { unitSchema, valueFault } from './unit.ts';

export const perspectives = ['customer-facing', 'internal-efficiency', 'financial', 'employee'] as const;
/** Who experiences what a KPI measures. An *internal KPI* is one of perspective `internal-efficiency`. */
export type Perspective = (typeof perspectives)[number];

export const directions = ['higher', 'lower', 'range'] as const;
/** Where better is: up, down, or within a range (whose bounds are the target's value). */
export type Direction = (typeof directions)[number];

export const rangeSchema = z
  .strictObject({ low: decimal, high: decimal })
  .refine(({ low, high }) => compareDecimal(low, high) <= 0, {
    path: ['high'],
    error: 'an upper bound not below the lower one',
  });
export const targetValue = z.union([decimal, rangeSchema]);
export type TargetValue = z.infer<typeof targetValue>;

/** A target stands from its quarter until the next one; who set it, when and why stays with the KPI. */
export const targetSchema = z.strictObject({
  from: quarterSchema,
  value: targetValue,
  reason: prose(500).optional(),
  setAt: z.iso.datetime(),
  by: slug,
});
export type Target = z.infer<typeof targetSchema>;

/** A link to a customer-facing KPI that shows what the customer feels of this one, `lag` quarters later. */
export const counterpartLink = z.strictObject({ kpi: slug, lag: z.int().min(0).max(4).default(0) });
export type CounterpartLink = z.infer<typeof counterpartLink>;

/** `+`: when the KPI gets better in its own direction the customer gains; `-`: the customer loses. */
export const contributionSchema = z.strictObject({
  outcome: slug,
  effect: z.enum(['+', '-']),
  lag: z.int().min(0).max(4).default(0),
  rationale: prose(500).optional(),
});
export type Contribution = z.infer<typeof contributionSchema>;

const unique = <T>(key: (item: T) => string, what: string) => ({
  check: (items: readonly T[]) => new Set(items.map(key)).size === items.length,
  error: `each ${what} once`,
});
const onceKpi = unique((link: CounterpartLink) => link.kpi, 'counterpart');
const onceOutcome = unique((link: Contribution) => link.outcome, 'outcome');

/** What people write of a KPI. */
export const kpiFields = z.strictObject({
  department: slug,
  objective: slug.optional(),
  capability: slug.optional(),
  name: line(160),
  definition: prose(2000).optional(),
  unit: unitSchema,
  direction: z.enum(directions, { error: 'a direction: higher, lower or range' }),
  perspective: z.enum(perspectives),
  perspectiveConfirmed: z.boolean().default(false),
  owner: slug.optional(),
  baseline: decimal.optional(),
  everyQuarters: z.union([z.literal(1), z.literal(2), z.literal(4)]).default(1),
  clock: z.union([clockSchema, z.literal('on-no-journey')]).optional(),
  touchpoints: z.array(touchpointId).max(20).default([]),
  channels: z.array(slug).max(20).default([]),
  counterparts: z.array(counterpartLink).max(20).default([]).refine(onceKpi.check, { error: onceKpi.error }),
  contributions: z
    .array(contributionSchema)
    .max(20)
    .default([])
    .refine(onceOutcome.check, { error: onceOutcome.error }),
  sentiment: z.enum(['nps', 'csat', 'ces']).optional(),
  roomToAct: z.boolean().optional(),
  firstQuarter: lifetime.firstQuarter.optional(),
  retiredFrom: lifetime.retiredFrom,
});

/** Approved: measured because law or contract says so. */
export const statutorySchema = z.strictObject({ reason: prose(500), by: slug, at: z.iso.datetime() });

/** A change of what a KPI means, kept with it: the report lists these, so that nobody can talk a finding away. */
export const definitionChange = z.strictObject({
  field: z.enum([
    'direction',
    'perspective',
    'clock',
    'unit',
    'department',
    'owner',
    'retiredFrom',
    'statutory',
  ]),
  was: z.string(),
  is: z.string(),
  at: z.iso.datetime(),
  by: slug,
  reason: prose(500).optional(),
});
export type DefinitionChange = z.infer<typeof definitionChange>;

/** A KPI as it is stored: what people wrote, and what the server keeps of it. */
export const kpiSchema = z.strictObject({
  ...kpiFields.shape,
  id: slug,
  firstQuarter: lifetime.firstQuarter,
  targets: z.array(targetSchema).max(80).default([]),
  formerDepartments: z
    .array(z.strictObject({ department: slug, until: quarterSchema }))
    .max(40)
    .default([]),
  changes: z.array(definitionChange).max(200).default([]),
  statutory: statutorySchema.optional(),
});
export type KpiFields = z.infer<typeof kpiFields>;
export type Kpi = z.infer<typeof kpiSchema>;
export const storedKpi = z.strictObject({ ...kpiSchema.shape, ...stamp.shape });

/** What is wrong with a target of this KPI, or undefined: its form follows the direction, its values the unit. */
export const targetFault = (value: TargetValue, kpi: Pick<Kpi, 'direction' | 'unit'>): string | undefined => {
  const isRange = typeof value !== 'string';
  if (kpi.direction === 'range' && !isRange)
    return 'a range {low, high}, as its KPI is better within a range';
  if (kpi.direction !== 'range' && isRange) return `one number, as its KPI is better ${kpi.direction}`;
  return isRange
    ? (valueFault(value.low, kpi.unit) ?? valueFault(value.high, kpi.unit))
    : valueFault(value, kpi.unit);
};
