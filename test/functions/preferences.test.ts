/** Mail preferences, and the link in a mail that stops all mail without signing in. */
import { beforeAll, describe, expect, it } from 'vitest';
import { unsubscribeToken } from '../../shared/domain/unsubscribe-token.ts';
import { unsubscribeKeyOf } from '../../shared/table/unsubscribe-key.ts';
import { acme, type Company, furnishedCompany, rival } from './company.ts';

let company: Company;
beforeAll(async () => {
  company = await furnishedCompany();
});
const mine = (as = 'hans') => company.done('getPreferences', { as });
const set = (body: object, version = 1, as = 'hans') =>
  company.call('putPreferences', { as, body, headers: { 'if-match': `"${version}"` } });
const stop = (token: string) =>
  company.call('unsubscribe', {
    claims: undefined,
    params: { token },
    raw: { body: 'List-Unsubscribe=One-Click' },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
const tokenOf = async (member: string, org = acme) =>
  unsubscribeToken(org, member, await unsubscribeKeyOf(company.fresh.table, org));

describe('preferences', () => {
  it('are one’s own, and audited', async () => {
    expect((await mine()).body).toEqual({ locale: 'en-GB', digest: 'weekly', reminders: true, version: 1 });
    const { body } = await set({
      locale: 'de-DE',
      digest: 'monthly',
      reminders: false,
      pausedUntil: '2026-12-31',
    });
    expect(body).toEqual({
      locale: 'de-DE',
      digest: 'monthly',
      reminders: false,
      pausedUntil: '2026-12-31',
      version: 2,
    });
    expect((await mine()).body).toEqual(body);
    const member = (await company.done('getMember', { params: { id: 'hans' } })).body;
    expect(member).toMatchObject({ name: 'hans', heads: ['service'], roles: ['department-head'] });
    const audit = await company.done('listAudit', {
      as: 'ada',
      query: { kind: 'member', id: 'hans', limit: '1' },
    });
    expect(audit.body.items[0]).toMatchObject({ action: 'member.preferences', by: 'hans' });
  });

  it('hold no more than preferences', async () => {
    const { status, body } = await set({
      locale: 'en-GB',
      digest: 'weekly',
      reminders: true,
      roles: ['analyst'],
    });
    expect(status).toBe(400);
    expect(body.errors).toEqual([{ path: '/roles', found: '["analyst"]', expected: 'no such field' }]);
  });
});

describe('the link that stops mail', () => {
  it('works with one click, without signing in, and twice', async () => {
    const token = await tokenOf('dora');
    for (let i = 0; i < 2; i++) expect((await stop(token)).body).toEqual({ unsubscribed: true });
    const { body } = await mine('dora');
    expect(body).toMatchObject({
      digest: 'weekly',
      unsubscribedAt: expect.stringMatching(/^2026-10-20T09/),
      version: 2,
    });
  });

  it('is undone by setting the preferences', async () => {
    await stop(await tokenOf('eve'));
    const { body } = await set({ locale: 'en-GB', digest: 'weekly', reminders: true }, 2, 'eve');
    expect(body).not.toHaveProperty('unsubscribedAt');
  });

  it.each([
    ['of another member', (token: string) => token.replace('hans', 'otto')],
    ['of another organisation', (token: string) => token.replace('acme', 'rival')],
    ['with one digit changed', (token: string) => `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`],
    ['that is no token', () => 'hans.acme.'.padEnd(80, '0')],
  ])('%s changes nothing', async (_title, forge) => {
    await unsubscribeKeyOf(company.fresh.table, rival);
    const token = forge(await tokenOf('hans'));
    const before = await company.fresh.hash();
    const { status } = await stop(token);
    expect(status).toBe(404);
    expect(await company.fresh.hash()).toBe(before);
  });
});
