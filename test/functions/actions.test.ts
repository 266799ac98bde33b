/** Actions: decided on findings, carried by their owner, ended once. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { admit, asOf, type Company, furnishedCompany, quarter } from './company.ts';
import { findingOf, putFinding, putHead } from './derived.ts';

let round = 0;
const print = (n: number) => (round * 16 + n).toString(16).padStart(32, '0');
let company: Company;
beforeAll(async () => {
  company = await furnishedCompany();
  await putHead(company.fresh);
});
beforeEach(async () => {
  company.setClock(asOf);
  round += 1;
  await putFinding(company.fresh, print(1), 'operations');
  await putFinding(company.fresh, print(2), 'operations');
});

const body = (more: object = {}) => ({
  findings: [print(1), print(2)],
  text: 'Ask customers what they were promised.',
  owner: 'otto',
  dueQuarter: '2026-Q4',
  ...more,
});
const decide = (more: object = {}, headers: Record<string, string> = {}) =>
  company.call('decideAction', { as: 'eve', body: body(more), headers });
const end = (operation: string, as: string, id: string, said: object = {}) =>
  company.call(operation, { as, params: { id }, body: said, headers: { 'if-match': '"1"' } });

describe('an action', () => {
  it('is decided on findings, which show it', async () => {
    const { status, body: made, headers } = await decide();
    expect(status).toBe(201);
    expect(headers['etag']).toBe('"1"');
    expect(made).toMatchObject({
      ...body(),
      department: 'operations',
      state: 'open',
      decided: { by: 'eve', quarter },
      age: 0,
      stalled: false,
      version: 1,
    });
    const finding = await company.done('getFinding', { params: { fingerprint: print(2) } });
    expect(finding.body.actions).toEqual([expect.objectContaining({ id: made.id, state: 'open' })]);
    const { items } = (await company.done('listFindings')).body;
    const own = items.filter((item: { fingerprint: string }) => body().findings.includes(item.fingerprint));
    expect(own.map(({ actions }: { actions: string[] }) => actions)).toEqual([[made.id], [made.id]]);
  });

  it('answers its findings, however long they are open', async () => {
    await decide({ findings: [print(1)] });
    company.setClock('2027-06-01T09:00:00Z');
    const { items } = (await company.done('listFindings', { query: { unanswered: 'true' } })).body;
    const silent = items.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    expect([silent.includes(print(1)), silent.includes(print(2))]).toEqual([false, true]);
  });

  it('asked for twice with one key is decided once', async () => {
    const [first, second] = [
      await decide({}, { 'idempotency-key': `once ${round}` }),
      await decide({}, { 'idempotency-key': `once ${round}` }),
    ];
    expect(second.body).toEqual(first.body);
    const query = { finding: print(1) };
    expect((await company.done('listActions', { query })).body.items).toHaveLength(1);
  });

  it('names every fault of what cannot be decided', async () => {
    await admit(company, 'lea', ['auditor']);
    const resolved = findingOf(print(3));
    await putFinding(company.fresh, print(3), 'service', 'acme', {
      ...resolved,
      life: { ...resolved.life, state: 'resolved', resolution: 'cleared' },
    });
    const answer = await decide({
      findings: [print(1), print(3), print(9)],
      owner: 'lea',
      dueQuarter: '2026-Q3',
    });
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([
      { path: '/findings/1', found: `"${print(3)}"`, expected: 'the fingerprint of an unresolved finding' },
      { path: '/findings/2', found: `"${print(9)}"`, expected: 'the fingerprint of an unresolved finding' },
      { path: '/owner', found: '"lea"', expected: 'the id of an active member who is more than an auditor' },
      { path: '/dueQuarter', found: '"2026-Q3"', expected: '2026-Q4 or later' },
    ]);
  });

  it('is done by its owner or an executive, and dropped by an executive alone', async () => {
    const { id } = (await decide()).body;
    expect((await end('finishAction', 'hans', id)).status).toBe(403);
    const { body: done } = await end('finishAction', 'otto', id, { comment: 'Asked 400 customers.' });
    expect(done).toMatchObject({
      state: 'done',
      version: 2,
      ended: { by: 'otto', comment: 'Asked 400 customers.' },
    });
    expect((await end('dropAction', 'otto', id, { comment: 'No.' })).status).toBe(403);
    const other = (await decide()).body;
    expect((await end('dropAction', 'eve', other.id, {})).status).toBe(400);
    expect((await end('dropAction', 'eve', other.id, { comment: 'It helps nobody.' })).body).toMatchObject({
      state: 'dropped',
      ended: { comment: 'It helps nobody.' },
    });
  });

  it('ends once', async () => {
    const { id } = (await decide()).body;
    await end('finishAction', 'eve', id);
    const again = await company.call('finishAction', {
      as: 'eve',
      params: { id },
      body: {},
      headers: { 'if-match': '"2"' },
    });
    expect(again.body.detail).toBe('The action is done already.');
  });

  it('is listed with its age, and past its quarter as stalled', async () => {
    const { id } = (await decide()).body;
    company.setClock('2027-01-05T09:00:00Z');
    const { items } = (
      await company.done('listActions', { as: 'ada', query: { state: 'open', finding: print(1) } })
    ).body;
    expect(items).toEqual([expect.objectContaining({ id, age: 1, stalled: true })]);
    expect((await company.done('listActions', { query: { department: 'service' } })).body.items).toEqual([]);
    expect((await company.done('listActions', { query: { finding: print(2) } })).body.items).toHaveLength(1);
  });

  it('leaves one audit entry for each change', async () => {
    const { id } = (await decide()).body;
    await end('finishAction', 'otto', id);
    const audit = await company.done('listAudit', { as: 'ada', query: { kind: 'action', id } });
    expect(audit.body.items.map(({ action, by }: { action: string; by: string }) => [action, by])).toEqual([
      ['action.done', 'otto'],
      ['action.decide', 'eve'],
    ]);
  });
});
