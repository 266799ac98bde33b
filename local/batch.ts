/**
 * What becomes of a batch of stream records, decided as Lambda's event source does: the answer may name the first
 * record to begin again with, a failing batch may be halved, and what fails too often goes to the failure queue.
 */
import * as z from 'zod';
import type { Outcome } from './functions.ts';
import type { EventSource } from './resources/event-source.ts';

/** The bounds of an event source that matter for a batch. */
export type BatchBounds = Pick<EventSource, 'retries' | 'bisect' | 'partialAnswers'>;

/** Records that go to the function together, and how often this very batch has been tried again. */
export interface Batch<R> {
  readonly records: readonly R[];
  readonly retries: number;
}

/** Nothing left; batches to be tried in this order; or records that failed for good. */
export type Decision<R> =
  | { readonly kind: 'done' }
  | { readonly kind: 'again'; readonly batches: readonly Batch<R>[] }
  | { readonly kind: 'given-up'; readonly records: readonly R[] };

const Answer = z.object({
  batchItemFailures: z.array(z.object({ itemIdentifier: z.string().nullish() })).nullish(),
});

/**
 * Decides. A named record moves the start of the batch to it (a new batch, so its tries count anew); a failure as a
 * whole halves the batch where that is asked for, which costs no try; else it is tried again until the tries are used.
 */
export function decide<R extends { readonly sequence: string }>(
  batch: Batch<R>,
  outcome: Outcome,
  bounds: BatchBounds,
): Decision<R> {
  const { records } = batch;
  const first = firstFailed(records, outcome, bounds);
  if (first === 'none') return { kind: 'done' };
  if (first === 'all' && bounds.bisect && records.length > 1) {
    const middle = Math.ceil(records.length / 2);
    const halves = [records.slice(0, middle), records.slice(middle)];
    return { kind: 'again', batches: halves.map((half) => ({ records: half, retries: batch.retries })) };
  }
  if (first !== 'all' && first > 0)
    return { kind: 'again', batches: [{ records: records.slice(first), retries: 0 }] };
  if (bounds.retries !== -1 && batch.retries >= bounds.retries) return { kind: 'given-up', records };
  return { kind: 'again', batches: [{ records, retries: batch.retries + 1 }] };
}

function firstFailed<R extends { readonly sequence: string }>(
  records: readonly R[],
  outcome: Outcome,
  { partialAnswers }: BatchBounds,
): number | 'none' | 'all' {
  if (!outcome.ok) return 'all';
  if (!partialAnswers || outcome.payload === null) return 'none';
  const answer = Answer.safeParse(outcome.payload);
  if (!answer.success) return 'all';
  const named = answer.data.batchItemFailures ?? [];
  if (named.length === 0) return 'none';
  const places = named.map(({ itemIdentifier }) =>
    records.findIndex(({ sequence }) => sequence === itemIdentifier),
  );
  return places.includes(-1) ? 'all' : Math.min(...places);
}
