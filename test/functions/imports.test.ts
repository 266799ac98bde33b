/** Imports through the API: looked at, begun, followed, refused; and the export that reads back to nothing. */
import { describe, expect, it } from 'vitest';
import { importLimits } from '../../shared/domain/import-limits.ts';
import { applyChangeSet } from '../../shared/flows/change-set.ts';
import { requireFits } from '../../shared/flows/import.ts';
import { problem } from './bodies.ts';
import { acme, type Company, furnishedCompany, quarter, rival } from './company.ts';

const table = (name: string, ...lines: readonly string[]) => {
  const [header = [], ...rows] = lines.map((line) => line.split(','));
  return { name, header, rows };
};
const capability = (id: string) => table('capabilities', 'id,name', `${id},Repair on the first visit`);
const ask = (company: Company, tables: object[], more: object = {}, sent: object = {}) =>
  company.call('importTables', { ...sent, body: { tables, apply: false, ...more } });
const finish = (company: Company, id: string) =>
  applyChangeSet(
    { table: company.fresh.table, log: () => undefined, machineNow: Date.now },
    acme,
    id,
    Number.POSITIVE_INFINITY,
  );
const readings = (...lines: string[]) => table('readings', 'kpi,quarter,actual', ...lines);

describe('an import that is looked at', () => {
  it('says what it would change, and changes nothing', async () => {
    const company = await furnishedCompany();
    const before = await company.fresh.hash();
    const answer = await ask(company, [
      capability('repair'),
      table('departments', 'id,name,function', 'service,Service,operations'),
    ]);
    expect(answer).toMatchObject({
      status: 200,
      body: {
        state: 'checked',
        errors: [],
        errorCount: 0,
        created: 1,
        changed: 1,
        unchanged: 0,
        items: [
          {
            change: 'changed',
            kind: 'department',
            id: 'service',
            fields: [{ field: 'name', from: 'service', to: 'Service' }],
          },
          {
            change: 'created',
            kind: 'capability',
            id: 'repair',
            name: 'Repair on the first visit',
            fields: [],
          },
        ],
      },
    });
    expect(answer.body.id).toBeUndefined();
    expect(await company.fresh.hash()).toBe(before);
  });

  it('says every fault with its place, under the name of the file', async () => {
    const company = await furnishedCompany();
    const broken = { ...table('departments', 'id,name,function', 'new,New,none'), firstRow: 5 };
    const told = (answer: { body: { errors: object[] } }) => answer.body.errors;
    const fault = { row: 5, column: 'function', found: 'none' };
    expect(told(await ask(company, [broken], { file: 'company.xlsx', apply: true }))).toMatchObject([
      { file: 'company.xlsx, departments', ...fault },
    ]);
    expect(told(await ask(company, [{ ...broken, file: 'departments.csv' }]))).toMatchObject([
      { file: 'departments.csv', ...fault },
    ]);
  });

  it('understands a German file', async () => {
    const company = await furnishedCompany();
    const targets = table('targets', 'kpi;from;value'.replaceAll(';', ','), '');
    const german = { ...targets, rows: [['first-contact', '2026-Q1', '0,85']] };
    expect((await ask(company, [german], { locale: 'de' })).body).toMatchObject({
      state: 'checked',
      changed: 1,
    });
    expect((await ask(company, [german])).body).toMatchObject({ state: 'invalid', errorCount: 1 });
  });
});

