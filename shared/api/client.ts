// The typed client: a view of the routes. It names the version that a write changes, makes each write repeatable
// by its Idempotency-Key, repeats it once where nobody knows whether it was heard, and turns refusals into errors.
import { CallRefused, ConnectionLost, refusalOf } from './call-errors.ts';
import { type Contract, type OperationId, operations } from './operations.ts';

/** What the client needs of the world around it. */
export interface ClientOptions {
  /** Prefix of every path, without a slash at the end; empty for the same origin. */
  readonly base: string;
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** The access token to send; undefined while nobody is signed in. */
  readonly token: () => string | undefined | Promise<string | undefined>;
  /** A fresh Idempotency-Key. */
  readonly newKey: () => string;
  /** Waits so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

type Part<O extends OperationId, P extends string> = P extends keyof Contract[O]
  ? { [K in P]: Contract[O][P] }
  : unknown;
type Optional<O extends OperationId, P extends string> = P extends keyof Contract[O]
  ? { [K in P]?: Contract[O][P] }
  : unknown;

/** What a call of an operation is given. */
export type Request<O extends OperationId> = Part<O, 'params'> &
  Optional<O, 'query'> &
  Part<O, 'body'> & {
    /** The version that a write changes; 0: there is none yet. */
    readonly version?: number;
    /** The Idempotency-Key to repeat an earlier write with; a fresh one otherwise. */
    readonly key?: string;
    readonly signal?: AbortSignal | undefined;
  };
/** What an operation answers. */
export type Answer<O extends OperationId> = Contract[O]['response'];

/** Calls an operation. Rejects with CallRefused or ConnectionLost; an abort by `signal` rejects as fetch does. */
export type Call = <O extends OperationId>(operation: O, request: Request<O>) => Promise<Answer<O>>;

interface Loose {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly version?: number;
  readonly key?: string;
  readonly signal?: AbortSignal;
}

const longestWait = 5;

/** The path of an operation with its parameters and query filled in. */
export const pathOf = (
  template: string,
  { params = {}, query = {} }: Pick<Loose, 'params' | 'query'>,
): string => {
  const path = template.replace(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(name, String(value));
  return search.size === 0 ? path : `${path}?${search}`;
};

const headersOf = (
  operation: OperationId,
  request: Loose,
  key: string,
  token: string | undefined,
): Record<string, string> => {
  const [method, , versioned] = operations[operation];
  const headers: Record<string, string> = {
    accept: 'application/json, application/pdf, application/problem+json',
  };
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
  if (method === 'GET') return headers;
  headers['content-type'] = 'application/json';
  headers['idempotency-key'] = key;
  if (versioned !== undefined && request.version !== undefined) {
    if (request.version === 0) headers['if-none-match'] = '*';
    else headers['if-match'] = `"${request.version}"`;
  }
  return headers;
};

const once = async (
  options: ClientOptions,
  operation: OperationId,
  request: Loose,
  key: string,
): Promise<unknown> => {
  const [method, template] = operations[operation];
  const init: RequestInit = { method, headers: headersOf(operation, request, key, await options.token()) };
  if (method !== 'GET') init.body = JSON.stringify(request.body ?? {});
  if (request.signal !== undefined) init.signal = request.signal;
  let response: Response;
  try {
    response = await options.fetch(`${options.base}${pathOf(template, request)}`, init);
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw new ConnectionLost(error);
  }
  if (!response.ok) throw await refusalOf(response);
  const type = response.headers.get('content-type') ?? '';
  return (type.includes('application/pdf') ? response.blob() : response.json()).catch((error: unknown) => {
    if (request.signal?.aborted) throw error;
    throw new ConnectionLost(error);
  });
};

/** Milliseconds to wait before the one repetition, or undefined where repeating makes no sense. */
const pauseBefore = (error: unknown): number | undefined => {
  if (error instanceof ConnectionLost) return 300;
  if (error instanceof CallRefused && error.status === 503)
    return Math.min(error.retryAfter ?? 0.5, longestWait) * 1000;
  return undefined;
};

/** A client over `fetch`. */
export const createClient =
  (options: ClientOptions): Call =>
  async (operation, request) => {
    const loose = request as Loose;
    const key = loose.key ?? options.newKey();
    try {
      return (await once(options, operation, loose, key)) as Answer<typeof operation>;
    } catch (error) {
      const pause = pauseBefore(error);
      if (pause === undefined) throw error;
      await options.wait(pause);
      return (await once(options, operation, loose, key)) as Answer<typeof operation>;
    }
  };
