// A small server under one origin, as the real stack is: the built page, the sign-in, and the routes of the contract
// over a fake state. What it takes and gives is parsed by the routes' own schemas, so it can't drift from them; and it
// can be told to fail.
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { contentSecurityPolicy } from '../../infra/page-policy.ts';
import type { OperationId } from '../../shared/api/operations.ts';
import { problemOf } from '../../shared/api/problem-document.ts';
import type { Route } from '../../shared/api/route.ts';
import { routes } from '../../shared/api/routes.ts';
import { faultsOf, Refusal } from '../../shared/domain/problem.ts';
import { type Company, company } from './fake-company.ts';
import { type Asked, operations } from './fake-service.ts';
import { answerSignIn, personOf } from './fake-sign-in.ts';
import { FakeState } from './fake-state.ts';

/** How a call is made to fail: no answer although it was done, no answer before it was done, or a refusal. */
export type Trouble = 'done-but-lost' | 'lost' | Refusal;

/** A running fake stack. */
export interface FakeApi {
  readonly origin: string;
  readonly state: FakeState;
  /** Every call that reached the service: operation and Idempotency-Key. */
  readonly calls: readonly { readonly operation: string; readonly key: string | undefined }[];
  /** Makes the next `times` calls of an operation fail. */
  readonly trouble: (operation: OperationId, how: Trouble, times?: number) => void;
  readonly stop: () => Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const patterns = routes.map((route: Route) => ({
  route,
  pattern: new RegExp(`^${route.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));

const parsed = (schema: Route['body'], input: unknown): unknown => {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new Refusal('invalid-input', 'The request can’t be used as it is.', faultsOf(result.error, input));
};

const seenIn = ({ headers }: IncomingMessage): number | undefined => {
  if (headers['if-none-match'] === '*') return 0;
  const match = /^"(\d+)"$/.exec(headers['if-match'] ?? '')?.[1];
  return match === undefined ? undefined : Number(match);
};

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? undefined : JSON.parse(text);
};

/** Starts the fake stack with the page that was built into `page`. */
export const startFakeApi = async (page: string, start: Company = company()): Promise<FakeApi> => {
  const state = new FakeState(structuredClone(start));
  const calls: { operation: string; key: string | undefined }[] = [];
  const troubles = new Map<string, { how: Trouble; times: number }>();
  const answers = new Map<string, { status: number; body: unknown }>();

  const nextTrouble = (operation: string): Trouble | undefined => {
    const found = troubles.get(operation);
    if (found === undefined || found.times === 0) return undefined;
    found.times -= 1;
    return found.how;
  };

  const operate = async (route: Route, params: unknown, url: URL, request: IncomingMessage) => {
    const who = state.list('members').find((member) => member.id === personOf(request.headers.authorization));
    if (who === undefined) throw new Refusal('unauthorized', 'Nobody is signed in.');
    if (route.access !== 'public' && !route.access.some((role) => who.roles.includes(role)))
      throw new Refusal('forbidden', 'Your role does not include it.');
    const handle = operations[route.operationId as OperationId] as
      | ((state: FakeState, asked: Asked) => unknown)
      | undefined;
    if (handle === undefined) throw new Refusal('internal', `The fake service has no ${route.operationId}.`);
    const { version: _v, updatedAt: _a, updatedBy: _b, ...member } = who;
    const asked = {
      who: member,
      params: parsed(route.params, params),
      query: parsed(route.query, Object.fromEntries(url.searchParams)) ?? {},
      body: parsed(route.body, await bodyOf(request)),
      seen: seenIn(request),
    };
    return { status: route.status, body: route.response.parse(handle(state, asked as Asked)) };
  };

  const answerOf = async (route: Route, params: unknown, url: URL, request: IncomingMessage) => {
    const key = request.headers['idempotency-key'];
    const stored = typeof key === 'string' ? answers.get(key) : undefined;
    if (stored !== undefined) return stored;
    try {
      const answer = await operate(route, params, url, request);
      if (typeof key === 'string') answers.set(key, answer);
      return answer;
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal('internal', String(error));
      const body = problemOf(refusal, `${calls.length}`);
      return { status: body.status, body };
    }
  };

  const answerCall = async (
    route: Route,
    params: unknown,
    url: URL,
    request: IncomingMessage,
    response: ServerResponse,
  ) => {
    const key = request.headers['idempotency-key'];
    calls.push({ operation: route.operationId, key: typeof key === 'string' ? key : undefined });
    const trouble = nextTrouble(route.operationId);
    if (trouble === 'lost') return request.socket.destroy();
    if (trouble instanceof Refusal) {
      const body = problemOf(trouble, `${calls.length}`);
      return response
        .writeHead(body.status, { 'content-type': 'application/problem+json' })
        .end(JSON.stringify(body));
    }
    const answer = await answerOf(route, params, url, request);
    if (trouble === 'done-but-lost') return request.socket.destroy();
    const type = answer.status < 400 ? 'application/json' : 'application/problem+json';
    return response.writeHead(answer.status, { 'content-type': type }).end(JSON.stringify(answer.body));
  };

  const answerPage = async (path: string, response: ServerResponse) => {
    const file = path.split('/').at(-1)?.includes('.') ? path : '/index.html';
    const content = await readFile(join(page, file)).catch(() => undefined);
    if (content === undefined) return response.writeHead(404).end();
    const headers = {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': contentSecurityPolicy([]),
    };
    return response.writeHead(200, headers).end(content);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<unknown> => {
    const url = new URL(request.url ?? '/', origin);
    if (url.pathname.startsWith('/v1/'))
      for (const { route, pattern } of patterns) {
        const match = request.method === route.method ? pattern.exec(url.pathname) : null;
        if (match !== null) return answerCall(route, match.groups, url, request, response);
      }
    if (url.pathname === '/config.json')
      return response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ issuer: `${origin}/identity`, clientId: 'page' }));
    if (url.pathname === '/local/clock')
      return response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ now: state.now }));
    if (await answerSignIn(state.list('members'), origin, url, request, response)) return response;
    return answerPage(url.pathname, response);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    state,
    calls,
    trouble: (operation, how, times = 1) => void troubles.set(operation, { how, times }),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};
