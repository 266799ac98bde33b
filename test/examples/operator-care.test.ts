// What an operator does with organisations that are there: of two, one is stopped, handed over and deleted, and the
// other never notices.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { operatorProgram, runOperator } from '../../cli/operator-program.ts';
import { brokenLink } from '../../shared/domain/audit.ts';
import { orgId } from '../../shared/domain/slug.ts';
import { runTick } from '../../shared/flows/tick.ts';
import { auditChain } from '../../shared/table/audit-log.ts';
import { deleteTenant } from '../../shared/table/deletion.ts';
import { readHead } from '../../shared/table/evaluation.ts';
import { keys } from '../../shared/table/keys.ts';
import { organisationsDue } from '../../shared/table/organisations.ts';
import { setSuspension } from '../../shared/table/suspension.ts';
import type { FreshTable } from '../fresh-table.ts';
import { freshTable } from '../table-fixture.ts';
import { terminalOf } from './operator-terminal.ts';

const at = '2026-05-04T09:30:00Z';
const acme = orgId.parse('acme');
const folder = mkdtempSync(join(tmpdir(), 'export-'));
afterAll(() => rmSync(folder, { recursive: true }));

let fresh: FreshTable;
const run = async (...args: string[]) => {
  const printed: string[] = [];
  const complaints: string[] = [];
  const terminal = terminalOf(fresh.table, at, (line) => printed.push(line));
  const code = await runOperator(operatorProgram(terminal, fresh.table.name), args, (line) =>
    complaints.push(line),
  );
  return { code, printed, complaints };
};
const create = (id: string) =>
  run(
    ...['create-organisation', '--id', id, '--name', id, '--time-zone', 'UTC', '--currency', 'EUR'],
    ...['--analyst-id', 'ann', '--analyst-name', 'Ann', '--analyst-email', 'ann@example.org'],
    ...['--analyst-sub', `sub-of-${id}`],
  );
/** Everything that belongs to an organisation and its like-named neighbours, by key. */
const itemsOf = async (org: string) =>
  (await fresh.scan()).filter(({ pk, sk }) => pk.startsWith(`${org}|`) || (pk === 'due' && sk === org));

beforeEach(async () => {
  fresh = await freshTable();
  for (const id of ['acme', 'acme-2', 'acm']) await create(id);
});

describe('suspend-organisation', () => {
  test('is told, audited, and undone by resume-organisation', async () => {
    const suspend = ['suspend-organisation', '--org', 'acme', '--reason', 'The contract has ended.'];
    expect((await run(...suspend)).printed).toEqual(['suspended acme: The contract has ended.']);
    expect((await run(...suspend)).printed).toEqual(['acme is suspended already']);
    expect(
      (await organisationsDue(fresh.table)).filter(({ suspended }) => suspended).map(({ org }) => org),
    ).toEqual(['acme']);
    expect((await run('resume-organisation', '--org', 'acme')).printed).toEqual(['resumed acme']);
    expect((await run('resume-organisation', '--org', 'acme')).printed).toEqual(['acme is not suspended']);
    const chain = await auditChain(fresh.table, acme, 'organisation', 'acme');
    expect(chain.map(({ action }) => action)).toEqual([
      'organisation.create',
      'organisation.suspend',
      'organisation.resume',
    ]);
    expect(brokenLink(chain)).toBeUndefined();
  });

  test('keeps every schedule away', async () => {
    await run('suspend-organisation', '--org', 'acme', '--reason', 'Ended.');
    const deps = {
      table: fresh.table,
      log: () => undefined,
      machineNow: Date.now,
      pageUrl: 'https://page.example',
      signature: 'x',
    };
    const before = await itemsOf('acme');
    await runTick(deps as unknown as Parameters<typeof runTick>[0], '2026-05-06T09:30:00Z');
    expect(await itemsOf('acme')).toEqual(before);
    const watermarks = new Map(
      (await organisationsDue(fresh.table)).map((due) => [due.org as string, due.watermarks]),
    );
    expect(watermarks.get('acme')?.nightly).toBe(at);
    expect(watermarks.get('acme-2')?.nightly).not.toBe(at);
  });

  test('refuses an organisation that is not there', async () => {
    expect((await run('suspend-organisation', '--org', 'nobody', '--reason', 'x')).complaints).toEqual([
      'There is no organisation “nobody”.',
    ]);
  });
});

