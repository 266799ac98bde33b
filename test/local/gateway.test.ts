import { request as httpRequest } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sendJson } from '../../local/answer.ts';
import { openAuthorizer } from '../../local/authorizer.ts';
import type { Functions, Outcome } from '../../local/functions.ts';
import { openGateway } from '../../local/gateway.ts';
import { readHttpApi } from '../../local/resources/http-api.ts';
import { type LocalServer, listen } from '../../local/server.ts';
import { readTemplate } from '../../local/template.ts';
import { smallTemplate } from './fixtures/template.ts';

const key = await generateKeyPair('RS256');
const strangerKey = await generateKeyPair('RS256');
const publicKey = { ...(await exportJWK(key.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };

let server: LocalServer;
let issuer: string;
let answer: (event: unknown) => Promise<Outcome>;
const invoke = vi.fn<Functions['invoke']>((_, event) => answer(event));

interface HttpEvent {
  readonly body?: string;
  readonly isBase64Encoded: boolean;
  readonly requestContext: { readonly authorizer?: { readonly jwt: { readonly claims: object } } };
}

beforeAll(async () => {
  server = await listen(0);
  issuer = `${server.origin}/identity`;
  const { id: apiId, routes } = readHttpApi(readTemplate(smallTemplate(), server));
  const headers = { 'x-content-type-options': 'nosniff' };
  const gateway = openGateway({
    apiId,
    routes,
    functions: { invoke },
    authorize: openAuthorizer(),
    headers,
    patience: 300,
  });
  server.answerWith(async (request, response, url) => {
    if (url.pathname === '/identity/.well-known/openid-configuration') {
      return sendJson(response, 200, { issuer, jwks_uri: `${issuer}/jwks` });
    }
    if (url.pathname === '/identity/jwks') return sendJson(response, 200, { keys: [publicKey] });
    return gateway.handle(request, response, url);
  });
});
afterAll(() => server.close());
beforeEach(() => {
  invoke.mockClear();
  answer = async () => ({
    ok: true,
    payload: { statusCode: 200, body: '{}', headers: { 'Content-Type': 'application/json' } },
  });
});

interface TokenParts {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly signer?: CryptoKey;
}

async function token({
  claims = {},
  header = {},
  signer = key.privateKey,
}: TokenParts = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const own = {
    iss: issuer,
    sub: 'local-anna',
    client_id: 'Client',
    token_use: 'access',
    iat: now,
    exp: now + 900,
  };
  const payload = Object.fromEntries(
    Object.entries({ ...own, ...claims }).filter(([, value]) => value !== undefined),
  );
  return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'one', ...header }).sign(signer);
}

async function call(path: string, init: RequestInit = {}, bearer?: string) {
  const headers = { ...init.headers, ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }) };
  const response = await fetch(`${server.origin}${path}`, { ...init, headers });
  return { status: response.status, headers: response.headers, body: await response.text() };
}

const eventOf = (): HttpEvent => (invoke.mock.calls[0]?.[1] ?? expect.unreachable()) as HttpEvent;

