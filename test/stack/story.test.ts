// What a newcomer does with the example, on the real stack: the executive reads, a head links and submits, the report
// follows, the digest names the finding.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectedFindings } from '../../examples/nhs/expected-findings.ts';
import { nhs } from '../../examples/nhs/organisation.ts';
import { type Stack, startStack } from '../../local/stack.ts';
import { type Person, person, until } from './client.ts';

const folder = mkdtempSync(join(tmpdir(), 'story-'));
const troubles: string[] = [];
let stack: Stack;
let executive: Person;
let walsall: Person;

beforeAll(async () => {
  const page = join(folder, 'page');
  writeFileSync(join(mkdtempSync(`${page}-`), 'index.html'), '<p>page</p>');
  stack = await startStack({
    example: nhs,
    port: 0,
    dataFolder: join(folder, 'nhs'),
    reset: false,
    page,
    step: (_, work) => work(() => undefined),
    onTrouble: (line) => troubles.push(line),
  });
  executive = await person(stack, 'group-executive');
  walsall = await person(stack, 'head-rbk');
}, 180_000);
afterAll(async () => {
  await stack?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const quarter = '2022-Q4';
const board = async () => (await executive('GET', `/v1/reports/${quarter}/board`)).json;
const missing = async () =>
  (await executive('GET', '/v1/findings?check=missing-counterpart')).json.items.map(
    (line: { subject: { ids: string[] } }) => line.subject.ids[0],
  );

describe('the example', () => {
  it('shows the executive which internal KPIs of the unlinked trusts have no counterpart, with evidence', async () => {
    const report = await board();
    expect(report.headline).toEqual({
      message: 'gaps',
      data: expect.objectContaining({ gaps: 4, internal: 12 }),
    });
    expect((await missing()).every((id: string) => /^r(?:al|bk)-/.test(id))).toBe(true);
    const [line] = (await executive('GET', '/v1/findings?check=missing-counterpart&limit=1')).json.items;
    const finding = (await executive('GET', `/v1/findings/${line.fingerprint}`)).json;
    expect(finding).toMatchObject({
      level: 'error',
      reasons: ['none-linked'],
      remedy: expect.stringContaining('Link one'),
    });
  });

  it('hands the executive the board pack, made by a native module, as bytes', async () => {
    const answer = await fetch(`${stack.origin}/v1/reports/${quarter}/board.pdf`, {
      headers: { authorization: `Bearer ${await stack.tokenFor('group-executive')}` },
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.subarray(-6).toString()).toContain('%%EOF');
  });

  it('holds exactly the findings that its kept list names', async () => {
    const found: string[] = [];
    let cursor = '';
    do {
      const { json } = await executive('GET', `/v1/findings?limit=50${cursor}`);
      for (const line of json.items) found.push(`${line.check} ${line.subject.ids.join(' ')}`);
      cursor = json.cursor === undefined ? '' : `&cursor=${encodeURIComponent(json.cursor)}`;
    } while (cursor !== '');
    expect(found.sort()).toEqual(
      expectedFindings.map(({ check, subject }) => `${check} ${subject.ids.join(' ')}`).sort(),
    );
  });

  it('leads from a figure to its row in the source file', async () => {
    const { json } = await executive('GET', `/v1/reports/${quarter}/departments/rhm`);
    const readings = json.kpis.flatMap((kpi: { readings: { source?: object }[] }) => kpi.readings);
    expect(readings.filter((reading: { source?: object }) => reading.source === undefined)).toEqual([]);
  });

  it('lets a head change a KPI, see what would follow, submit, and see the report follow within two seconds', async () => {
    const [gap] = (await missing()).filter((id: string) => id.startsWith('rbk-'));
    const sheet = (await walsall('GET', `/v1/departments/rbk/quarters/${quarter}`)).json;
    const facing = sheet.rows.find(
      (row: { kpi: { perspective: string } }) => row.kpi.perspective === 'customer-facing',
    ).kpi;
    const before = (await walsall('GET', `/v1/kpis/${gap}`)).json;
    const outcomes = (await walsall('GET', '/v1/outcomes')).json.items;
    const link = async (counterparts: object[]) => {
      const { json, etag } = await walsall('GET', `/v1/kpis/${gap}`);
      const {
        id: _id,
        version: _v,
        updatedAt: _a,
        updatedBy: _b,
        targets: _t,
        formerDepartments: _f,
        changes: _c,
        ...fields
      } = json;
      return walsall('PUT', `/v1/kpis/${gap}`, { ...fields, counterparts }, { 'if-match': etag ?? '' });
    };
    const facingNow = await walsall('GET', `/v1/kpis/${facing.id}`);
    const {
      id: _id,
      version: _v,
      updatedAt: _a,
      updatedBy: _b,
      targets: _t,
      formerDepartments: _f,
      changes: _c,
      ...fields
    } = facingNow.json;
    const served = await walsall(
      'PUT',
      `/v1/kpis/${facing.id}`,
      { ...fields, contributions: [{ outcome: outcomes[0].id, effect: '+' }] },
      { 'if-match': facingNow.etag ?? '' },
    );
    expect(served.status).toBe(200);
    expect((await link([{ kpi: facing.id }])).status).toBe(200);
    const linked = await until(missing, (ids) => !ids.includes(gap), 10_000);
    expect(linked.answer).not.toContain(gap);

    const readings = sheet.rows.map((row: { kpi: { id: string }; reading: object }) => ({
      ...row.reading,
      kpi: row.kpi.id,
    }));
    const preview = await walsall('POST', `/v1/departments/rbk/quarters/${quarter}/preview`, { readings });
    expect(preview.status).toBe(200);
    const receipt = await walsall(
      'POST',
      `/v1/departments/rbk/quarters/${quarter}/submission`,
      { readings, note: 'checked once more' },
      { 'if-match': `"${sheet.version}"`, 'idempotency-key': 'story-1' },
    );
    expect(receipt).toMatchObject({ status: 201, json: { version: sheet.version + 1 } });
    const followed = await until(
      board,
      (report) =>
        report.departments.find((one: { id: string }) => one.id === 'rbk').version === sheet.version + 1,
      20_000,
    );
    expect(followed.answer.coverage.covered).toBe(9);
    expect(followed.took).toBeLessThan(2_000 * Number(process.env['SLOW'] ?? 3));

    expect((await link(before.counterparts)).status).toBe(200);
    const back = await until(missing, (ids) => ids.includes(gap), 10_000);
    expect(back.answer).toContain(gap);
    const line = (await executive('GET', '/v1/findings?check=missing-counterpart')).json.items.find(
      (one: { subject: { ids: string[] } }) => one.subject.ids[0] === gap,
    );
    const { events } = (await executive('GET', `/v1/findings/${line.fingerprint}`)).json;
    expect(events.map((event: { event: string }) => event.event)).toEqual(['found', 'resolved', 'reopened']);
  });

  it('keeps a head to the own department', async () => {
    const barts = await person(stack, 'head-r1h');
    const theirs = await barts('GET', `/v1/departments/r1h/quarters/${quarter}`);
    expect(theirs.json.draft).toBeDefined();
    const seen = await walsall('GET', `/v1/departments/r1h/quarters/${quarter}`);
    expect(seen.json.draft).toBeUndefined();
    const refused = await walsall(
      'POST',
      `/v1/departments/r1h/quarters/${quarter}/submission`,
      { readings: [] },
      { 'if-match': '"0"' },
    );
    expect(refused).toMatchObject({ status: 403, json: { status: 403 } });
  });

  it('mails the digest that names the finding with the next tick, and nothing twice', async () => {
    const ticked = await stack.advance();
    expect(ticked.mails).toBeGreaterThan(0);
    expect(ticked.subjects.join('\n')).toMatch(
      /is an internal KPI and no customer-facing KPI is linked to it/,
    );
    const count = stack.mails.list().length;
    for (let i = 0; i < 3; i++) await stack.advance();
    expect(stack.mails.list().length).toBe(count);
    expect(troubles).toEqual([]);
  });
});
