// A declared path is a promise in both directions: what is read is declared, or a change is missed; what is declared is
// read, or every change of it judges again for nothing. Worked examples and random strategies together must walk
// every path of every check.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../shared/checks/catalogue.ts';
import type { Check, Example } from '../../shared/checks/check.ts';
import { judge } from '../../shared/checks/evaluate.ts';
import type { Context } from '../../shared/domain/liveness.ts';
import type { MapNode, NodeKind } from '../../shared/domain/strategy-links.ts';
import { StrategyMap } from '../../shared/domain/strategy-map.ts';
import { declaredPaths, guarded } from './guarded.ts';
import { anyChange, applyChange, judgedQuarter } from './random-facts.ts';
import { contextOf, world } from './world.ts';

type Node = MapNode<NodeKind>;

/** Judges every subject of a map through the guarded view; `read` receives the paths. */
const readAll = (check: Check, map: StrategyMap, context: Context, read: Set<string>): string[] => {
  if (declaredPaths(check).some((path) => path.split('.').includes('measure'))) map.linkMeasures();
  return map
    .all(check.meta.anchor)
    .flatMap((node) =>
      judge(check, guarded(check, node as Node, read), context).flatMap(({ result }) =>
        result.verdict === 'crashed' ? [result.error] : [],
      ),
    );
};

const maps = fc
  .sample(fc.array(anyChange, { minLength: 30, maxLength: 50 }), { numRuns: 80, seed: 11 })
  .map((changes) => {
    const map = new StrategyMap();
    for (const change of changes) applyChange(map, change);
    return map;
  });
const on = { checks: Object.fromEntries(catalogue.map(({ meta }) => [meta.id, true])) };
const random = contextOf({ quarter: judgedQuarter, policy: on });

const examplesOf = async (check: Check): Promise<readonly Example[]> =>
  ((await import(`../../shared/checks/${check.meta.id}.ts`)) as { readonly examples: readonly Example[] })
    .examples;

/** What the check reads over its worked examples and the random maps, and what it should not have read. */
const walked = async (check: Check) => {
  const read = new Set<string>();
  const faults = maps.flatMap((map) => readAll(check, map, { ...random }, read));
  for (const { strategy, quarter } of await examplesOf(check))
    faults.push(
      ...readAll(check, new StrategyMap(world(strategy)), contextOf({ quarter, policy: on }), read),
    );
  return { read, faults };
};

describe('the declared paths', () => {
  it.each(catalogue.map((check) => [check.meta.id, check] as const))(
    'of %s are all read, and no other',
    async (_id, check) => {
      const { read, faults } = await walked(check);
      expect([...new Set(faults)]).toEqual([]);
      expect(declaredPaths(check).filter((path) => !read.has(path))).toEqual([]);
    },
  );

  it('are missed where a check declares one that it does not read', async () => {
    const [first] = catalogue;
    if (first === undefined) throw new Error('a check');
    const boastful: Check = {
      ...first,
      meta: { ...first.meta, reads: [...first.meta.reads, 'department.objectives'] },
    };
    const { read } = await walked(boastful);
    expect(declaredPaths(boastful).filter((path) => !read.has(path))).toEqual(['department.objectives']);
  });
});
