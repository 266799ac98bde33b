/**
 * Tokens that must not let anybody in. The gateway's authorizer checks them before a function is called; here the
 * local one stands for it, which follows the same rules. What a sound token says is judged in test/functions/sign-in.
 */
import { exportJWK, exportSPKI, generateKeyPair, type JWTHeaderParameters, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendJson } from '../../local/answer.ts';
import { type Authorizer, openAuthorizer } from '../../local/authorizer.ts';
import { type LocalServer, listen } from '../../local/server.ts';

const own = await generateKeyPair('RS256', { extractable: true });
const stranger = await generateKeyPair('RS256', { extractable: true });
const curve = await generateKeyPair('ES256');
const pss = await generateKeyPair('PS256');
const published = { ...(await exportJWK(own.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
const strangerPublic = { ...(await exportJWK(stranger.publicKey)), kid: 'theirs', alg: 'RS256' };
const audience = ['Client'];

let server: LocalServer;
let issuer: string;
let authorize: Authorizer;
const asked: string[] = [];
beforeAll(async () => {
  server = await listen(0);
  issuer = `${server.origin}/identity`;
  authorize = openAuthorizer();
  server.answerWith(async (_request, response, url) => {
    asked.push(url.pathname);
    if (url.pathname === '/identity/.well-known/openid-configuration')
      return sendJson(response, 200, { issuer, jwks_uri: `${issuer}/jwks` });
    if (url.pathname === '/identity/jwks') return sendJson(response, 200, { keys: [published] });
    return sendJson(response, 200, { keys: [strangerPublic] });
  });
});
afterAll(() => server.close());

const now = Math.floor(Date.now() / 1000);
const sound = () => ({
  iss: issuer,
  sub: 'local-anna',
  client_id: 'Client',
  token_use: 'access',
  iat: now,
  exp: now + 900,
});
interface Parts {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Partial<JWTHeaderParameters>;
  readonly key?: CryptoKey | Uint8Array;
}
const token = ({ claims = {}, header = {}, key = own.privateKey }: Parts = {}): Promise<string> => {
  const payload = Object.entries({ ...sound(), ...claims }).filter(([, value]) => value !== undefined);
  return new SignJWT(Object.fromEntries(payload))
    .setProtectedHeader({ alg: 'RS256', kid: 'one', ...header })
    .sign(key);
};
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const unsigned = (alg: unknown, end = '') => `${part({ alg, kid: 'one' })}.${part(sound())}.${end}`;
const secret = (text: string) => new TextEncoder().encode(text);

const bad: readonly (readonly [string, () => Promise<string> | string])[] = [
  ['T7 alg none', () => unsigned('none')],
  ['T7 alg None', () => unsigned('None')],
  ['T7 alg NONE with a signature', () => unsigned('NONE', 'c2ln')],
  ['T7 no alg', () => unsigned(undefined, 'c2ln')],
  ['T7 alg that is a list', () => unsigned(['RS256'], 'c2ln')],
  [
    'T7 HS256 with the public key as PEM',
    async () => token({ header: { alg: 'HS256' }, key: secret(await exportSPKI(own.publicKey)) }),
  ],
  [
    'T7 HS256 with the public key as JWK',
    () => token({ header: { alg: 'HS256' }, key: secret(JSON.stringify(published)) }),
  ],
  [
    'T7 HS512 with the modulus',
    () => token({ header: { alg: 'HS512' }, key: secret(String(published.n).padEnd(64, '=')) }),
  ],
  ['T7 ES256', () => token({ header: { alg: 'ES256' }, key: curve.privateKey })],
  ['T7 PS256', () => token({ header: { alg: 'PS256' }, key: pss.privateKey })],
  ['T7 the key of a stranger', () => token({ key: stranger.privateKey })],
  ['T8 another issuer', () => token({ claims: { iss: 'https://evil.example' } })],
  ['T8 an issuer that begins alike', () => token({ claims: { iss: `${issuer}.evil.example` } })],
  ['T8 an issuer with a slash', () => token({ claims: { iss: `${issuer}/` } })],
  ['T8 no issuer', () => token({ claims: { iss: undefined } })],
  ['T8 another client', () => token({ claims: { client_id: 'Other' } })],
  ['T8 a client in small letters', () => token({ claims: { client_id: 'client' } })],
  ['T8 no client', () => token({ claims: { client_id: undefined } })],
  ['T8 another audience', () => token({ claims: { aud: 'Other' } })],
  ['T8 an audience that is a number', () => token({ claims: { aud: 7, client_id: undefined } })],
  ['T10 a minute past its end', () => token({ claims: { exp: now - 60 } })],
  ['T10 a year past its end', () => token({ claims: { exp: now - 31_536_000 } })],
  ['T10 no end', () => token({ claims: { exp: undefined } })],
  ['T10 an end that is text', () => token({ claims: { exp: 'never' } })],
  ['T10 an end below zero', () => token({ claims: { exp: -1 } })],
  ['T10 a beginning in a minute', () => token({ claims: { nbf: now + 60 } })],
  ['T10 a beginning that is text', () => token({ claims: { nbf: 'now' } })],
  ['T11 a key of its own', () => token({ header: { jwk: strangerPublic }, key: stranger.privateKey })],
  [
    'T11 a key of its own under a known name',
    () => token({ header: { jwk: { ...strangerPublic, kid: 'one' } }, key: stranger.privateKey }),
  ],
  [
    'T11 an address of keys',
    () =>
      token({
        header: { jku: `${server.origin}/evil/jwks`, kid: 'theirs' },
        key: stranger.privateKey,
      }),
  ],
  [
    'T11 an address of a certificate',
    () => token({ header: { x5u: `${server.origin}/evil/cert`, kid: 'theirs' }, key: stranger.privateKey }),
  ],
  ['T11 an unknown key', () => token({ header: { kid: 'two' } })],
  ['T11 a key id that is a path', () => token({ header: { kid: '../../one' } })],
  [
    'changed claims',
    async () => (await token()).replace(/\.[^.]+\./, `.${part({ ...sound(), sub: 'eve' })}.`),
  ],
  ['no signature', async () => (await token()).replace(/[^.]+$/, '')],
  ['half a signature', async () => (await token()).slice(0, -100)],
  ['two tokens', async () => `${await token()}.${await token()}`],
  ['two parts', async () => (await token()).split('.').slice(0, 2).join('.')],
  ['nothing', () => ''],
  ['a word', () => 'abc'],
  ['dots', () => '..'],
  ['a length of 100,000', () => `${'a'.repeat(100_000)}.b.c`],
];

describe('a token', () => {
  it('is taken as it should be', async () => {
    const claims = await authorize(`Bearer ${await token()}`, { issuer, audience });
    expect(claims).toMatchObject({ sub: 'local-anna', token_use: 'access' });
  });

  it.each(bad)('is refused: %s', async (_what, make) => {
    expect(await authorize(`Bearer ${await make()}`, { issuer, audience })).toBeUndefined();
  });

  it('T7 to T11 are at least 40 bad tokens, and no address but the issuer’s was ever asked for a key', () => {
    expect(bad.length).toBeGreaterThanOrEqual(40);
    expect(asked.filter((path) => !path.startsWith('/identity/'))).toEqual([]);
  });

  it('T11 of a thousand unknown keys lets the issuer be asked twice at most', async () => {
    const before = asked.length;
    const known = await token();
    const [, payload = '', signature = ''] = known.split('.');
    for (let n = 0; n < 1000; n++) {
      const header = part({ alg: 'RS256', kid: `key-${n}` });
      expect(await authorize(`${header}.${payload}.${signature}`, { issuer, audience })).toBeUndefined();
    }
    expect(asked.length - before).toBeLessThanOrEqual(2);
    expect(await authorize(known, { issuer, audience })).toBeDefined();
  });
});
