/** The board pack through the API: bytes as a PDF, one board report read for it, and a refusal where there is none. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Company, furnishedCompany, quarter } from './company.ts';
import { putReports } from './derived.ts';

let company: Company;
beforeAll(async () => {
  company = await furnishedCompany();
});

describe('the board pack', () => {
  it('of a quarter without a report is not found', async () => {
    const answer = await company.call('getBoardPack', { as: 'ada', params: { quarter } });
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.body.detail).toBe('There is no board report of 2026-Q3, so there is no pack of it.');
  });

  it('is a PDF in bytes that nobody may keep', async () => {
    await putReports(company.fresh, 'service');
    const answer = await company.done('getBoardPack', { as: 'ada', params: { quarter } });
    expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store' });
    const bytes = Buffer.from(answer.body, 'base64');
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.toString('base64')).toBe(answer.body);
  });
});
