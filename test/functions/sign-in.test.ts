/** What a token must say before anybody is let in, and how long a change of a member's record takes to be felt. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { setSuspension } from '../../shared/table/suspension.ts';
import { memberBody, problem } from './bodies.ts';
import { acme, admit, asOf, type Company, furnishedCompany, rival, subjectOf } from './company.ts';
import { claimsOf } from './event.ts';

let company: Company;
beforeAll(async () => {
  company = await furnishedCompany();
});

const good = claimsOf(acme, subjectOf('eve'));
const without = (name: string) => Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));
const groups = (value: unknown) => ({ ...good, 'cognito:groups': value });

const refused: readonly (readonly [string, Record<string, unknown> | undefined, number, string])[] = [
  ['no token', undefined, 401, 'Sign in first: this needs an access token.'],
  ['no claims', {}, 401, 'The token is not an access token.'],
  ['an ID token', { ...good, token_use: 'id' }, 401, 'The token is not an access token.'],
  ['no use', without('token_use'), 401, 'The token is not an access token.'],
  ['a use that is a list', { ...good, token_use: ['access'] }, 401, 'The token is not an access token.'],
  ['another client', { ...good, client_id: 'other' }, 401, 'The token was issued for another client.'],
  ['no client', without('client_id'), 401, 'The token was issued for another client.'],
  [
    'the client only as audience',
    { ...without('client_id'), aud: 'page-client' },
    401,
    'The token was issued for another client.',
  ],
  ['no subject', without('sub'), 401, 'The token names no subject.'],
  ['an empty subject', { ...good, sub: '' }, 401, 'The token names no subject.'],
  ['a subject with a space', { ...good, sub: 'sub eve' }, 401, 'The token names no subject.'],
  ['a subject that is a list', { ...good, sub: ['sub-eve'] }, 401, 'The token names no subject.'],
  ['a subject without end', { ...good, sub: 'x'.repeat(201) }, 401, 'The token names no subject.'],
  ['no groups', without('cognito:groups'), 403, 'The token belongs to no organisation.'],
  ['empty groups', groups(''), 403, 'The token belongs to no organisation.'],
  [
    'no organisation among the groups',
    groups('[admins editors]'),
    403,
    'The token belongs to no organisation.',
  ],
  ['the prefix alone', groups('[org-]'), 403, 'The token belongs to no organisation.'],
  [
    'an organisation with a delimiter',
    groups(['org-acme|def']),
    403,
    'The token belongs to no organisation.',
  ],
  ['an organisation in capitals', groups('[org-ACME]'), 403, 'The token belongs to no organisation.'],
  ['an organisation with a line break', groups(['org-acme\n']), 403, 'The token belongs to no organisation.'],
  ['groups that are a number', groups(7), 403, 'The token belongs to no organisation.'],
  [
    'two organisations',
    groups('[org-acme org-rival]'),
    403,
    'The token belongs to more than one organisation.',
  ],
  [
    'two organisations with a comma',
    groups('org-acme,org-rival'),
    403,
    'The token belongs to more than one organisation.',
  ],
  [
    'the same organisation twice',
    groups(['org-acme', 'org-acme']),
    403,
    'The token belongs to more than one organisation.',
  ],
  [
    'an organisation that does not exist',
    groups('[org-nowhere]'),
    403,
    'Nobody in this organisation signs in like this.',
  ],
  [
    'the prefix of an organisation',
    groups('[org-acm]'),
    403,
    'Nobody in this organisation signs in like this.',
  ],
  [
    'another organisation’s member',
    groups('[org-rival]'),
    403,
    'Nobody in this organisation signs in like this.',
  ],
  [
    'a subject that nobody has',
    { ...good, sub: 'sub-nobody' },
    403,
    'Nobody in this organisation signs in like this.',
  ],
  [
    'the prefix of a subject',
    { ...good, sub: 'sub-ev' },
    403,
    'Nobody in this organisation signs in like this.',
  ],
  ['a member who has left', { ...good, sub: subjectOf('rob') }, 403, 'You are not a member any more.'],
];

const accepted: readonly (readonly [string, unknown])[] = [
  ['a list', ['org-acme']],
  ['a list with other groups', ['editors', 'org-acme']],
  ['text in brackets', '[org-acme]'],
  ['text in brackets with other groups', '[editors org-acme admins]'],
  ['text with commas', 'editors,org-acme'],
  ['text alone', 'org-acme'],
];

describe('T8 T9 T13 a token', () => {
  it.each(refused)('with %s is refused', async (_name, claims, status, detail) => {
    const before = await company.fresh.hash();
    company.lines();
    const answer = await company.call('getMe', { claims });
    const kind = status === 401 ? ['unauthorized', 'Not signed in'] : ['forbidden', 'Not allowed'];
    expect(answer.body).toEqual(problem(kind[0] ?? '', status, kind[1] ?? '', detail));
    expect(answer.status).toBe(status);
    expect(answer.headers['www-authenticate']).toBe(status === 401 ? 'Bearer' : undefined);
    expect(company.lines()).toEqual([
      expect.objectContaining({
        level: 'WARN',
        message: 'refused',
        security: true,
        operation: 'getMe',
        status,
      }),
    ]);
    expect(await company.fresh.hash()).toBe(before);
  });

  it.each(accepted)('with its organisation as %s is accepted', async (_name, value) => {
    const answer = await company.call('getMe', { claims: groups(value) });
    expect(answer.body.member.id).toBe('eve');
  });
});

describe('a member’s record', () => {
  it('T12 is felt at once by writes, and by reads after a minute', async () => {
    await admit(company, 'zoe', ['analyst', 'executive']);
    const put = (id: string) =>
      company.call('putCapability', { as: 'zoe', params: { id }, body: { name: 'Delivering' } });
    expect((await put('one')).status).toBe(200);
    expect((await company.call('listAudit', { as: 'zoe' })).status).toBe(200);
    const body = memberBody('zoe', ['department-head'], { heads: ['service'] });
    await company.done('putMember', { params: { id: 'zoe' }, body, headers: { 'if-match': '"1"' } });
    expect((await put('two')).status).toBe(403);
    const later = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000);
    expect((await company.call('listAudit', { as: 'zoe' })).status).toBe(403);
    later.mockRestore();
  });

  it('is trusted for a minute by reads', async () => {
    await admit(company, 'kim', ['auditor']);
    expect((await company.call('listAudit', { as: 'kim' })).status).toBe(200);
    const body = memberBody('kim', ['auditor'], { status: 'removed' });
    await company.done('putMember', { params: { id: 'kim' }, body, headers: { 'if-match': '"1"' } });
    expect((await company.call('listAudit', { as: 'kim' })).status).toBe(200);
    const later = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000);
    expect((await company.call('listAudit', { as: 'kim' })).status).toBe(403);
    later.mockRestore();
  });

  it('lets a deputy write up to the last day, in the organisation’s time zone', async () => {
    const save = () =>
      company.call('putDraft', {
        as: 'dora',
        params: { id: 'service', quarter: '2026-Q3' },
        body: { readings: [] },
      });
    company.setClock('2026-10-31T22:59:00Z');
    expect((await save()).status).toBe(200);
    company.setClock('2026-10-31T23:01:00Z');
    expect((await save()).status).toBe(403);
  });

  it('T5 shows addresses to analysts and to the member alone', async () => {
    const addresses = async (as: string) => {
      const { body } = await company.done('listMembers', { as });
      return body.items.filter((one: object) => 'email' in one).map((one: { id: string }) => one.id);
    };
    expect(await addresses('ana')).toContain('eve');
    expect(await addresses('eve')).toEqual(['eve']);
    expect((await company.done('getMember', { as: 'hans', params: { id: 'eve' } })).body).not.toHaveProperty(
      'email',
    );
  });
});

describe('log lines', () => {
  it('T25 hold no token and no address', async () => {
    company.lines();
    await company.call('putMember', {
      as: 'eve',
      params: { id: 'new' },
      headers: { authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJldmUifQ.' },
      body: memberBody('new', ['auditor'], { 'eve@example.org': 1 }),
    });
    await company.call('putMember', {
      params: { id: 'new' },
      body: { ...memberBody('new', ['auditor']), 'mallory@example.org': 1 },
    });
    const lines = JSON.stringify(company.lines());
    expect(lines).toContain('refused');
    expect(lines).not.toMatch(/eyJ|@example/);
  });
});

describe('an organisation that is suspended', () => {
  it('lets nobody in, says why, and lets everybody in again once it is resumed', async () => {
    const company = await furnishedCompany();
    const suspend = (reason: string | undefined) =>
      setSuspension(
        company.fresh.table,
        { org: acme, by: 'operator', at: asOf, machineNow: Date.now(), nonce: String(Math.random()) },
        reason,
      );
    await suspend('The contract has ended.');
    for (const as of ['eve', 'hans', 'ana', 'ada']) {
      const answer = await company.call('getMe', { as });
      expect(answer.status).toBe(403);
      expect(answer.body.detail).toBe(
        'The organisation is suspended: The contract has ended. Its data is kept.',
      );
    }
    const put = await company.call('putPolicy', { body: {}, headers: { 'if-match': '"2"' } });
    expect(put.status).toBe(403);
    expect((await company.call('getMe', { org: rival, as: 'rita' })).status).toBe(200);
    await suspend(undefined);
    expect((await company.call('getMe')).status).toBe(403);
    const later = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 61_000);
    expect((await company.call('getMe')).status).toBe(200);
    later.mockRestore();
  });
});
