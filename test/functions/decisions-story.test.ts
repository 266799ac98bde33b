/**
 * One company's year of decisions: a finding is waived, comes back on the day after the waiver's end as old as it is;
 * the board's report is sealed and stays what it was, whatever changes.
 */
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../shared/domain/canonical.ts';
import { verify } from '../../shared/flows/verify.ts';
import { shutGate } from '../../shared/table/gate.ts';
import { type Item, packed, unpacked } from '../../shared/table/item.ts';
import { keys } from '../../shared/table/keys.ts';
import { acme, type Company, furnishedCompany, quarter } from './company.ts';
import { evaluateNow, nightAt, proof } from './evaluated.ts';
import { bothSubmit } from './quarter-calls.ts';

const settled = { staleSheets: [], wrongFindings: [] };
const at = '2026-10-20T09:00:00.000Z';

let told: readonly Item[] | undefined;
/** Both departments have submitted, and the quarter is evaluated: done once, then put as it was. */
const reported = async (): Promise<Company> => {
  const company = await furnishedCompany();
  if (told !== undefined) {
    await Promise.all(told.map((item) => company.fresh.put(item)));
    return company;
  }
  await bothSubmit(company);
  await evaluateNow(company, at);
  told = await company.fresh.scan();
  return company;
};
const gap = async (company: Company) => {
  const { items } = (await company.done('listFindings', { query: { check: 'missing-counterpart' } })).body;
  const line = items.find(
    ({ subject }: { subject: { ids: string[] } }) => subject.ids[0] === 'dispatch-time',
  );
  return line && (await company.done('getFinding', { as: 'eve', params: { fingerprint: line.fingerprint } }));
};
const say = async (company: Company, operation: string, as: string, body: object) => {
  const { headers, body: finding } = await gap(company);
  return company.done(operation, {
    as,
    params: { fingerprint: finding.fingerprint },
    body,
    headers: { 'if-match': headers['etag'] ?? '' },
  });
};
const board = async (company: Company) =>
  (await company.done('getBoardReport', { params: { quarter } })).body;

describe('a waiver', () => {
  it('holds to its last day, never as held, and ends on the day after; the age is what it was', async () => {
    const company = await reported();
    const before = await board(company);
    await say(company, 'askWaiver', 'otto', { reason: 'The warehouse moves.', until: '2026-11-05' });
    const { body: waived } = await say(company, 'approveWaiver', 'eve', {});
    await evaluateNow(company, at);
    expect(await proof(company, at)).toEqual(settled);

    const during = await board(company);
    expect(during.coverage).toEqual(before.coverage);
    expect(during.alignment).toEqual({
      ...before.alignment,
      fail: before.alignment.fail - 1,
      waived: 1,
    });
    expect(during.waivers).toMatchObject({
      standing: 1,
      asked: 0,
      renewed: 0,
      lines: [
        { fingerprint: waived.fingerprint, waiver: { until: '2026-11-05', by: 'otto', approvedBy: 'eve' } },
      ],
    });

    await nightAt(company, '2026-11-05T01:00:00Z');
    expect((await gap(company)).body).toMatchObject({ state: 'waived' });
    // A dead link changes the reason, not the finding: the waiver stays.
    const kpi = await company.done('getKpi', { params: { id: 'dispatch-time' } });
    const { id: _i, version: _v, updatedAt: _a, updatedBy: _b, ...more } = kpi.body;
    const { formerDepartments: _f, changes: _c, targets: _t, ...fields } = more;
    await company.done('putKpi', {
      as: 'otto',
      params: { id: 'dispatch-time' },
      body: { ...fields, counterparts: [{ kpi: 'nobody-knows-it' }] },
      headers: { 'if-match': kpi.headers['etag'] ?? '' },
    });
    await evaluateNow(company, '2026-11-05T12:00:00Z');
    expect((await gap(company)).body).toMatchObject({ state: 'waived', reasons: ['not-found'] });

    company.setClock('2026-11-06T09:00:00Z');
    await nightAt(company, '2026-11-06T01:00:00Z');
    const { body: back } = await gap(company);
    expect(back).toMatchObject({
      state: 'open',
      firstSeen: waived.firstSeen,
      since: waived.since,
      sinceAt: waived.sinceAt,
      waivers: [{ state: 'ended' }],
    });
    expect(back.events.map(({ event }: { event: string }) => event)).toEqual([
      'found',
      'waiver-asked',
      'waived',
      'waiver-ended',
    ]);
    expect((await board(company)).waivers).toMatchObject({ standing: 0 });
    expect(await proof(company, '2026-11-06T09:00:00Z')).toEqual(settled);
  }, 60_000);
});

