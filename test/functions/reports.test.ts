/** Reports as they were last written, and what is said while there is none. */
import { beforeAll, describe, expect, it } from 'vitest';
import { problem } from './bodies.ts';
import { acme, asOf, type Company, furnishedCompany, quarter, rival } from './company.ts';
import {
  boardReport,
  journeyReport,
  outcomeReport,
  putHead,
  putJourneyReport,
  putOutcomeReport,
  putReports,
} from './derived.ts';

let company: Company;
beforeAll(async () => {
  company = await furnishedCompany();
});

describe('reports', () => {
  it('that do not exist yet are not found, with a word on how they come to be', async () => {
    const answer = await company.call('getBoardReport', { params: { quarter } });
    expect(answer.body).toEqual(
      problem(
        'not-found',
        404,
        'Not found',
        'There is no board report of 2026-Q3. A report is written after the first evaluation, in the night after the organisation was set up; from then on each change updates the reporting quarter’s report within moments.',
      ),
    );
    expect((await company.done('listReports')).body).toEqual({ items: [] });
  });

  it('are listed newest first', async () => {
    const reported = [
      { quarter: '2026-Q2' as const, asOf },
      { quarter, asOf },
    ];
    await putHead(company.fresh, acme, { reported });
    expect((await company.done('listReports', { as: 'hans' })).body.items).toEqual(reported.toReversed());
  });

  it('are answered as they were stored', async () => {
    await putReports(company.fresh, 'service');
    const params = { quarter };
    expect((await company.done('getBoardReport', { as: 'ada', params })).body).toEqual(boardReport(acme));
    const department = await company.done('getDepartmentReport', {
      as: 'otto',
      params: { id: 'service', quarter },
    });
    expect(department.body).toMatchObject({ department: { id: 'service' }, submission: 'missing' });
  });

  it('of an outcome is answered as it was stored, or is not found', async () => {
    await putOutcomeReport(company.fresh, 'on-time');
    const stored = await company.done('getOutcomeReport', {
      as: 'otto',
      params: { id: 'on-time', quarter },
    });
    expect(stored.body).toEqual(outcomeReport('on-time'));
    const never = await company.call('getOutcomeReport', { params: { id: 'never', quarter } });
    expect(never.body.detail).toMatch(/^There is no report of the outcome “never” for 2026-Q3\./);
  });

  it('of a journey is answered as it was stored, or is not found', async () => {
    await putJourneyReport(company.fresh, 'to-the-door');
    const stored = await company.done('getJourneyReport', {
      as: 'otto',
      params: { id: 'to-the-door', quarter },
    });
    expect(stored.body).toEqual(journeyReport('to-the-door'));
    const never = await company.call('getJourneyReport', { params: { id: 'never', quarter } });
    expect(never.body.detail).toMatch(/^There is no report of the journey “never” for 2026-Q3\./);
  });

  it('of another organisation are as unknown as reports that never were', async () => {
    const theirs = await company.call('getBoardReport', { org: rival, as: 'rita', params: { quarter } });
    expect(theirs.status).toBe(404);
    const never = await company.call('getDepartmentReport', { params: { id: 'sales', quarter } });
    expect(never.body.detail).toMatch(/^There is no report of “sales” for 2026-Q3\./);
  });

  it('that another build stored in a shape of its own are being made anew, and that is said', async () => {
    await company.fresh.put({ pk: 'acme|report|2026-Q1', sk: 'board', type: 'report', body: '{"schema":0}' });
    company.lines();
    const answer = await company.call('getBoardReport', { params: { quarter: '2026-Q1' } });
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('60');
    expect(answer.body.detail).toBe(
      'The report was written by another version of Counterpart and is being made anew; try again in some minutes.',
    );
    expect(company.lines()).toEqual([
      expect.objectContaining({ level: 'WARN', operation: 'getBoardReport', org: 'acme', member: 'ana' }),
    ]);
  });
});
