// What the nodes of the strategy's graph hold and which links lead from where to where: the graph as data.
import type { Action } from './action.ts';
import type { Capability } from './capability.ts';
import type { DepartmentFacts, KpiFacts, MemberFacts } from './facts.ts';
import type { Journey, Touchpoint } from './journey.ts';
import type { Lifetime } from './lifetime.ts';
import type { Objective } from './objective.ts';
import type { Outcome } from './outcome.ts';

/** Departments that keep the same measure meet in one node: normalised name and kind of unit. */
export interface Measure {
  readonly name: string;
  readonly unit: string;
}
/** A touchpoint lives as long as its journey does. */
export type TouchpointFacts = Touchpoint & Lifetime & { readonly journey: string };

/** What each kind of node holds. */
export interface FactsOf {
  readonly department: DepartmentFacts;
  readonly member: MemberFacts;
  readonly journey: Journey;
  readonly touchpoint: TouchpointFacts;
  readonly capability: Capability;
  readonly outcome: Outcome;
  readonly objective: Objective;
  readonly kpi: KpiFacts;
  readonly measure: Measure;
  readonly action: Action;
}
export type NodeKind = keyof FactsOf;

/** Where each link of each kind leads. Forward links stand in the order of the entity's own list; links back by id. */
export interface LinksOf {
  readonly department: {
    kpis: 'kpi';
    formerKpis: 'kpi';
    objectives: 'objective';
    ownedOutcomes: 'outcome';
    touchpoints: 'touchpoint';
    capabilities: 'capability';
  };
  readonly member: { owns: 'kpi'; actions: 'action' };
  readonly journey: {
    kpis: 'kpi';
    outcomes: 'outcome';
    clockedOutcomes: 'outcome';
    touchpoints: 'touchpoint';
  };
  readonly touchpoint: { journey: 'journey'; owners: 'department'; kpis: 'kpi'; outcomes: 'outcome' };
  readonly capability: {
    departments: 'department';
    outcomes: 'outcome';
    kpis: 'kpi';
    objectives: 'objective';
  };
  readonly outcome: {
    owningDepartment: 'department';
    journey: 'journey';
    clockJourney: 'journey';
    touchpoints: 'touchpoint';
    contributors: 'kpi';
    objectives: 'objective';
    capabilities: 'capability';
  };
  readonly objective: {
    department: 'department';
    outcomes: 'outcome';
    capability: 'capability';
    kpis: 'kpi';
  };
  readonly kpi: {
    department: 'department';
    formerDepartments: 'department';
    objective: 'objective';
    owner: 'member';
    capability: 'capability';
    counterparts: 'kpi';
    counterpartOf: 'kpi';
    contributions: 'outcome';
    journey: 'journey';
    touchpoints: 'touchpoint';
    measure: 'measure';
  };
  readonly measure: { kpis: 'kpi' };
  readonly action: { owner: 'member' };
}

/** One node. `data` is undefined while somebody names an id that nobody has defined. */
export interface MapNode<K extends NodeKind> {
  readonly kind: K;
  readonly id: string;
  readonly data: FactsOf[K] | undefined;
  readonly links: {
    readonly [L in keyof LinksOf[K]]: readonly MapNode<LinksOf[K][L] & NodeKind>[];
  };
}
export type AnyNode = { [K in NodeKind]: MapNode<K> }[NodeKind];

/** A node's name: what a change, a finding or an edge refers to. */
export interface Ref {
  readonly kind: NodeKind;
  readonly id: string;
}

/** A link that an entity itself names; the one back is kept by the graph. */
export interface ForwardLink<K extends NodeKind> {
  readonly name: string;
  readonly to: NodeKind;
  readonly back: string;
  /** Linked only once somebody asks for the nodes that it leads to. */
  readonly late?: boolean;
  /** The ids that it leads to: a list, one, or none. */
  readonly ids: (data: FactsOf[K]) => readonly string[] | string | undefined;
}

/** A measure's node id: the name without case, marks and doubled spaces, and the unit's kind. */
export const measureId = (kpi: Pick<KpiFacts, 'name' | 'unit'>): string =>
  `${kpi.name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim()}|${kpi.unit.kind}`;