describe('an import that is applied', () => {
  it('is recorded, followed and done', async () => {
    const company = await furnishedCompany();
    const { status, body } = await ask(company, [capability('repair')], {
      apply: true,
      file: 'company.xlsx',
    });
    expect({ status, body }).toMatchObject({ status: 200, body: { state: 'applying', created: 1 } });
    const seen = () => company.call('getImport', { params: { id: body.id } });
    expect((await seen()).body).toMatchObject({
      state: 'applying',
      kind: 'import',
      file: 'company.xlsx',
      by: 'ana',
      total: 1,
      done: 0,
      items: [{ kind: 'capability', id: 'repair' }],
    });
    await finish(company, body.id);
    expect((await seen()).body).toMatchObject({ state: 'applied', done: 1, passedOver: [] });
    expect((await company.call('listImports')).body.items).toMatchObject([{ id: body.id, state: 'applied' }]);
    expect((await company.call('getCapability', { params: { id: 'repair' } })).body).toMatchObject({
      version: 1,
      updatedBy: 'ana',
    });
    const trail = await company.call('listAudit', { as: 'ada', query: { kind: 'capability', id: 'repair' } });
    expect(trail.body.items).toMatchObject([{ action: 'capability.import', by: 'ana' }]);
  });

  it('that would change nothing is done at once, and leaves no record', async () => {
    const company = await furnishedCompany();
    const before = await company.fresh.hash();
    const { tables } = (await company.call('exportTables')).body;
    expect((await ask(company, tables, { apply: true })).body).toMatchObject({
      state: 'applied',
      created: 0,
      changed: 0,
      items: [],
    });
    expect(await company.fresh.hash()).toBe(before);
  });

  it('lets a head hand in the own quarter, and nobody else’s', async () => {
    const company = await furnishedCompany();
    const own = await ask(
      company,
      [readings(`first-contact,${quarter},0.7`)],
      { apply: true },
      { as: 'hans' },
    );
    expect(own.body).toMatchObject({
      state: 'applying',
      items: [{ kind: 'submission', id: `service/${quarter}` }],
    });
    await finish(company, own.body.id);
    const sheet = await company.call('getQuarterSheet', { as: 'hans', params: { id: 'service', quarter } });
    expect(sheet.body).toMatchObject({ version: 1, submission: { submittedBy: 'hans', state: 'submitted' } });
    const foreign = await ask(
      company,
      [readings(`dispatch-time,${quarter},4`)],
      { apply: true },
      { as: 'hans' },
    );
    expect(foreign.body).toMatchObject({ state: 'invalid', errors: [{ row: 2, column: 'quarter' }] });
  });

  it('lets a deputy import up to the last day, and not after', async () => {
    const company = await furnishedCompany();
    const tables = [table('targets', 'kpi,from,value', 'first-contact,2026-Q1,0.8')];
    company.setClock('2026-10-31T20:00:00.000Z');
    expect((await ask(company, tables, {}, { as: 'dora' })).body.state).toBe('checked');
    company.setClock('2026-11-01T08:00:00.000Z');
    expect((await ask(company, tables, {}, { as: 'dora' })).body.state).toBe('invalid');
  });

  it('is refused while another one is being applied', async () => {
    const company = await furnishedCompany();
    const first = await ask(company, [capability('repair')], { apply: true });
    const before = await company.fresh.hash();
    const second = await ask(company, [capability('other')], { apply: true });
    expect(second).toMatchObject({ status: 409, headers: { 'retry-after': '5' } });
    expect(second.body.detail).toContain(first.body.id);
    expect(await company.fresh.hash()).toBe(before);
    expect((await ask(company, [capability('other')])).body.state).toBe('checked');
    await finish(company, first.body.id);
    expect((await ask(company, [capability('other')], { apply: true })).status).toBe(200);
  });

  it('has one answer under one key, however often it is sent', async () => {
    const company = await furnishedCompany();
    const sent = { headers: { 'idempotency-key': 'import-1' } };
    const answers = await Promise.all(
      [1, 2, 3].map(() => ask(company, [capability('repair')], { apply: true }, sent)),
    );
    const done = answers.filter(({ status }) => status === 200);
    expect(done.length).toBeGreaterThan(0);
    expect(new Set(done.map(({ body }) => body.id)).size).toBe(1);
    await finish(company, done[0]?.body.id);
    expect((await ask(company, [capability('repair')], { apply: true }, sent)).body).toEqual(done[0]?.body);
    expect((await company.call('listImports')).body.items).toHaveLength(1);
    expect((await ask(company, [capability('other')], { apply: true }, sent)).status).toBe(422);
  });

  it('never reaches another organisation', async () => {
    const company = await furnishedCompany();
    const { id } = (await ask(company, [capability('repair')], { apply: true })).body;
    const foreign = await company.call('getImport', { org: rival, params: { id } });
    expect(foreign.status).toBe(404);
    expect((await company.call('listImports', { org: rival })).body.items).toEqual([]);
    const mine = await ask(company, [
      table('organisation', 'id,name,time_zone,currency,fiscal_start', 'rival,R,UTC,EUR,1'),
    ]);
    expect(mine.body.errors).toMatchObject([{ column: 'id', found: 'rival' }]);
  });
});

