// Two organisations, any series of writes, every fault by seed: afterwards the table is what a simple model in memory
// says, each change stands in the audit once, and neither organisation holds a word of the other. `SEQUENCES=2000`
// runs as many.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listDefinitions } from '../../shared/table/definitions.ts';
import { listUnresolved } from '../../shared/table/finding-lists.ts';
import { unpacked } from '../../shared/table/item.ts';
import type { FaultRule, Faults } from '../faults.ts';
import { broken, freshTable } from '../table-fixture.ts';
import type { Model, Real } from './callers.ts';
import { anyCommand } from './commands.ts';
import { Reference } from './reference.ts';
import { acme, globex } from './samples.ts';
import { brokenChains, referenceState, storedState } from './stored-state.ts';

const sequences = Number(process.env['SEQUENCES'] ?? 16);
const rules: readonly FaultRule[] = [
  { fault: 'throttle', times: Infinity, share: 0.03 },
  { fault: 'time-out', times: Infinity, share: 0.03 },
  { fault: 'lost-acknowledgement', times: Infinity, share: 0.08 },
  { fault: 'conflict', times: Infinity, share: 0.03 },
  { fault: 'crash-before', times: Infinity, share: 0.03 },
  { fault: 'crash-after', times: Infinity, share: 0.04 },
];
const ofPages: readonly FaultRule[] = [
  { fault: 'short-page', times: Infinity, share: 0.4 },
  { fault: 'empty-page', times: Infinity, share: 0.3 },
];
const injected = new Map<string, number>();
let done = 0;
const count = ({ injected: some }: Faults) => {
  for (const { fault } of some) injected.set(fault, (injected.get(fault) ?? 0) + 1);
};

const everyPage = async (list: (cursor?: string) => Promise<{ items: unknown[]; cursor?: string }>) => {
  const all: unknown[] = [];
  let page = await list();
  for (;;) {
    all.push(...page.items);
    if (page.cursor === undefined) return all;
    page = await list(page.cursor);
  }
};

/** Holds the table to the model. */
const compare = async ({ fresh }: Real, model: Model, seed: number) => {
  const items = await fresh.scan();
  const { table, faults } = broken(fresh, { seed, rules: ofPages });
  expect(items.filter(({ pk }) => !pk.startsWith('acme|') && !pk.startsWith('globex|'))).toEqual([]);
  for (const [org, other] of [
    [acme, globex],
    [globex, acme],
  ] as const) {
    const reference = model[org === acme ? 'acme' : 'globex'];
    expect(storedState(items, org)).toEqual(referenceState(reference));
    expect(await brokenChains(table, items, org, reference.changes)).toEqual([]);
    for (const item of items.filter(({ pk }) => pk.startsWith(`${org}|`))) {
      const text = item['body'] === undefined && item['zip'] === undefined ? '' : unpacked(item);
      expect(`${text} ${item['line'] ?? ''} ${item['gsi1pk'] ?? ''} ${item['gsi2pk'] ?? ''}`).not.toContain(
        other,
      );
    }
    const kpis = await everyPage((cursor) => listDefinitions(table, org, 'kpi', { limit: 1, cursor }));
    expect(kpis).toHaveLength(
      [...reference.definitions.keys()].filter((name) => name.startsWith('kpi|')).length,
    );
    const open = await everyPage((cursor) => listUnresolved(table, org, {}, { limit: 2, cursor }));
    const unresolved = [...reference.findings.values()].filter(
      ({ finding }) => finding.life.state !== 'resolved',
    );
    expect(open).toHaveLength(unresolved.length);
  }
  count(faults);
  table.client.destroy();
};

describe('any series of writes', () => {
  it(`leaves what the model says, under faults: ${sequences} series`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.commands([...anyCommand], { maxCommands: 30, size: 'max' }),
        fc.integer({ min: 1, max: 1_000_000 }),
        async (commands, seed) => {
          const fresh = await freshTable();
          const { table, faults } = broken(fresh, { seed, rules: [...rules, ...ofPages] });
          const model: Model = { acme: new Reference(), globex: new Reference() };
          const real: Real = { fresh, table, count: 0 };
          await fc.asyncModelRun(() => ({ model, real }), commands);
          await compare(real, model, seed);
          count(faults);
          done += model.acme.changes.length + model.globex.changes.length;
          table.client.destroy();
          await fresh.drop();
        },
      ),
      { numRuns: sequences, unbiased: true },
    );
    console.log(`${done} changes under ${[...injected].map(([fault, n]) => `${n} ${fault}`).join(', ')}`);
    expect(done).toBeGreaterThan(sequences);
    expect([...injected.keys()].sort()).toEqual([...rules, ...ofPages].map(({ fault }) => fault).sort());
  }, 3_600_000);
});