describe('export-organisation', () => {
  test('writes every table of the import format', async () => {
    const { code, printed } = await run('export-organisation', '--org', 'acme', '--to', folder);
    expect(code).toBe(0);
    expect(printed[0]).toContain('members.csv');
    expect(readFileSync(join(folder, 'members.csv'), 'utf8')).toContain('ann@example.org');
    expect((await run('export-organisation', '--org', 'nobody', '--to', folder)).code).toBe(1);
  });
});

describe('delete-organisation', () => {
  const remove = (again = 'acme') => run('delete-organisation', '--org', 'acme', '--again', again);

  test('wants the id twice, and an organisation that is suspended', async () => {
    const before = await fresh.hash();
    expect((await remove('acme-2')).complaints).toEqual([
      'An organisation is deleted only if its id is given twice.',
      '  /again: found "acme-2", expected "acme"',
    ]);
    expect((await remove()).complaints).toEqual([
      'The organisation “acme” is in use: suspend it first, and export it.',
    ]);
    expect(await fresh.hash()).toBe(before);
  });

  test('leaves nothing of it, and of others everything', async () => {
    for (let i = 0; i < 60; i++)
      await fresh.put({ ...keys.audit(acme, `2026.${String(i).padStart(3, '0')}`), type: 'audit' });
    const others = [...(await itemsOf('acme-2')), ...(await itemsOf('acm'))];
    await run('suspend-organisation', '--org', 'acme', '--reason', 'Ended.');
    const { code, printed } = await remove();
    expect(code).toBe(0);
    expect(printed.at(-1)).toMatch(/^deleted acme: \d+ items; /);
    expect(await itemsOf('acme')).toEqual([]);
    expect([...(await itemsOf('acme-2')), ...(await itemsOf('acm'))]).toEqual(others);
    expect((await remove()).complaints).toEqual(['There is no organisation “acme”.']);
    await fresh.put({ ...keys.head(acme), type: 'head' });
    expect((await remove()).printed.at(-1)).toMatch(/^deleted acme: 1 items; /);
    expect(await itemsOf('acme')).toEqual([]);
  });

  test('goes on where it broke off', async () => {
    const writing = { org: acme, by: 'operator', at, machineNow: Date.now(), nonce: randomUUID() };
    await setSuspension(fresh.table, writing, 'Ended.');
    const crash = () => {
      throw new Error('the lights went out');
    };
    await expect(deleteTenant(fresh.table, acme, crash)).rejects.toThrow('the lights went out');
    expect((await itemsOf('acme')).map(({ sk }) => sk)).toEqual(['organisation|acme']);
    expect((await remove()).code).toBe(0);
    expect(await itemsOf('acme')).toEqual([]);
  });
});

describe('redrive', () => {
  test('serves one organisation or all that are not suspended, as often as wanted', async () => {
    await run('suspend-organisation', '--org', 'acme', '--reason', 'Ended.');
    const { printed } = await run('redrive');
    expect(printed[0]).toBe('done again for 2 organisations: acm, acme-2');
    const before = await fresh.hash();
    expect((await run('redrive', '--org', 'acme-2')).printed[0]).toBe(
      'done again for 1 organisations: acme-2',
    );
    expect(await fresh.hash()).toBe(before);
    expect(await readHead(fresh.table, orgId.parse('acme-2'), true)).toBeUndefined();
    expect((await run('redrive', '--org', 'nobody')).code).toBe(1);
  });
});
