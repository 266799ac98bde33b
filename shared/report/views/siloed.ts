// Are the silos melting? Counted by the check itself, whether or not the policy has it switched on: a figure that
// eight quarters show must not vanish with a switch.
import { siloedOutcome } from '../../checks/siloed-outcome.ts';
import type { Siloed } from '../../domain/figures.ts';
import { type Context, isActive } from '../../domain/liveness.ts';
import type { StrategyMap } from '../../domain/strategy-map.ts';

/** The ids of the outcomes that the check fails, and of all that it can be asked of. */
export const siloedOutcomes = (
  map: StrategyMap,
  context: Context,
): { readonly judged: readonly string[]; readonly siloed: readonly string[] } => {
  const judged: string[] = [];
  const siloed: string[] = [];
  for (const outcome of map.all('outcome')) {
    if (!isActive(outcome, context.quarter)) continue;
    const { verdict } = siloedOutcome.find(outcome, context, undefined as never);
    if (verdict === 'pass' || verdict === 'fail') judged.push(outcome.id);
    if (verdict === 'fail') siloed.push(outcome.id);
  }
  return { judged, siloed };
};

/** How many outcomes are siloed, of those whose touchpoints several departments own. */
export const siloed = (map: StrategyMap, context: Context): Siloed => {
  const outcomes = siloedOutcomes(map, context);
  return { judged: outcomes.judged.length, siloed: outcomes.siloed.length };
};
