// What a person is told when input can't be used: every fault at once, each with where, what was found, what was
// expected. The API turns this into a problem document (RFC 9457); the import and the command line print it.
import type * as z from 'zod';

/** One fault: the path into the input, what stands there (as JSON, shortened), and what was expected. */
export interface Fault {
  readonly path: string;
  readonly found: string;
  readonly expected: string;
}

/** The stable kinds of problem; a problem document's `type` ends with one of these. */
export const problemKinds = {
  'invalid-input': 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'quarter-closed': 409,
  'quarter-not-begun': 409,
  'stale-version': 412,
  'too-large': 413,
  'unsupported-media-type': 415,
  'idempotency-key-reused': 422,
  'precondition-required': 428,
  'too-many-requests': 429,
  internal: 500,
  'temporarily-unavailable': 503,
} as const;
export type ProblemKind = keyof typeof problemKinds;

/** A refusal that its cause can explain; thrown by domain and table, turned into an answer in one place. */
export class Refusal extends Error {
  readonly kind: ProblemKind;
  readonly faults: readonly Fault[];
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number | undefined;
  constructor(kind: ProblemKind, message: string, faults: readonly Fault[] = [], retryAfter?: number) {
    super(message);
    this.name = 'Refusal';
    this.kind = kind;
    this.faults = faults;
    this.retryAfter = retryAfter;
  }
}

/** A value as people are shown it in a fault: JSON, at most 80 characters; `nothing` where there is none. */
export const shown = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
};

const at = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      value !== null && typeof value === 'object' ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    input,
  );

const pathText = (path: readonly PropertyKey[]): string =>
  path.length === 0
    ? ''
    : `/${path.map((key) => String(key).replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;

const expectation = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'invalid_type')
    return issue.message.startsWith('Invalid input') ? `a value of type ${issue.expected}` : issue.message;
  if (issue.code === 'invalid_value' && issue.message.startsWith('Invalid'))
    return `one of ${issue.values.map(String).join(', ')}`;
  return issue.message;
};

/** The faults of a failed parse; paths are JSON pointers into `input`, below `prefix`. */
export const faultsOf = (error: z.core.$ZodError, input: unknown, prefix = ''): Fault[] =>
  error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          path: `${prefix}${pathText([...issue.path, key])}`,
          found: shown(at(input, [...issue.path, key])),
          expected: 'no such field',
        }))
      : issue.code === 'invalid_union' && issue.errors.length > 0
        ? [
            {
              path: `${prefix}${pathText(issue.path)}`,
              found: shown(at(input, issue.path)),
              expected: [
                ...new Set(issue.errors.flat().map((inner) => expectation(inner as z.core.$ZodIssue))),
              ].join(', or '),
            },
          ]
        : [
            {
              path: `${prefix}${pathText(issue.path)}`,
              found: shown(at(input, issue.path)),
              expected: expectation(issue),
            },
          ],
  );
