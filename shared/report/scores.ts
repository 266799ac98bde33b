// Scores, and the one table of weights that they rest on. They are sums over check results, so that each figure can
// be followed to what made it.
import type { Check } from '../checks/check.ts';
import type { CheckResult } from '../checks/evaluate.ts';
import { countingCounterparts } from '../domain/counterpart.ts';
import type { Subject } from '../domain/finding.ts';
import type { Level } from '../domain/finding-levels.ts';
import { type Context, isActive } from '../domain/liveness.ts';
import type { MapNode } from '../domain/strategy-links.ts';
import type { StrategyMap } from '../domain/strategy-map.ts';
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

const counts = ['hold', 'cannotTell', 'waived', 'fail'] as const;

/** One line of the sum behind an alignment: what a result could cost, what it does, and how it counts. */
export interface Tally {
  readonly check: string;
  readonly subject: Subject;
  readonly verdict: Exclude<CheckResult['result']['verdict'], 'not-applicable'>;
  readonly level?: Level;
  readonly weight: number;
  readonly cost: number;
  readonly count: (typeof counts)[number];
}

const tallyOf = (
  { check, subject, result }: CheckResult,
  weight: number,
  isWaived: () => boolean,
): Tally | undefined => {
  if (result.verdict === 'not-applicable') return undefined;
  const judged = { check, subject, verdict: result.verdict, weight };
  switch (result.verdict) {
    case 'pass':
      return { ...judged, cost: 0, count: 'hold' };
    case 'fail': {
      const { level } = result;
      const cost = Math.min(weight, weights[level]);
      return { ...judged, level, cost, count: isWaived() ? 'waived' : 'fail' };
    }
    default:
      return { ...judged, cost: weight, count: 'cannotTell' };
  }
};

const isDearer = (a: Tally, b: Tally): boolean =>
  a.cost === b.cost ? counts.indexOf(a.count) > counts.indexOf(b.count) : a.cost > b.cost;

/**
 * The lines that an alignment sums: every applicable result once, a check of pairs once for the KPI that they begin
 * with, by its dearest pair. Adding them up gives `alignmentOf`, so each figure can be followed to what made it.
 */
export const talliesOf = (
  results: readonly CheckResult[],
  map: StrategyMap,
  checks: readonly Check[],
  isWaived: (failed: CheckResult) => boolean,
): Tally[] => {
  const byId = new Map(checks.map((check) => [check.meta.id, check]));
  const tallies: Tally[] = [];
  const dearest = new Map<string, Tally>();
  for (const judged of results) {
    const check = byId.get(judged.check);
    if (check === undefined) continue;
    const anchor = judged.subject.ids[0] ?? '';
    const tally = tallyOf(judged, weightFor(check, map.node('kpi', anchor)), () => isWaived(judged));
    if (tally === undefined) continue;
    if (check.meta.pair === undefined) {
      tallies.push(tally);
      continue;
    }
    const key = `${judged.check}|${anchor}`;
    const before = dearest.get(key);
    if (before === undefined || isDearer(tally, before)) dearest.set(key, tally);
  }
  return [...tallies, ...dearest.values()];
};

/**
 * Alignment of a set of results: (y - cost) / y, where y sums the weights of everything applicable. A fail costs
 * its level, a cannot-tell its whole weight; waived fails still cost, and are counted apart.
 */
export const alignmentOf = (...of: Parameters<typeof talliesOf>): Alignment => sumOf(talliesOf(...of));

/** The sum of lines: no share where nothing weighs. */
export const sumOf = (tallies: readonly Tally[]): Alignment => {
  const sum = { weight: 0, cost: 0, hold: 0, fail: 0, waived: 0, cannotTell: 0 };
  for (const { weight, cost, count } of tallies) {
    sum.weight += weight;
    sum.cost += cost;
    sum[count] += 1;
  }
  return sum.weight === 0 ? sum : { ...sum, share: (sum.weight - sum.cost) / sum.weight };
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
