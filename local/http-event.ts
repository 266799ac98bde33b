/** A request as API Gateway hands it to a function (payload format 2.0), and a function's answer as it sends it on. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { ACCOUNT } from './kinds.ts';

/** Content types whose body crosses as text; any other crosses in base64. */
const TEXT = /^(text\/|application\/(json|javascript|xml)\b|application\/[\w.-]+\+(json|xml)\b)/;

/** What is known of a request besides itself. */
export interface RequestFacts {
  readonly apiId: string;
  /** Such as `GET /v1/kpis/{id}`. */
  readonly routeKey: string;
  readonly path: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Buffer;
  /** The claims of a verified token, as texts. */
  readonly claims: Readonly<Record<string, string>> | undefined;
}

/** The event for a function behind the API. */
export function toHttpEvent(request: IncomingMessage, facts: RequestFacts): object {
  const { cookie, ...headers } = joinedHeaders(request);
  const isText = TEXT.test(headers['content-type'] ?? 'text/plain');
  const now = new Date();
  const host = headers['host'] ?? '';
  return {
    version: '2.0',
    routeKey: facts.routeKey,
    rawPath: facts.path,
    rawQueryString: facts.query.toString(),
    ...(cookie !== undefined && { cookies: cookie.split('; ') }),
    headers,
    ...(facts.query.size > 0 && { queryStringParameters: joinedQuery(facts.query) }),
    ...(Object.keys(facts.pathParameters).length > 0 && { pathParameters: facts.pathParameters }),
    requestContext: {
      accountId: ACCOUNT,
      apiId: facts.apiId,
      ...(facts.claims && { authorizer: { jwt: { claims: facts.claims, scopes: null } } }),
      domainName: host,
      domainPrefix: host.split('.')[0],
      http: {
        method: request.method,
        path: facts.path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: facts.routeKey,
      stage: '$default',
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    ...(facts.body.length > 0 && { body: facts.body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: facts.body.length > 0 && !isText,
  };
}

/** What goes back to the caller. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body: Buffer;
}

const FunctionAnswer = z.object({
  statusCode: z.int().min(200).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** Reads what a function answered; undefined: no answer that API Gateway would send on. */
export function toHttpAnswer(payload: unknown): HttpAnswer | undefined {
  if (typeof payload !== 'object' || payload === null || !('statusCode' in payload)) {
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(inferred(payload)),
    };
  }
  const parsed = FunctionAnswer.safeParse(payload);
  if (!parsed.success) return undefined;
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  const lower = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return {
    status: statusCode,
    headers: {
      'content-type': 'text/plain;charset=utf-8',
      ...Object.fromEntries(lower),
      ...(cookies && cookies.length > 0 && { 'set-cookie': cookies }),
    },
    body: Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8'),
  };
}

/** Claims as texts, which is all that a function behind the API ever sees of them: a list is `[a b]`. */
export function claimTexts(claims: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, claimText(value)]));
}

function claimText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(claimText).join(' ')}]`;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

function inferred(payload: unknown): string {
  return typeof payload === 'string' ? payload : JSON.stringify(payload);
}

function joinedHeaders(request: IncomingMessage): Record<string, string> {
  const all = Object.entries(request.headersDistinct);
  return Object.fromEntries(
    all.map(([name, values]) => [name, (values ?? []).join(name === 'cookie' ? '; ' : ',')]),
  );
}

function joinedQuery(query: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name).join(',')]));
}
