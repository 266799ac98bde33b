/** A department's quarter, from the empty sheet to the accepted version. */
import { beforeEach, describe, expect, it } from 'vitest';
import { contentHash } from '../../shared/domain/canonical.ts';
import { submissionSchema } from '../../shared/domain/submission.ts';
import { contentOf } from '../../shared/table/item.ts';
import { acme, asOf, type Company, furnishedCompany, kpiBody, problem, quarter } from './company.ts';
import { putHead } from './derived.ts';

let company: Company;
beforeEach(async () => {
  company = await furnishedCompany();
});

const service = { id: 'service', quarter };
const conflict = (detail: string) => problem('conflict', 409, 'Not possible in the present state', detail);
const submit = (readings: object[], version = 0, more: object = {}) =>
  company.call('submitQuarter', {
    as: 'hans',
    params: service,
    body: { readings, ...more },
    headers: version === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${version}"` },
  });
const decide = (operation: 'acceptSubmission' | 'returnSubmission', as: string, version = 1) =>
  company.call(operation, {
    as,
    params: service,
    body: operation === 'returnSubmission' ? { comment: 'Look at the second figure again.' } : {},
    headers: { 'if-match': `"${version}"` },
  });
const sheet = async (as: string, params: Record<string, string> = service) =>
  (await company.done('getQuarterSheet', { as, params })).body;
const ids = (rows: { kpi: { id: string } }[]) => rows.map((row) => row.kpi.id);

describe('the sheet', () => {
  it('holds the department’s active KPIs with target, last reading and status', async () => {
    await company.done('submitHistory', {
      params: { id: 'service', quarter: '2026-Q1' },
      body: {
        readings: [
          { kpi: 'first-contact', actual: '0.7' },
          { kpi: 'answer-time', notMeasured: 'The clock was broken.' },
        ],
      },
    });
    await company.done('putTarget', {
      as: 'hans',
      params: { id: 'first-contact', quarter: '2026-Q2' },
      body: { value: '0.8' },
      headers: { 'if-match': '"1"' },
    });
    await company.done('putKpi', {
      as: 'hans',
      params: { id: 'retired' },
      body: kpiBody('service', { retiredFrom: quarter }),
    });
    await company.done('putKpi', {
      as: 'hans',
      params: { id: 'yet-to-come' },
      body: kpiBody('service', { firstQuarter: '2027-Q1' }),
    });
    await submit([{ kpi: 'first-contact', actual: '0.79' }]);
    const answer = await sheet('ada');
    expect(answer).toMatchObject({
      department: { id: 'service', name: 'service' },
      quarter,
      gate: 'open',
      dueDate: '2026-10-15',
      closeDate: '2026-11-14',
      writable: false,
      version: 1,
      submission: { version: 1, state: 'submitted', submittedBy: 'hans' },
    });
    expect(ids(answer.rows)).toEqual(['answer-time', 'first-contact']);
    expect(answer.rows[0]).toMatchObject({
      previous: { quarter: '2026-Q1', reading: { kpi: 'answer-time', notMeasured: 'The clock was broken.' } },
      status: 'no-reading',
    });
    expect(answer.rows[1]).toMatchObject({
      target: '0.8',
      previous: { quarter: '2026-Q1', reading: { kpi: 'first-contact', actual: '0.7' } },
      reading: { kpi: 'first-contact', actual: '0.79' },
      status: 'near-target',
    });
  });

  it('is writable for its head and deputy while the quarter is open', async () => {
    expect((await sheet('hans')).writable).toBe(true);
    expect((await sheet('dora')).writable).toBe(true);
    expect((await sheet('otto')).writable).toBe(false);
    company.setClock('2026-11-16T09:00:00Z');
    expect(await sheet('hans')).toMatchObject({ gate: 'closed', writable: false });
    expect(await sheet('hans', { id: 'service', quarter: '2027-Q2' })).toMatchObject({
      gate: 'not-begun',
      writable: false,
    });
  });

  it('keeps a KPI with the department that held it at the quarter’s end', async () => {
    await company.done('submitHistory', {
      params: { id: 'service', quarter: '2026-Q1' },
      body: { readings: [{ kpi: 'answer-time', actual: '4' }] },
    });
    const both = {
      name: 'hans',
      email: 'hans@example.org',
      roles: ['department-head'],
      heads: ['service', 'operations'],
    };
    await company.done('putMember', { params: { id: 'hans' }, body: both, headers: { 'if-match': '"1"' } });
    const { body } = await company.done('getKpi', { params: { id: 'answer-time' } });
    const {
      id: _id,
      version,
      updatedAt: _at,
      updatedBy: _by,
      targets: _t,
      formerDepartments: _f,
      changes: _c,
      ...fields
    } = body;
    await company.done('putKpi', {
      as: 'hans',
      params: { id: 'answer-time' },
      body: { ...fields, department: 'operations' },
      headers: { 'if-match': `"${version}"` },
    });
    expect(ids((await sheet('ada')).rows)).toEqual(['answer-time', 'first-contact']);
    expect(ids((await sheet('ada', { id: 'operations', quarter })).rows)).toEqual(['dispatch-time']);
    const next = (await sheet('ada', { id: 'operations', quarter: '2026-Q4' })).rows;
    expect(ids(next)).toEqual(['answer-time', 'dispatch-time']);
    expect(next[0].previous).toEqual({ quarter: '2026-Q1', reading: { kpi: 'answer-time', actual: '4' } });
    expect(ids((await sheet('ada', { id: 'service', quarter: '2026-Q4' })).rows)).toEqual(['first-contact']);
  });

  it('is not found for a department that does not exist', async () => {
    const answer = await company.call('getQuarterSheet', { params: { id: 'ghosts', quarter } });
    expect(answer.body).toEqual(problem('not-found', 404, 'Not found', 'There is no department “ghosts”.'));
  });
});

