// Scores, and the one table of weights that they rest on. They are sums over check results, so that each figure can
// be followed to what made it.
import type { Check } from '../checks/check.ts';
import type { CheckResult } from '../checks/evaluate.ts';
import { countingCounterparts } from '../domain/counterpart.ts';
import type { Level } from '../domain/finding.ts';
import { type Context, isActive } from '../domain/liveness.ts';
import type { MapNode, StrategyMap } from '../domain/strategy-map.ts';
import type { Alignment, Coverage } from './board-report.ts';

/** What a failure of each level costs. */
export const weights: Readonly<Record<Level, number>> = { error: 5, warning: 2, note: 0 };

/** A check's weight for a subject: that of the worst level that it has for its perspective. */
export const weightFor = ({ meta }: Check, node: MapNode<'kpi'> | undefined): number => {
  if (typeof meta.level === 'string') return weights[meta.level];
  const perspective = node?.data?.perspective;
  const level = perspective === undefined ? undefined : meta.level[perspective];
  return level === undefined ? 0 : weights[level];
};

/** One judged thing: what it could cost, what it does, and how it counts. A pair check counts once per KPI. */
interface Tally {
  readonly weight: number;
  readonly cost: number;
  readonly count: 'hold' | 'fail' | 'waived' | 'cannotTell';
}

const tallyOf = (result: CheckResult['result'], weight: number, waived: boolean): Tally | undefined => {
  switch (result.verdict) {
    case 'not-applicable':
      return undefined;
    case 'pass':
      return { weight, cost: 0, count: 'hold' };
    case 'fail':
      return { weight, cost: Math.min(weight, weights[result.level]), count: waived ? 'waived' : 'fail' };
    default:
      return { weight, cost: weight, count: 'cannotTell' };
  }
};

/**
 * Alignment of a set of results: (y - cost) / y, where y sums the weights of everything applicable. A fail costs
 * its level, a cannot-tell its whole weight; waived fails still cost, and are counted apart.
 */
export const alignmentOf = (
  results: readonly CheckResult[],
  map: StrategyMap,
  checks: readonly Check[],
  isWaived: (failed: CheckResult) => boolean,
): Alignment => {
  const byId = new Map(checks.map((check) => [check.meta.id, check]));
  const dearest = new Map<string, Tally>();
  for (const judged of results) {
    const { check: id, subject, result } = judged;
    const check = byId.get(id);
    if (check === undefined) continue;
    const anchor = subject.ids[0] ?? '';
    const tally = tallyOf(
      result,
      weightFor(check, map.node('kpi', anchor)),
      result.verdict === 'fail' && isWaived(judged),
    );
    if (tally === undefined) continue;
    const key = `${id}|${anchor}`;
    const before = dearest.get(key);
    if (before === undefined || tally.cost > before.cost) dearest.set(key, tally);
  }
  const sum = { weight: 0, cost: 0, hold: 0, fail: 0, waived: 0, cannotTell: 0 };
  for (const { weight, cost, count } of dearest.values()) {
    sum.weight += weight;
    sum.cost += cost;
    sum[count] += 1;
  }
  const judged = sum.hold + sum.fail + sum.waived + sum.cannotTell;
  return judged === 0 || sum.weight === 0 ? sum : { ...sum, share: (sum.weight - sum.cost) / sum.weight };
};

/** Counterpart coverage over some KPIs: the board's first number. */
export const coverageOf = (kpis: readonly MapNode<'kpi'>[], context: Context): Coverage => {
  const internal = kpis.filter(
    (kpi) => kpi.data?.perspective === 'internal-efficiency' && isActive(kpi, context.quarter),
  );
  const asked = internal.filter((kpi) => kpi.data?.statutory === undefined);
  const counting = asked.map((kpi) => countingCounterparts(kpi, context));
  const only = counting.filter((list) => list.length === 1).map((list) => list[0]?.id ?? '');
  const shared = new Map<string, number>();
  for (const id of only) shared.set(id, (shared.get(id) ?? 0) + 1);
  return {
    covered: counting.filter((list) => list.length > 0).length,
    internal: asked.length,
    concentrated: only.filter((id) => (shared.get(id) ?? 0) > 1).length,
    statutory: internal.length - asked.length,
  };
};
