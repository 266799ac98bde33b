// What can go wrong with a call, as the caller needs to tell it apart: the service refused and says why, or
// nobody knows whether it heard us.
import type { ProblemKind } from '../domain/problem.ts';
import type { ProblemDocument } from './schemas/problem.ts';

/** The service's refusal. `kind` is the last part of the problem's type; `status` the HTTP status. */
export class CallRefused extends Error {
  readonly status: number;
  readonly kind: ProblemKind | 'unknown';
  readonly errors: ProblemDocument['errors'];
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined;
  constructor(problem: Pick<ProblemDocument, 'type' | 'status' | 'detail' | 'errors'>, retryAfter?: number) {
    super(problem.detail);
    this.name = 'CallRefused';
    this.status = problem.status;
    this.kind = (problem.type.split(/[/:#]/).at(-1) || 'unknown') as ProblemKind | 'unknown';
    this.errors = problem.errors;
    this.retryAfter = retryAfter;
  }
}

/** No answer came: offline, or the connection broke. A write may or may not have been done. */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    super('No answer from the service.', { cause });
    this.name = 'ConnectionLost';
  }
}

const isProblem = (body: unknown): body is ProblemDocument =>
  typeof body === 'object' && body !== null && 'type' in body && 'detail' in body && 'status' in body;

/** The refusal that an answer of status 400 or more holds; an answer without a problem document is of kind `unknown`. */
export const refusalOf = async (response: Response): Promise<CallRefused> => {
  const wait = Number(response.headers.get('retry-after') ?? Number.NaN);
  const retryAfter = Number.isFinite(wait) ? wait : undefined;
  const text = await response.text();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    body = undefined;
  }
  if (isProblem(body)) return new CallRefused({ ...body, errors: body.errors ?? [] }, retryAfter);
  const detail = `The answer was ${response.status} without an explanation.`;
  return new CallRefused({ type: 'unknown', status: response.status, detail, errors: [] }, retryAfter);
};
