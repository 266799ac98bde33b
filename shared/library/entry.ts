// What the library says of one KPI. Plain data without a parser: it is part of the program, and its laws are held by a test.
import type { Direction, Perspective } from '../domain/kpi.ts';
import type { unitKinds } from '../domain/unit.ts';

export const businessFunctions = [
  'customer-experience',
  'sales',
  'marketing',
  'order-to-cash',
  'supply-chain',
  'manufacturing',
  'it-service',
  'software-delivery',
  'contact-centre',
  'field-service',
  'hr',
  'finance',
  'procurement',
  'healthcare',
  'public-service',
  'transport',
  'utilities',
  'telecom',
  'retail',
  'banking',
  'insurance',
  'education',
  'hospitality',
  'projects',
  'environment',
] as const;
/** The field of business in which a KPI is at home. */
export type BusinessFunction = (typeof businessFunctions)[number];

/** Who notices an event of a journey: the customer, or only the people inside. */
export type SeenBy = 'customer' | 'inside';

/** The event at which a duration begins or ends. */
export type ClockEnd = { readonly event: string; readonly seenBy: SeenBy };

/**
 * A KPI as the field knows it. `synonyms` mean the same; `kindred` are further
 * measures of the same kind and perspective (kept for customer-facing and internal entries, which proposals look for). A money unit has
 * no symbol: who adopts the entry fills in the currency. Only internal-efficiency entries have `counterparts` (ids of customer-facing
 * entries, nearest first) and `felt`, a sentence on what the customer notices.
 */
export type Entry = {
  readonly id: string;
  readonly name: string;
  readonly synonyms: readonly string[];
  readonly kindred: readonly string[];
  readonly definition: string;
  readonly formula: string;
  readonly unit: { readonly kind: (typeof unitKinds)[number]; readonly symbol: string };
  readonly direction: Direction;
  readonly perspective: Perspective;
  readonly because: string;
  readonly function: BusinessFunction;
  readonly clock?: { readonly from: ClockEnd; readonly to: ClockEnd };
  readonly counterparts?: readonly string[];
  readonly felt?: string;
};
