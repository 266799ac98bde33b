/** The life of an organisation through its API: shown first, written whole, told of, and only by those who may. */
import { beforeEach, describe, expect, it } from 'vitest';
import { brokenLink } from '../../shared/domain/audit.ts';
import { auditChain } from '../../shared/table/audit-log.ts';
import { readDefinition } from '../../shared/table/definitions.ts';
import { kpisHeldOnce } from '../../shared/table/held-kpis.ts';
import type { DefinitionKind } from '../../shared/table/keys.ts';
import { broken } from '../table-fixture.ts';
import { kpiBody, memberBody } from './bodies.ts';
import { acme, admit, type Company, furnishedCompany, quarter } from './company.ts';

let company: Company;
beforeEach(async () => {
  company = await furnishedCompany();
});

const service = { id: 'service' };
const stored = async <K extends DefinitionKind>(kind: K, id: string) =>
  (await readDefinition(company.fresh.table, acme, kind, id, true))?.value;
const merge = (body: object, headers = {}) =>
  company.call('mergeDepartment', {
    params: { id: 'operations' },
    body: { into: 'service', ...body },
    headers,
  });

describe('a merge', () => {
  it('is shown without being written', async () => {
    const before = await company.fresh.hash();
    const { status, body } = await merge({ apply: false });
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'previewed', total: 2, rests: { total: 0, items: [] } });
    expect(body.items).toEqual([
      {
        change: 'changed',
        kind: 'kpi',
        id: 'dispatch-time',
        name: 'Order to dispatch',
        fields: [{ field: 'department', from: '"operations"', to: '"service"' }],
      },
      {
        change: 'changed',
        kind: 'department',
        id: 'operations',
        name: 'operations',
        fields: [{ field: 'retiredFrom', to: '"2026-Q4"' }],
      },
    ]);
    expect(await company.fresh.hash()).toBe(before);
  });

  it('is written whole, each entity with an audit entry of its own', async () => {
    const { body } = await merge({ apply: true, reason: 'One team.' });
    expect(body.state).toBe('applied');
    expect(await stored('kpi', 'dispatch-time')).toMatchObject({
      department: 'service',
      version: 2,
      formerDepartments: [{ department: 'operations', until: '2026-Q3' }],
      changes: [{ field: 'department', was: 'operations', is: 'service', by: 'ana', reason: 'One team.' }],
    });
    expect(await stored('department', 'operations')).toMatchObject({
      retiredFrom: '2026-Q4',
      changes: [{ field: 'retiredFrom', was: 'none', is: '2026-Q4', reason: 'One team.' }],
    });
    expect(await kpisHeldOnce(company.fresh.table, acme, 'operations')).toEqual(['dispatch-time']);
    for (const [kind, id] of [
      ['kpi', 'dispatch-time'],
      ['department', 'operations'],
    ] as const) {
      const chain = await auditChain(company.fresh.table, acme, kind, id);
      expect(chain.at(-1)?.action).toBe(`${kind}.merge`);
      expect(brokenLink(chain)).toBeUndefined();
    }
  });

  it('leaves the last quarter with the department that held it', async () => {
    await merge({ apply: true });
    const sheet = await company.done('getQuarterSheet', {
      as: 'otto',
      params: { id: 'operations', quarter },
    });
    expect(sheet.body.rows.map(({ kpi }: { kpi: { id: string } }) => kpi.id)).toEqual(['dispatch-time']);
    const receipt = await company.call('submitQuarter', {
      as: 'otto',
      params: { id: 'operations', quarter },
      body: { readings: [{ kpi: 'dispatch-time', actual: '20' }] },
      headers: { 'if-none-match': '*' },
    });
    expect(receipt.status).toBe(201);
  });

  it('is refused where what was shown has changed meanwhile', async () => {
    const { basis } = (await merge({ apply: false })).body;
    await company.done('putKpi', {
      as: 'otto',
      params: { id: 'dispatch-time' },
      body: kpiBody('operations', { name: 'Order to door', owner: 'otto' }),
      headers: { 'if-match': '"1"' },
    });
    const before = await company.fresh.hash();
    const { status, body } = await merge({ apply: true, basis });
    expect(status).toBe(412);
    expect(body.errors[0].path).toBe('/basis');
    expect(await company.fresh.hash()).toBe(before);
    const again = (await merge({ apply: false })).body;
    expect((await merge({ apply: true, basis: again.basis })).status).toBe(200);
  });

  it('that is asked for twice under one key is made once', async () => {
    const headers = { 'idempotency-key': 'merge-1' };
    const first = await merge({ apply: true }, headers);
    const before = await company.fresh.hash();
    expect((await merge({ apply: true }, headers)).body).toEqual(first.body);
    expect(await company.fresh.hash()).toBe(before);
  });

  it('whose acknowledgement is lost is answered as it was made', async () => {
    const { table, faults } = broken(company.fresh, { rules: [{ fault: 'lost-acknowledgement' }] });
    company.reach(table);
    const lost = await merge({ apply: true }, { 'idempotency-key': 'lost' });
    company.reach(company.fresh.table);
    expect(faults.injected).toHaveLength(1);
    expect(lost.body).toMatchObject({ state: 'applied', total: 2 });
    expect(await stored('kpi', 'dispatch-time')).toMatchObject({ department: 'service', version: 2 });
  });

  it('of over 40 entities is recorded as a change set', { timeout: 60_000 }, async () => {
    for (let i = 0; i < 41; i++)
      await company.done('putKpi', {
        as: 'otto',
        params: { id: `many-${i}` },
        body: kpiBody('operations', { name: `Many ${i}` }),
      });
    const { body } = await merge({ apply: true });
    expect(body).toMatchObject({ state: 'applying', total: 43, changeSet: expect.any(String) });
    expect((await stored('kpi', 'many-0'))?.version).toBe(1);
    const { applyChangeSet } = await import('../../shared/flows/change-set.ts');
    const deps = { table: company.fresh.table, log: () => undefined, machineNow: Date.now };
    const set = await applyChangeSet(deps, acme, body.changeSet, Date.now() + 30_000);
    expect(set).toMatchObject({ state: 'applied', done: 43, passedOver: [] });
    expect(await stored('kpi', 'many-40')).toMatchObject({ department: 'service', version: 2 });
    expect(await stored('department', 'operations')).toMatchObject({ retiredFrom: '2026-Q4' });
  });

  it('into a department that is not there says where and what', async () => {
    const { status, body } = await merge({ apply: false, into: 'zzz' });
    expect(status).toBe(400);
    expect(body.errors).toEqual([{ path: '/into', found: '"zzz"', expected: 'the id of a department' }]);
  });
});

