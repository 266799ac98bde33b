// When does a linked KPI count as the customer-facing counterpart of an internal one? The law, in its order.
import { activeIn } from './active.ts';
import { type Context, hasOwner, isRead } from './liveness.ts';
import type { MapNode } from './strategy-links.ts';

/** Why a counterpart does not count, in the order in which the law asks. */
export const counterpartFaults = [
  'not-found',
  'itself',
  'retired',
  'not-customer-facing',
  'serves-no-outcome',
  'no-owner',
  'not-measured',
] as const;
export type CounterpartFault = (typeof counterpartFaults)[number];

/** Whether the KPI contributes, with any effect, to an outcome that is active in the quarter. */
export const servesOutcome = (kpi: MapNode<'kpi'>, { quarter }: Context): boolean =>
  kpi.links.contributions.some((outcome) => outcome.data !== undefined && activeIn(outcome.data, quarter));

/** The first part of the law that a counterpart fails, or undefined: it counts. */
export const counterpartFault = (
  kpi: MapNode<'kpi'>,
  counterpart: MapNode<'kpi'>,
  context: Context,
): CounterpartFault | undefined => {
  const { data } = counterpart;
  if (data === undefined) return 'not-found';
  if (counterpart.id === kpi.id) return 'itself';
  if (data.retiredFrom !== undefined && data.retiredFrom <= context.quarter) return 'retired';
  if (data.perspective !== 'customer-facing') return 'not-customer-facing';
  if (!servesOutcome(counterpart, context)) return 'serves-no-outcome';
  if (!hasOwner(counterpart)) return 'no-owner';
  if (!activeIn(data, context.quarter) || !isRead(counterpart, context)) return 'not-measured';
  return undefined;
};

/** The counterparts of a KPI that count, in the order in which they are linked. */
export const countingCounterparts = (kpi: MapNode<'kpi'>, context: Context): MapNode<'kpi'>[] =>
  kpi.links.counterparts.filter((counterpart) => counterpartFault(kpi, counterpart, context) === undefined);
