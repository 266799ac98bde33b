/** The frame by itself: routes and answers of the tests' own, a store in memory. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import type { Route } from '../../shared/api/route.ts';
import type { Member } from '../../shared/domain/member.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { Refusal } from '../../shared/domain/problem.ts';
import { apiHandler } from '../../shared/runtime/api-handler.ts';
import type { ApiStore } from '../../shared/runtime/api-store.ts';
import { memberNamed } from '../functions/bodies.ts';
import { claimsOf, clientId, eventOf } from '../functions/event.ts';

const common = { area: 'audit', summary: 'A route of the tests', status: 200 } as const;
const routes = [
  {
    ...common,
    operationId: 'echo',
    method: 'GET',
    path: '/v1/echo/{id}',
    access: ['auditor'],
    params: z.strictObject({ id: z.string() }),
    response: z.strictObject({ id: z.string() }),
  },
  {
    ...common,
    operationId: 'write',
    method: 'PUT',
    path: '/v1/departments/{id}',
    access: ['department-head'],
    scope: 'own-department',
    versioned: true,
    params: z.strictObject({ id: z.string() }),
    body: z.strictObject({}),
    response: z.strictObject({ by: z.string(), key: z.string().optional() }),
  },
  {
    ...common,
    operationId: 'open',
    method: 'GET',
    path: '/v1/open',
    access: 'public',
    response: z.strictObject({ now: z.string() }),
  },
] as const satisfies readonly Route[];

const members: Readonly<Record<string, Member>> = {
  ada: memberNamed('ada', ['auditor']),
  hans: { ...memberNamed('hans', ['department-head']), heads: ['service'] },
};
const store: ApiStore = {
  member: async (_org, subject) => members[subject],
  organisation: async (org) => ({
    id: org,
    name: 'Acme',
    timeZone: 'UTC',
    currency: 'EUR',
    fiscalStart: 1,
    policy: defaultPolicy,
  }),
  suspended: async () => undefined,
  answered: async () => undefined,
};
type Answers = Parameters<typeof apiHandler<typeof routes>>[1];
const answers: Answers = {
  echo: async (call) => call.reply({ id: call.params.id }),
  write: async (call) => {
    const writing = await call.writing(call.params.id);
    return call.reply({ by: writing.by, key: writing.request?.key });
  },
  open: async (call) => call.reply({ now: call.now }),
};
const event = (operationId: string, as: string | undefined, more: object = {}) => {
  const route = routes.find((one) => one.operationId === operationId) as Route;
  return eventOf(route, { claims: as === undefined ? undefined : claimsOf('acme', as), ...more });
};
const call = async (sent: unknown, given: Partial<Answers> = {}, context?: unknown) => {
  const answer = await apiHandler(routes, { ...answers, ...given }, store)(sent, context);
  return { ...answer, body: JSON.parse(answer.body) };
};

let lines: string[];
beforeEach(() => {
  lines = [];
  process.env['TABLE_NAME'] = 'none';
  process.env['TOKEN_CLIENT_ID'] = clientId;
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    lines.push(String(text));
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

const params = { id: 'service' };

describe('the frame', () => {
  it('routes by method and path', async () => {
    expect((await call(event('echo', 'ada', { params: { id: 'x' } }))).body).toEqual({ id: 'x' });
    expect(
      (
        await call({
          ...event('echo', 'ada', { params: { id: 'x' } }),
          version: '2.0',
          requestContext: { http: { method: 'DELETE', path: '/v1/echo/x' }, requestId: 'r' },
        })
      ).statusCode,
    ).toBe(404);
  });

  it('T5 tells nothing but the declared answer', async () => {
    const answer = await call(event('echo', 'ada', { params }), {
      echo: async (asked) => asked.reply({ id: 'x', secret: 'pk' } as { id: string }),
    });
    expect(answer).toMatchObject({ statusCode: 500, body: { type: 'urn:counterpart:problem:internal' } });
    expect(JSON.stringify(answer.body)).not.toContain('secret');
    expect(lines.join()).toContain('answers what it does not declare');
  });

  it('lets nobody write for own departments without saying for which', async () => {
    const answer = await call(event('write', 'hans', { params, body: {} }), {
      write: async (asked) => asked.reply({ by: (await asked.writing()).by }),
    });
    expect(answer.statusCode).toBe(500);
    expect(lines.join()).toContain('must say for which department it writes');
  });

  it('hands out the right to write for own departments alone', async () => {
    expect((await call(event('write', 'hans', { params, body: {} }))).body).toEqual({ by: 'hans' });
    expect((await call(event('write', 'hans', { params: { id: 'sales' }, body: {} }))).statusCode).toBe(403);
  });

  it('names the request in the right to write', async () => {
    const headers = { 'idempotency-key': 'k', 'content-type': 'application/json' };
    expect((await call(event('write', 'hans', { params, body: {}, headers }))).body).toEqual({
      by: 'hans',
      key: 'k',
    });
  });

  it('T25 tells nothing of a defect but that there was one', async () => {
    const answer = await call(event('echo', 'ada', { params }), {
      echo: async () => {
        throw new Error('password in /srv/app.js');
      },
    });
    expect(answer).toMatchObject({
      statusCode: 500,
      headers: { 'content-type': 'application/problem+json' },
    });
    expect(JSON.stringify(answer.body)).not.toMatch(/password|srv|at /);
    expect(lines.join()).toContain('password in /srv/app.js');
  });

  it('says when to try again', async () => {
    const answer = await call(event('echo', 'ada', { params }), {
      echo: async () => {
        throw new Refusal('temporarily-unavailable', 'Busy.', [], 7);
      },
    });
    expect(answer).toMatchObject({ statusCode: 503, headers: { 'retry-after': '7' } });
  });

  it('answers before the function is ended', async () => {
    const answer = await call(
      event('echo', 'ada', { params }),
      { echo: () => new Promise(() => undefined) },
      { getRemainingTimeInMillis: () => 350 },
    );
    expect(answer).toMatchObject({ statusCode: 503, body: { detail: 'This took too long; try again.' } });
  });

  it('T19 refuses an answer that nobody could carry', async () => {
    const answer = await call(event('echo', 'ada', { params }), {
      echo: async (asked) => asked.reply({ id: 'x'.repeat(4_500_001) }),
    });
    expect(answer).toMatchObject({ statusCode: 413, body: { type: 'urn:counterpart:problem:too-large' } });
  });

  it('answers the same request from the record, without carrying it out', async () => {
    const carried = vi.fn();
    const recorded: ApiStore = {
      ...store,
      answered: async () => ({ hash: 'h', status: 200, body: { by: 'before' }, etag: '"4"' }),
    };
    const handler = apiHandler(routes, { ...answers, write: carried }, recorded);
    const headers = { 'idempotency-key': 'k', 'content-type': 'application/json' };
    const answer = await handler(event('write', 'hans', { params, body: {}, headers }));
    expect(answer).toMatchObject({ statusCode: 200, headers: { etag: '"4"' }, body: '{"by":"before"}' });
    expect(carried).not.toHaveBeenCalled();
  });

  it('needs no store for what is public, and refuses to guess one', async () => {
    const handler = apiHandler(routes, answers);
    expect((await handler(event('open', undefined))).statusCode).toBe(200);
    expect((await handler(event('echo', 'ada', { params }))).statusCode).toBe(500);
    expect(lines.join()).toContain('echo is not public and has no store');
  });

  it('follows the business clock', async () => {
    process.env['CLOCK_OFFSET_MS'] = String(Date.parse('2030-01-01T00:00:00Z') - Date.now());
    expect((await call(event('open', undefined))).body.now).toMatch(/^2030-01-01T00:00:0/);
    delete process.env['CLOCK_OFFSET_MS'];
  });
});
