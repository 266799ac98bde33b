// Which subjects must be judged again when an entity changes? Those that have it on a declared path. Ask before
// the change and after it: a link that is gone was read, one that is new will be.
import { type AnyNode, linkTable, type MapNode, type NodeKind, type Ref } from '../domain/strategy-links.ts';
import type { StrategyMap } from '../domain/strategy-map.ts';
import type { Check } from './check.ts';

/** For each check (by id) the anchors (node ids) to judge again. */
export type Touched = ReadonlyMap<string, ReadonlySet<string>>;

interface Place {
  readonly kind: NodeKind;
  /** The links that lead from a node of this kind back to the anchor. */
  readonly back: readonly string[];
}

/** Every place on a check's paths, with the way back to its anchor. */
const placesOf = ({ meta }: Check): Place[] => {
  const found = new Map<string, Place>([['', { kind: meta.anchor, back: [] }]]);
  for (const path of meta.pair ? [meta.pair.link, ...meta.reads] : meta.reads) {
    let place = '';
    for (const name of path.split('.')) {
      const from = found.get(place);
      const link = from && linkTable.get(`${from.kind}.${name}`);
      if (from === undefined || link === undefined)
        throw new Error(`${meta.id} declares "${path}", but no ${from?.kind ?? 'node'} has a link "${name}"`);
      place = place === '' ? name : `${place}.${name}`;
      found.set(place, { kind: link.to, back: [link.back, ...from.back] });
    }
  }
  return [...found.values()];
};

const known = new WeakMap<Check, readonly Place[]>();
const places = (check: Check): readonly Place[] => {
  let list = known.get(check);
  if (list === undefined) {
    list = placesOf(check);
    known.set(check, list);
  }
  return list;
};

/** The nodes whose facts change with an entity: its own, and a journey's touchpoints. */
const nodesOf = (map: StrategyMap, { kind, id }: Ref): AnyNode[] => {
  const node = map.node(kind, id) as AnyNode | undefined;
  if (node === undefined) return [];
  return node.kind === 'journey' ? [node, ...node.links.touchpoints] : [node];
};

const linked = (node: MapNode<NodeKind>, name: string): readonly MapNode<NodeKind>[] =>
  (node.links as Readonly<Record<string, readonly MapNode<NodeKind>[]>>)[name] ?? [];

/** Adds the ids at the end of a way back; where ways meet in between, each node is passed once. */
const walk = (start: MapNode<NodeKind>, back: readonly string[], into: Set<string>): void => {
  const last = back.at(-1);
  if (last === undefined) {
    into.add(start.id);
    return;
  }
  let layer: Iterable<MapNode<NodeKind>> = [start];
  for (const name of back.slice(0, -1)) {
    const next = new Set<MapNode<NodeKind>>();
    for (const node of layer) for (const other of linked(node, name)) next.add(other);
    layer = next;
  }
  for (const node of layer) for (const { id } of linked(node, last)) into.add(id);
};

/**
 * The anchors that read what changes, check by check, added to `into`: call it on the map before the change, make
 * the change, and call it again with the same `into`.
 * @throws Error where a check declares a link that does not exist
 */
export const touch = (
  map: StrategyMap,
  checks: readonly Check[],
  changed: readonly Ref[],
  into: Map<string, Set<string>> = new Map(),
): Map<string, Set<string>> => {
  const nodes = changed.flatMap((ref) => nodesOf(map, ref));
  for (const check of checks) {
    const list = places(check);
    if (list.some(({ kind }) => kind === 'measure')) map.linkMeasures();
    for (const { kind, back } of list) {
      for (const node of nodes) {
        if (node.kind !== kind) continue;
        let anchors = into.get(check.meta.id);
        if (anchors === undefined) {
          anchors = new Set();
          into.set(check.meta.id, anchors);
        }
        walk(node, back, anchors);
      }
    }
  }
  return into;
};