/** What a measure's node id says, so that the node is the same whichever KPI named it last. */
export const measureOf = (id: string): Measure => {
  const bar = id.lastIndexOf('|');
  return { name: id.slice(0, bar), unit: id.slice(bar + 1) };
};

/** The links of each kind of node. */
export const forward: { readonly [K in NodeKind]: readonly ForwardLink<K>[] } = {
  department: [],
  member: [],
  journey: [],
  measure: [],
  action: [{ name: 'owner', to: 'member', back: 'actions', ids: (a) => a.owner }],
  touchpoint: [
    { name: 'journey', to: 'journey', back: 'touchpoints', ids: (t) => t.journey },
    { name: 'owners', to: 'department', back: 'touchpoints', ids: (t) => t.owners },
  ],
  capability: [
    { name: 'departments', to: 'department', back: 'capabilities', ids: (c) => c.departments },
    { name: 'outcomes', to: 'outcome', back: 'capabilities', ids: (c) => c.outcomes },
  ],
  outcome: [
    {
      name: 'owningDepartment',
      to: 'department',
      back: 'ownedOutcomes',
      ids: (o) => o.owningDepartment,
    },
    { name: 'journey', to: 'journey', back: 'outcomes', ids: (o) => o.journey },
    { name: 'clockJourney', to: 'journey', back: 'clockedOutcomes', ids: (o) => o.clock?.journey },
    { name: 'touchpoints', to: 'touchpoint', back: 'outcomes', ids: (o) => o.touchpoints },
  ],
  objective: [
    { name: 'department', to: 'department', back: 'objectives', ids: (o) => o.department },
    { name: 'outcomes', to: 'outcome', back: 'objectives', ids: (o) => o.outcomes },
    { name: 'capability', to: 'capability', back: 'objectives', ids: (o) => o.capability },
  ],
  kpi: [
    { name: 'department', to: 'department', back: 'kpis', ids: (k) => k.department },
    {
      name: 'formerDepartments',
      to: 'department',
      back: 'formerKpis',
      ids: (k) => k.formerDepartments.map((former) => former.department),
    },
    { name: 'objective', to: 'objective', back: 'kpis', ids: (k) => k.objective },
    { name: 'owner', to: 'member', back: 'owns', ids: (k) => k.owner },
    { name: 'capability', to: 'capability', back: 'kpis', ids: (k) => k.capability },
    { name: 'counterparts', to: 'kpi', back: 'counterpartOf', ids: (k) => k.counterparts.map((c) => c.kpi) },
    {
      name: 'contributions',
      to: 'outcome',
      back: 'contributors',
      ids: (k) => k.contributions.map((c) => c.outcome),
    },
    {
      name: 'journey',
      to: 'journey',
      back: 'kpis',
      ids: (k) => (k.clock === 'on-no-journey' ? undefined : k.clock?.journey),
    },
    { name: 'touchpoints', to: 'touchpoint', back: 'kpis', ids: (k) => k.touchpoints },
    { name: 'measure', to: 'measure', back: 'kpis', late: true, ids: (k) => measureId(k) },
  ],
};

type Links = { readonly [K in NodeKind]: readonly ForwardLink<K>[] };
const linksWhere = (isLate: boolean): Links =>
  Object.fromEntries(
    Object.entries(forward).map(([kind, links]) => [
      kind,
      (links as readonly ForwardLink<NodeKind>[]).filter(({ late: asked }) => (asked === true) === isLate),
    ]),
  ) as unknown as Links;
/** The links that are there from the start, and those that wait until somebody asks. */
export const [early, late] = [linksWhere(false), linksWhere(true)];

/** Each link by `kind.name`: where it leads, and the link that leads back. */
export const linkTable: ReadonlyMap<string, { readonly to: NodeKind; readonly back: string }> = new Map(
  Object.entries(forward).flatMap(([kind, links]) =>
    links.flatMap(({ name, to, back }) => [
      [`${kind}.${name}`, { to, back }],
      [`${to}.${back}`, { to: kind as NodeKind, back: name }],
    ]),
  ),
);
