// The six checks as somebody would write them without an engine: maps by id, loops, and nothing that could be changed
// without touching all of it. It is the yardstick of what the engine's generality costs.
import type { KpiFacts, Strategy } from '../../shared/domain/facts.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { type Failing, failing } from './six.ts';
import { context } from './strategy.ts';

const { quarter, policy } = context;
const before: Quarter = '2026-Q1';
const lived = [quarter, before];

const isActive = (one: { firstQuarter: string; retiredFrom?: string | undefined }): boolean =>
  one.firstQuarter <= quarter && (one.retiredFrom === undefined || quarter < one.retiredFrom);

const targetOf = (kpi: KpiFacts, of: Quarter): number | undefined => {
  let found: number | undefined;
  for (const { from, value } of kpi.targets)
    if (from <= of && typeof value === 'string') found = Number(value);
  return found;
};

/** Every KPI of the made-up company is better higher. */
const colourOf = (kpi: KpiFacts, of: Quarter): 'green' | 'near' | 'red' | undefined => {
  const actual = kpi.readings[of]?.actual;
  const target = targetOf(kpi, of);
  if (actual === undefined || target === undefined) return undefined;
  const missed = target - Number(actual);
  if (missed <= 0) return 'green';
  const baseline = kpi.baseline === undefined ? undefined : Number(kpi.baseline);
  const scale = baseline === undefined || baseline === target ? target : target - baseline;
  return missed * 100 <= Math.abs(scale) * policy.nearPercent ? 'near' : 'red';
};

/** The failures of the six checks, sorted. */
export const byHand = (strategy: Strategy): Failing[] => {
  const found: Failing[] = [];
  const outcomes = new Set(strategy.outcomes.filter(isActive).map(({ id }) => id));
  const people = new Set(strategy.members.filter(({ status }) => status === 'active').map(({ id }) => id));
  const kpis = new Map(strategy.kpis.map((kpi) => [kpi.id, kpi]));
  const isRead = (kpi: KpiFacts): boolean => lived.some((of) => kpi.readings[of]?.actual !== undefined);
  const isOwned = (kpi: KpiFacts): boolean => kpi.owner !== undefined && people.has(kpi.owner);
  const serves = (kpi: KpiFacts): boolean => kpi.contributions.some(({ outcome }) => outcomes.has(outcome));
  const counts = (kpi: KpiFacts, other: KpiFacts | undefined): other is KpiFacts =>
    other !== undefined &&
    other.id !== kpi.id &&
    other.perspective === 'customer-facing' &&
    isActive(other) &&
    serves(other) &&
    isOwned(other) &&
    isRead(other);
  const served = new Set<string>();
  const heard = new Set<string>();
  for (const kpi of strategy.kpis) {
    if (!isActive(kpi)) continue;
    const heeds = kpi.perspective === 'customer-facing' && isOwned(kpi) && isRead(kpi);
    for (const { outcome, effect } of kpi.contributions) {
      if (effect === '+') served.add(outcome);
      if (heeds) heard.add(outcome);
    }
    if (!serves(kpi)) {
      const level = { 'internal-efficiency': 'error', 'customer-facing': 'warning' } as Record<
        string,
        string
      >;
      found.push(failing('unlinked-kpi', level[kpi.perspective] ?? 'note', [kpi.id]));
    }
    if (kpi.perspective !== 'internal-efficiency') continue;
    const linked = kpi.counterparts.map((one) => kpis.get(one.kpi));
    if (kpi.statutory === undefined && !linked.some((other) => counts(kpi, other)))
      found.push(failing('missing-counterpart', 'error', [kpi.id]));
    for (const other of linked) {
      if (!counts(kpi, other)) continue;
      if (colourOf(kpi, quarter) !== 'green' || colourOf(other, quarter) !== 'red') continue;
      const again = colourOf(kpi, before) === 'green' && colourOf(other, before) === 'red';
      found.push(failing('watermelon', again ? 'error' : 'warning', [kpi.id, other.id]));
    }
  }
  for (const objective of strategy.objectives)
    if (!objective.outcomes.some((outcome) => outcomes.has(outcome)))
      found.push(failing('orphan-objective', 'error', [objective.id]));
  for (const id of outcomes)
    if (!served.has(id)) found.push(failing('unserved-outcome', 'error', [id]));
    else if (!heard.has(id)) found.push(failing('unheard-outcome', 'error', [id]));
  return found.sort();
};