describe('a draft', () => {
  const draft = { readings: [{ kpi: 'first-contact', actual: 'about 80' }], note: 'unfinished' };
  const save = (as: string) => company.call('putDraft', { as, params: service, body: draft });

  it('is seen by those who write for the department, and by nobody else', async () => {
    expect((await save('hans')).body).toEqual({ savedAt: expect.stringMatching(/^2026-10-20T/) });
    for (const as of ['hans', 'dora'])
      expect((await sheet(as)).draft).toMatchObject({ ...draft, basedOn: 0 });
    for (const as of ['otto', 'eve', 'ana', 'ada']) expect(await sheet(as)).not.toHaveProperty('draft');
  });

  it('is neither audited nor evaluated', async () => {
    const audit = async () => (await company.done('listAudit', { as: 'eve' })).body.items.length;
    const before = await audit();
    await save('hans');
    expect(await audit()).toBe(before);
    expect(await sheet('hans')).toMatchObject({ version: 0 });
  });

  it('is forgotten once a later version was submitted', async () => {
    await save('hans');
    await submit([]);
    expect(await sheet('hans')).not.toHaveProperty('draft');
    await save('dora');
    expect((await sheet('hans')).draft).toMatchObject({ basedOn: 1 });
  });

  it('is refused once the quarter is closed', async () => {
    company.setClock('2026-11-16T09:00:00Z');
    expect((await save('hans')).status).toBe(409);
  });
});

