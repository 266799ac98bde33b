// Green on what the company believes, not on what a customer said: KPIs on target all of whose outcomes are assumed.
import { assumedOutcome } from '../../checks/assumed-outcome.ts';
import { activeOutcomes } from '../../domain/contribution.ts';
import type { AssumedGreen } from '../../domain/figures.ts';
import { type Context, isActive } from '../../domain/liveness.ts';
import { statusIn } from '../../domain/status.ts';
import type { MapNode } from '../../domain/strategy-links.ts';
import type { StrategyMap } from '../../domain/strategy-map.ts';

/** Whether an outcome was never validated with customers, or too long ago at the quarter's end. */
export const isAssumed = (outcome: MapNode<'outcome'>, context: Context): boolean =>
  assumedOutcome.find(outcome, context, undefined as never).verdict === 'fail';

/** The KPIs on target in the quarter that serve an active outcome, each with whether all its outcomes are assumed. */
export const greenKpis = (
  map: StrategyMap,
  context: Context,
): { readonly kpi: string; readonly resting: boolean }[] => {
  const assumed = new Set(
    map
      .all('outcome')
      .filter((outcome) => isActive(outcome, context.quarter) && isAssumed(outcome, context))
      .map(({ id }) => id),
  );
  return map.all('kpi').flatMap((kpi) => {
    if (kpi.data === undefined || !isActive(kpi, context.quarter)) return [];
    const outcomes = activeOutcomes(kpi, context.quarter);
    if (outcomes.length === 0 || statusIn(kpi.data, context.quarter, context.policy) !== 'on-target')
      return [];
    return [{ kpi: kpi.id, resting: outcomes.every(({ id }) => assumed.has(id)) }];
  });
};

/** How many KPIs are green, and how many of them rest on assumed outcomes alone. */
export const assumedGreen = (map: StrategyMap, context: Context): AssumedGreen => {
  const green = greenKpis(map, context);
  return { green: green.length, resting: green.filter(({ resting }) => resting).length };
};