describe('a split', () => {
  it('makes a department of the KPIs that it names', async () => {
    const body = {
      id: 'phone',
      name: 'Phone',
      function: 'customer-service',
      kpis: ['answer-time'],
      apply: true,
    };
    const { status } = await company.call('splitDepartment', { params: service, body });
    expect(status).toBe(200);
    expect(await stored('department', 'phone')).toMatchObject({ name: 'Phone', firstQuarter: '2026-Q4' });
    expect((await stored('kpi', 'answer-time'))?.department).toBe('phone');
    expect((await stored('kpi', 'first-contact'))?.department).toBe('service');
  });
});

describe('a move', () => {
  it('goes to a department that lives, and is told', async () => {
    const move = (department: string) =>
      company.call('moveKpi', { params: { id: 'answer-time' }, body: { department, apply: true } });
    expect((await move('zzz')).body.errors[0]).toEqual({
      path: '/department',
      found: '"zzz"',
      expected: 'the id of a department that is not retired',
    });
    expect((await move('operations')).status).toBe(200);
    expect((await stored('kpi', 'answer-time'))?.department).toBe('operations');
  });
});

describe('a rename', () => {
  it('keeps the id and is noted', async () => {
    await company.done('renameDepartment', { params: service, body: { name: 'Customer care', apply: true } });
    expect(await stored('department', 'service')).toMatchObject({
      name: 'Customer care',
      changes: [{ field: 'name', was: 'service', is: 'Customer care' }],
    });
    await company.done('putDepartment', {
      params: service,
      body: { name: 'Care', function: 'customer-service', firstQuarter: '2025-Q1' },
      headers: { 'if-match': '"2"' },
    });
    expect((await stored('department', 'service'))?.changes).toHaveLength(2);
  });
});

