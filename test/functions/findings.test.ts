/** The register of findings, one finding with all that backs it, and its acknowledgement. */
import { beforeEach, describe, expect, it } from 'vitest';
import { acknowledge } from '../../shared/domain/acknowledgement.ts';
import { problem } from './bodies.ts';
import { asOf, type Company, furnishedCompany, quarter, rival } from './company.ts';
import { findingOf, putFinding, putHead } from './derived.ts';

const print = (n: number) => n.toString(16).padStart(32, '0');
let company: Company;
beforeEach(async () => {
  company = await furnishedCompany();
  await putHead(company.fresh);
  await putFinding(company.fresh, print(1), 'service');
});

const list = async (query: Record<string, string> = {}) =>
  (await company.done('listFindings', { query })).body;
const say = (as: string, version = 1, note?: string, fingerprint = print(1)) =>
  company.call('acknowledgeFinding', {
    as,
    params: { fingerprint },
    body: note === undefined ? {} : { note },
    headers: { 'if-match': `"${version}"` },
  });
const conflict = (detail: string) => problem('conflict', 409, 'Not possible in the present state', detail);

describe('the register', () => {
  it('shows each unresolved finding with its sentence, worst first', async () => {
    await putFinding(company.fresh, print(2), 'operations', 'acme', findingOf(print(2), 'note'));
    await putFinding(company.fresh, print(3), undefined, 'acme', findingOf(print(3), 'error'));
    const { items } = await list();
    expect(items.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).toEqual([
      print(1),
      print(3),
      print(2),
    ]);
    expect(items[0]).toEqual({
      fingerprint: print(1),
      check: 'missing-counterpart',
      level: 'error',
      subject: { kind: 'kpi', ids: ['answer-time'] },
      department: 'service',
      message: 'none-linked',
      data: { kpi: 'Time to answer' },
      reasons: ['none-linked'],
      state: 'open',
      since: quarter,
      new: true,
      sinceAt: asOf,
      age: 0,
      unanswered: false,
      text: '“Time to answer” is an internal KPI and no customer-facing KPI is linked to it.',
      version: 1,
    });
  });

  it('is narrowed by level, check, department and state', async () => {
    await putFinding(company.fresh, print(2), 'operations', 'acme', findingOf(print(2), 'note'));
    await say('eve');
    const found = async (query: Record<string, string>) =>
      (await list(query)).items.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    expect(await found({ level: 'note' })).toEqual([print(2)]);
    expect(await found({ department: 'service' })).toEqual([print(1)]);
    expect(await found({ state: 'acknowledged' })).toEqual([print(1)]);
    expect(await found({ check: 'watermelon' })).toEqual([]);
  });

  it('shows what was resolved where that is asked for', async () => {
    const gone = findingOf(print(7));
    const life = { ...gone.life, state: 'resolved' as const, resolution: 'cleared' as const };
    await putFinding(company.fresh, print(7), 'service', 'acme', { ...gone, life });
    const { items } = await list({ state: 'resolved' });
    expect(items.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).toEqual([print(7)]);
    expect((await list({ state: 'resolved', department: 'operations' })).items).toEqual([]);
  });

  it('is read page by page', async () => {
    for (let n = 2; n <= 5; n++) await putFinding(company.fresh, print(n), 'service');
    const first = await list({ limit: '3' });
    const second = await list({ limit: '3', cursor: first.cursor });
    expect([...first.items, ...second.items].map(({ fingerprint }) => fingerprint)).toEqual(
      [1, 2, 3, 4, 5].map(print),
    );
    expect(second).not.toHaveProperty('cursor');
  });
});

