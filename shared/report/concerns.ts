// Which findings concern a customer outcome: those about it, its touchpoints, and everything that contributes to it or
// serves it. Worked out from the links as they were evaluated, so that no list of outcomes grows old beside a finding.
import type { Subject } from '../domain/finding.ts';
import type { StrategyMap } from '../domain/strategy-map.ts';

/** Whether a finding's subject concerns the outcome. */
export const concernsOutcome = (map: StrategyMap, id: string): ((subject: Subject) => boolean) => {
  const outcome = map.node('outcome', id);
  if (outcome === undefined) return () => false;
  const { contributors, touchpoints, objectives, capabilities } = outcome.links;
  const ids = (nodes: readonly { readonly id: string }[]) => new Set(nodes.map((node) => node.id));
  const kpis = ids(contributors);
  const others = {
    touchpoint: ids(touchpoints),
    objective: ids(objectives),
    capability: ids(capabilities),
  };
  return ({ kind, ids: [first = '', second = ''] }) => {
    switch (kind) {
      case 'outcome':
        return first === id;
      case 'kpi-outcome':
        return second === id;
      case 'kpi':
        return kpis.has(first);
      case 'kpi-pair':
        return kpis.has(first) || kpis.has(second);
      case 'measure':
        return map.node('measure', first)?.links.kpis.some((kpi) => kpis.has(kpi.id)) ?? false;
      case 'touchpoint':
      case 'objective':
      case 'capability':
        return others[kind].has(first);
      default:
        return false;
    }
  };
};
