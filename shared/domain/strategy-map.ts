// The whole strategy as a graph in memory, with every link readable in both directions. A node exists as soon as
// somebody names its id: people link before the other side submits, and a check must see that nothing is there.
import type { Strategy } from './facts.ts';
import type { Journey } from './journey.ts';
import {
  early,
  type FactsOf,
  type ForwardLink,
  forward,
  type LinksOf,
  late,
  type MapNode,
  measureOf,
  type NodeKind,
} from './strategy-links.ts';

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
