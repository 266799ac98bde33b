// Where the nodes and ribbons of the alignment map lie: departments left, their KPIs in the middle, customer outcomes
// right, "no customer outcome" last. The layout is d3's; everything is sorted before it, so that the same flows give the
// same places.
import { type SankeyGraph, type SankeyLink, type SankeyNode, sankey, sankeyLinkHorizontal } from 'd3-sankey';
import { place } from './scale.ts';

/** From a department through a KPI, or through several that are not told apart, to an outcome, or to none. */
export interface Flow {
  readonly department: string;
  /** undefined: several KPIs, counted only. */
  readonly kpi?: { readonly id: string; readonly name: string } | undefined;
  readonly outcome?: string | undefined;
  readonly count: number;
  readonly faulty: boolean;
  /** What the ribbon says, in words. */
  readonly name: string;
  readonly to?: string | undefined;
}

export interface MapPlace {
  readonly id: string;
  readonly kind: 'department' | 'kpi' | 'others' | 'outcome' | 'none';
  readonly key: string;
  readonly count: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface Ribbon {
  readonly id: string;
  readonly path: string;
  readonly width: number;
  readonly faulty: boolean;
  readonly name: string;
  readonly to?: string | undefined;
}

interface Node {
  readonly id: string;
  readonly kind: MapPlace['kind'];
  readonly key: string;
}
interface Link {
  readonly faulty: boolean;
  readonly name: string;
  readonly to?: string | undefined;
  readonly id: string;
}
interface Edge extends Link {
  readonly source: string;
  readonly target: string;
  value: number;
}

const outcomeNode = ({ outcome }: Flow): Node =>
  outcome === undefined
    ? { id: 'o:', kind: 'none', key: '' }
    : { id: `o:${outcome}`, kind: 'outcome', key: outcome };
/** Letters from which on a ribbon of several flows takes no more of their names. */
const longestName = 160;

/** From so many flows on, KPIs that are not told apart share one node, whatever their department. */
const manyOthers = 40;

/** Whether the flows are so many that what is not told apart shares one node. */
export const isMany = (flows: readonly Flow[]): boolean =>
  flows.filter(({ kpi }) => kpi === undefined).length > manyOthers;

/** How many nodes the fullest column of the map has. */
export const fullestColumn = (flows: readonly Flow[]): number => {
  const many = isMany(flows);
  const column = (idOf: (flow: Flow) => string): number => new Set(flows.map(idOf)).size;
  return Math.max(
    column(({ department }) => department),
    column((flow) => middleNode(flow, many).id),
    column((flow) => outcomeNode(flow).id),
  );
};

const middleNode = ({ kpi, department }: Flow, many: boolean): Node => {
  if (kpi !== undefined) return { id: `k:${kpi.id}`, kind: 'kpi', key: kpi.id };
  return many
    ? { id: 'r:', kind: 'others', key: '' }
    : { id: `r:${department}`, kind: 'others', key: department };
};

const kpisIn = (flows: readonly Flow[]): number => flows.reduce((sum, { count }) => sum + count, 0);

/** How much narrower many counted KPIs are drawn, so that they leave room to those that are told apart. */
const narrowing = (flows: readonly Flow[]): number => {
  const told = kpisIn(flows.filter(({ kpi }) => kpi !== undefined));
  const others = kpisIn(flows.filter(({ kpi }) => kpi === undefined));
  return isMany(flows) && told > 0 ? Math.min(1, told / 2 / others) : 1;
};

interface Edges {
  readonly nodes: ReadonlyMap<string, Node>;
  readonly edges: readonly Edge[];
  /** How many KPIs run through each node, however wide they are drawn. */
  readonly counts: ReadonlyMap<string, number>;
}

const edgesOf = (flows: readonly Flow[]): Edges => {
  const counts = new Map<string, number>();
  const scale = narrowing(flows);
  const nodes = new Map<string, Node>();
  const edges = new Map<string, Edge>();
  const add = (edge: Edge): void => {
    const known = edges.get(edge.id);
    if (known === undefined) edges.set(edge.id, edge);
    else
      edges.set(edge.id, {
        ...known,
        value: known.value + edge.value,
        faulty: known.faulty || edge.faulty,
        name: known.name.length > longestName ? known.name : `${known.name}; ${edge.name}`,
      });
  };
  const many = isMany(flows);
  for (const flow of flows) {
    const { faulty, name, to, count } = flow;
    const from: Node = { id: `d:${flow.department}`, kind: 'department', key: flow.department };
    const middle = middleNode(flow, many);
    const end = outcomeNode(flow);
    for (const node of [from, middle, end]) {
      nodes.set(node.id, node);
      counts.set(node.id, (counts.get(node.id) ?? 0) + count);
    }
    const link = { faulty, name, to, value: flow.kpi === undefined ? count * scale : count };
    add({ ...link, id: `${from.id}>${middle.id}`, source: from.id, target: middle.id });
    add({ ...link, id: `${middle.id}>${end.id}`, source: middle.id, target: end.id });
  }
  return { nodes, edges: [...edges.values()], counts };
};

/** The places of all nodes and ribbons within a frame; nothing where there are no flows. */
export const layOut = (
  flows: readonly Flow[],
  frame: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
): { readonly places: readonly MapPlace[]; readonly ribbons: readonly Ribbon[] } => {
  const counted = flows.filter(({ count }) => count > 0);
  if (counted.length === 0) return { places: [], ribbons: [] };
  const { nodes, edges, counts } = edgesOf(counted);
  const graph: SankeyGraph<Node, Link> = sankey<Node, Link>()
    .nodeId(({ id }) => id)
    .nodeWidth(8)
    .nodePadding(17)
    .iterations(isMany(counted) ? 1 : 6)
    .extent([
      [frame.left, frame.top],
      [frame.right, frame.bottom],
    ])({
    nodes: [...nodes.values()].map((node) => ({ ...node })),
    links: edges.map((edge) => ({ ...edge })),
  });
  const path = sankeyLinkHorizontal<Node, Link>();
  const rounded = (link: SankeyLink<Node, Link>): string =>
    (path(link) ?? '').replace(/-?\d+\.\d+/g, (number) => String(place(Number(number))));
  return {
    places: graph.nodes.map((node: SankeyNode<Node, Link>) => ({
      id: node.id,
      kind: node.kind,
      key: node.key,
      count: counts.get(node.id) ?? 0,
      x: place(node.x0 ?? 0),
      y: place(node.y0 ?? 0),
      width: place((node.x1 ?? 0) - (node.x0 ?? 0)),
      height: place((node.y1 ?? 0) - (node.y0 ?? 0)),
    })),
    ribbons: graph.links.map((link) => ({
      id: link.id,
      path: rounded(link),
      width: place(Math.max(link.width ?? 0, 0.75)),
      faulty: link.faulty,
      name: link.name,
      to: link.to,
    })),
  };
};