describe('a request', () => {
  it('reaches its function in payload format 2.0', async () => {
    const cookie = 'a=1; b=2';
    await call('/v1/things/x%20y?tag=1&tag=2&q=ä', { headers: { cookie, 'X-Own': 'Value' } }, await token());
    expect(invoke).toHaveBeenCalledWith('Echo', expect.anything());
    expect(eventOf()).toMatchObject({
      version: '2.0',
      routeKey: 'GET /v1/things/{id}',
      rawPath: '/v1/things/x y',
      pathParameters: { id: 'x y' },
      queryStringParameters: { tag: '1,2', q: 'ä' },
      cookies: ['a=1', 'b=2'],
      headers: { 'x-own': 'Value' },
      isBase64Encoded: false,
      requestContext: { apiId: 'Api', stage: '$default', http: { method: 'GET', path: '/v1/things/x y' } },
    });
    expect(eventOf()).not.toHaveProperty('body');
    expect(eventOf()).not.toHaveProperty('headers.cookie');
  });

  it('carries the claims as texts, a list as [a b]', async () => {
    const claims = {
      'cognito:groups': ['org-acme', 'org-x'],
      version: 2,
      fresh: true,
      exp: 9_999_999_999,
      iat: 1,
    };
    await call('/v1/things/1', {}, await token({ claims }));
    expect(eventOf().requestContext.authorizer?.jwt.claims).toEqual({
      iss: issuer,
      sub: 'local-anna',
      client_id: 'Client',
      token_use: 'access',
      'cognito:groups': '[org-acme org-x]',
      version: '2',
      fresh: 'true',
      exp: '9999999999',
      iat: '1',
    });
  });

  it('carries JSON as text and anything else in base64', async () => {
    const bearer = await token();
    const post = (body: string, type: string) =>
      call('/v1/things', { method: 'POST', body, headers: { 'content-type': type } }, bearer);
    await post('{"a":"ä"}', 'application/json; charset=utf-8');
    expect(eventOf()).toMatchObject({ body: '{"a":"ä"}', isBase64Encoded: false });
    invoke.mockClear();
    await post('PK', 'application/zip');
    expect(eventOf()).toMatchObject({ body: 'UEs=', isBase64Encoded: true });
  });

  it('needs no token where the route is open, and has no claims there', async () => {
    expect(await call('/v1/health')).toMatchObject({ status: 200 });
    expect(eventOf().requestContext).not.toHaveProperty('authorizer');
  });

  it.each([
    ['an unknown path', 'GET', '/v1/nothing'],
    ['another method', 'DELETE', '/v1/things/1'],
    ['a slash at the end', 'GET', '/v1/health/'],
    ['an empty parameter', 'GET', '/v1/things/'],
    ['a deeper path', 'GET', '/v1/things/1/2'],
  ])('for %s is a 404 of the gateway', async (_, method, path) => {
    expect(await call(path, { method })).toMatchObject({ status: 404, body: '{"message":"Not Found"}' });
    expect(invoke).not.toHaveBeenCalled();
  });

  it('of more than 10 MB is refused unread', async () => {
    const body = 'x'.repeat(10 * 1024 * 1024 + 1);
    const init = { method: 'POST', body, headers: { 'content-type': 'application/json' } };
    const refused = await call('/v1/things', init, await token()).catch(() => undefined);
    expect(refused === undefined || refused.status === 413).toBe(true);
    expect(invoke).not.toHaveBeenCalled();
  });

  it('of more than 10 MB that hides its length is refused too', async () => {
    const bearer = await token();
    const status = await new Promise<number | string>((resolve) => {
      const sent = httpRequest(`${server.origin}/v1/things`, {
        method: 'POST',
        headers: { authorization: `Bearer ${bearer}`, 'transfer-encoding': 'chunked' },
      });
      sent.on('response', (response) => resolve(response.statusCode ?? 0));
      sent.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
      for (let megabyte = 0; megabyte < 11; megabyte += 1) sent.write(Buffer.alloc(1024 * 1024));
      sent.end();
    });
    expect([413, 'EPIPE', 'ECONNRESET']).toContain(status);
    expect(invoke).not.toHaveBeenCalled();
  });
});

