// A view of a part of the strategy map that notes what is read of it: which things, along which links, which fields.
import type { CountedReading } from '../domain/facts.ts';
import type { MapNode, NodeKind } from '../domain/strategy-links.ts';
import type { InputRead } from './explanation.ts';

type Node = MapNode<NodeKind>;
type Facts = Readonly<Record<string, unknown>>;

interface Noted {
  readonly node: Node;
  readonly via: Set<string>;
  readonly fields: Map<string, unknown>;
}

const short = (value: unknown): string => {
  const text = value === undefined ? 'nothing' : (JSON.stringify(value) ?? 'nothing');
  return text.length > 160 ? `${text.slice(0, 157)}...` : text;
};
const nameOf = (data: Facts | undefined): string | undefined => {
  const name = data?.['name'] ?? data?.['title'] ?? data?.['statement'];
  return typeof name === 'string' ? name : undefined;
};

const readOf = ([field, value]: [string, unknown]): InputRead['reads'][number] => {
  const source = field.startsWith('readings.') ? (value as CountedReading | undefined)?.source : undefined;
  return { field, value: short(value), ...(source && { source }) };
};

/** Notes what is read through its views. */
export class Recorder {
  readonly #noted = new Map<Node, Noted>();
  readonly #views = new Map<string, Map<Node, Node>>();

  /** What was read so far, in the order in which it was met. */
  inputs(): InputRead[] {
    return [...this.#noted.values()].map(({ node, via, fields }) => {
      const name = nameOf(node.data as Facts | undefined);
      return {
        kind: node.kind,
        id: node.id,
        ...(name === undefined ? {} : { name }),
        via: [...via].filter((path) => path !== ''),
        reads: [...fields].map(readOf),
      };
    });
  }

  /** The view of a node that was met on a path of links; the subject's own path is empty. */
  view(node: Node, path = ''): Node {
    const atPath = this.#views.get(path) ?? new Map<Node, Node>();
    this.#views.set(path, atPath);
    const known = atPath.get(node);
    if (known !== undefined) return known;
    const noted = this.#noted.get(node) ?? { node, via: new Set(), fields: new Map() };
    this.#noted.set(node, noted);
    noted.via.add(path);
    const view = { kind: node.kind, id: node.id, data: this.#data(noted), links: this.#links(node, path) };
    atPath.set(node, view);
    return view;
  }

  #links(node: Node, path: string): Node['links'] {
    return new Proxy(node.links, {
      get: (links, name) => {
        const next = path === '' ? String(name) : `${path}.${String(name)}`;
        const nodes = (links as Readonly<Record<string, readonly Node[]>>)[String(name)] ?? [];
        return nodes.map((other) => this.view(other, next));
      },
    });
  }

  #data({ node, fields }: Noted): Node['data'] {
    if (node.data === undefined) {
      fields.set('defined', false);
      return undefined;
    }
    return this.#facts({ ...(node.data as unknown as Facts) }, fields) as unknown as Node['data'];
  }

  #facts(facts: Facts, fields: Map<string, unknown>): Facts {
    let readings: Facts | undefined;
    return new Proxy(facts, {
      get: (all, key) => {
        const field = String(key);
        const value = all[field];
        if (field !== 'readings' || value === null || typeof value !== 'object') {
          if (typeof key === 'string') fields.set(field, value);
          return value;
        }
        readings ??= new Proxy(
          { ...value },
          {
            get: (quarters, quarter) => {
              const reading = (quarters as Facts)[String(quarter)];
              if (typeof quarter === 'string') fields.set(`readings.${quarter}`, reading);
              return reading;
            },
          },
        );
        return readings;
      },
    });
  }
}
