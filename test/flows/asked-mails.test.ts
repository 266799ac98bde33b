// What people ask of one another comes by mail to who may answer it, from what is stored: waivers to their deciders and
// nobody else, their end, a seal, an executive's word.
import { describe, expect, it } from 'vitest';
import { answerWaiver, askForWaiver } from '../../shared/domain/waiver.ts';
import { askedWaivers } from '../../shared/flows/asked-waivers.ts';
import { leadersOf } from '../../shared/flows/members.ts';
import { runTick } from '../../shared/flows/tick.ts';
import { putCommentary } from '../../shared/table/commentary.ts';
import { unresolvedLines } from '../../shared/table/finding-lists.ts';
import { putLife, readFinding } from '../../shared/table/findings.ts';
import { allMails } from '../../shared/table/outbox.ts';
import type { Company } from './company.ts';
import { founded } from './company-story.ts';

const deps = (company: Company) => ({ ...company.deps, pageUrl: 'https://counterpart.example' });
const answer = { status: 200, body: null };
const quarter = '2026-Q2' as const;

/** Evaluated on 20 July 2026, the first digest told on the 27th. */
const told = async () => {
  const company = await founded();
  await company.put('member', 'eve', { name: 'Eve', email: 'eve@example.org', roles: ['executive'] });
  await company.put('member', 'fred', {
    name: 'Fred',
    email: 'fred@example.org',
    roles: ['executive'],
    locale: 'de-DE',
  });
  await company.submit('service', quarter, { 'promise-kept': '0.9' });
  await company.evaluate();
  await runTick(deps(company), '2026-07-27T05:00:00Z');
  company.at = '2026-07-28T09:00:00Z';
  return company;
};
const gapOf = async ({ table, org }: Company) => {
  const line = (await unresolvedLines(table, org)).find(({ check }) => check === 'missing-counterpart');
  const found = line && (await readFinding(table, org, line.fingerprint, true));
  if (found === undefined) throw new Error('there is no gap');
  return found;
};
const ask = async (company: Company, by: string, until: string, departments: readonly string[] = []) => {
  const found = await gapOf(company);
  const saying = { by, at: company.at, quarter, departments, today: '2026-07-28' };
  const finding = askForWaiver(found.finding, { reason: 'The scanner comes', until }, saying);
  await putLife(company.table, company.writing(by), found, finding, 'finding.waiver-ask', answer);
};
const digests = async (company: Company, day: string) =>
  new Map(
    (await allMails(company.table, company.org))
      .filter(({ mail }) => mail.id.startsWith(`digest.${day}`))
      .map(({ mail }) => [mail.member, mail]),
  );

describe('a waiver that is asked for', () => {
  it('is brought before who may decide, in his or her formats, and not before who asks', async () => {
    const company = await told();
    await ask(company, 'eve', '2026-12-31');
    await runTick(deps(company), '2026-08-03T05:00:00Z');
    const mails = await digests(company, '2026-08-03');
    // Hanna heads the department that owns the outcome.
    expect([...mails.keys()].sort()).toEqual(['fred', 'hanna']);
    expect(mails.get('fred')?.subject).toMatch(/^Eve asks to waive: “Order to dispatch”/);
    expect(mails.get('fred')?.text).toContain('until 31.12.2026: “The scanner comes”');
    await runTick(deps(company), '2026-08-10T05:00:00Z');
    expect((await digests(company, '2026-08-10')).size).toBe(0);
  });

  it('waits for nobody of the department that asks', async () => {
    const company = await told();
    await ask(company, 'hanna', '2026-12-31', ['warehouse', 'service']);
    const { table, org } = company;
    const lines = await unresolvedLines(table, org);
    const [asked] = await askedWaivers(table, org, lines, await leadersOf(table, org, '2026-07-28'));
    expect([...(asked?.deciders ?? [])].sort()).toEqual(['eve', 'fred']);
  });
});

describe('a waiver that holds', () => {
  it('is told of before its end, and as news on the Monday after it', async () => {
    const company = await told();
    await ask(company, 'hanna', '2026-08-09', ['warehouse']);
    const found = await gapOf(company);
    const saying = { by: 'eve', at: company.at, quarter, today: '2026-07-28' };
    const finding = answerWaiver(found.finding, { ...saying, approve: true });
    await putLife(company.table, company.writing('eve'), found, finding, 'finding.waiver-approve', answer);
    await runTick(deps(company), '2026-08-03T05:00:00Z');
    const before = (await digests(company, '2026-08-03')).get('hanna');
    expect(before?.subject).toMatch(/^The waiver ends on 9 Aug 2026: “Order to dispatch”/);
    await runTick(deps(company), '2026-08-10T05:00:00Z');
    const after = (await digests(company, '2026-08-10')).get('hanna');
    expect(after?.subject).toMatch(/^“Order to dispatch” is an internal KPI/);
    expect(after?.text).toContain('its waiver has ended');
  });
});

describe('an executive’s word on the report', () => {
  it('comes to the heads and the other executives', async () => {
    const company = await told();
    const word = { quarter, about: 'report', text: 'We saw it coming.', by: 'eve', at: company.at };
    await putCommentary(company.table, company.writing('eve'), undefined, word, answer);
    await runTick(deps(company), '2026-08-03T05:00:00Z');
    const mails = await digests(company, '2026-08-03');
    expect([...mails.keys()].sort()).toEqual(['fred', 'hanna']);
    expect(mails.get('hanna')?.subject).toBe('Eve on the report of Q2 2026: “We saw it coming.”');
  });
});