describe('T7 T8 T10 T11 a token', () => {
  const now = Math.floor(Date.now() / 1000);
  const refused: [string, () => Promise<string>][] = [
    ['of another key', () => token({ signer: strangerKey.privateKey })],
    ['of an unknown key id', () => token({ header: { kid: 'other' } })],
    ['of another issuer', () => token({ claims: { iss: 'http://evil.example' } })],
    ['for another client', () => token({ claims: { client_id: 'Other' } })],
    ['for another audience', () => token({ claims: { aud: 'Other' } })],
    ['for no client', () => token({ claims: { client_id: undefined } })],
    ['that has ended', () => token({ claims: { exp: now - 61 } })],
    ['that never ends', () => token({ claims: { exp: undefined } })],
    ['that has not begun', () => token({ claims: { nbf: now + 120 } })],
    ['that is none', async () => 'abc'],
    ['without a signature', async () => `${btoa('{"alg":"none"}')}.${btoa('{"client_id":"Client"}')}.`],
    ['that was changed', async () => (await token()).replace(/\.[^.]{6}/, '.eyJhIj')],
    [
      'that is signed with the public key as a secret',
      async () => {
        const secret = new TextEncoder().encode(JSON.stringify(publicKey));
        return new SignJWT({ iss: issuer, client_id: 'Client', exp: now + 900 })
          .setProtectedHeader({ alg: 'HS256', kid: 'one' })
          .sign(secret);
      },
    ],
    [
      'with a key of its own in the header',
      async () =>
        token({ header: { jwk: await exportJWK(strangerKey.publicKey) }, signer: strangerKey.privateKey }),
    ],
  ];

  it.each(refused)('%s is refused', async (_, make) => {
    const answered = await call('/v1/things/1', {}, await make());
    expect(answered).toMatchObject({ status: 401, body: '{"message":"Unauthorized"}' });
    expect(answered.headers.get('www-authenticate')).toContain('Bearer');
    expect(invoke).not.toHaveBeenCalled();
  });

  it('is asked for', async () => {
    expect(await call('/v1/things/1')).toMatchObject({ status: 401, body: '{"message":"Unauthorized"}' });
  });

  it('is taken with or without the word Bearer before it, and when its audience is the client', async () => {
    const headers = { authorization: await token() };
    expect((await call('/v1/things/1', { headers })).status).toBe(200);
    expect((await call('/v1/things/1', {}, await token({ claims: { aud: ['Client'] } }))).status).toBe(200);
  });
});

describe('an answer', () => {
  it('is sent on with its status, headers and cookies, and with the headers of the front door', async () => {
    const headers = {
      'Content-Type': 'application/problem+json',
      ETag: '"3"',
      'X-Content-Type-Options': 'other',
    };
    answer = async () => ({
      ok: true,
      payload: { statusCode: 412, headers, cookies: ['a=1', 'b=2'], body: '{"a":1}' },
    });
    const answered = await call('/v1/health');
    expect(answered).toMatchObject({ status: 412, body: '{"a":1}' });
    expect(answered.headers.get('content-type')).toBe('application/problem+json');
    expect(answered.headers.get('etag')).toBe('"3"');
    expect(answered.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answered.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });

  it('may be in base64, or a bare value', async () => {
    answer = async () => ({ ok: true, payload: { statusCode: 200, body: 'UEs=', isBase64Encoded: true } });
    expect((await call('/v1/health')).body).toBe('PK');
    answer = async () => ({ ok: true, payload: { bare: true } });
    expect(await call('/v1/health')).toMatchObject({ status: 200, body: '{"bare":true}' });
  });

  it.each([
    [
      'an error',
      { ok: false, errorType: 'Error', errorMessage: 'secret', trace: ['secret'] } as const,
      500,
      'Internal Server Error',
    ],
    [
      'no answer of a function',
      { ok: true, payload: { statusCode: 'odd' } } as const,
      500,
      'Internal Server Error',
    ],
    [
      'more than 6 MB',
      { ok: false, errorType: 'Function.ResponseSizeTooLarge', errorMessage: '', trace: [] } as const,
      500,
      'Internal Server Error',
    ],
    [
      'an event that was too large',
      { ok: false, errorType: 'RequestTooLargeException', errorMessage: '', trace: [] } as const,
      413,
      'Request Entity Too Large',
    ],
  ])('after %s tells nothing of it', async (_, outcome, status, message) => {
    answer = async () => outcome;
    expect(await call('/v1/health')).toMatchObject({ status, body: JSON.stringify({ message }) });
  });

  it('that does not come in time is a 503', async () => {
    answer = () => new Promise(() => undefined);
    expect(await call('/v1/health')).toMatchObject({
      status: 503,
      body: '{"message":"Service Unavailable"}',
    });
  });
});
