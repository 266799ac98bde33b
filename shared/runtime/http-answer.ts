// The one place where answers and refusals become HTTP.
import { problemOf } from '../api/problem-document.ts';
import { problemType } from '../api/route.ts';
import { problemKinds, Refusal } from '../domain/problem.ts';
import type { GivenAnswer } from '../domain/writing.ts';

/** An answer as the HTTP API takes it. */
export interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The body is bytes in base64. */
  readonly isBase64Encoded?: true;
}

/** Nothing that the API answers may be kept, guessed at, framed or run. */
const safeHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
} as const;

/** Lambda answers at most 6 MB; the rest is left for escaping on the way. */
const largestAnswer = 4_500_000;

/** An answer as HTTP. Refuses (`too-large`) what Lambda could not hand on. */
export const httpAnswer = ({ status, body, etag }: GivenAnswer): HttpAnswer => {
  const text = JSON.stringify(body);
  if (Buffer.byteLength(text) > largestAnswer)
    throw new Refusal('too-large', 'The answer is too large; ask for fewer at a time with "limit".');
  return {
    statusCode: status,
    headers: {
      ...safeHeaders,
      'content-type': 'application/json; charset=utf-8',
      ...(etag === undefined ? {} : { etag }),
    },
    body: text,
  };
};

/** An answer that is no JSON: its body holds the bytes in base64. Refuses (`too-large`) what Lambda could not hand on. */
export const bytesAnswer = ({ status, body }: GivenAnswer, media: string): HttpAnswer => {
  if (typeof body !== 'string') throw new Error('An answer in bytes holds no base64.');
  if (body.length > largestAnswer) throw new Refusal('too-large', 'The answer is too large.');
  return {
    statusCode: status,
    headers: { ...safeHeaders, 'content-type': media },
    body,
    isBase64Encoded: true,
  };
};

/** A refusal as a problem document. */
export const httpRefusal = (refusal: Refusal, request: string): HttpAnswer => ({
  statusCode: problemKinds[refusal.kind],
  headers: {
    ...safeHeaders,
    'content-type': problemType,
    ...(refusal.retryAfter === undefined ? {} : { 'retry-after': String(refusal.retryAfter) }),
    ...(refusal.kind === 'unauthorized' ? { 'www-authenticate': 'Bearer' } : {}),
  },
  body: JSON.stringify(problemOf(refusal, request)),
});
