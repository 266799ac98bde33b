// A refusal as the world sees it: a problem document (RFC 9457) whose type stays the same for ever.
import { type ProblemKind, problemKinds, type Refusal } from '../domain/problem.ts';
import type { ProblemDocument } from './schemas/problem.ts';

const titles: Readonly<Record<ProblemKind, string>> = {
  'invalid-input': 'The input can’t be used',
  unauthorized: 'Not signed in',
  forbidden: 'Not allowed',
  'not-found': 'Not found',
  conflict: 'Not possible in the present state',
  'quarter-closed': 'The quarter is closed',
  'quarter-not-begun': 'The quarter has not begun',
  'stale-version': 'Changed meanwhile',
  'too-large': 'Too large',
  'unsupported-media-type': 'Not JSON',
  'idempotency-key-reused': 'Idempotency-Key used before',
  'precondition-required': 'Version missing',
  'too-many-requests': 'Too many requests',
  internal: 'A fault of ours',
  'temporarily-unavailable': 'Temporarily unavailable',
};

/** What a kind of problem is called. */
export const titleOf = (kind: ProblemKind): string => titles[kind];

/** The stable name of a kind of problem. */
export const problemUri = (kind: ProblemKind): string => `urn:counterpart:problem:${kind}`;

/** The document of a refusal. `request` names the request, so that people who ask can be helped. */
export const problemOf = (
  { kind, message, faults }: Pick<Refusal, 'kind' | 'message' | 'faults'>,
  request: string,
): ProblemDocument => ({
  type: problemUri(kind),
  title: titles[kind],
  status: problemKinds[kind],
  detail: message,
  instance: `urn:counterpart:request:${encodeURIComponent(request)}`,
  errors: faults.map((fault) => ({ ...fault })),
});
