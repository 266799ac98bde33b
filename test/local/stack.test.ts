import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Example } from '../../examples/example.ts';
import { ROOT, type Stack, startStack } from '../../local/stack.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';

const example: Example = {
  organisation: { id: 'acme', fields: { name: 'Acme', timeZone: 'Europe/Berlin', currency: 'EUR' } },
  asOf: '2030-04-16T07:00:00Z',
  analyst: { id: 'anna', fields: { name: 'Anna', email: 'anna@example.org', roles: ['analyst'] } },
  members: [{ id: 'eve', fields: { name: 'Eve', email: 'eve@example.org', roles: ['executive'] } }],
  policy: defaultPolicy,
  departments: [],
  journeys: [],
  capabilities: [],
  outcomes: [],
  objectives: [],
  kpis: [],
  targets: [],
  submissions: [],
  drafts: [],
  handInAfterDays: 10,
};

const page = mkdtempSync(join(tmpdir(), 'page-'));
writeFileSync(join(page, 'index.html'), '<p>the page</p>');
writeFileSync(join(page, 'app.js'), 'let a;');
const dataFolder = join(mkdtempSync(join(tmpdir(), 'stack-')), 'acme');
const troubles: string[] = [];
let stack: Stack;

const start = (port: number): Promise<Stack> =>
  startStack({
    example,
    port,
    dataFolder,
    reset: false,
    page,
    step: (_, work) => work(() => undefined),
    onTrouble: (line) => troubles.push(line),
  });

beforeAll(async () => {
  stack = await start(0);
}, 120_000);
afterAll(() => stack.stop());

async function get(path: string, init: RequestInit = {}) {
  const answer = await fetch(`${stack.origin}${path}`, init);
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.includes('json') === true;
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    json: isJson ? JSON.parse(text) : undefined,
  };
}

