import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Strategy } from '../../shared/domain/facts.ts';
import {
  type AnyNode,
  linkTable,
  type MapNode,
  measureId,
  type NodeKind,
} from '../../shared/domain/strategy-links.ts';
import { StrategyMap } from '../../shared/domain/strategy-map.ts';
import { anyChange, applyChange, type Change } from '../checks/random-facts.ts';
import { world } from '../checks/world.ts';

const lists = {
  department: 'departments',
  journey: 'journeys',
  capability: 'capabilities',
  outcome: 'outcomes',
  objective: 'objectives',
  member: 'members',
  kpi: 'kpis',
  action: 'actions',
} as const;

/** The facts that stand after a sequence of changes. */
const settled = (changes: readonly Change[]): Strategy => {
  const facts = new Map(changes.map((change) => [`${change.kind} ${change.id}`, change]));
  const strategy: Record<string, unknown[]> = Object.fromEntries(
    Object.values(lists).map((name) => [name, []]),
  );
  for (const key of [...facts.keys()].sort()) {
    const change = facts.get(key);
    if (change?.data !== undefined) strategy[lists[change.kind]]?.push(change.data);
  }
  return strategy as unknown as Strategy;
};

const kinds: readonly NodeKind[] = [
  ...new Set([...linkTable.keys()].map((key) => key.split('.')[0] as NodeKind)),
];
const linksOf = (node: AnyNode) => Object.entries(node.links as Record<string, readonly AnyNode[]>);

/** Everything that one can see of a map: each defined node, its facts, and the ids behind each of its links. */
const seen = (map: StrategyMap) => {
  map.linkMeasures();
  return kinds.flatMap((kind) =>
    map.all(kind).map((node) => ({
      kind,
      id: node.id,
      data: node.data,
      links: linksOf(node as AnyNode).map(([name, nodes]) => [
        name,
        nodes.map(({ id, data }) => `${id} ${data !== undefined}`),
      ]),
    })),
  );
};

