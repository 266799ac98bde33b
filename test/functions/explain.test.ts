/** How a finding came about, told on the state that was evaluated last. */
import { beforeAll, describe, expect, it } from 'vitest';
import { evaluateOrganisation } from '../../shared/flows/evaluate.ts';
import { acme, asOf, type Company, furnishedCompany, quarter } from './company.ts';

let company: Company;
beforeAll(async () => {
  company = await furnishedCompany();
  const deps = { table: company.fresh.table, log: () => undefined, machineNow: Date.now };
  await evaluateOrganisation(deps, acme, { hints: [], at: asOf, begin: true });
});

const explained = (fingerprint: string) => company.call('explainFinding', { params: { fingerprint } });

describe('an explanation', () => {
  it('tells of each finding what the register tells, with what was read', async () => {
    const { body } = await company.done('listFindings', {});
    expect(body.items.length).toBeGreaterThan(2);
    for (const { fingerprint, check, level, text } of body.items) {
      const answer = await explained(fingerprint);
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ fingerprint, check, level, text, quarter, verdict: 'fail' });
      expect(answer.body.inputs.length).toBeGreaterThan(0);
    }
  });

  it('stores nothing, and is not found where there is no finding', async () => {
    const before = await company.fresh.hash();
    expect((await explained('0'.repeat(32))).status).toBe(404);
    expect(await company.fresh.hash()).toBe(before);
  });
});
