// `import` against a service of the test's own: what is sent, what is followed, what is told.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ImportOptions, importFiles } from '../../cli/import.ts';
import { importText } from '../../cli/import-text.ts';
import type { ImportView } from '../../shared/api/operations.ts';
import { importLimits } from '../../shared/domain/import-limits.ts';
import type { FileTable } from '../../shared/exchange/grids.ts';
import { UnusableFile } from '../../shared/exchange/unusable-file.ts';

const tables: FileTable[] = [
  { file: 'departments.csv', name: 'departments', header: ['id'], rows: [['service']], firstRow: 2 },
];
const options: ImportOptions = {
  url: 'https://counterpart.example/',
  token: 'a-token',
  locale: 'en',
  dryRun: false,
};
const counts = { created: 1, changed: 0, unchanged: 4 };
const item = { change: 'created', kind: 'department', id: 'service', name: 'Service', fields: [] };
const outcome = { state: 'checked', errors: [], errorCount: 0, ...counts, items: [item] };
const set = (state: string, done: number, passedOver: object[] = []) => ({
  id: 'i1',
  kind: 'import',
  state,
  by: 'ana',
  at: '2026-07-20T09:00:00Z',
  total: 3,
  done,
  ...counts,
  passedOver,
  items: [item],
});

/** A service that gives these answers one after the other; the last one again and again. */
const service = (...answers: readonly [status: number, body: object][]) => {
  const asked: { address: string; method: string; token: string | null; body: unknown }[] = [];
  const seen: [number, number][] = [];
  const waits: number[] = [];
  return {
    asked,
    seen,
    waits,
    world: {
      fetch: async (address: string, init: RequestInit) => {
        const headers = new Headers(init.headers);
        asked.push({
          address,
          method: String(init.method),
          token: headers.get('authorization'),
          body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
        });
        const [status, body] = answers[Math.min(asked.length, answers.length) - 1] ?? [500, {}];
        return Response.json(body, { status });
      },
      wait: async (milliseconds: number) => {
        waits.push(milliseconds);
      },
      progress: (done: number, total: number) => {
        seen.push([done, total]);
      },
    },
  };
};

describe('import', () => {
  it('sends the tables and follows until all is written', async () => {
    const { world, asked, seen, waits } = service(
      [200, { ...outcome, id: 'i1', state: 'applying' }],
      [200, set('applying', 1)],
      [200, set('applied', 3)],
    );
    expect(await importFiles(tables, 'data/company', options, world)).toEqual({
      ...counts,
      items: [item],
      id: 'i1',
      state: 'applied',
      passedOver: [],
    });
    expect(asked.map(({ method, address, token }) => [method, address, token])).toEqual([
      ['POST', 'https://counterpart.example/v1/imports', 'Bearer a-token'],
      ['GET', 'https://counterpart.example/v1/imports/i1', 'Bearer a-token'],
      ['GET', 'https://counterpart.example/v1/imports/i1', 'Bearer a-token'],
    ]);
    expect(asked[0]?.body).toEqual({ tables, locale: 'en', file: 'company', apply: true });
    expect(seen).toEqual([
      [1, 3],
      [3, 3],
    ]);
    expect(waits).toEqual([500]);
  });

  it('only looks, where it is a dry run', async () => {
    const { world, asked } = service([200, outcome]);
    const done = await importFiles(tables, 'company.xlsx', { ...options, locale: 'de', dryRun: true }, world);
    expect(done.state).toBe('checked');
    expect(asked[0]?.body).toMatchObject({ apply: false, locale: 'de', file: 'company.xlsx' });
  });

  it('is done at once where nothing changes', async () => {
    const { world, asked } = service([200, { ...outcome, state: 'applied', created: 0, items: [] }]);
    expect((await importFiles(tables, 'company', options, world)).state).toBe('applied');
    expect(asked).toHaveLength(1);
  });

  it('names what others changed meanwhile', async () => {
    const passed = { kind: 'department', id: 'service', why: 'hans has changed it meanwhile' };
    const { world } = service(
      [200, { ...outcome, id: 'i1', state: 'applying' }],
      [200, set('stopped', 3, [passed])],
    );
    expect(await importFiles(tables, 'company', options, world)).toMatchObject({
      state: 'stopped',
      passedOver: [passed],
    });
  });
});