describe('a sealed report', () => {
  const seal = (company: Company, headers: Record<string, string> = {}) =>
    company.call('sealReport', { as: 'eve', params: { quarter }, body: {}, headers });
  const read = async (company: Company, query: Record<string, string> = {}) =>
    (await company.done('getSeal', { as: 'ada', params: { quarter }, query })).body;

  it('is what the board saw, to the byte, after data, policy and rules have changed', async () => {
    const company = await reported();
    await company.done('putCommentary', {
      as: 'eve',
      params: { quarter, about: 'report' },
      body: { text: 'The warehouse comes first.' },
    });
    expect((await seal(company, { 'idempotency-key': 'seal' })).status).toBe(201);
    const first = await read(company);
    expect(sha256Hex(first.canonical)).toBe(first.digest);
    expect(first).toMatchObject({ state: 'sealed', revision: 1, later: [], sealed: { by: 'eve' } });
    const report = JSON.parse(first.canonical);
    expect(report).toMatchObject({
      quarter,
      board: { coverage: (await board(company)).coverage },
      texts: { headline: expect.stringContaining('internal KPIs') },
      commentary: [{ about: 'report', text: 'The warehouse comes first.' }],
      sources: { 'kpi|dispatch-time': 1, [`submission|service|${quarter}`]: 1 },
    });
    expect(Object.values(report.texts.findings)).toContainEqual({
      text: '“Order to dispatch” is an internal KPI and no customer-facing KPI is linked to it.',
      title: 'Missing counterpart',
      remedy: expect.any(String),
    });

    // Nothing more is handed in, and sealing again with the same key gives the same answer.
    const late = await company.call('submitQuarter', {
      as: 'hans',
      params: { id: 'service', quarter },
      body: { readings: [] },
      headers: { 'if-match': '"1"' },
    });
    expect(late.body.detail).toBe(`The quarter ${quarter} is sealed.`);
    expect((await seal(company, { 'idempotency-key': 'seal' })).body.digest).toBe(first.digest);
    expect((await seal(company, { 'if-match': '"1"' })).status).toBe(409);

    const { headers } = await company.done('getOrganisation');
    await company.done('putPolicy', {
      body: { checks: { 'missing-counterpart': false } },
      headers: { 'if-match': headers['etag'] ?? '' },
    });
    await company.done('putKpi', {
      as: 'otto',
      params: { id: 'lost-parcels' },
      body: {
        department: 'operations',
        name: 'Lost parcels',
        unit: { kind: 'count', symbol: '' },
        direction: 'lower',
        perspective: 'internal-efficiency',
        firstQuarter: '2025-Q1',
        owner: 'otto',
      },
    });
    await evaluateNow(company, '2026-10-21T09:00:00Z');
    const again = await read(company);
    expect([again.canonical, again.digest]).toEqual([first.canonical, first.digest]);
    expect(again.later.map(({ what }: { what: string }) => what)).toContain('coverage');
    expect((await company.done('listReports')).body.items[0]).toMatchObject({
      sealed: { digest: first.digest },
    });

    // The report as another version of the rules would write it.
    const { pk, sk } = keys.boardReport(acme, quarter);
    const live = (await company.fresh.scan()).find((item) => item.pk === pk && item.sk === sk) as Item;
    const { body: _b, zip: _z, ...rest } = live;
    const newer = unpacked(live).replace(/"rulesVersion":"[^"]*"/g, '"rulesVersion":"next"');
    await company.fresh.put({ ...rest, ...packed(newer) } as Item);
    const last = await read(company);
    expect([last.canonical, last.digest]).toEqual([first.canonical, first.digest]);
    expect(last.later).toContainEqual({
      what: 'rules',
      id: 'rules',
      was: report.rulesVersion,
      is: 'next',
    });
  }, 60_000);

  it('is reopened for a reason, and sealed again as another revision', async () => {
    const company = await reported();
    await seal(company);
    const first = await read(company);
    const reopen = (body: object) =>
      company.call('reopenReport', { as: 'eve', params: { quarter }, body, headers: { 'if-match': '"1"' } });
    expect((await reopen({})).status).toBe(400);
    expect((await reopen({ reason: 'A figure was wrong.' })).body).toMatchObject({
      state: 'reopened',
      reopened: { by: 'eve', reason: 'A figure was wrong.' },
    });
    await company.done('submitQuarter', {
      as: 'hans',
      params: { id: 'service', quarter },
      body: { readings: [{ kpi: 'first-contact', actual: '0.9' }] },
      headers: { 'if-match': '"1"' },
    });
    await evaluateNow(company, '2026-10-21T09:00:00Z');
    expect((await seal(company, { 'if-match': '"2"' })).body).toMatchObject({
      state: 'sealed',
      revision: 2,
      version: 3,
    });
    const second = await read(company);
    expect(JSON.parse(second.canonical)).toMatchObject({
      revision: 2,
      previous: { revision: 1, digest: first.digest, reason: 'A figure was wrong.' },
      sources: { [`submission|service|${quarter}`]: 2 },
    });
    expect((await read(company, { revision: '1' })).canonical).toBe(first.canonical);
    expect(second.revisions).toHaveLength(2);
    const audit = await company.done('listAudit', { as: 'ada', query: { kind: 'report', id: quarter } });
    expect(audit.body.items.map(({ action }: { action: string }) => action)).toEqual([
      'report.seal',
      'report.reopen',
      'report.seal',
    ]);
  }, 60_000);

  it('is sealed once, however many try at once', async () => {
    const company = await reported();
    const answers = await Promise.all(Array.from({ length: 8 }, () => seal(company)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => ![201, 409, 412, 428].includes(status))).toEqual([]);
    expect(await read(company)).toMatchObject({ state: 'sealed', revision: 1, later: [] });
    expect((await verify(company.fresh.table, acme)).broken).toEqual([]);
  });

  it('is sealed by the next try where the first was cut off after it had shut the gate', async () => {
    const company = await reported();
    await shutGate(company.fresh.table, acme, quarter, { by: 'eve', at });
    expect((await company.call('getSeal', { params: { quarter } })).status).toBe(404);
    expect((await seal(company)).status).toBe(201);
    expect((await verify(company.fresh.table, acme)).broken).toEqual([]);
  });

  it('waits for what is pending, and for the quarter to end', async () => {
    const company = await reported();
    const early = await company.call('sealReport', { as: 'eve', params: { quarter: '2026-Q4' }, body: {} });
    expect(early.status).toBe(409);
    expect((await company.call('getSeal', { params: { quarter } })).status).toBe(404);
    const before = await company.fresh.hash();
    expect((await company.call('sealReport', { as: 'otto', params: { quarter }, body: {} })).status).toBe(
      403,
    );
    expect(await company.fresh.hash()).toBe(before);
  });
});

