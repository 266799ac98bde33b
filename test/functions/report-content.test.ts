/**
 * What stands beside a report's figures: how its quarter's seal stands, what executives said about outcomes and findings,
 * the findings that concern an outcome; open and sealed.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { orgId } from '../../shared/domain/slug.ts';
import { seenByBoard } from '../../shared/flows/beside-report.ts';
import { acme, type Company, furnishedCompany, quarter } from './company.ts';
import { evaluateNow } from './evaluated.ts';
import { bothSubmit } from './quarter-calls.ts';

const at = '2026-10-20T09:00:00.000Z';
let company: Company;
beforeAll(async () => {
  company = await furnishedCompany();
  await bothSubmit(company);
  await evaluateNow(company, at);
});

const list = async (query: Record<string, string> = {}) =>
  (await company.done('listFindings', { query })).body;
const stands = async () => (await company.done('listReports')).body.items[0];
const comment = (about: string, text: string) =>
  company.done('putCommentary', { as: 'eve', params: { quarter, about }, body: { text } });
const seen = () => seenByBoard(company.fresh.table, orgId.parse(acme), quarter);

describe('the register, by outcome', () => {
  it('has the findings that concern it, page by page and once each', async () => {
    const whole = (await list({ limit: '50' })).items;
    const about = (await list({ limit: '50', outcome: 'on-time' })).items;
    expect(about.length).toBeGreaterThan(1);
    expect(about.length).toBeLessThan(whole.length);
    const paged = [];
    let cursor: string | undefined;
    do {
      const page = await list({
        limit: '1',
        outcome: 'on-time',
        ...(cursor === undefined ? {} : { cursor }),
      });
      paged.push(...page.items);
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(paged).toEqual(about);
    expect((await list({ outcome: 'nowhere' })).items).toEqual([]);
  });
});

describe('what executives say', () => {
  it('about a finding comes with what the finding says, in lists, packs and seals', async () => {
    const [finding] = (await list({ check: 'missing-counterpart' })).items;
    await comment(`finding.${finding.fingerprint}`, 'We stop steering by it.');
    await comment('outcome.on-time', 'It was the strike.');
    const said = (await company.done('listCommentary', { as: 'ada', params: { quarter } })).body.items;
    const { check, message, data } = finding;
    expect(said).toMatchObject([
      { text: 'We stop steering by it.', by: 'eve', finding: { check, message, data } },
      { about: 'outcome.on-time', text: 'It was the strike.' },
    ]);
    expect(said[1]).not.toHaveProperty('finding');

    const open = await seen();
    expect(open.commentary.map(({ text }) => text)).toEqual([
      'We stop steering by it.',
      'It was the strike.',
    ]);
    expect(open.since.counts.new).toBeGreaterThan(0);
    const { items: members } = (await company.done('listMembers', { query: { limit: '50' } })).body;
    const { id, name } = members.find((one: { id: string; name: string }) => one.id === 'eve');
    expect([open.memberName(id), open.memberName('nobody')]).toEqual([name, 'nobody']);
    expect(open.sealed).toBeUndefined();
    expect(await stands()).toEqual({ quarter, asOf: at });

    await company.done('sealReport', { as: 'eve', params: { quarter }, body: {} });
    const sealed = await seen();
    expect(sealed.report.unresolved).toBe(open.report.unresolved);
    expect(sealed.commentary.map(({ text }) => text)).toEqual(open.commentary.map(({ text }) => text));
    expect(sealed.sealed?.texts[finding.fingerprint]?.text).toBe(finding.text);
    expect((await stands()).sealed).toEqual({
      revision: 1,
      digest: sealed.sealed?.digest,
      at: expect.any(String),
    });
  });
});

describe('the list of reports', () => {
  it('says of a reopened quarter that it was sealed', async () => {
    await company.done('reopenReport', {
      as: 'eve',
      params: { quarter },
      body: { reason: 'A figure was wrong.' },
      headers: { 'if-match': '"1"' },
    });
    expect(await stands()).toEqual({
      quarter,
      asOf: at,
      reopened: { revision: 1, at: expect.any(String) },
    });
    expect((await seen()).sealed).toBeUndefined();
  });
});
