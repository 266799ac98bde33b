import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Identity, openIdentity } from '../../local/identity.ts';
import type { Person } from '../../local/people.ts';
import type { SignIn } from '../../local/resources/sign-in.ts';
import { type LocalServer, listen } from '../../local/server.ts';
import { memberSchema } from '../../shared/domain/member.ts';
import { orgId } from '../../shared/domain/slug.ts';

const person = (id: string, name: string): Person => ({
  organisation: orgId.parse('acme'),
  organisationName: 'Acme & Co <b>',
  member: memberSchema.parse({
    id,
    name,
    email: `${id}@example.org`,
    roles: ['department-head', 'executive'],
    heads: ['sales'],
    deputyOf: [{ department: 'it', until: '2026-12-31' }],
  }),
});
const anna = person('anna', 'Anna <script>');
const keyFile = join(mkdtempSync(join(tmpdir(), 'identity-')), 'key.json');
const link = vi.fn(async () => undefined);

let server: LocalServer;
let identity: Identity;
let signIn: SignIn;
let issuer: string;

const people = {
  list: async () => [anna, person('ben', 'Ben')],
  find: async (member: string) => (member === 'anna' ? anna : Promise.reject(new Error('unknown'))),
  link,
};

beforeAll(async () => {
  server = await listen(0);
  issuer = `${server.origin}/identity`;
  const home = `${server.origin}/`;
  signIn = { clientId: 'Client', callbackUrls: [home], logoutUrls: [home], tokenSeconds: 900 };
  identity = await openIdentity({ origin: server.origin, signIn, keyFile, people });
  server.answerWith(identity.handle);
});
afterAll(() => server.close());

const verifier = randomBytes(40).toString('base64url');

function authorizeUrl(changes: Readonly<Record<string, string | undefined>> = {}): string {
  const all = {
    client_id: 'Client',
    redirect_uri: `${server.origin}/`,
    response_type: 'code',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    scope: 'openid',
    state: 'st',
    nonce: 'no',
    ...changes,
  };
  const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `${issuer}/authorize?${new URLSearchParams(given)}`;
}

async function codeFor(member: string): Promise<string> {
  const answer = await fetch(authorizeUrl({ member, organisation: 'acme' }), { redirect: 'manual' });
  const location = new URL(answer.headers.get('location') ?? expect.unreachable());
  expect([answer.status, location.origin, location.searchParams.get('state')]).toEqual([
    302,
    server.origin,
    'st',
  ]);
  return location.searchParams.get('code') ?? expect.unreachable();
}

async function exchange(body: Readonly<Record<string, string>>) {
  const answer = await fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams(body) });
  return { status: answer.status, body: (await answer.json()) as Readonly<Record<string, string>> };
}

const grant = (code: string, more: Readonly<Record<string, string>> = {}) => ({
  grant_type: 'authorization_code',
  code,
  client_id: 'Client',
  redirect_uri: `${server.origin}/`,
  code_verifier: verifier,
  ...more,
});

describe('the sign-in page', () => {
  it('lists people with roles and departments, each a link that goes on, all text escaped', async () => {
    const answer = await fetch(authorizeUrl());
    const page = await answer.text();
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page).toContain('Sign in as one of 2 people');
    expect(page).toContain('Anna &#60;script&#62;');
    expect(page).toContain('Acme &#38; Co &#60;b&#62;');
    expect(page).toContain(
      'department head · executive · heads sales · stands in for the head of it until 2026-12-31',
    );
    expect(page).toMatch(/href="authorize\?[^"]*state=st[^"]*organisation=acme[^"]*member=anna"/);
    expect(page).not.toContain('<script');
  });

  it.each([
    ['client_id', { client_id: 'Other' }],
    ['redirect_uri', { redirect_uri: 'https://evil.example/' }],
    ['response_type', { response_type: 'token' }],
    ['code_challenge_method', { code_challenge_method: 'plain' }],
    ['code_challenge', { code_challenge: undefined }],
  ])('is refused for an odd %s', async (name, changes) => {
    const answer = await fetch(authorizeUrl({ ...changes, member: 'anna' }), { redirect: 'manual' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(name);
  });
});

describe('a sign-in', () => {
  it('ends with the tokens of the chosen person, made like those of the user pool', async () => {
    const { status, body } = await exchange(grant(await codeFor('anna')));
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 900 });
    const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));
    const { payload: access } = await jwtVerify(body['access_token'] ?? '', keys, { issuer });
    expect(access).toMatchObject({
      sub: 'local-anna',
      'cognito:groups': ['org-acme'],
      token_use: 'access',
      client_id: 'Client',
    });
    expect(access).not.toHaveProperty('aud');
    expect(Number(access.exp) - Number(access.iat)).toBe(900);
    const id = decodeJwt(body['id_token'] ?? '');
    expect(id).toMatchObject({
      sub: 'local-anna',
      token_use: 'id',
      aud: 'Client',
      nonce: 'no',
      email: 'anna@example.org',
    });
    expect(link).toHaveBeenCalledWith(anna);
  });

  it('works once for a code', async () => {
    const code = await codeFor('anna');
    expect((await exchange(grant(code))).status).toBe(200);
    expect((await exchange(grant(code))).status).toBe(400);
  });

  it.each([
    ['another verifier', { code_verifier: randomBytes(40).toString('base64url') }],
    ['no verifier', { code_verifier: '' }],
    ['another client', { client_id: 'Other' }],
    ['an unknown code', { code: 'made-up' }],
    ['a password', { grant_type: 'password', username: 'local-anna', code: '' }],
    ['only a client', { grant_type: 'client_credentials', code: '' }],
  ])('fails with %s', async (_, more) => {
    const { status, body } = await exchange(grant(await codeFor('anna'), more));
    expect(status).toBe(400);
    expect(body).not.toHaveProperty('access_token');
  });

  it('is prolonged by its refresh token, and by no other', async () => {
    const { body } = await exchange(grant(await codeFor('anna')));
    const refresh = (refresh_token: string) =>
      exchange({ grant_type: 'refresh_token', refresh_token, client_id: 'Client' });
    const again = await refresh(body['refresh_token'] ?? '');
    expect(decodeJwt(again.body['access_token'] ?? '')).toMatchObject({
      sub: 'local-anna',
      token_use: 'access',
    });
    expect((await refresh('made-up')).status).toBe(400);
  });

  it('ends at an address that the template names, and at no other', async () => {
    const end = (uri: string) =>
      fetch(`${issuer}/endsession?${new URLSearchParams({ post_logout_redirect_uri: uri })}`, {
        redirect: 'manual',
      });
    expect((await end(`${server.origin}/`)).status).toBe(302);
    expect((await end('https://evil.example/')).status).toBe(400);
  });
});

describe('the signing key', () => {
  it('is kept, so that a token outlives a restart', async () => {
    const token = await identity.tokenFor(anna);
    const restarted = await openIdentity({ origin: server.origin, signIn, keyFile, people });
    server.answerWith(restarted.handle);
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(`${issuer}/jwks`)), { issuer });
    expect(payload).toMatchObject({ sub: 'local-anna', token_use: 'access', client_id: 'Client' });
  });

  it('stops the start in one sentence when its file is broken', async () => {
    const broken = join(mkdtempSync(join(tmpdir(), 'identity-')), 'key.json');
    writeFileSync(broken, '[{');
    await expect(openIdentity({ origin: server.origin, signIn, keyFile: broken, people })).rejects.toThrow(
      `The data file ${broken} is broken; start with --reset to begin afresh.`,
    );
  });
});
