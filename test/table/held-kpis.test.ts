import { beforeEach, describe, expect, it } from 'vitest';
import { auditChain } from '../../shared/table/audit-log.ts';
import { putDefinition, readDefinition, unstamped } from '../../shared/table/definitions.ts';
import { kpisHeldNow, kpisHeldOnce, kpisOf, leavingSteps } from '../../shared/table/held-kpis.ts';
import type { FreshTable } from '../fresh-table.ts';
import { broken, freshTable } from '../table-fixture.ts';
import { acme, answer, define, globex, kpi, writingOf } from './samples.ts';

let fresh: FreshTable;
beforeEach(async () => {
  fresh = await freshTable();
});

/** Moves a KPI to a department, with the step that lets the former one find it. */
const move = async (id: string, department: string) => {
  const { table } = fresh;
  const before = await readDefinition(table, acme, 'kpi', id, true);
  const after = kpi(id, { department });
  const also = leavingSteps(table, acme, before && unstamped(before.value), after);
  await putDefinition(
    table,
    writingOf(acme),
    { kind: 'kpi', action: 'kpi.put', entity: after, before, also },
    () => answer,
  );
};

describe('a department', () => {
  it('finds the KPIs that it holds, by id, and no other department’s or organisation’s', async () => {
    for (const id of ['b', 'a', 'c'])
      await define(fresh.table, writingOf(acme), 'kpi', kpi(id, { department: 'fin' }));
    await define(fresh.table, writingOf(acme), 'kpi', kpi('d', { department: 'finance' }));
    await define(fresh.table, writingOf(globex), 'kpi', kpi('e', { department: 'fin' }));
    const { table } = broken(fresh, { rules: [{ fault: 'short-page', times: Infinity, share: 0.5 }] });
    for (const through of [fresh.table, table]) {
      expect((await kpisHeldNow(through, acme, 'fin')).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
      expect((await kpisHeldNow(through, acme, 'finance')).map(({ id }) => id)).toEqual(['d']);
    }
    expect(await kpisHeldOnce(fresh.table, acme, 'fin')).toEqual([]);
  });

  it('that a KPI leaves finds it among those it held once', async () => {
    await move('a', 'fin');
    await move('a', 'fin');
    expect(await kpisHeldOnce(fresh.table, acme, 'fin')).toEqual([]);
    await move('a', 'finance');
    await move('a', 'fin');
    await move('a', 'sales');
    expect(await kpisHeldNow(fresh.table, acme, 'fin')).toEqual([]);
    expect((await kpisHeldNow(fresh.table, acme, 'sales')).map(({ id }) => id)).toEqual(['a']);
    expect(await kpisHeldOnce(fresh.table, acme, 'fin')).toEqual(['a']);
    expect(await kpisHeldOnce(fresh.table, acme, 'finance')).toEqual(['a']);
    expect(await kpisHeldOnce(fresh.table, globex, 'fin')).toEqual([]);
    const found = await kpisOf(fresh.table, acme, ['a', 'never']);
    expect([...found].map(([id, { department, version }]) => [id, department, version])).toEqual([
      ['a', 'sales', 5],
    ]);
    expect(await auditChain(fresh.table, acme, 'kpi', 'a')).toHaveLength(5);
  });
});