describe('a submission', () => {
  it('is answered with a receipt and kept whole', async () => {
    const source = { file: 'figures.csv', row: 3, column: 'Q3' };
    const readings = [
      {
        kpi: 'first-contact',
        actual: '0.80',
        reasons: [{ theme: 'price', count: 3 }],
        exceptions: 2,
        source,
      },
      { kpi: 'answer-time', notMeasured: 'The clock was broken.', note: 'Repaired in October.' },
    ];
    const answer = await submit(readings, 0, { note: 'As discussed.' });
    const item = (await company.fresh.scan()).find(({ pk }) => pk === 'acme|submission|service');
    const stored = contentOf(submissionSchema, item ?? {});
    expect(stored).toEqual({
      department: 'service',
      quarter,
      version: 1,
      state: 'submitted',
      readings,
      note: 'As discussed.',
      history: false,
      submittedAt: expect.stringMatching(/^2026-10-20T/),
      submittedBy: 'hans',
    });
    expect(answer.status).toBe(201);
    expect(answer.headers['etag']).toBe('"1"');
    expect(answer.body).toEqual({
      reference: 'service-2026-Q3-v1',
      department: 'service',
      quarter,
      version: 1,
      state: 'submitted',
      readings: 2,
      at: stored.submittedAt,
      by: 'hans',
      contentHash: contentHash(stored),
    });
  });

  it('leaves one audit entry that names its content by hash', async () => {
    const receipt = await submit([{ kpi: 'first-contact', actual: '0.8' }]);
    const { body } = await company.done('listAudit', {
      as: 'ada',
      query: { kind: 'submission', id: `service/${quarter}/1` },
    });
    expect(body.items).toEqual([
      expect.objectContaining({
        action: 'submission.submit',
        by: 'hans',
        version: 1,
        payload: { content: receipt.body.contentHash, readings: 1 },
      }),
    ]);
  });

  it('may leave KPIs out, and may come from the deputy', async () => {
    const answer = await company.call('submitQuarter', {
      as: 'dora',
      params: service,
      body: { readings: [] },
    });
    expect(answer.status).toBe(201);
  });

  it('may follow an accepted one while the quarter is open; each version is kept', async () => {
    await submit([{ kpi: 'first-contact', actual: '0.8' }]);
    await decide('acceptSubmission', 'eve');
    expect((await submit([{ kpi: 'first-contact', actual: '0.81' }], 1)).body).toMatchObject({ version: 2 });
    const { body } = await company.done('listVersions', { as: 'otto', params: service });
    expect(
      body.items.map(({ version, state }: { version: number; state: string }) => [version, state]),
    ).toEqual([
      [2, 'submitted'],
      [1, 'accepted'],
    ]);
  });

  it('of the running quarter is taken before the quarter has ended', async () => {
    const params = { id: 'service', quarter: '2026-Q4' };
    expect((await company.call('submitQuarter', { as: 'hans', params, body: { readings: [] } })).status).toBe(
      201,
    );
  });

  it('is taken up to the end of the closing day, in the organisation’s time zone', async () => {
    company.setClock('2026-11-14T22:59:00Z');
    expect((await submit([])).status).toBe(201);
    company.setClock('2026-11-14T23:01:00Z');
    expect((await submit([], 1)).body.detail).toBe('The quarter 2026-Q3 closed on 2026-11-14.');
  });

  it('of a sealed quarter is refused by its gate', async () => {
    await company.fresh.put({ pk: 'acme|gate', sk: quarter, type: 'gate' });
    const before = await company.fresh.hash();
    expect((await submit([])).body).toMatchObject({ status: 409, detail: 'The quarter 2026-Q3 is sealed.' });
    expect(await company.fresh.hash()).toBe(before);
  });
});

describe('history', () => {
  const history = (asked = '2026-Q1') =>
    company.call('submitHistory', {
      params: { id: 'service', quarter: asked },
      body: { readings: [{ kpi: 'first-contact', actual: '0.7' }] },
    });

  it('is taken from an analyst for a closed quarter, as an item that wakes no evaluation', async () => {
    expect((await history()).body).toMatchObject({ reference: 'service-2026-Q1-v1', by: 'ana' });
    const item = (await company.fresh.scan()).find(({ pk }) => pk === 'acme|submission|service');
    expect(item?.['type']).toBe('history');
  });

  it('is refused once the organisation has been evaluated', async () => {
    await putHead(company.fresh);
    const before = await company.fresh.hash();
    expect((await history()).body).toEqual(
      conflict('History can be handed in only before the organisation’s first evaluation.'),
    );
    expect(await company.fresh.hash()).toBe(before);
  });

  it('is refused for a KPI that was not active', async () => {
    expect((await history('2024-Q1')).body.errors).toEqual([
      { path: '/readings/0/kpi', found: '"first-contact"', expected: 'a KPI that is active in 2024-Q1' },
    ]);
  });
});

