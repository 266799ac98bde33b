/** A department’s quarter as its page shows it, and the draft that only its own people see. */
import { beforeEach, describe, expect, it } from 'vitest';
import { kpiBody, problem } from './bodies.ts';
import { type Company, furnishedCompany, quarter } from './company.ts';
import { service, serviceQuarter } from './quarter-calls.ts';

let company: Company;
beforeEach(async () => {
  company = await furnishedCompany();
});

const { submit, sheet } = serviceQuarter(() => company);
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