describe('strategy map', () => {
  it('after any sequence of changes equals one built from scratch', () => {
    fc.assert(
      fc.property(
        fc.array(anyChange, { minLength: 1, maxLength: 30 }),
        fc.constantFrom(...kinds),
        (changes, asked) => {
          const map = new StrategyMap();
          for (const change of changes) {
            applyChange(map, change);
            map.all(asked);
          }
          expect(seen(map)).toEqual(seen(new StrategyMap(settled(changes))));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('reads every link in both directions', () => {
    fc.assert(
      fc.property(fc.array(anyChange, { maxLength: 30 }), (changes) => {
        const map = new StrategyMap(settled(changes));
        map.linkMeasures();
        for (const kind of kinds)
          for (const node of map.all(kind) as readonly AnyNode[])
            for (const [name, nodes] of linksOf(node))
              for (const other of nodes) {
                const back = linkTable.get(`${kind}.${name}`)?.back ?? '';
                expect((other.links as Record<string, readonly unknown[]>)[back]).toContain(node);
              }
      }),
      { numRuns: 100 },
    );
  });

  it('lists forward links in the order of their entity and links back by id', () => {
    const map = new StrategyMap(
      world({
        outcomes: [{ id: 'b' }, { id: 'a' }],
        kpis: ['z', 'x', 'y'].map((id) => ({
          id,
          contributions: [
            { outcome: 'b', effect: '+' },
            { outcome: 'a', effect: '+' },
          ],
        })),
      }),
    );
    const ids = (nodes: readonly { readonly id: string }[] | undefined) => nodes?.map(({ id }) => id);
    expect(ids(map.node('kpi', 'y')?.links.contributions)).toEqual(['b', 'a']);
    expect(ids(map.node('outcome', 'a')?.links.contributors)).toEqual(['x', 'y', 'z']);
    expect(ids(map.all('kpi'))).toEqual(['x', 'y', 'z']);
  });

  it('has a node without facts where somebody names what nobody has defined', () => {
    const map = new StrategyMap(world({ kpis: [{ id: 'a', counterparts: [{ kpi: 'ghost' }] }] }));
    const ghost: MapNode<'kpi'> | undefined = map.node('kpi', 'ghost');
    expect(ghost?.data).toBeUndefined();
    expect(ghost?.links.counterpartOf.map(({ id }) => id)).toEqual(['a']);
    expect(map.all('kpi').map(({ id }) => id)).toEqual(['a']);
    expect(map.node('kpi', 'never-named')).toBeUndefined();
  });

  it('leads from a clock to its journey, and nowhere from one on no journey', () => {
    const clock = { journey: 'order', from: 'a', to: 'b' };
    const map = new StrategyMap(
      world({
        outcomes: [{ id: 'o', journey: 'other', clock }],
        kpis: [{ id: 'a', clock }, { id: 'b', clock: 'on-no-journey' }, { id: 'c' }],
      }),
    );
    expect(map.node('journey', 'order')?.links.kpis.map(({ id }) => id)).toEqual(['a']);
    expect(map.node('journey', 'order')?.links.clockedOutcomes.map(({ id }) => id)).toEqual(['o']);
    expect(map.node('journey', 'other')?.links.outcomes.map(({ id }) => id)).toEqual(['o']);
    expect(map.node('kpi', 'b')?.links.journey).toEqual([]);
  });

  it('keeps touchpoints with their journey and measures with their KPIs', () => {
    const strategy = world({
      journeys: [
        {
          id: 'order',
          events: [
            { id: 'a', name: 'A', seenBy: 'customer' },
            { id: 'b', name: 'B', seenBy: 'inside' },
          ],
          touchpoints: [{ id: 'desk', name: 'Desk', owners: ['service'] }],
        },
      ],
      kpis: [
        { id: 'a', name: 'On-time  delivery' },
        { id: 'b', name: 'on time DELIVERY' },
      ],
    });
    const map = new StrategyMap(strategy);
    expect(map.node('touchpoint', 'order/desk')?.links.owners.map(({ id }) => id)).toEqual(['service']);
    expect(map.all('measure').map(({ data, links }) => [data, links.kpis.length])).toEqual([
      [{ name: 'on time delivery', unit: 'count' }, 2],
    ]);
    map.remove('journey', 'order');
    map.remove('kpi', 'a');
    map.remove('kpi', 'b');
    expect(map.all('touchpoint')).toEqual([]);
    expect(map.all('measure')).toEqual([]);
  });

  it('forgets nothing that is taken away twice or was never there', () => {
    const map = new StrategyMap(world({ kpis: [{ id: 'a' }] }));
    map.remove('kpi', 'a');
    map.remove('kpi', 'a');
    map.remove('outcome', 'never');
    expect(map.all('kpi')).toEqual([]);
    expect(map.node('department', 'service')?.links.kpis).toEqual([]);
  });
});

describe('measure', () => {
  it.each([
    ['On-time delivery', 'on time DELIVERY', true],
    ['Anteil pünktlicher Lieferungen', 'ANTEIL PÜNKTLICHER LIEFERUNGEN', true],
    ['Share (%)', 'Share %', true],
    ['Calls per hour', 'Calls per day', false],
  ])('%j and %j: the same is %s', (a, b, same) => {
    const unit = { kind: 'share', symbol: '%' } as const;
    expect(measureId({ name: a, unit }) === measureId({ name: b, unit })).toBe(same);
  });

  it('differs with the kind of unit, not with its symbol', () => {
    const name = 'Time to answer';
    const hours = measureId({ name, unit: { kind: 'duration', symbol: 'h' } });
    expect(measureId({ name, unit: { kind: 'duration', symbol: 'min' } })).toBe(hours);
    expect(measureId({ name, unit: { kind: 'count', symbol: 'h' } })).not.toBe(hours);
  });
});