describe('since the board last met', () => {
  it('tells what is new, what was decided, and after a seal only what came later', async () => {
    const company = await reported();
    await say(company, 'acknowledgeFinding', 'eve', { note: 'We know.' });
    const since = async () => (await company.done('getSince', { params: { quarter } })).body;
    const first = await since();
    expect(first.last).toEqual({ quarter: '2026-Q2' });
    expect(first.counts).toMatchObject({ resolved: 0, reopened: 0, decided: 1 });
    expect(first.counts.new).toBeGreaterThan(2);
    expect(first.decided[0]).toMatchObject({ kind: 'acknowledged', by: 'eve', note: 'We know.' });
    await say(company, 'askWaiver', 'otto', { reason: 'The warehouse moves.', until: '2026-11-05' });
    await say(company, 'approveWaiver', 'eve', {});
    expect(await since()).toEqual(first);
    await evaluateNow(company, at);
    const second = await since();
    expect(second.decided.map(({ kind }: { kind: string }) => kind)).toEqual([
      'waiver-approved',
      'acknowledged',
    ]);
    expect(await since()).toEqual(second);
  });
});

describe('commentary', () => {
  it('is one text for each thing, and closed with the seal', async () => {
    const company = await reported();
    const put = (about: string, text: string, headers: Record<string, string> = {}) =>
      company.call('putCommentary', { as: 'eve', params: { quarter, about }, body: { text }, headers });
    expect((await put('outcome.on-time', 'It was the strike.')).body).toMatchObject({
      version: 1,
      by: 'eve',
    });
    expect((await put('outcome.on-time', 'It was the strike in May.')).status).toBe(428);
    expect(
      (await put('outcome.on-time', 'It was the strike in May.', { 'if-match': '"1"' })).body.version,
    ).toBe(2);
    expect((await put('outcome.nobody', 'Well.')).status).toBe(404);
    expect((await put('kpi.dispatch-time', 'Well.')).status).toBe(400);
    const { items } = (await company.done('listCommentary', { params: { quarter } })).body;
    expect(items.map(({ about, text }: { about: string; text: string }) => [about, text])).toEqual([
      ['outcome.on-time', 'It was the strike in May.'],
    ]);
    await company.done('sealReport', { as: 'eve', params: { quarter }, body: {} });
    expect((await put('report', 'Too late.')).body.detail).toBe(
      `The report of ${quarter} is sealed; reopen it first.`,
    );
  });
});
