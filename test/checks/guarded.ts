// A view of a map node that holds a check to its word: it throws on a read off the check's declared paths, and it
// notes which of these were read, so that a path that is declared for nothing comes to light as well.
import type { Check } from '../../shared/checks/check.ts';
import type { MapNode, NodeKind } from '../../shared/domain/strategy-links.ts';

type Node = MapNode<NodeKind>;

/** A check's declared paths, the link to the second half of a pair included. */
export const declaredPaths = ({ meta }: Pick<Check, 'meta'>): readonly string[] =>
  meta.pair ? [meta.pair.link, ...meta.reads] : meta.reads;

const beginnings = (paths: readonly string[]): Set<string> =>
  new Set(
    paths.flatMap((path) => {
      const names = path.split('.');
      return names.map((_, i) => names.slice(0, i + 1).join('.'));
    }),
  );

/**
 * The guarded view of an anchor. `read` receives every declared path behind which something stood when it was read.
 * The view throws an Error that names a path which is not declared.
 */
export const guarded = (check: Pick<Check, 'meta'>, anchor: Node, read: Set<string>): Node => {
  const allowed = beginnings(declaredPaths(check));
  const views = new Map<string, Map<Node, Node>>();

  const viewOf = (node: Node, path: string): Node => {
    const atPath = views.get(path) ?? new Map<Node, Node>();
    views.set(path, atPath);
    let view = atPath.get(node);
    if (view === undefined) {
      view = { kind: node.kind, id: node.id, data: node.data, links: linksOf(node, path) };
      atPath.set(node, view);
    }
    return view;
  };

  const linksOf = (node: Node, path: string): Node['links'] =>
    new Proxy(node.links, {
      get: (links, name) => {
        const next = path === '' ? String(name) : `${path}.${String(name)}`;
        if (!allowed.has(next))
          throw new Error(`${check.meta.id} reads "${next}", which it does not declare`);
        const nodes = (links as Readonly<Record<string, readonly Node[]>>)[String(name)] ?? [];
        if (nodes.length > 0) read.add(next);
        return nodes.map((other) => viewOf(other, next));
      },
    });

  return viewOf(anchor, '');
};