describe('what can’t be imported', () => {
  const row = {
    file: 'departments.csv',
    row: 2,
    column: 'function',
    found: 'none',
    expected: 'one of it, hr',
  };
  const problem = {
    type: 'urn:counterpart:problem:conflict',
    title: 'Conflict',
    status: 409,
    detail: 'Another change of many entities is being applied: i0.',
    errors: [{ path: '/tables', found: 'a', expected: 'b' }],
  };

  it('is told row by row', async () => {
    const invalid = { ...outcome, state: 'invalid', errors: [row], errorCount: 3 };
    const failed = await importFiles(tables, 'company', options, service([200, invalid]).world).catch(
      (error: unknown) => error,
    );
    expect(failed).toBeInstanceOf(UnusableFile);
    expect((failed as UnusableFile).errors).toEqual([
      row,
      { file: 'company', row: 0, column: '', found: '2 more', expected: 'none' },
    ]);
  });

  it.each<[string, Partial<ImportOptions>, readonly [number, object], string]>([
    ['no address', { url: 'counterpart' }, [200, outcome], '--url: found "counterpart", expected an address'],
    ['no token', { token: undefined }, [200, outcome], '--token: found nothing, expected the access token'],
    ['a refusal', {}, [409, problem], 'being applied: i0.\n  /tables: found a, expected b'],
    ['no explanation', {}, [502, {}], 'The answer was 502 without an explanation.'],
  ])('is told where there is %s', async (_what, more, [status, body], message) => {
    const { world } = service([status, body]);
    await expect(importFiles(tables, 'company', { ...options, ...more }, world)).rejects.toMatchObject({
      name: 'UnusableInput',
      message: expect.stringContaining(message),
    });
  });

  it('is told where nobody answers', async () => {
    const { world } = service([200, outcome]);
    const dead = { ...world, fetch: () => Promise.reject(new TypeError('fetch failed')) };
    await expect(importFiles(tables, 'company', options, dead)).rejects.toMatchObject({
      message: 'https://counterpart.example: No answer from the service.',
    });
  });

  it('is not even sent where it is too large, and says what to do', async () => {
    const { world, asked } = service([200, outcome]);
    const rows = Array.from({ length: 3000 }, () => ['x'.repeat(2000)]);
    const large = tables.map((one) => ({ ...one, rows }));
    await expect(importFiles(large, 'company', options, world)).rejects.toThrow(
      `expected at most ${importLimits.bytes}; import it in parts`,
    );
    expect(asked).toEqual([]);
  });
});

describe('the text', () => {
  it('has a line an entity, a line a field, and counts', () => {
    const fields: ImportView['items'][number]['fields'] = [
      { field: 'charter', to: 'We get people going.' },
      { field: 'name', from: 'A', to: 'B' },
    ];
    const changed: ImportView['items'][number] = {
      change: 'changed',
      kind: 'submission',
      id: 'd/2026-Q1',
      name: 'd/2026-Q1',
      fields,
    };
    const created: ImportView['items'][number] = {
      change: 'created',
      kind: 'department',
      id: 'service',
      name: 'Service',
      fields: [],
    };
    const all = { created: 2, changed: 1, unchanged: 4, items: [changed, created] };
    expect(importText(all, false)).toBe(
      [
        'changed submission d/2026-Q1',
        '    charter: nothing -> We get people going.',
        '    name: A -> B',
        'created department service (Service)',
        '... and 1 more',
        '2 created, 1 changed, 4 left alone',
      ].join('\n'),
    );
    expect(importText(all, true)).toContain('2 would be created, 1 would be changed, 4 left alone');
  });
});

describe('the command', () => {
  const counterpart = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['cli/counterpart.ts', 'import', 'examples/demo', ...args], {
      cwd: join(import.meta.dirname, '..', '..'),
      encoding: 'utf8',
      env: { ...process.env, COUNTERPART_TOKEN: '' },
    });

  it('ends with 2 and says why where it can’t begin', () => {
    const { status, stdout, stderr } = counterpart('--url', 'http://127.0.0.1:9');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('in COUNTERPART_TOKEN');
  });

  it('ends with 2 where nobody answers', () => {
    const { status, stderr } = counterpart('--url', 'http://127.0.0.1:9', '--token', 'a');
    expect([status, stderr]).toEqual([2, 'http://127.0.0.1:9: No answer from the service.\n']);
  });
});
