import { beforeEach, describe, expect, it } from 'vitest';
import { calendarAt } from '../../shared/domain/calendar.ts';
import { canonicalJson } from '../../shared/domain/canonical.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { type NamedSheet, type Sheet, sheetsOf, strategyOf } from '../../shared/domain/sheet.ts';
import {
  dropSheets,
  type Head,
  headStep,
  Overtaken,
  readHead,
  readSheets,
  sweepSheets,
  writeReport,
  writeSheets,
} from '../../shared/table/evaluation.ts';
import { findingStep, readFinding } from '../../shared/table/findings.ts';
import { unpacked } from '../../shared/table/item.ts';
import { keys } from '../../shared/table/keys.ts';
import { getItem, transact } from '../../shared/table/table.ts';
import { world } from '../checks/world.ts';
import type { FreshTable } from '../fresh-table.ts';
import { broken, freshTable } from '../table-fixture.ts';
import { acme, finding, globex, now, organisation, q2, refusalOf } from './samples.ts';

let fresh: FreshTable;
beforeEach(async () => {
  fresh = await freshTable();
});
const strategy = world({
  departments: ['a', 'b', 'c', 'd'].map((id) => ({ id })),
  kpis: Array.from({ length: 90 }, (_, i) => ({ id: `k${i}`, department: i < 70 ? 'a' : 'b' })),
  outcomes: [{ id: 'o1' }],
});
const sheets = sheetsOf(strategy);
const named = (list: readonly NamedSheet[]) => Object.fromEntries(list.map(({ name, hash }) => [name, hash]));
const headOf = (version: number, over: Partial<Head> = {}): Head => {
  const settings = { ...organisation('acme'), policy: defaultPolicy };
  return {
    version,
    begun: { at: now, quarter: q2 },
    evaluatedAt: now,
    calendarAt: now,
    calendar: calendarAt(now, settings),
    organisation: settings,
    rulesVersion: '1',
    sheets: named(sheets),
    pending: [],
    reportBehind: true,
    reports: {},
    reported: [],
    coverageHistory: [],
    ...over,
  };
};

describe('HEAD', () => {
  it('comes back as it was written, in its own organisation', async () => {
    expect(await readHead(fresh.table, acme)).toBeUndefined();
    await transact(fresh.table, [headStep(fresh.table, acme, headOf(1))]);
    expect(await readHead(fresh.table, acme, true)).toEqual(headOf(1));
    expect(await readHead(fresh.table, globex, true)).toBeUndefined();
  });

  it('moves one version at a time; who comes late has been overtaken', async () => {
    const move = (version: number) => transact(fresh.table, [headStep(fresh.table, acme, headOf(version))]);
    await move(1);
    await expect(move(1)).rejects.toBeInstanceOf(Overtaken);
    await expect(move(3)).rejects.toBeInstanceOf(Overtaken);
    await move(2);
    const ends = await Promise.allSettled(Array.from({ length: 10 }, () => move(3)));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await readHead(fresh.table, acme, true))?.version).toBe(3);
  });

  it('moves together with the findings that the move brings, or neither does', async () => {
    const one = finding('a');
    const steps = (version: number, before: number) => [
      headStep(fresh.table, acme, headOf(version)),
      findingStep(fresh.table, acme, one, { before, department: undefined, auditHash: '' }),
    ];
    await transact(fresh.table, steps(1, 0));
    const hash = await fresh.hash();
    expect((await refusalOf(transact(fresh.table, steps(2, 0)))).kind).toBe('stale-version');
    expect(await refusalOf(transact(fresh.table, steps(5, 1)))).toBeInstanceOf(Overtaken);
    const { table, faults } = broken(fresh, { rules: [{ fault: 'time-out', touching: 'head' }] });
    expect((await refusalOf(transact(table, steps(2, 1)))).kind).toBe('temporarily-unavailable');
    expect(faults.injected).toMatchObject([{ touched: ['finding', 'head', 'unresolved'] }]);
    expect(await fresh.hash()).toBe(hash);
    await transact(fresh.table, steps(2, 1));
    expect((await readFinding(fresh.table, acme, one.fingerprint))?.version).toBe(2);
  });

  it('that is corrupt throws with its key', async () => {
    await fresh.put({ ...keys.head(acme), body: '{"version":1}' });
    await expect(readHead(fresh.table, acme)).rejects.toMatchObject({ kind: 'temporarily-unavailable' });
  });
});

