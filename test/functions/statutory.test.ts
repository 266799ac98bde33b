/** A KPI that law or contract asks for: an executive says so, with the reason; then nobody asks for its counterpart. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type Company, furnishedCompany } from './company.ts';

let company: Company;
beforeEach(async () => {
  company = await furnishedCompany();
});

const ofTheServer = [
  'id',
  'targets',
  'formerDepartments',
  'changes',
  'statutory',
  'perspectiveReading',
  'version',
  'updatedAt',
  'updatedBy',
];
const reason = 'Section 12 of the licence asks for it.';
const put = (approved: boolean, version: number, as = 'eve') =>
  company.call('putStatutory', {
    as,
    params: { id: 'answer-time' },
    body: { approved, reason },
    headers: { 'if-match': `"${version}"` },
  });

describe('the approval of a statutory KPI', () => {
  it('stands with the KPI and in its changes, and outlives what the head writes', async () => {
    const approved = await put(true, 1);
    expect(approved.status).toBe(200);
    expect(approved.body).toMatchObject({
      statutory: { reason, by: 'eve' },
      changes: [{ field: 'statutory', was: 'no', is: 'yes', by: 'eve', reason }],
      version: 2,
    });
    const { statutory, changes } = approved.body;
    const fields = Object.entries(approved.body).filter(([name]) => !ofTheServer.includes(name));
    const written = await company.call('putKpi', {
      as: 'hans',
      params: { id: 'answer-time' },
      body: { ...Object.fromEntries(fields), name: 'Time to answer' },
      headers: { 'if-match': '"2"' },
    });
    expect(written.body).toMatchObject({ name: 'Time to answer', statutory, changes });
  });

  it('is taken back with a reason, which is noted too', async () => {
    await put(true, 1);
    const back = await put(false, 2);
    expect(back.body.statutory).toBeUndefined();
    expect(back.body.changes.map(({ is }: { is: string }) => is)).toEqual(['yes', 'no']);
    const { body } = await company.call('listAudit', {
      as: 'ada',
      query: { kind: 'kpi', id: 'answer-time' },
    });
    expect(body.items.filter((entry: { action: string }) => entry.action === 'kpi.statutory')).toHaveLength(
      2,
    );
  });

  it('said again notes no change', async () => {
    await put(true, 1);
    expect((await put(true, 2)).body.changes).toHaveLength(1);
  });

  it.each(['hans', 'ana', 'ada'])('is not for %s', async (as) => {
    expect((await put(true, 1, as)).status).toBe(403);
  });

  it('of a KPI that nobody knows is not found', async () => {
    const { status } = await company.call('putStatutory', {
      as: 'eve',
      params: { id: 'nowhere' },
      body: { approved: true, reason },
      headers: { 'if-match': '"1"' },
    });
    expect(status).toBe(404);
  });
});
