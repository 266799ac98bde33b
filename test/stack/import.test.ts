// Ten thousand rows on the real stack: applied within a minute, though the stack is killed without a word in the
// middle; then the same file would change nothing.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../local/stack.ts';
import { addQuarters } from '../../shared/domain/quarter-steps.ts';
import { personWith, until } from './client.ts';
import { killAll, startKillable } from './killable.ts';

const folder = mkdtempSync(join(tmpdir(), 'import-'));
afterAll(() => {
  killAll();
  rmSync(folder, { recursive: true, force: true });
});

const departments = 10;
const kpis = 250;
const quarters = 40;
const list = <T>(length: number, make: (i: number) => T) => Array.from({ length }, (_, i) => make(i));
const tables = [
  {
    name: 'departments',
    header: ['id', 'name', 'function', 'first_quarter'],
    rows: list(departments, (i) => [`d${i}`, `Department ${i}`, 'operations', '2015-Q1']),
  },
  {
    name: 'kpis',
    header: ['id', 'department', 'name', 'unit_kind', 'direction', 'perspective', 'owner', 'first_quarter'],
    rows: list(kpis, (i) => [
      `k${i}`,
      `d${i % departments}`,
      `Cases ${i}`,
      'count',
      'higher',
      'internal-efficiency',
      'anna',
      '2015-Q1',
    ]),
  },
  {
    name: 'readings',
    header: ['kpi', 'quarter', 'actual'],
    rows: list(kpis * quarters, (i) => [
      `k${Math.floor(i / quarters)}`,
      addQuarters('2016-Q2', i % quarters),
      String((i * 7) % 1000),
    ]),
  },
];
const total = departments + kpis + departments * quarters;
const patience = 60_000 * Number(process.env['SLOW'] ?? 1);

describe('an import of ten thousand rows', () => {
  it('goes on where a kill stopped it, and is applied within a minute', async () => {
    const data = join(folder, 'acme');
    const first = await startKillable('import-process.ts', data);
    const anna = personWith(first.origin, await first.tokenOf('anna'));
    const begun = performance.now();
    const { status, json } = await anna('POST', '/v1/imports', { tables, file: 'ten-thousand', apply: true });
    expect({ status, json }).toMatchObject({
      status: 200,
      json: { state: 'applying', errors: [], created: total },
    });
    const path = `/v1/imports/${json.id}`;
    const moving = await until(
      () => anna('GET', path),
      (answer) => answer.json.done >= total / 4,
      patience,
    );
    await first.kill();
    const before = performance.now() - begun;
    expect(moving.answer.json.done).toBeGreaterThanOrEqual(total / 4);
    expect(moving.answer.json.state).toBe('applying');

    const second = await startKillable('import-process.ts', data);
    const again = personWith(second.origin, await second.tokenOf('anna'));
    const since = performance.now();
    const ended = await until(
      () => again('GET', path),
      (answer) => answer.json.state !== 'applying',
      patience,
    );
    const took = before + performance.now() - since;
    process.stderr.write(`10,000 rows applied in ${Math.round(took)} ms, a kill in the middle left out\n`);
    expect(ended.answer.json).toMatchObject({ state: 'applied', done: total, total, passedOver: [] });
    expect(took).toBeLessThan(patience);

    const same = await again('POST', '/v1/imports', { tables, apply: false });
    expect(same.json).toMatchObject({ state: 'checked', created: 0, changed: 0, unchanged: total });
    const { json: exported } = await again('GET', '/v1/export');
    const rows = (name: string) =>
      exported.tables.find((table: { name: string }) => table.name === name).rows.length;
    expect([rows('departments'), rows('kpis'), rows('readings')]).toEqual([
      departments,
      kpis,
      kpis * quarters,
    ]);

    const files = join(folder, 'files');
    mkdirSync(files);
    writeFileSync(join(files, 'departments.csv'), 'id,name,function\nd0,Renamed,operations\nd10,New,other\n');
    const token = await second.tokenOf('anna');
    const command = async (...more: string[]) => {
      const args = ['cli/counterpart.ts', 'import', files, '--url', second.origin, ...more];
      const { stdout } = await promisify(execFile)(process.execPath, args, {
        cwd: ROOT,
        env: { ...process.env, COUNTERPART_TOKEN: token },
      });
      return stdout.trim().split('\n').at(-1);
    };
    expect(await command('--dry-run')).toBe('1 would be created, 1 would be changed, 0 left alone');
    expect(await command()).toBe('1 created, 1 changed, 0 left alone');
    expect(await command()).toBe('0 created, 0 changed, 2 left alone');
    await second.kill();
  }, 180_000);
});