describe('sheets', () => {
  const read = (known: ReadonlyMap<string, Sheet> = new Map(), table = fresh.table) =>
    readSheets(table, acme, named(sheets), known);

  it('hold the strategy, whatever batches they come in', async () => {
    expect(sheets.length).toBeGreaterThan(5);
    const { table, faults } = broken(fresh, { rules: [{ fault: 'unprocessed', times: 3 }] });
    await writeSheets(table, acme, sheets, 1_000);
    const found = await read();
    expect(canonicalJson(strategyOf(found?.values() ?? []))).toBe(canonicalJson(strategy));
    expect(faults.injected).toHaveLength(3);
  });

  it('written twice, or rebuilt from the same facts, are the same to the byte', async () => {
    await writeSheets(fresh.table, acme, sheets, 1_000);
    const hash = await fresh.hash();
    await writeSheets(fresh.table, acme, sheetsOf(structuredClone(strategy)), 1_000);
    expect(await fresh.hash()).toBe(hash);
    for (const [i, item] of (await fresh.scan()).entries()) {
      const sheet = sheets.toSorted((a, b) => (a.name < b.name ? -1 : 1))[i];
      expect([item.sk, unpacked(item)]).toEqual([`${sheet?.name}|${sheet?.hash}`, sheet?.text]);
    }
  });

  it('that a warm function knows are not read again', async () => {
    await writeSheets(fresh.table, acme, sheets, 1_000);
    const first = await read();
    if (first === undefined) throw new Error('sheets are gone');
    const { table, faults } = broken(fresh, { rules: [{ fault: 'crash-before', times: Infinity }] });
    expect(await read(first, table)).toEqual(first);
    expect(faults.injected).toEqual([]);
    const [id = '', sheet] = [...first][0] ?? [];
    const known = new Map([...first].filter(([name]) => name !== id));
    const again = await read(known);
    expect(again?.get(id)).toEqual(sheet);
  });

  it('of which one is gone are no state at all', async () => {
    await writeSheets(fresh.table, acme, sheets, 1_000);
    const [gone] = sheets;
    if (gone === undefined) throw new Error('there are no sheets');
    await dropSheets(fresh.table, acme, [[gone.name, gone.hash]]);
    expect(await read()).toBeUndefined();
    expect(await readSheets(fresh.table, globex, named(sheets), new Map())).toBeUndefined();
    await writeSheets(fresh.table, acme, [gone], 1_000);
    expect((await read())?.size).toBe(sheets.length);
  });

  it('that nobody names are swept once they are old, and stay where they are named, new or written again', async () => {
    const [kept, old, renewed, young] = sheets;
    if (!kept || !old || !renewed || !young) throw new Error('expected four sheets');
    await writeSheets(fresh.table, acme, [kept, old, renewed], 1_000);
    await writeSheets(fresh.table, acme, [renewed, young], 2_000);
    await writeSheets(fresh.table, globex, [old], 1_000);
    const there = async (org: typeof acme, { name, hash }: NamedSheet) =>
      (await getItem(fresh.table, keys.sheet(org, name, hash), true)) !== undefined;
    expect(await sweepSheets(fresh.table, acme, named([kept]), 2_000)).toBe(1);
    expect(await Promise.all([kept, old, renewed, young].map((sheet) => there(acme, sheet)))).toEqual([
      true,
      false,
      true,
      true,
    ]);
    expect(await there(globex, old)).toBe(true);
  });

  it('that the store takes no more are refused as temporary', async () => {
    const rules = [{ fault: 'throttle', on: ['BatchWriteItem'], times: Infinity } as const];
    const refusal = await refusalOf(writeSheets(broken(fresh, { rules }).table, acme, sheets, 1_000));
    expect(refusal.kind).toBe('temporarily-unavailable');
  });
});

describe('a report', () => {
  it('of an earlier state never replaces that of a later one', async () => {
    const key = keys.boardReport(acme, q2);
    const write = (head: number, text: string) => writeReport(fresh.table, key, { text }, head);
    await write(3, 'third');
    await write(2, 'second');
    expect(await getItem(fresh.table, key)).toMatchObject({
      type: 'report',
      head: 3,
      body: '{"text":"third"}',
    });
    await write(3, 'third again');
    expect(await getItem(fresh.table, key)).toMatchObject({ head: 3, body: '{"text":"third again"}' });
    await write(4, 'fourth');
    expect(await getItem(fresh.table, key)).toMatchObject({ head: 4 });
    const { table } = broken(fresh, { rules: [{ fault: 'throttle' }] });
    expect((await refusalOf(writeReport(table, key, {}, 5))).kind).toBe('temporarily-unavailable');
  });
});