describe('T21: a file that is too much', () => {
  const tooLarge = (path: string, found: string, expected: string, detail = 'The request is too large.') =>
    problem('too-large', 413, 'Too large', detail, [{ path, found, expected }]);

  it('is refused with the limit and the remedy', async () => {
    const company = await furnishedCompany();
    const raw = { body: ' '.repeat(importLimits.bytes + 1) };
    expect((await company.call('importTables', { raw })).body).toEqual(
      tooLarge(
        '',
        '4000001 bytes',
        'at most 4000000 bytes; import it in parts: the definitions first, then the readings year by year',
      ),
    );
  });

  it('is refused for rows, columns, cells and tables beyond any organisation’s', async () => {
    const company = await furnishedCompany();
    const rows = (count: number) => Array.from({ length: count }, () => ['a']);
    const halves = ['readings', 'reasons'].map((name) => ({ name, header: ['kpi'], rows: rows(50_001) }));
    expect((await ask(company, halves)).body).toMatchObject({
      status: 413,
      errors: [
        { path: '/tables', found: '100002', expected: expect.stringContaining('at most 100000 rows') },
      ],
    });
    const wide = { name: 'kpis', header: Array.from({ length: 61 }, () => 'id'), rows: [] };
    const long = { name: 'kpis', header: ['id'], rows: [['x'.repeat(5001)]] };
    const deep = { name: 'kpis', header: ['id'], rows: rows(100_001) };
    const faults = async (...tables: object[]) => (await ask(company, tables)).body.errors;
    expect(await faults(wide)).toEqual([
      { path: '/tables/0/header', found: expect.any(String), expected: 'at most 60 columns' },
    ]);
    expect(await faults(long)).toEqual([
      {
        path: '/tables/0/rows/0/0',
        found: expect.any(String),
        expected: 'a cell of at most 5000 characters',
      },
    ]);
    expect(await faults(deep)).toEqual([
      {
        path: '/tables/0/rows',
        found: expect.any(String),
        expected: expect.stringContaining('at most 100000 rows'),
      },
    ]);
    expect(await faults(...Array.from({ length: 41 }, () => wide))).toContainEqual(
      expect.objectContaining({ path: '/tables', expected: 'at most 40 tables' }),
    );
  });

  it('answers at most a thousand faults, and counts them all', async () => {
    const company = await furnishedCompany();
    const many = readings(...Array.from({ length: 3000 }, (_, i) => `none-${i},2026-Q3,x`));
    const { body } = await ask(company, [many], { apply: true });
    expect(body.errors).toHaveLength(1000);
    expect(body.errorCount).toBe(3000);
    expect(body.state).toBe('invalid');
  });
});

describe('the export', () => {
  it('reads back to no change at all', async () => {
    const company = await furnishedCompany();
    const handed = await ask(
      company,
      [readings(`first-contact,${quarter},0.7`)],
      { apply: true },
      { as: 'hans' },
    );
    await finish(company, handed.body.id);
    const { tables } = (await company.call('exportTables')).body;
    expect(tables.find(({ name }: { name: string }) => name === 'readings').rows).toHaveLength(1);
    expect((await ask(company, tables)).body).toMatchObject({ state: 'checked', errors: [], items: [] });
  });

  it('shows other people’s addresses to analysts only', async () => {
    const company = await furnishedCompany();
    const addresses = async (as: string) => {
      const { tables } = (await company.call('exportTables', { as })).body;
      const members = tables.find(({ name }: { name: string }) => name === 'members');
      const column = members.header.indexOf('email');
      return members.rows.map((row: string[]) => row[column]).filter((cell: string) => cell !== '');
    };
    expect(await addresses('ada')).toEqual(['ada@example.org']);
    expect(await addresses('eve')).toEqual(['eve@example.org']);
    expect((await addresses('ana')).length).toBe(7);
  });

  it('gives the part that is asked for', async () => {
    const company = await furnishedCompany();
    const handed = await ask(
      company,
      [readings(`first-contact,${quarter},0.7`)],
      { apply: true },
      { as: 'hans' },
    );
    await finish(company, handed.body.id);
    const part = async (query: Record<string, string>) =>
      (await company.call('exportTables', { query })).body.tables.map(
        ({ name, rows }: { name: string; rows: string[][] }) => `${name} ${rows.length}`,
      );
    expect(await part({ tables: 'readings,departments' })).toEqual(['departments 2', 'readings 1']);
    expect(await part({ tables: 'readings', from: '2026-Q4' })).toEqual(['readings 0']);
    expect(await part({ tables: 'readings', to: '2026-Q2' })).toEqual(['readings 0']);
    const unknown = await company.call('exportTables', { query: { tables: 'figures' } });
    expect(unknown).toMatchObject({
      status: 400,
      body: { errors: [{ path: '/tables', found: '"figures"' }] },
    });
  });

  it('is refused where no answer can hold it, with what to ask for instead', () => {
    const rows = Array.from({ length: 50_000 }, () => ['x'.repeat(100)]);
    const large = { name: 'readings', header: ['kpi'], rows };
    expect(() => requireFits([{ ...large, rows: rows.slice(0, 40_000) }])).not.toThrow();
    expect(() => requireFits([large])).toThrow(
      expect.objectContaining({
        kind: 'too-large',
        faults: [expect.objectContaining({ expected: expect.stringContaining('"from" and "to"') })],
      }),
    );
  });
});
