/** A waiver: asked by one side, decided by another, and what everybody then sees. */
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { asOf, type Company, furnishedCompany, quarter } from './company.ts';
import { findingOf, putFinding, putHead } from './derived.ts';

let findings = 0;
const fresh = () => (++findings).toString(16).padStart(32, '0');
let fingerprint: string;
const reason = 'The new warehouse opens in spring.';
let company: Company;
beforeAll(async () => {
  company = await furnishedCompany();
  await putHead(company.fresh);
  await company.done('putOutcome', {
    params: { id: 'unowned' },
    body: { statement: 'It lasts.', firstQuarter: '2025-Q1' },
  });
});
beforeEach(async () => {
  company.setClock(asOf);
  fingerprint = fresh();
  await about('dispatch-time', 'operations');
});
const own = ({ items }: { readonly items: readonly { readonly fingerprint: string }[] }) =>
  items.filter((item) => item.fingerprint === fingerprint);

/** Puts the finding about a KPI of a department. */
const about = async (kpi: string, department: string) => {
  const finding = findingOf(fingerprint);
  const condition = { ...finding.condition, subject: { kind: 'kpi' as const, ids: [kpi] } };
  await putFinding(company.fresh, fingerprint, department, 'acme', { ...finding, condition });
};
/** Lets dispatch-time act on outcomes. */
const contribute = async (...outcomes: string[]) => {
  const { body, headers } = await company.done('getKpi', { params: { id: 'dispatch-time' } });
  const { id: _id, version: _v, updatedAt: _at, updatedBy: _by, ...fields } = body;
  const { formerDepartments: _f, changes: _c, targets: _t, ...own } = fields;
  await company.done('putKpi', {
    as: 'otto',
    params: { id: 'dispatch-time' },
    body: { ...own, contributions: outcomes.map((outcome) => ({ outcome, effect: '+' })) },
    headers: { 'if-match': headers['etag'] ?? '' },
  });
};
const call = (operation: string, as: string, version: number, body: object) =>
  company.call(operation, {
    as,
    params: { fingerprint },
    body,
    headers: {
      'if-match': `"${version}"`,
      'idempotency-key': `${operation} ${as} ${version} ${fingerprint}`,
    },
  });
const ask = (as = 'otto', until = '2026-12-31', version = 1) =>
  call('askWaiver', as, version, { reason, until });
const approve = (as: string, version = 2) => call('approveWaiver', as, version, {});
const refuse = (as: string, version = 2) =>
  call('refuseWaiver', as, version, { comment: 'Spring is too late.' });

describe('asking for a waiver', () => {
  it('leaves the finding open and shows who waits for what', async () => {
    const { status, body } = await ask();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      state: 'open',
      version: 2,
      waiver: { state: 'asked', reason, until: '2026-12-31', by: 'otto', renewal: 0 },
      waivers: [{ state: 'asked', asked: { by: 'otto', quarter }, departments: ['operations'] }],
      may: { answer: true, decideWaiver: false, decideAction: false, waiverObstacle: 'asker' },
    });
    expect(body.events.at(-1)).toMatchObject({
      event: 'waiver-asked',
      by: 'otto',
      note: reason,
      until: '2026-12-31',
    });
    const [item] = own((await company.done('listFindings', { as: 'eve' })).body);
    expect(item).toMatchObject({ state: 'open', waiver: { state: 'asked' } });
  });

  it('is the department’s, or an executive’s', async () => {
    expect((await ask('hans')).status).toBe(403);
    expect((await ask('eve')).status).toBe(200);
  });

  it('again while one waits is refused', async () => {
    await ask();
    expect((await ask('otto', '2026-11-30', 2)).body.detail).toBe(
      'A waiver has been asked for already and waits for its answer.',
    );
  });

  it.each([
    ['2026-10-19', 'a day from 2026-10-20 on'],
    ['2027-10-22', 'a day up to 2027-10-21'],
  ])('to %s is refused: %s', async (until, expected) => {
    const { status, body } = await ask('otto', until);
    expect(status).toBe(400);
    expect(body.errors).toEqual([{ path: '/until', found: JSON.stringify(until), expected }]);
  });

  it('twice with one key is done once', async () => {
    const [first, second] = [await ask(), await ask()];
    expect(second.body).toEqual(first.body);
    const audit = await company.done('listAudit', { as: 'ada', query: { kind: 'finding', id: fingerprint } });
    expect(audit.body.items.map(({ action }: { action: string }) => action)).toEqual(['finding.waiver-ask']);
  });
});