const post = (path: string, body: object = {}) =>
  get(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

const asMember = async (member: string) => ({
  headers: { authorization: `Bearer ${await stack.tokenFor(member)}` },
});

describe('the local stack', () => {
  it('is seeded through the API, and lets the example’s people in as who they are', async () => {
    const people = (await get('/local/people')).json;
    expect(people).toEqual([
      { organisation: 'acme', member: 'anna', name: 'Anna', roles: ['analyst'], heads: [], deputyOf: [] },
      { organisation: 'acme', member: 'eve', name: 'Eve', roles: ['executive'], heads: [], deputyOf: [] },
    ]);
    expect((await get('/v1/me', await asMember('eve'))).json).toMatchObject({
      member: { id: 'eve', roles: ['executive'] },
      organisation: { id: 'acme' },
    });
  });

  it('lets a browser sign in with a code and call the API with what it gets', async () => {
    const { issuer, clientId } = (await get('/config.json')).json;
    const discovery = (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as Record<
      string,
      string
    >;
    const verifier = randomBytes(40).toString('base64url');
    const query = new URLSearchParams({
      client_id: clientId,
      redirect_uri: `${stack.origin}/`,
      response_type: 'code',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    });
    const chooser = await fetch(`${discovery['authorization_endpoint']}?${query}`);
    const link =
      /href="(authorize\?[^"]*member=anna[^"]*)"/.exec(await chooser.text())?.[1] ?? expect.unreachable();
    const chosen = await fetch(new URL(link.replaceAll('&#38;', '&'), chooser.url), { redirect: 'manual' });
    const code = new URL(chosen.headers.get('location') ?? '').searchParams.get('code') ?? '';
    const body = new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      client_id: clientId,
      redirect_uri: `${stack.origin}/`,
      code_verifier: verifier,
    });
    const tokens = (await (
      await fetch(discovery['token_endpoint'] ?? '', { method: 'POST', body })
    ).json()) as Record<string, string>;
    const me = await get('/v1/me', { headers: { authorization: `Bearer ${tokens['access_token']}` } });
    expect(me.json).toMatchObject({ member: { id: 'anna' } });
    const withIdToken = await get('/v1/me', { headers: { authorization: `Bearer ${tokens['id_token']}` } });
    expect(withIdToken.status).toBe(401);
  });

  it('serves the page on every path of its own, with the headers of the front door', async () => {
    for (const path of ['/', '/findings/open?level=error']) {
      const answer = await get(path);
      expect([answer.status, answer.text]).toEqual([200, '<p>the page</p>']);
      expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    }
    expect((await get('/app.js')).headers.get('content-type')).toContain('javascript');
    expect((await get('/gone.js')).status).toBe(404);
    expect((await get('/..%2f..%2fetc%2fpasswd.txt')).status).toBe(404);
    expect((await get('/', { method: 'POST' })).status).toBe(405);
    expect((await get('/%E0%A4%A')).status).toBe(400);
  });

  it('answers the API without a token as API Gateway does', async () => {
    expect(await get('/v1/me')).toMatchObject({ status: 401, text: '{"message":"Unauthorized"}' });
    expect(await get('/v1/nothing')).toMatchObject({ status: 404, text: '{"message":"Not Found"}' });
    const health = await get('/v1/health');
    expect([health.status, health.headers.get('x-content-type-options')]).toEqual([200, 'nosniff']);
  });

  it('has a business clock that starts where the example says, and goes to the next deadline', async () => {
    const before = (await get('/local/clock')).json;
    expect(Date.parse(before.now) - Date.parse(example.asOf)).toBeLessThan(300_000);
    const happened = (await post('/local/tick')).json;
    expect(happened).toMatchObject({
      jobs: expect.arrayContaining([expect.stringMatching(/^acme /)]),
      handedIn: 0,
    });
    expect(Date.parse(happened.time)).toBeGreaterThan(Date.parse(before.now));
    expect((await get('/v1/me', await asMember('anna'))).json.now.slice(0, 13)).toBe(
      happened.time.slice(0, 13),
    );
    expect((await get('/local/failures')).json).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it('goes to a time that it is told, and not back while jobs run', async () => {
    const happened = (await post('/local/tick', { to: '2030-06-01T00:00:00Z' })).json;
    expect(happened.time).toBe('2030-06-01T00:00:00.000Z');
    expect(await post('/local/tick', { to: '2030-05-01T00:00:00Z' })).toMatchObject({ status: 400 });
    expect((await post('/local/clock', { to: '2030-06-02T00:00:00Z' })).json.now).toMatch(
      /^2030-06-02T00:00/,
    );
    expect((await post('/local/clock', { to: 'tomorrow' })).status).toBe(400);
    const back = await post('/local/clock', { to: '2030-06-01T23:00:00Z' });
    expect([back.status, (await get('/local/clock')).json.now]).toEqual([
      400,
      expect.stringMatching(/^2030-06-02T00/),
    ]);
  });

  it('gives tokens to a command line, for people who are there', async () => {
    const { token } = (await post('/local/token', { member: 'eve' })).json;
    expect((await get('/v1/me', { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
    expect((await post('/local/token', { member: 'nobody' })).json).toEqual({
      message: 'There is no member "nobody".',
    });
    expect((await get('/local/anything')).json.message).toContain('POST /local/tick');
  });

  it('tells what the operator’s command needs to reach its table', async () => {
    const environment = (await get('/local/environment')).json;
    const operator = join(ROOT, 'cli', 'operator.ts');
    const organisation = [
      '--id',
      'beta',
      '--name',
      'Beta',
      '--time-zone',
      'Europe/London',
      '--currency',
      'GBP',
    ];
    const analyst = ['--analyst-id', 'bob', '--analyst-name', 'Bob', '--analyst-email', 'bob@example.org'];
    const args = ['create-organisation', ...organisation, ...analyst, '--analyst-sub', 'local-bob'];
    const { stdout } = await promisify(execFile)(process.execPath, [operator, ...args], { env: environment });
    expect(stdout).toBe('made organisation beta with its first analyst bob\n');
    expect((await get('/v1/me', await asMember('bob'))).json).toMatchObject({ organisation: { id: 'beta' } });
  });

  it('has everything after a restart: people, clock, tokens', async () => {
    const init = await asMember('eve');
    const { port } = new URL(stack.origin);
    await stack.stop();
    await expect(fetch(`${stack.origin}/local/clock`)).rejects.toThrow();
    stack = await start(Number(port));
    expect((await get('/v1/me', init)).json).toMatchObject({ member: { id: 'eve' } });
    expect((await get('/local/clock')).json.now).toMatch(/^2030-06-02T00/);
  }, 60_000);

  it('writes what the functions log into the data folder', () => {
    expect(() => readFileSync(join(dataFolder, 'logs', 'api-set-up.log'))).not.toThrow();
  });
});
