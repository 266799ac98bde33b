// What would hang in the air if an entity were taken away: asked before it is retired, so that nobody finds out from
// the next report.
import type { Action } from '../action.ts';
import { activeIn } from '../active.ts';
import { activeOutcomes, contributionTo, isServed } from '../contribution.ts';
import type { Lifetime } from '../lifetime.ts';
import type { Objective } from '../objective.ts';
import { runsIn } from '../objective-runs.ts';
import type { Quarter } from '../quarter.ts';
import type { MapNode } from '../strategy-links.ts';
import type { StrategyMap } from '../strategy-map.ts';
import type { RetirableKind } from './retire.ts';

/** Why something rests on an entity. */
export const restReasons = [
  'only-counterpart',
  'counterpart',
  'outcome-unserved',
  'outcome-unheard',
  'moment-of-truth-unmeasured',
  'objective-unmeasured',
  'kpi-unlinked',
  'objective-orphan',
  'kpi-of-objective',
  'kpi-of-capability',
  'objective-of-capability',
  'capability-incomplete',
  'kpi-of-department',
  'objective-of-department',
  'outcome-of-department',
  'touchpoint-of-department',
  'outcome-on-journey',
  'kpi-on-journey',
  'kpi-of-member',
  'action-of-member',
] as const;
export type RestReason = (typeof restReasons)[number];

/** One entity that rests on another. A touchpoint's id is `journey/touchpoint`. */
export interface Rest {
  readonly why: RestReason;
  readonly kind: 'kpi' | 'outcome' | 'objective' | 'capability' | 'touchpoint' | 'action';
  readonly id: string;
  readonly name: string;
}
type Resting = MapNode<Rest['kind']>;

const rest = (why: RestReason, node: Resting): Rest => {
  const data: Readonly<Record<string, unknown>> = { ...node.data };
  const name = data['name'] ?? data['title'] ?? data['statement'] ?? data['text'] ?? node.id;
  return { why, kind: node.kind, id: node.id, name: String(name) };
};
const rests = (why: RestReason, nodes: readonly Resting[]): Rest[] => nodes.map((node) => rest(why, node));

const alive = (node: Resting, quarter: Quarter): boolean => {
  const one = node as { [K in Rest['kind']]: MapNode<K> }[Rest['kind']];
  if (one.data === undefined) return false;
  if (one.kind === 'objective') return runsIn(one.data as Objective, quarter);
  if (one.kind === 'action') return (one.data as Action).state === 'open';
  return activeIn(one.data as Lifetime, quarter);
};
const living = <N extends Resting>(nodes: readonly N[], quarter: Quarter): N[] =>
  nodes.filter((node) => alive(node, quarter));

const isFelt = (kpi: MapNode<'kpi'>): boolean => kpi.data?.perspective === 'customer-facing';

const ofKpi = (kpi: MapNode<'kpi'>, quarter: Quarter): Rest[] => {
  const others = (nodes: readonly MapNode<'kpi'>[]) =>
    living(nodes, quarter).filter(({ id }) => id !== kpi.id);
  const linked = others(kpi.links.counterpartOf);
  const isOnly = (one: MapNode<'kpi'>): boolean => others(one.links.counterparts).length === 0;
  const outcomes = activeOutcomes(kpi, quarter);
  const helps = (one: MapNode<'kpi'>, outcome: string) => contributionTo(one, outcome)?.effect === '+';
  return [
    ...rests('only-counterpart', linked.filter(isOnly)),
    ...rests(
      'counterpart',
      linked.filter((one) => !isOnly(one)),
    ),
    ...rests(
      'outcome-unserved',
      outcomes.filter(
        (outcome) =>
          isServed(outcome, quarter) &&
          !others(outcome.links.contributors).some((one) => helps(one, outcome.id)),
      ),
    ),
    ...rests(
      'outcome-unheard',
      outcomes.filter((outcome) => isFelt(kpi) && !others(outcome.links.contributors).some(isFelt)),
    ),
    ...rests(
      'moment-of-truth-unmeasured',
      living(kpi.links.touchpoints, quarter).filter(
        (touchpoint) =>
          touchpoint.data?.momentOfTruth === true &&
          isFelt(kpi) &&
          !others(touchpoint.links.kpis).some(isFelt),
      ),
    ),
    ...rests(
      'objective-unmeasured',
      living(kpi.links.objective, quarter).filter((objective) => others(objective.links.kpis).length === 0),
    ),
    ...rests(
      'capability-incomplete',
      living(kpi.links.capability, quarter).filter(
        (capability) =>
          capability.links.departments.some(({ id }) => id === kpi.data?.department) &&
          !others(capability.links.kpis).some((one) => one.data?.department === kpi.data?.department),
      ),
    ),
  ];
};

const ofOutcome = (outcome: MapNode<'outcome'>, quarter: Quarter): Rest[] => {
  const isAlone = (outcomes: readonly MapNode<'outcome'>[]): boolean =>
    living(outcomes, quarter).every(({ id }) => id === outcome.id);
  return [
    ...rests(
      'kpi-unlinked',
      living(outcome.links.contributors, quarter).filter((kpi) => isAlone(kpi.links.contributions)),
    ),
    ...rests(
      'objective-orphan',
      living(outcome.links.objectives, quarter).filter((objective) => isAlone(objective.links.outcomes)),
    ),
  ];
};

const by: {
  readonly [K in RetirableKind | 'member']: (node: MapNode<K>, quarter: Quarter) => Rest[];
} = {
  kpi: ofKpi,
  outcome: ofOutcome,
  objective: ({ links }, quarter) => rests('kpi-of-objective', living(links.kpis, quarter)),
  capability: ({ links }, quarter) => [
    ...rests('kpi-of-capability', living(links.kpis, quarter)),
    ...rests('objective-of-capability', living(links.objectives, quarter)),
  ],
  department: ({ links }, quarter) => [
    ...rests('kpi-of-department', living(links.kpis, quarter)),
    ...rests('objective-of-department', living(links.objectives, quarter)),
    ...rests('outcome-of-department', living(links.ownedOutcomes, quarter)),
    ...rests('touchpoint-of-department', living(links.touchpoints, quarter)),
    ...rests('capability-incomplete', living(links.capabilities, quarter)),
  ],
  journey: ({ links }, quarter) => [
    ...rests(
      'outcome-on-journey',
      living(
        [...new Map([...links.outcomes, ...links.clockedOutcomes].map((one) => [one.id, one])).values()],
        quarter,
      ),
    ),
    ...rests('kpi-on-journey', living(links.kpis, quarter)),
  ],
  member: ({ links }, quarter) => [
    ...rests('kpi-of-member', living(links.owns, quarter)),
    ...rests('action-of-member', living(links.actions, quarter)),
  ],
};

/**
 * What rests on an entity in a quarter, by why and id; nothing where the map does not know it. "Only counterpart"
 * asks for other links to KPIs that live, not whether these count: the preview of findings says that.
 */
export const restsOn = (
  map: StrategyMap,
  kind: RetirableKind | 'member',
  id: string,
  quarter: Quarter,
): Rest[] => {
  const node = map.node(kind, id);
  if (node === undefined) return [];
  const order = new Map(restReasons.map((why, i) => [why, i]));
  return (by[kind] as (node: unknown, quarter: Quarter) => Rest[])(node, quarter).sort(
    (a, b) => (order.get(a.why) ?? 0) - (order.get(b.why) ?? 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
};
