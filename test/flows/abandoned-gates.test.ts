// Sealing that was cut off behind the shut gate keeps nobody out for good.
import { expect, it } from 'vitest';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { openAbandonedGates } from '../../shared/flows/abandoned-gates.ts';
import { isShut, shutGate } from '../../shared/table/gate.ts';
import { putSeal } from '../../shared/table/seals.ts';
import { Company, freshTable } from './company.ts';

const shutAt = '2026-07-20T09:00:00.000Z';
const shut = async (quarter: Quarter) => {
  const company = await Company.found(await freshTable());
  await shutGate(company.table, company.org, quarter, { by: 'erin', at: shutAt });
  return {
    company,
    isShutAt: async (now: string) => {
      await openAbandonedGates(company.deps, company.org, now);
      return isShut(company.table, company.org, quarter);
    },
  };
};

it('opens a gate that no seal stands behind, ten minutes after it was shut', async () => {
  const { isShutAt } = await shut('2026-Q2');
  expect(await isShutAt('2026-07-20T09:09:59.000Z')).toBe(true);
  expect(await isShutAt('2026-07-20T09:10:00.000Z')).toBe(false);
});

it('leaves a sealed quarter’s gate shut', async () => {
  const { company, isShutAt } = await shut('2026-Q2');
  const sealed = { by: 'erin', at: shutAt };
  const digest = 'a'.repeat(64);
  await putSeal(
    company.table,
    company.writing('erin'),
    undefined,
    {
      quarter: '2026-Q2',
      state: 'sealed',
      revision: 1,
      digest,
      sealed,
      revisions: [{ revision: 1, digest, sealed }],
    },
    { status: 200, body: null },
  );
  expect(await isShutAt('2026-07-21T09:00:00.000Z')).toBe(true);
});
