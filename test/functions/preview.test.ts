/** What figures would change, with nothing stored. */
import { beforeEach, describe, expect, it } from 'vitest';
import { acme, asOf, type Company, furnishedCompany, quarter } from './company.ts';

let company: Company;
beforeEach(async () => {
  company = await furnishedCompany();
});

const service = { id: 'service', quarter };

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
