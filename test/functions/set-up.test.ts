/** What an organisation defines, and what the server adds to it, keeps of it and refuses of it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { kpiBody, memberBody, problem } from './bodies.ts';
import { acme, type Company, furnishedCompany, quarter } from './company.ts';

let company: Company;
beforeEach(async () => {
  company = await furnishedCompany();
});

const at = (version: number) => ({ 'if-match': `"${version}"` });
const putKpi = (body: object, version: number, id = 'first-contact', as = 'hans') =>
  company.call('putKpi', { as, params: { id }, body, headers: at(version) });
const putTarget = (value: unknown, version: number, from = '2026-Q3', reason?: string) =>
  company.call('putTarget', {
    as: 'hans',
    params: { id: 'first-contact', quarter: from },
    body: { value, reason },
    headers: at(version),
  });
const owned = (more: object = {}) =>
  kpiBody('service', { owner: 'hans', contributions: [{ outcome: 'on-time', effect: '+' }], ...more });

describe('a definition', () => {
  it('is stored with its stamp, answered with its version, and read back', async () => {
    const body = { name: 'Finance', function: 'finance', charter: 'We bill what was agreed.' };
    const made = await company.call('putDepartment', { params: { id: 'finance' }, body });
    expect(made.status).toBe(200);
    expect(made.headers['etag']).toBe('"1"');
    expect(made.body).toEqual({
      ...body,
      id: 'finance',
      firstQuarter: quarter,
      version: 1,
      updatedAt: expect.stringMatching(/^2026-10-20T/),
      updatedBy: 'ana',
    });
    const read = await company.call('getDepartment', { as: 'ada', params: { id: 'finance' } });
    expect(read.body).toEqual(made.body);
    expect(read.headers['etag']).toBe('"1"');
  });

  it('begins with the reporting quarter unless it says otherwise, and keeps its beginning', async () => {
    const put = (body: object, headers = {}) =>
      company.done('putOutcome', {
        params: { id: 'honest' },
        body: { statement: 'The bill is right.', ...body },
        headers,
      });
    expect((await put({})).body.firstQuarter).toBe('2026-Q3');
    company.setClock('2027-02-01T00:00:00Z');
    expect((await put({ weight: 2 }, at(1))).body).toMatchObject({ firstQuarter: '2026-Q3', version: 2 });
    expect((await put({ firstQuarter: '2026-Q1' }, at(2))).body.firstQuarter).toBe('2026-Q1');
  });

  it('leaves an audit chain', async () => {
    await company.done('putDepartment', {
      params: { id: 'service' },
      body: { name: 'Service', function: 'customer-service' },
      headers: at(1),
    });
    const query = { kind: 'department', id: 'service' };
    const [second, first] = (await company.done('listAudit', { as: 'ada', query })).body.items;
    expect(first).toMatchObject({ action: 'department.put', version: 1, by: 'ana', previous: '' });
    expect(second).toMatchObject({ version: 2, previous: first.hash, payload: { name: 'Service' } });
  });

  it('is refused where its life ends before it begins', async () => {
    const body = { name: 'x', function: 'it', firstQuarter: '2026-Q3', retiredFrom: '2026-Q2' };
    expect((await company.call('putDepartment', { params: { id: 'x' }, body })).body.errors).toEqual([
      { path: '/retiredFrom', found: '"2026-Q2"', expected: '2026-Q3 or later, where it begins' },
    ]);
  });

  it('may name counterparts, outcomes and touchpoints that nobody has defined yet', async () => {
    const links = {
      counterparts: [{ kpi: 'not-yet' }],
      contributions: [{ outcome: 'not-yet', effect: '+' }],
      touchpoints: ['not/yet'],
    };
    expect((await putKpi(owned(links), 1)).status).toBe(200);
    const objective = { department: 'service', title: 'Title', outcomes: ['not-yet'] };
    expect(
      (await company.call('putObjective', { as: 'hans', params: { id: 'o' }, body: objective })).status,
    ).toBe(200);
  });

  it('is listed page by page, by id', async () => {
    const first = await company.done('listKpis', { as: 'eve', query: { limit: '2' } });
    expect(first.body.items.map(({ id }: { id: string }) => id)).toEqual(['answer-time', 'dispatch-time']);
    const next = await company.done('listKpis', {
      as: 'eve',
      query: { limit: '2', cursor: first.body.cursor },
    });
    expect(next.body).toEqual({ items: [expect.objectContaining({ id: 'first-contact' })] });
  });
});

describe('a KPI', () => {
  it('keeps what the server owns, and notes every change of its meaning', async () => {
    await putTarget('0.8', 1);
    const changed = await putKpi(
      owned({ perspective: 'employee', clock: 'on-no-journey', retiredFrom: '2027-Q1', name: 'Other' }),
      2,
    );
    expect(changed.body).toMatchObject({
      version: 3,
      targets: [{ from: '2026-Q3', value: '0.8', by: 'hans' }],
    });
    const note = { at: changed.body.updatedAt, by: 'hans' };
    expect(changed.body.changes).toEqual([
      { field: 'perspective', was: 'customer-facing', is: 'employee', ...note },
      { field: 'clock', was: 'none', is: 'on-no-journey', ...note },
      { field: 'retiredFrom', was: 'none', is: '2027-Q1', ...note },
    ]);
    const unchanged = await putKpi(
      owned({ perspective: 'employee', clock: 'on-no-journey', retiredFrom: '2027-Q1' }),
      3,
    );
    expect(unchanged.body.changes).toEqual(changed.body.changes);
  });

  it('moves only between departments that are both the caller’s own', async () => {
    const before = await company.fresh.hash();
    expect((await putKpi(owned({ department: 'operations' }), 1)).body).toEqual(
      problem('forbidden', 403, 'Not allowed', 'You don’t write for the department “operations”.'),
    );
    expect((await putKpi(owned({ department: 'operations' }), 1, 'first-contact', 'otto')).status).toBe(403);
    expect(await company.fresh.hash()).toBe(before);
    const both = memberBody('hans', ['department-head'], { heads: ['service', 'operations'] });
    await company.done('putMember', { params: { id: 'hans' }, body: both, headers: at(1) });
    expect((await putKpi(owned({ department: 'operations' }), 1)).body).toMatchObject({
      department: 'operations',
      formerDepartments: [{ department: 'service', until: '2026-Q3' }],
      changes: [{ field: 'department', was: 'service', is: 'operations' }],
    });
  });

  it('of a department that does not exist is refused to everybody', async () => {
    const ghosts = memberBody('hans', ['department-head'], { heads: ['ghosts'] });
    expect(
      (await company.call('putMember', { params: { id: 'hans' }, body: ghosts, headers: at(1) })).status,
    ).toBe(400);
    expect((await putKpi(kpiBody('ghosts'), 1, 'new')).status).toBe(403);
  });

  it('can’t change its direction or unit so that a standing target makes no sense', async () => {
    await putTarget('0.8', 1);
    const before = await company.fresh.hash();
    expect((await putKpi(owned({ direction: 'range' }), 2)).body.errors).toEqual([
      {
        path: '/direction',
        found: '"range"',
        expected:
          'one that fits the target "0.8" from 2026-Q3, which would have to be a range {low, high}, as its KPI is better within a range',
      },
    ]);
    await putTarget('0.9', 2, '2026-Q4');
    expect((await putKpi(owned({ unit: { kind: 'duration', symbol: 'h' } }), 3)).status).toBe(200);
    expect(await company.fresh.hash()).not.toBe(before);
  });

  it('is refused a baseline that its unit excludes', async () => {
    expect((await putKpi(owned({ baseline: '80' }), 1)).body.errors).toEqual([
      { path: '/baseline', found: '"80"', expected: 'a share from 0 to 1 (0.95 is 95 %)' },
    ]);
  });
});

describe('a target', () => {
  it('carries who set it, when and why, and stands in the order of quarters', async () => {
    await putTarget('0.8', 1, '2026-Q3');
    const { body } = await putTarget('0.7', 2, '2026-Q1', 'As agreed in January.');
    expect(body.targets).toEqual([
      { from: '2026-Q1', value: '0.7', reason: 'As agreed in January.', by: 'hans', setAt: body.updatedAt },
      { from: '2026-Q3', value: '0.8', by: 'hans', setAt: expect.any(String) },
    ]);
  });

  it('set again for the same quarter takes the place of the last one, which stays on record', async () => {
    await putTarget('0.8', 1);
    const { body } = await putTarget('0.6', 2);
    expect(body.targets.map(({ value }: { value: string }) => value)).toEqual(['0.8', '0.6']);
    const sheet = await company.done('getQuarterSheet', { params: { id: 'service', quarter } });
    expect(
      sheet.body.rows.find((row: { kpi: { id: string } }) => row.kpi.id === 'first-contact').target,
    ).toBe('0.6');
  });

  it('of a range is two bounds', async () => {
    await company.done('putKpi', {
      as: 'hans',
      params: { id: 'stock' },
      body: kpiBody('service', { direction: 'range' }),
    });
    const put = (value: unknown, version: number) =>
      company.call('putTarget', {
        as: 'hans',
        params: { id: 'stock', quarter },
        body: { value },
        headers: at(version),
      });
    expect((await put('0.5', 1)).body.errors[0].expected).toContain('a range {low, high}');
    expect((await put({ low: '0.6', high: '0.5' }, 1)).status).toBe(400);
    expect((await put({ low: '0.4', high: '0.5' }, 1)).status).toBe(200);
  });
});

describe('a member', () => {
  const put = (id: string, body: object, version: number) =>
    company.call('putMember', { params: { id }, body, headers: at(version) });

  it('who is the last analyst stays one', async () => {
    const before = await company.fresh.hash();
    const refusal = problem(
      'conflict',
      409,
      'Not possible in the present state',
      'This is the last analyst; make somebody else an analyst first.',
    );
    expect((await put('ana', memberBody('ana', ['executive']), 1)).body).toEqual(refusal);
    expect((await put('ana', memberBody('ana', ['analyst'], { status: 'removed' }), 1)).body).toEqual(
      refusal,
    );
    expect(await company.fresh.hash()).toBe(before);
    expect((await put('eve', memberBody('eve', ['executive', 'analyst']), 1)).status).toBe(200);
    expect((await put('ana', memberBody('ana', ['executive']), 1)).status).toBe(200);
  });

  it('and another can’t both stop being analysts at once', async () => {
    await put('eve', memberBody('eve', ['executive', 'analyst']), 1);
    const answers = await Promise.all([
      put('ana', memberBody('ana', ['auditor']), 1),
      put('eve', memberBody('eve', ['executive']), 2),
    ]);
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    const { body } = await company.done('listMembers', { as: 'ada' });
    expect(
      body.items.filter((one: { roles: string[] }) => one.roles.includes('analyst')).length,
    ).toBeGreaterThan(0);
  });

  it('may be given roles by an analyst, the own ones too; the audit tells', async () => {
    expect((await put('ana', memberBody('ana', ['analyst', 'auditor']), 1)).status).toBe(200);
    const { body } = await company.done('listAudit', { as: 'eve', query: { kind: 'member', id: 'ana' } });
    expect(body.items[0]).toMatchObject({ by: 'ana', payload: { roles: ['analyst', 'auditor'] } });
  });
});

describe('the organisation', () => {
  it('keeps its policy when its name changes, and its name when its policy does', async () => {
    const body = { name: 'Acme Ltd', timeZone: 'Europe/London', currency: 'GBP', fiscalStart: 4 };
    const renamed = await company.done('putOrganisation', { body, headers: at(1) });
    expect(renamed.body).toMatchObject({ ...body, id: acme, policy: { dueDays: 15 }, version: 2 });
    const policy = await company.done('putPolicy', { body: { dueDays: 10 }, headers: at(2) });
    expect(policy.body).toMatchObject({ ...body, policy: { dueDays: 10, closeDays: 45 }, version: 3 });
    const query = { kind: 'organisation', id: acme };
    const { items } = (await company.done('listAudit', { as: 'eve', query })).body;
    expect(items.map(({ action }: { action: string }) => action)).toEqual([
      'policy.put',
      'organisation.put',
      'organisation.create',
    ]);
  });

  it('tells a member where it stands in time', async () => {
    const { body } = await company.done('getMe', { as: 'dora' });
    expect(body).toEqual({
      member: expect.objectContaining({ id: 'dora', email: 'dora@example.org' }),
      organisation: expect.objectContaining({ id: acme, timeZone: 'Europe/Berlin' }),
      calendar: {
        reportingQuarter: '2026-Q3',
        lastDueQuarter: '2026-Q3',
        lastClosedQuarter: '2026-Q2',
        extended: [],
        timeZone: 'Europe/Berlin',
        fiscalStart: 1,
      },
      now: expect.stringMatching(/^2026-10-20T/),
      runningQuarter: '2026-Q4',
    });
  });
});