describe('a hand-over', () => {
  const over = (body: object) => company.call('handOver', { params: { id: 'hans' }, body });
  it('hands KPIs, departments and membership over in one step', async () => {
    const { status, body } = await over({ to: 'otto', leaves: true, apply: true });
    expect(status).toBe(200);
    expect(body.total).toBe(4);
    expect((await stored('kpi', 'first-contact'))?.owner).toBe('otto');
    expect(await stored('member', 'otto')).toMatchObject({ heads: ['operations', 'service'] });
    expect(await stored('member', 'hans')).toMatchObject({ heads: [], status: 'removed' });
    expect((await company.call('getMe', { as: 'hans' })).status).toBe(403);
  });

  it('of the last analyst, who leaves, is refused', async () => {
    const answer = await company.call('handOver', {
      params: { id: 'ana' },
      body: { to: 'otto', leaves: true, apply: true },
    });
    expect(answer.status).toBe(409);
    expect(answer.body.detail).toContain('last analyst');
  });
});

describe('a retirement', () => {
  it('says what rests on the entity, before and when it is made', async () => {
    const rests = await company.done('listRests', {
      as: 'hans',
      params: { kind: 'kpi', id: 'first-contact' },
    });
    expect(rests.body.items.map(({ why, id }: { why: string; id: string }) => [why, id])).toEqual([
      ['outcome-unserved', 'on-time'],
      ['outcome-unheard', 'on-time'],
    ]);
    const params = { kind: 'kpi', id: 'first-contact' };
    const { body } = await company.done('retire', { params, body: { from: '2026-Q4', apply: true } });
    expect(body.rests).toEqual(rests.body);
    expect(await stored('kpi', 'first-contact')).toMatchObject({ retiredFrom: '2026-Q4' });
  });

  it('before the entity began is refused', async () => {
    const params = { kind: 'outcome', id: 'on-time' };
    const { status, body } = await company.call('retire', {
      params,
      body: { from: '2024-Q4', apply: false },
    });
    expect(status).toBe(400);
    expect(body.errors[0]).toMatchObject({ path: '/from', found: '"2024-Q4"' });
  });
});

describe('a copy', () => {
  it('is for heads of the department that it goes to', async () => {
    const copy = (as: string, department: string) =>
      company.call('copyKpi', {
        as,
        params: { id: 'first-contact' },
        body: { id: 'first-contact-2', department, apply: true },
      });
    expect((await copy('otto', 'service')).status).toBe(403);
    expect((await copy('otto', 'operations')).status).toBe(200);
    expect(await stored('kpi', 'first-contact-2')).toMatchObject({ department: 'operations', targets: [] });
    expect((await copy('otto', 'operations')).body.errors[0].expected).toBe('an id that no KPI has yet');
  });
});

describe('targets', () => {
  const set = (targets: object[], from = '2027-Q1', as = 'hans') =>
    company.call('setTargets', { as, params: { ...service, quarter: from }, body: { targets, apply: true } });
  it('of a whole department are set in one step, before the quarter', async () => {
    const targets = [
      { kpi: 'first-contact', value: '0.8', reason: 'A new desk.' },
      { kpi: 'answer-time', value: '4' },
    ];
    expect((await set(targets)).body).toMatchObject({ state: 'applied', total: 2 });
    expect((await stored('kpi', 'answer-time'))?.targets).toMatchObject([
      { from: '2027-Q1', value: '4', by: 'hans' },
    ]);
  });

  it('are refused whole, with every fault', async () => {
    const before = await company.fresh.hash();
    const { body } = await set([
      { kpi: 'first-contact', value: { low: '0', high: '1' } },
      { kpi: 'dispatch-time', value: '4' },
    ]);
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual([
      '/targets/0/value',
      '/targets/1/kpi',
    ]);
    expect((await set([{ kpi: 'answer-time', value: '4' }], '2026-Q3')).body.errors[0].path).toBe('/quarter');
    expect((await set([{ kpi: 'answer-time', value: '4' }], '2027-Q1', 'otto')).status).toBe(403);
    expect(await company.fresh.hash()).toBe(before);
  });
});

