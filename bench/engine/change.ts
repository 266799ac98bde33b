// One KPI changes and the findings follow, in memory: the subjects that the change touches are judged again.
import type { Check } from '../../shared/checks/check.ts';
import { isOn, reevaluate } from '../../shared/checks/evaluate.ts';
import { touch } from '../../shared/checks/touched.ts';
import type { KpiFacts, Strategy } from '../../shared/domain/facts.ts';
import { StrategyMap } from '../../shared/domain/strategy-map.ts';
import { context } from './strategy.ts';
import { timed } from './timing.ts';

/** The KPI with its counterparts taken away, or given back. */
const changed = (kpi: KpiFacts, i: number): KpiFacts =>
  i % 2 === 0 ? { ...kpi, counterparts: [] } : { ...kpi, name: `${kpi.name} (revised)` };

/** Milliseconds from a changed KPI to its results, for many KPIs in turn on one map. */
export const timesOfChanges = (strategy: Strategy, checks: readonly Check[], changes: number): number[] => {
  const map = new StrategyMap(strategy);
  map.linkMeasures();
  const running = checks.filter((check) => isOn(check, context));
  const step = Math.max(1, Math.floor(strategy.kpis.length / changes));
  const update = (kpi: KpiFacts): void => {
    const anchors = new Map<string, Set<string>>();
    touch(map, running, [{ kind: 'kpi', id: kpi.id }], anchors);
    map.put('kpi', kpi.id, kpi);
    touch(map, running, [{ kind: 'kpi', id: kpi.id }], anchors);
    reevaluate(map, context, running, anchors);
  };
  const some = strategy.kpis.filter((_, i) => i % step === 0).slice(0, changes);
  for (const kpi of some.slice(0, 100)) update(kpi);
  return some.map((kpi, i) => {
    const to = changed(kpi, i);
    return timed(() => update(to));
  });
};
