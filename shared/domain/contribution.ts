// Who acts on an outcome, and how. A contribution counts while both its KPI and its outcome are active.
import type { Contribution } from './kpi.ts';
import { departmentIn } from './kpi-in-quarter.ts';
import { isActive } from './liveness.ts';
import type { Quarter } from './quarter.ts';
import type { MapNode } from './strategy-links.ts';

/** What a KPI says of its effect on an outcome, or undefined where it names no such outcome. */
export const contributionTo = (kpi: MapNode<'kpi'>, outcome: string): Contribution | undefined =>
  kpi.data?.contributions.find((contribution) => contribution.outcome === outcome);

/** The active KPIs that contribute to an outcome, with any effect, by id. */
export const activeContributors = (outcome: MapNode<'outcome'>, quarter: Quarter): MapNode<'kpi'>[] =>
  outcome.links.contributors.filter((kpi) => isActive(kpi, quarter));

/** The active outcomes that a KPI contributes to, in the order in which it names them. */
export const activeOutcomes = (kpi: MapNode<'kpi'>, quarter: Quarter): MapNode<'outcome'>[] =>
  kpi.links.contributions.filter((outcome) => isActive(outcome, quarter));

/** An outcome is served while some KPI contributes to it with `+`; one that is only harmed is not. */
export const isServed = (outcome: MapNode<'outcome'>, quarter: Quarter): boolean =>
  outcome.links.contributors.some(
    (kpi) => contributionTo(kpi, outcome.id)?.effect === '+' && isActive(kpi, quarter),
  );

/** The department that holds a KPI in a quarter. */
export const holderOf = (kpi: MapNode<'kpi'>, quarter: Quarter): string =>
  kpi.data === undefined ? '' : departmentIn(kpi.data, quarter);

/** The active KPIs that a department holds in a quarter, by id: moving one away later does not change that. */
export const heldKpis = (department: MapNode<'department'>, quarter: Quarter): MapNode<'kpi'>[] => {
  const held = (kpi: MapNode<'kpi'>): boolean =>
    isActive(kpi, quarter) && holderOf(kpi, quarter) === department.id;
  const still = department.links.kpis.filter(held);
  const former = department.links.formerKpis.filter(
    (kpi) => held(kpi) && kpi.data?.department !== department.id,
  );
  return former.length === 0 ? still : [...still, ...former].sort((a, b) => (a.id < b.id ? -1 : 1));
};