describe('an extension', () => {
  const extend = (as: string, body: object) =>
    company.call('extendDueDate', { as, params: { ...service, quarter }, body: { apply: true, ...body } });
  it('is granted by an executive or an analyst, with a reason, within the quarter’s life', async () => {
    const body = { dueDate: '2026-11-05', reason: 'The telephone system was replaced.' };
    expect((await extend('hans', body)).status).toBe(403);
    expect((await extend('eve', { ...body, dueDate: '2026-12-24' })).body.errors[0].path).toBe('/dueDate');
    expect((await extend('eve', body)).status).toBe(200);
    const me = await company.done('getMe', { as: 'hans' });
    expect(me.body.calendar.extended).toEqual(['service']);
    expect(await stored('organisation', acme)).toMatchObject({
      extensions: [{ department: 'service', quarter, dueDate: '2026-11-05', by: 'eve' }],
      changes: [{ field: `dueDate.service.${quarter}`, was: 'none', is: '2026-11-05', reason: body.reason }],
    });
    const sheet = await company.done('getQuarterSheet', { as: 'hans', params: { ...service, quarter } });
    expect(sheet.body.dueDate).toBe('2026-11-05');
  });

  it('survives a change of the settings', async () => {
    await extend('ana', { dueDate: '2026-11-05', reason: 'Flood.' });
    await company.done('putPolicy', { body: { dueDays: 10 }, headers: { 'if-match': '"2"' } });
    const organisation = await stored('organisation', acme);
    expect(organisation).toMatchObject({ extensions: [{ department: 'service' }] });
    expect(organisation).toMatchObject({
      changes: [{ field: `dueDate.service.${quarter}` }, { field: 'policy.dueDays', was: '15', is: '10' }],
    });
  });
});

describe('a deputy', () => {
  const write = (as: string) =>
    company.call('setTargets', {
      as,
      params: { ...service, quarter: '2027-Q1' },
      body: { targets: [{ kpi: 'first-contact', value: '0.8' }], apply: true },
    });
  it('does what the head may up to the last day, local time, and no longer', async () => {
    company.setClock('2026-10-31T22:59:00Z');
    expect((await write('dora')).status).toBe(200);
    company.setClock('2026-10-31T23:01:00Z');
    expect((await write('dora')).status).toBe(403);
    expect((await write('hans')).status).toBe(200);
  });

  it('who is no department head by role is a fault of the member’s record', async () => {
    const deputyOf = [{ department: 'service', until: '2026-12-31' }];
    const { status, body } = await company.call('putMember', {
      params: { id: 'dan' },
      body: memberBody('dan', ['auditor'], { deputyOf }),
    });
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      {
        path: '/roles',
        found: '["auditor"]',
        expected: 'department-head among the roles, as a head or deputy writes by it',
      },
    ]);
    await admit(company, 'dan', ['auditor', 'department-head'], { deputyOf });
    expect((await write('dan')).status).toBe(200);
  });
});

describe('departments that nobody knows', () => {
  it('are refused of capabilities and touchpoints', async () => {
    const capability = { name: 'Delivering', departments: ['service', 'zzz'] };
    expect(
      (await company.call('putCapability', { params: { id: 'c' }, body: capability })).body.errors,
    ).toEqual([{ path: '/departments/1', found: '"zzz"', expected: 'the id of a department' }]);
    const events = ['a', 'b'].map((id) => ({ id, name: id, seenBy: 'customer' }));
    const journey = { name: 'J', events, touchpoints: [{ id: 't', name: 'T', owners: ['zzz'] }] };
    expect(
      (await company.call('putJourney', { params: { id: 'j' }, body: journey })).body.errors[0].path,
    ).toBe('/touchpoints/0/owners/0');
  });
});
