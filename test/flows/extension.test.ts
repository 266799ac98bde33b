/** A department that was given more time is not called late until that time is over. */
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../shared/domain/finding.ts';
import { evaluateOrganisation } from '../../shared/flows/evaluate.ts';
import { runNightly } from '../../shared/flows/nightly.ts';
import { putDefinition, readDefinition, unstamped } from '../../shared/table/definitions.ts';
import { readFindings } from '../../shared/table/findings.ts';
import type { Company } from './company.ts';
import { founded } from './company-story.ts';

const late = fingerprintOf('missing-submission', { kind: 'department', ids: ['warehouse'] }, '2026-Q3');
const stateOf = async (company: Company) =>
  (await readFindings(company.table, company.org, [late]))[0]?.finding.life.state;
const nightly = (company: Company, at: string) => {
  company.at = at;
  return runNightly(company.deps, company.org, at);
};

const extend = async (company: Company, dueDate: string) => {
  const before = await readDefinition(company.table, company.org, 'organisation', company.org, true);
  if (before === undefined) throw new Error('there is no organisation');
  const extension = {
    department: 'warehouse',
    quarter: '2026-Q3' as const,
    dueDate,
    reason: 'The scales were replaced.',
    by: 'eve',
    at: company.at,
  };
  const entity = { ...unstamped(before.value), extensions: [extension] };
  const change = { kind: 'organisation', action: 'organisation.extend', entity, before } as const;
  await putDefinition(company.table, company.writing('eve'), change, () => ({ status: 200, body: {} }));
  await evaluateOrganisation(company.deps, company.org, {
    hints: [{ kind: 'organisation', id: company.org }],
    at: company.at,
  });
};

describe('an extension', () => {
  it('clears a missing submission at once, and lets it come back after its last day', async () => {
    const company = await founded();
    await company.submit('service', '2026-Q2', { 'promise-kept': '0.9' });
    await company.evaluate();
    await nightly(company, '2026-10-16T02:00:00Z');
    expect(await stateOf(company)).toBe('open');
    await extend(company, '2026-10-30');
    expect(await stateOf(company)).toBe('resolved');
    await nightly(company, '2026-10-30T02:00:00Z');
    expect(await stateOf(company)).toBe('resolved');
    await nightly(company, '2026-10-31T02:00:00Z');
    expect(await stateOf(company)).toBe('open');
    expect(company.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
