// Many KPIs rest on one counterpart, and several checks ask of each of them whether it counts. What does not depend on
// who asks is worked out once per evaluation.
import { type CounterpartFault, counterpartFault } from '../domain/counterpart.ts';
import type { Context } from '../domain/liveness.ts';
import type { MapNode } from '../domain/strategy-links.ts';
import { perEvaluation } from './per-evaluation.ts';

const nobody = { id: '' } as MapNode<'kpi'>;
const faultForOthers = perEvaluation((counterpart: MapNode<'kpi'>, context: Context) =>
  counterpartFault(nobody, counterpart, context),
);

/** The first part of the law that a counterpart fails, or undefined: it counts. */
export const faultOf = (
  kpi: MapNode<'kpi'>,
  counterpart: MapNode<'kpi'>,
  context: Context,
): CounterpartFault | undefined =>
  counterpart.id === kpi.id
    ? counterpartFault(kpi, counterpart, context)
    : faultForOthers(counterpart, context);

/** The counterparts of a KPI that count, in the order in which they are linked. */
export const counting = (kpi: MapNode<'kpi'>, context: Context): MapNode<'kpi'>[] =>
  kpi.links.counterparts.filter((counterpart) => faultOf(kpi, counterpart, context) === undefined);
