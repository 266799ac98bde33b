/** Requests as the HTTP API hands them to a function: payload format 2.0, claims of a verified token as text. */
import { pathOf } from '../../shared/api/client.ts';
import type { Route } from '../../shared/api/route.ts';
import { routes } from '../../shared/api/routes.ts';

/** The client that the tests' tokens are issued for. */
export const clientId = 'page-client';
/** The id of every request of the tests. */
export const requestId = 'request-1';

/** The claims of an access token, as the gateway writes them. */
export const claimsOf = (org: string, subject: string): Record<string, unknown> => ({
  sub: subject,
  iss: 'https://issuer.example',
  token_use: 'access',
  client_id: clientId,
  'cognito:groups': `[org-${org}]`,
});

/** What a request says. `raw` stands for a body that no client of ours would send. */
export interface Sent {
  readonly claims?: Record<string, unknown> | undefined;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly raw?: { readonly body: string; readonly base64?: boolean };
  readonly headers?: Readonly<Record<string, string>>;
}

/** The route of an operation. Throws where there is none. */
export const routeOf = (operationId: string): Route => {
  const route = routes.find((one) => one.operationId === operationId);
  if (route === undefined) throw new Error(`no operation "${operationId}"`);
  return route;
};

const bodyOf = ({ body, raw }: Sent) => {
  if (raw !== undefined) return { body: raw.body, isBase64Encoded: raw.base64 ?? false };
  return body === undefined ? {} : { body: JSON.stringify(body), isBase64Encoded: false };
};

/** The event of a request. */
export const eventOf = ({ method, path }: Pick<Route, 'method' | 'path'>, sent: Sent) => {
  const filled = pathOf(path, { params: sent.params ?? {} });
  const hasBody = sent.body !== undefined || sent.raw !== undefined;
  return {
    version: '2.0',
    routeKey: `${method} ${path}`,
    rawPath: filled,
    rawQueryString: new URLSearchParams(sent.query).toString(),
    headers: { ...(hasBody ? { 'content-type': 'application/json' } : {}), ...sent.headers },
    ...(sent.query === undefined ? {} : { queryStringParameters: { ...sent.query } }),
    ...(sent.params === undefined ? {} : { pathParameters: { ...sent.params } }),
    requestContext: {
      requestId,
      http: { method, path: filled, protocol: 'HTTP/1.1', sourceIp: '203.0.113.7', userAgent: 'test' },
      ...(sent.claims === undefined ? {} : { authorizer: { jwt: { claims: sent.claims, scopes: null } } }),
    },
    ...bodyOf(sent),
  };
};