describe('a finding', () => {
  it('is shown with its check, its evidence and the thresholds it was judged by', async () => {
    const { body, headers } = await company.done('getFinding', {
      as: 'otto',
      params: { fingerprint: print(1) },
    });
    expect(headers['etag']).toBe('"1"');
    expect(body).toMatchObject({
      title: 'Missing counterpart',
      question: expect.stringContaining('?'),
      why: expect.any(String),
      remedy: expect.stringContaining('customer-facing'),
      thresholds: { liveQuarters: 2 },
      evidence: { columns: ['counterpart'], rows: [['nobody']] },
      events: [{ event: 'found' }],
    });
  });

  it('of another organisation is as unknown as one that never was', async () => {
    await putFinding(company.fresh, print(9), 'sales', rival);
    for (const n of [9, 10])
      expect((await company.call('getFinding', { params: { fingerprint: print(n) } })).body).toEqual(
        problem('not-found', 404, 'Not found', `There is no finding “${print(n)}”.`),
      );
  });

  it('whose check no longer exists is still shown', async () => {
    const finding = findingOf(print(4));
    const old = { ...finding, condition: { ...finding.condition, check: 'no-longer' } };
    await putFinding(company.fresh, print(4), 'service', 'acme', old);
    const { body } = await company.done('getFinding', { params: { fingerprint: print(4) } });
    expect(body).toMatchObject({ title: 'no-longer', text: 'no-longer: none-linked', thresholds: {} });
  });
});

describe('an acknowledgement', () => {
  it('is kept with who and why, and audited', async () => {
    const answer = await say('eve', 1, 'Budget is decided in November.');
    expect(answer.headers['etag']).toBe('"2"');
    expect(answer.body).toMatchObject({
      state: 'acknowledged',
      version: 2,
      events: [
        { event: 'found' },
        { event: 'acknowledged', by: 'eve', quarter, note: 'Budget is decided in November.' },
      ],
    });
    const read = await company.done('getFinding', { as: 'eve', params: { fingerprint: print(1) } });
    expect(read.body).toEqual(answer.body);
    const query = { kind: 'finding', id: print(1) };
    expect((await company.done('listAudit', { as: 'ada', query })).body.items).toEqual([
      expect.objectContaining({ action: 'finding.acknowledge', by: 'eve', version: 2 }),
    ]);
  });

  it('is a head’s or deputy’s for the own department’s findings', async () => {
    expect((await say('otto')).body).toEqual(
      problem('forbidden', 403, 'Not allowed', 'You don’t write for the department “service”.'),
    );
    expect((await say('dora')).status).toBe(200);
  });

  it('of a finding of no department is an executive’s', async () => {
    await putFinding(company.fresh, print(2), undefined);
    expect((await say('hans', 1, undefined, print(2))).body.detail).toBe(
      'The finding belongs to no department; an executive answers for it.',
    );
    expect((await say('eve', 1, undefined, print(2))).status).toBe(200);
  });

  it('is said once a quarter', async () => {
    await say('eve');
    const before = await company.fresh.hash();
    expect((await say('hans', 2)).body).toEqual(
      conflict('The finding has been acknowledged in 2026-Q3 already.'),
    );
    expect(await company.fresh.hash()).toBe(before);
    company.setClock('2027-01-10T00:00:00Z');
    expect((await say('hans', 2)).body.events.map(({ quarter }: { quarter: string }) => quarter)).toEqual([
      '2026-Q3',
      '2026-Q3',
      '2026-Q4',
    ]);
  });

  it('of a resolved finding is refused', async () => {
    const finding = findingOf(print(5));
    const gone = {
      ...finding,
      life: { ...finding.life, state: 'resolved' as const, resolution: 'cleared' as const },
    };
    await putFinding(company.fresh, print(5), 'service', 'acme', gone);
    expect((await say('eve', 1, undefined, print(5))).body).toEqual(
      conflict('The finding is resolved; there is nothing to acknowledge.'),
    );
  });

  it('changes neither condition nor since when', () => {
    const finding = findingOf(print(1));
    const after = acknowledge(finding, { by: 'eve', at: '2026-10-21T00:00:00Z', quarter });
    expect(after.condition).toEqual(finding.condition);
    expect(after.life.since).toEqual(finding.life.since);
  });
});
