/**
 * API Gateway on this machine: the routes of the template, their authorizer, and the limits that a deployment has too.
 * What is not a route is a 404 of the gateway; a function never sees it.
 */
import type { ServerResponse } from 'node:http';
import { decoded, type Endpoint, readBody, sendJson } from './answer.ts';
import type { Authorizer } from './authorizer.ts';
import type { Functions, Outcome } from './functions.ts';
import { type RequestFacts, toHttpAnswer, toHttpEvent } from './http-event.ts';
import type { Route } from './resources/http-api.ts';

/** Bytes of a request's body that the gateway takes. */
const BODY_LIMIT = 10 * 1024 * 1024;

export interface GatewayProps {
  readonly apiId: string;
  readonly routes: readonly Route[];
  readonly functions: Pick<Functions, 'invoke'>;
  readonly authorize: Authorizer;
  /** Headers that the front door puts on every answer. */
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds after which the caller gets a 503 whatever the function does. */
  readonly patience: number;
}

/** The gateway, and the first parts of the paths that are its own, such as `v1`. */
export interface Gateway {
  readonly prefixes: ReadonlySet<string>;
  readonly handle: Endpoint;
}

interface Match {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Opens the gateway. */
export function openGateway(props: GatewayProps): Gateway {
  const { routes, functions, authorize, headers, apiId, patience } = props;
  const find = routeFinder(routes);
  const refuse = (response: ServerResponse, status: number, message: string): void => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    sendJson(response, status, { message });
  };
  const handle: Endpoint = async (request, response, url) => {
    const path = decoded(url.pathname);
    if (path === undefined) return refuse(response, 400, 'Bad Request');
    const match = find(request.method ?? '', url.pathname);
    if (match === undefined) return refuse(response, 404, 'Not Found');
    const claims = match.route.token && (await authorize(request.headers.authorization, match.route.token));
    if (match.route.token && claims === undefined) {
      response.setHeader('www-authenticate', 'Bearer');
      return refuse(response, 401, 'Unauthorized');
    }
    const body = await readBody(request, BODY_LIMIT);
    if (body === undefined) {
      response.setHeader('connection', 'close');
      return refuse(response, 413, 'Request Entity Too Large');
    }
    const query = url.searchParams;
    const facts: RequestFacts = {
      apiId,
      routeKey: match.route.key,
      path,
      pathParameters: match.parameters,
      query,
      body,
      claims,
    };
    const outcome = await inTime(
      functions.invoke(match.route.functionId, toHttpEvent(request, facts)),
      patience,
    );
    if (outcome === undefined) return refuse(response, 503, 'Service Unavailable');
    if (!outcome.ok && outcome.errorType === 'RequestTooLargeException') {
      return refuse(response, 413, 'Request Entity Too Large');
    }
    const answer = outcome.ok ? toHttpAnswer(outcome.payload) : undefined;
    if (answer === undefined) return refuse(response, 500, 'Internal Server Error');
    response.writeHead(answer.status, { ...answer.headers, ...headers });
    response.end(request.method === 'HEAD' ? undefined : answer.body);
  };
  return { handle, prefixes: new Set(routes.map(({ key }) => key.split('/')[1] ?? '')) };
}

function routeFinder(routes: readonly Route[]): (method: string, path: string) => Match | undefined {
  const known = routes.map((route) => {
    const [method, template = ''] = route.key.split(' ');
    return { route, method, parts: template.split('/') };
  });
  const fixed = (parts: readonly string[]): number => parts.filter((part) => !part.startsWith('{')).length;
  known.sort((a, b) => fixed(b.parts) - fixed(a.parts));
  return (method, path) => {
    const parts = path.split('/');
    for (const candidate of known) {
      if (candidate.method !== method || candidate.parts.length !== parts.length) continue;
      const parameters: Record<string, string> = {};
      const fits = candidate.parts.every((part, index) => {
        const actual = decoded(parts[index] ?? '') ?? '';
        if (!part.startsWith('{')) return part === actual;
        parameters[part.slice(1, -1)] = actual;
        return actual !== '';
      });
      if (fits) return { route: candidate.route, parameters };
    }
    return undefined;
  };
}

async function inTime(outcome: Promise<Outcome>, patience: number): Promise<Outcome | undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), patience);
  return Promise.race([outcome, promise]).finally(() => clearTimeout(timer));
}