describe('a decision', () => {
  it.each(['eve', 'ana'])('to accept is taken by %s', async (as) => {
    await submit([]);
    const answer = await decide('acceptSubmission', as);
    expect(answer.body).toMatchObject({ state: 'accepted', version: 1, by: as });
    expect((await sheet('ada')).submission).toMatchObject({ state: 'accepted', decidedBy: as });
  });

  it('to return keeps the comment, and the department submits again', async () => {
    await submit([]);
    expect((await decide('returnSubmission', 'eve')).body).toMatchObject({ state: 'returned' });
    expect((await sheet('hans')).submission).toMatchObject({
      state: 'returned',
      comment: 'Look at the second figure again.',
    });
    expect((await submit([], 1)).body).toMatchObject({ version: 2, state: 'submitted' });
  });

  it.each([
    ['acceptSubmission', 'returnSubmission', 'The submission has been accepted already.'],
    ['returnSubmission', 'acceptSubmission', 'The submission has been returned already.'],
    ['acceptSubmission', 'acceptSubmission', 'The submission has been accepted already.'],
  ] as const)('%s stands against %s', async (first, second, detail) => {
    await submit([]);
    await decide(first, 'eve');
    const before = await company.fresh.hash();
    expect((await decide(second, 'ana')).body).toEqual(conflict(detail));
    expect(await company.fresh.hash()).toBe(before);
  });

  it('is never taken by the one who submitted it', async () => {
    const roles = ['analyst', 'department-head'];
    const body = { name: 'hans', email: 'hans@example.org', roles, heads: ['service'] };
    await company.done('putMember', { params: { id: 'hans' }, body, headers: { 'if-match': '"1"' } });
    await submit([]);
    const before = await company.fresh.hash();
    for (const operation of ['acceptSubmission', 'returnSubmission'] as const)
      expect((await decide(operation, 'hans')).body).toEqual(
        problem(
          'forbidden',
          403,
          'Not allowed',
          'Somebody else than the person who submitted it must decide.',
        ),
      );
    expect(await company.fresh.hash()).toBe(before);
  });

  it('is about the version that was seen', async () => {
    await submit([]);
    await submit([], 1);
    expect((await decide('acceptSubmission', 'eve', 1)).status).toBe(412);
  });

  it('about nothing is not found', async () => {
    expect((await decide('acceptSubmission', 'eve')).body).toEqual(
      problem('not-found', 404, 'Not found', '“service” has not submitted 2026-Q3.'),
    );
  });

  it('to return is not taken once nobody could submit again; to accept is', async () => {
    await submit([]);
    company.setClock('2026-11-16T09:00:00Z');
    expect((await decide('returnSubmission', 'eve')).body.type).toBe(
      'urn:counterpart:problem:quarter-closed',
    );
    expect((await decide('acceptSubmission', 'eve')).status).toBe(200);
  });
});

describe('a preview', () => {
  const preview = async (readings: object[]) =>
    company.call('previewSubmission', { as: 'hans', params: service, body: { readings } });

  it('says what the figures change, and stores nothing', async () => {
    await company.done('putTarget', {
      as: 'hans',
      params: { id: 'first-contact', quarter },
      body: { value: '0.8' },
      headers: { 'if-match': '"1"' },
    });
    const before = await company.fresh.hash();
    const { body } = await preview([
      { kpi: 'first-contact', actual: '0.81' },
      { kpi: 'answer-time', actual: '4' },
    ]);
    expect(await company.fresh.hash()).toBe(before);
    expect(body.quarter).toBe(quarter);
    expect(body.statuses).toEqual([
      { kpi: 'first-contact', status: 'on-target' },
      { kpi: 'answer-time', status: 'no-target' },
    ]);
    expect(body.cleared.map(({ check }: { check: string }) => check)).toContain('missing-submission');
    const missing = body.findings.find(({ check }: { check: string }) => check === 'missing-counterpart');
    expect(missing).toMatchObject({
      subject: { kind: 'kpi', ids: ['answer-time'] },
      change: 'stays',
      state: 'open',
      since: quarter,
      text: expect.stringContaining('Time to answer'),
      remedy: expect.stringContaining('customer-facing'),
    });
  });

  it('is refused for what a submission would be refused for', async () => {
    const answer = await preview([{ kpi: 'dispatch-time', actual: '3' }]);
    const expected = 'the id of a KPI that “service” holds in 2026-Q3';
    expect(answer.body.errors).toEqual([{ path: '/readings/0/kpi', found: '"dispatch-time"', expected }]);
  });

  it('judges by the last evaluated state where there is one', async () => {
    const { evaluateOrganisation } = await import('../../shared/flows/evaluate.ts');
    const deps = { table: company.fresh.table, log: () => undefined, machineNow: Date.now };
    await evaluateOrganisation(deps, acme, { hints: [], at: asOf, begin: true });
    const { body: open } = await company.done('listFindings', { query: { check: 'missing-submission' } });
    const { body } = await preview([{ kpi: 'first-contact', actual: '0.81' }]);
    const cleared = body.cleared.filter(({ check }: { check: string }) => check === 'missing-submission');
    expect(cleared).toHaveLength(1);
    expect(open.items.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).toContain(
      cleared[0].fingerprint,
    );
  });
});
