// The one place where what was thrown becomes an answer: a refusal as its problem document and a security line, a
// defect as a 500 that tells nothing, with its stack in the log.
import type middy from '@middy/core';
import * as z from 'zod';
import { problemKinds, Refusal } from '../domain/problem.ts';
import { type HttpAnswer, httpRefusal } from './http-answer.ts';
import { logDefect, logRefusal, withoutSecrets } from './logger.ts';

/** What is known of a request so far; the log lines carry it. */
export interface Trail {
  request?: string;
  operation?: string;
  org?: string;
  member?: string;
}

const trails = new WeakMap<object, Trail>();

/** The trail of an event. */
export const trailOf = (event: object): Trail => {
  let trail = trails.get(event);
  if (trail === undefined) {
    trail = {};
    trails.set(event, trail);
  }
  return trail;
};

const asRefusal = (error: unknown): Refusal | undefined => {
  if (error instanceof Refusal) return error;
  return error instanceof Error && error.name === 'TimeoutError'
    ? new Refusal('temporarily-unavailable', 'This took too long; try again.', [], 2)
    : undefined;
};

const identified = z.object({ requestContext: z.object({ requestId: z.string().max(200) }) });

/** Turns every error into an answer. */
export const refusals = (): middy.MiddlewareObj<object, HttpAnswer> => ({
  before: ({ event }) => {
    const known = identified.safeParse(event);
    if (known.success) trailOf(event).request = known.data.requestContext.requestId;
  },
  onError: (request) => {
    const { error, event } = request;
    const trail = trailOf(event);
    const refusal = asRefusal(error);
    if (refusal === undefined) {
      logDefect(error, { ...trail });
      request.response = httpRefusal(
        new Refusal('internal', 'Something went wrong on our side; it has been noted.'),
        trail.request ?? '',
      );
      return;
    }
    const paths = refusal.faults.slice(0, 20).map(({ path }) => withoutSecrets(path.slice(0, 100)));
    logRefusal({ ...trail, kind: refusal.kind, status: problemKinds[refusal.kind], paths });
    request.response = httpRefusal(refusal, trail.request ?? '');
  },
});
