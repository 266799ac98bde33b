// The whole strategy as a graph in memory, with every link readable in both directions. A node exists as soon as
// somebody names its id: people link before the other side submits, and a check must see that nothing is there.
import type { Action } from './action.ts';
import type { Capability } from './capability.ts';
import type { DepartmentFacts, KpiFacts, MemberFacts, Strategy } from './facts.ts';
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

interface ForwardLink<K extends NodeKind> {
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
const measureOf = (id: string): Measure => {
  const bar = id.lastIndexOf('|');
  return { name: id.slice(0, bar), unit: id.slice(bar + 1) };
};

const forward: { readonly [K in NodeKind]: readonly ForwardLink<K>[] } = {
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
const [early, late] = [linksWhere(false), linksWhere(true)];

/** Each link by `kind.name`: where it leads, and the link that leads back. */
export const linkTable: ReadonlyMap<string, { readonly to: NodeKind; readonly back: string }> = new Map(
  Object.entries(forward).flatMap(([kind, links]) =>
    links.flatMap(({ name, to, back }) => [
      [`${kind}.${name}`, { to, back }],
      [`${to}.${back}`, { to: kind as NodeKind, back: name }],
    ]),
  ),
);
interface MutableNode {
  kind: NodeKind;
  id: string;
  data: FactsOf[NodeKind] | undefined;
  links: Record<string, MutableNode[]>;
  /** The list of this node alone, once a link leads to nothing else; all such links share it, nobody writes to it. */
  alone: MutableNode[] | undefined;
}

const none: MutableNode[] = [];
type Unlinked = { readonly [K in NodeKind]: () => { [L in keyof LinksOf[K]]: MutableNode[] } };
// Written out, since an object that is written out costs a fraction of one that is put together.
const unlinked: Unlinked = {
  department: () => ({
    kpis: none,
    formerKpis: none,
    objectives: none,
    ownedOutcomes: none,
    touchpoints: none,
    capabilities: none,
  }),
  member: () => ({ owns: none, actions: none }),
  journey: () => ({ kpis: none, outcomes: none, clockedOutcomes: none, touchpoints: none }),
  touchpoint: () => ({ journey: none, owners: none, kpis: none, outcomes: none }),
  capability: () => ({ departments: none, outcomes: none, kpis: none, objectives: none }),
  outcome: () => ({
    owningDepartment: none,
    journey: none,
    clockJourney: none,
    touchpoints: none,
    contributors: none,
    objectives: none,
    capabilities: none,
  }),
  objective: () => ({ department: none, outcomes: none, capability: none, kpis: none }),
  kpi: () => ({
    department: none,
    formerDepartments: none,
    objective: none,
    owner: none,
    capability: none,
    counterparts: none,
    counterpartOf: none,
    contributions: none,
    journey: none,
    touchpoints: none,
    measure: none,
  }),
  measure: () => ({ kpis: none }),
  action: () => ({ owner: none }),
};
const aloneOf = (node: MutableNode): MutableNode[] => {
  node.alone ??= [node];
  return node.alone;
};

const place = (list: readonly MutableNode[], id: string): number => {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle]?.id ?? '') < id) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The graph. It is built once from all facts, then changed entity by entity; each change costs only its own links. */
export class StrategyMap {
  readonly #nodes: Record<NodeKind, Map<string, MutableNode>> = {
    department: new Map(),
    member: new Map(),
    journey: new Map(),
    touchpoint: new Map(),
    capability: new Map(),
    outcome: new Map(),
    objective: new Map(),
    kpi: new Map(),
    measure: new Map(),
    action: new Map(),
  };
  readonly #sorted = new Map<NodeKind, MutableNode[]>();
  #measured = false;

  constructor(strategy?: Strategy) {
    if (strategy === undefined) return;
    for (const department of strategy.departments) this.put('department', department.id, department);
    for (const journey of strategy.journeys) this.put('journey', journey.id, journey);
    for (const capability of strategy.capabilities) this.put('capability', capability.id, capability);
    for (const outcome of strategy.outcomes) this.put('outcome', outcome.id, outcome);
    for (const objective of strategy.objectives) this.put('objective', objective.id, objective);
    for (const member of strategy.members) this.put('member', member.id, member);
    for (const kpi of strategy.kpis) this.put('kpi', kpi.id, kpi);
    for (const action of strategy.actions) this.put('action', action.id, action);
  }

  /** The node of an id, or undefined where nobody has ever named it. */
  node<K extends NodeKind>(kind: K, id: string): MapNode<K> | undefined {
    if (kind === 'measure') this.linkMeasures();
    return this.#nodes[kind].get(id) as MapNode<K> | undefined;
  }

  /** The nodes of a kind that are defined, sorted by id; kept until one of them comes or goes. */
  all<K extends NodeKind>(kind: K): readonly MapNode<K>[] {
    if (kind === 'measure') this.linkMeasures();
    let sorted = this.#sorted.get(kind);
    if (sorted === undefined) {
      sorted = [...this.#nodes[kind].values()].filter((node) => node.data !== undefined);
      if (sorted.some((node, i) => i > 0 && node.id < (sorted?.[i - 1]?.id ?? '')))
        sorted.sort((a, b) => (a.id < b.id ? -1 : 1));
      this.#sorted.set(kind, sorted);
    }
    return sorted as readonly unknown[] as readonly MapNode<K>[];
  }

  /** Sets an entity's facts. What hangs on them - a journey's touchpoints, a KPI's measure - follows. */
  put<K extends NodeKind>(kind: K, id: string, data: FactsOf[K]): void {
    const node = this.#get(kind, id);
    if (node.data !== undefined) this.#detach(node);
    this.#define(node, data);
    for (const link of early[kind]) this.#link(node, link);
    if (this.#measured) for (const link of late[kind]) this.#link(node, link);
    if (kind === 'journey') this.#putTouchpoints(data as Journey);
  }

  /**
   * Links each KPI with its measure, from now on for good. Reading names costs as much as all other links together,
   * and few ask: `node` and `all` do it when they are asked for measures; who walks `kpi.measure` does it before.
   */
  linkMeasures(): void {
    if (this.#measured) return;
    this.#measured = true;
    for (const node of this.#nodes.kpi.values())
      if (node.data !== undefined) for (const link of late.kpi) this.#link(node, link);
  }

  /** Takes an entity's facts away; its node stays while others name it. */
  remove(kind: NodeKind, id: string): void {
    const node = this.#nodes[kind].get(id);
    if (node === undefined) return;
    if (kind === 'journey' && node.data !== undefined)
      this.#putTouchpoints({ ...(node.data as Journey), touchpoints: [] });
    this.#detach(node);
    this.#define(node, undefined);
  }

  #define(node: MutableNode, data: FactsOf[NodeKind] | undefined): void {
    if ((node.data === undefined) !== (data === undefined)) this.#sorted.delete(node.kind);
    node.data = data;
  }

  #putTouchpoints(journey: Journey): void {
    const { id: journeyId, firstQuarter, retiredFrom } = journey;
    const kept = new Set(journey.touchpoints.map((touchpoint) => `${journeyId}/${touchpoint.id}`));
    for (const old of [...(this.#get('journey', journeyId).links['touchpoints'] ?? none)])
      if (!kept.has(old.id)) this.remove('touchpoint', old.id);
    for (const touchpoint of journey.touchpoints) {
      const id = `${journeyId}/${touchpoint.id}`;
      this.put('touchpoint', id, { ...touchpoint, id, journey: journeyId, firstQuarter, retiredFrom });
    }
  }

  #get(kind: NodeKind, id: string): MutableNode {
    let node = this.#nodes[kind].get(id);
    if (node === undefined) {
      node = { kind, id, data: undefined, links: unlinked[kind](), alone: undefined };
      this.#nodes[kind].set(id, node);
    }
    return node;
  }

  #link<K extends NodeKind>(node: MutableNode, { name, to, back, ids }: ForwardLink<K>): void {
    const named = ids(node.data as FactsOf[K]);
    if (named === undefined || named.length === 0) return;
    node.links[name] =
      typeof named === 'string'
        ? aloneOf(this.#attach(node, to, named, back))
        : named.length === 1
          ? aloneOf(this.#attach(node, to, named[0] ?? '', back))
          : named.map((id) => this.#attach(node, to, id, back));
  }

  #attach(from: MutableNode, kind: NodeKind, id: string, back: string): MutableNode {
    const target = this.#get(kind, id);
    if (kind === 'measure' && target.data === undefined) this.#define(target, measureOf(id));
    const list = target.links[back] ?? none;
    if (list === none) target.links[back] = aloneOf(from);
    else if (list.length === 1) {
      const [only] = list;
      if (only !== undefined && only !== from)
        target.links[back] = only.id < from.id ? [only, from] : [from, only];
    } else {
      const last = list[list.length - 1];
      if (last !== undefined && last.id < from.id) list.push(from);
      else {
        const index = place(list, from.id);
        if (list[index] !== from) list.splice(index, 0, from);
      }
    }
    return target;
  }

  #detach(node: MutableNode): void {
    for (const { name, back } of forward[node.kind] as readonly ForwardLink<NodeKind>[]) {
      for (const target of node.links[name] ?? none) {
        const list = target.links[back] ?? none;
        const index = place(list, node.id);
        if (list[index] !== node) continue;
        if (list.length > 1) list.splice(index, 1);
        else {
          target.links[back] = none;
          if (target.kind === 'measure') this.#define(target, undefined);
        }
      }
      node.links[name] = none;
    }
  }
}