describe('a waiver that was asked for', () => {
  it('is approved by an executive, and then holds', async () => {
    await ask();
    const { body } = await approve('eve');
    expect(body).toMatchObject({
      state: 'waived',
      waiver: { state: 'approved', until: '2026-12-31', by: 'otto', approvedBy: 'eve' },
    });
    expect(body.events.map(({ event }: { event: string }) => event)).toEqual([
      'found',
      'waiver-asked',
      'waived',
    ]);
    expect(own((await company.done('listFindings', { query: { state: 'waived' } })).body)).toHaveLength(1);
  });

  it('is refused with a comment, and the finding stays open', async () => {
    await ask();
    const { body } = await refuse('eve');
    expect(body).toMatchObject({
      state: 'open',
      waivers: [{ state: 'refused', decided: { comment: 'Spring is too late.' } }],
    });
    expect(body).not.toHaveProperty('waiver');
    expect((await approve('eve', 3)).body.detail).toBe('No waiver waits for an answer.');
  });

  it('is never decided by who asked', async () => {
    await ask('eve');
    expect((await approve('eve')).body.detail).toBe('Who asks for a waiver does not decide on it.');
    expect((await refuse('eve')).status).toBe(403);
  });

  it('is never decided by the department that asked, not even where it owns the outcome', async () => {
    const print = fresh();
    const finding = findingOf(print);
    const condition = { ...finding.condition, subject: { kind: 'kpi' as const, ids: ['first-contact'] } };
    await putFinding(company.fresh, print, 'service', 'acme', { ...finding, condition });
    const said = (operation: string, as: string, version: number, body: object) =>
      company.call(operation, {
        as,
        params: { fingerprint: print },
        body,
        headers: { 'if-match': `"${version}"` },
      });
    await said('askWaiver', 'dora', 1, { reason, until: '2026-12-31' });
    expect((await said('approveWaiver', 'hans', 2, {})).body.detail).toBe(
      'The department that asks for a waiver does not decide on it.',
    );
    const { may } = (await company.done('getFinding', { as: 'hans', params: { fingerprint: print } })).body;
    expect(may).toMatchObject({ decideWaiver: false, waiverObstacle: 'department' });
  });

  it('is decided by the head whose department owns the outcome', async () => {
    await contribute('on-time');
    await ask();
    expect((await company.done('getFinding', { as: 'hans', params: { fingerprint } })).body.may).toEqual({
      answer: false,
      decideWaiver: true,
      decideAction: false,
    });
    expect((await approve('hans')).body).toMatchObject({ state: 'waived', waiver: { approvedBy: 'hans' } });
  });

  it.each([
    ['is about no outcome', []],
    ['is about an outcome that nobody owns too', ['on-time', 'unowned']],
  ])('is left to an executive where the finding %s', async (_title, outcomes) => {
    await contribute(...outcomes);
    await ask();
    expect((await approve('hans')).status).toBe(403);
    expect((await approve('eve')).status).toBe(200);
  });

  it('can no longer be approved after its last day', async () => {
    await ask('otto', '2026-10-20');
    company.setClock('2026-10-20T22:30:00Z');
    expect((await approve('eve')).body.detail).toBe(
      'The waiver would have ended on 2026-10-20; ask for another one.',
    );
  });

  it('is a renewal where one was approved before', async () => {
    await ask();
    await approve('eve');
    await ask('otto', '2027-03-31', 3);
    const { body } = await approve('eve', 4);
    expect(body).toMatchObject({ state: 'waived', waiver: { renewal: 1, until: '2027-03-31' } });
    expect(body.waivers.map(({ renewal }: { renewal: number }) => renewal)).toEqual([0, 1]);
  });

  it('of a version that has changed is not decided', async () => {
    await ask();
    expect((await approve('eve', 1)).status).toBe(412);
  });
});

describe('a comment', () => {
  it('becomes part of the history and answers the finding', async () => {
    const { body } = await call('commentFinding', 'otto', 1, { text: 'We look into it.' });
    expect(body.events.at(-1)).toMatchObject({
      event: 'commented',
      by: 'otto',
      note: 'We look into it.',
      quarter,
    });
    expect(body.state).toBe('open');
  });

  it('is missed after more than a quarter of silence', async () => {
    const unanswered = async () =>
      own((await company.done('listFindings', { query: { unanswered: 'true' } })).body).length;
    expect(await unanswered()).toBe(0);
    company.setClock('2027-01-20T22:00:00Z');
    expect(await unanswered()).toBe(0);
    company.setClock('2027-01-21T09:00:00Z');
    expect(await unanswered()).toBe(1);
    const aged = async (age: string) => own((await company.done('listFindings', { query: { age } })).body);
    expect([await aged('1'), await aged('2')].map(({ length }) => length)).toEqual([1, 0]);
    await call('commentFinding', 'otto', 1, { text: 'Late, but here.' });
    expect(await unanswered()).toBe(0);
  });
});
