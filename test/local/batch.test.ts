import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Batch, type BatchBounds, decide } from '../../local/batch.ts';
import type { Outcome } from '../../local/functions.ts';

interface Item {
  readonly sequence: string;
}

const bounds: BatchBounds = { retries: 3, bisect: true, partialAnswers: true };
const items = (...names: string[]): Item[] => names.map((sequence) => ({ sequence }));
const failing: Outcome = { ok: false, errorType: 'Error', errorMessage: 'no', trace: [] };
const naming = (...names: (string | null)[]): Outcome => ({
  ok: true,
  payload: { batchItemFailures: names.map((itemIdentifier) => ({ itemIdentifier })) },
});

/** Runs a batch to its end against a function; what was laid aside, and how often the function was called. */
function run(records: readonly Item[], handler: (records: readonly Item[]) => Outcome, limits = bounds) {
  const queue: Batch<Item>[] = [{ records, retries: 0 }];
  const laidAside: string[] = [];
  let calls = 0;
  for (let batch = queue.shift(); batch !== undefined && calls < 10_000; batch = queue.shift()) {
    calls += 1;
    const decision = decide(batch, handler(batch.records), limits);
    if (decision.kind === 'again') queue.unshift(...decision.batches);
    if (decision.kind === 'given-up') laidAside.push(...decision.records.map(({ sequence }) => sequence));
  }
  return { laidAside, calls };
}

describe('decide', () => {
  it.each([
    ['null', { ok: true, payload: null } as const],
    ['an answer without failures', naming()],
    ['an answer of another kind', { ok: true, payload: { batchItemFailures: null } } as const],
  ])('is done after %s', (_, outcome) => {
    expect(decide({ records: items('a', 'b'), retries: 0 }, outcome, bounds)).toEqual({ kind: 'done' });
  });

  it('begins again with the first record that is named', () => {
    const decision = decide({ records: items('a', 'b', 'c'), retries: 2 }, naming('c', 'b'), bounds);
    expect(decision).toEqual({ kind: 'again', batches: [{ records: items('b', 'c'), retries: 0 }] });
  });

  it.each([
    ['an error', failing],
    ['a name that is not in the batch', naming('z')],
    ['an empty name', naming(null)],
    ['an answer that is no list', { ok: true, payload: { batchItemFailures: 'a' } } as const],
  ])('halves the batch after %s, which costs no try', (_, outcome) => {
    expect(decide({ records: items('a', 'b', 'c'), retries: 1 }, outcome, bounds)).toEqual({
      kind: 'again',
      batches: [
        { records: items('a', 'b'), retries: 1 },
        { records: items('c'), retries: 1 },
      ],
    });
  });

  it('tries a batch that is not halved again, then lays it aside', () => {
    const whole = { ...bounds, bisect: false };
    const batch = { records: items('a', 'b'), retries: 2 };
    expect(decide(batch, failing, whole)).toEqual({ kind: 'again', batches: [{ ...batch, retries: 3 }] });
    expect(decide({ ...batch, retries: 3 }, failing, whole)).toEqual({
      kind: 'given-up',
      records: batch.records,
    });
  });

  it('ignores the answer of a source that asks for none', () => {
    const batch = { records: items('a'), retries: 0 };
    expect(decide(batch, naming('a'), { ...bounds, partialAnswers: false })).toEqual({ kind: 'done' });
  });

  it('isolates a poison record that throws: it alone is laid aside, after one try and three more', () => {
    const seen: number[] = [];
    const { laidAside } = run(items('a', 'b', 'poison', 'd', 'e'), (records) => {
      const isPoisoned = records.some(({ sequence }) => sequence === 'poison');
      if (isPoisoned && records.length === 1) seen.push(1);
      return isPoisoned ? failing : naming();
    });
    expect(laidAside).toEqual(['poison']);
    expect(seen).toHaveLength(4);
  });

  it('lays aside exactly the records that always throw, whichever they are', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(names, fc.func(fc.boolean()), (all, isBad) => {
        const bad = all.filter((name) => isBad(name));
        const { laidAside } = run(items(...all), (records) =>
          records.some(({ sequence }) => bad.includes(sequence)) ? failing : naming(),
        );
        expect(laidAside).toEqual(bad);
      }),
    );
  });

  it('ends whatever a function answers', () => {
    const answer = fc.oneof(
      fc.constant(failing),
      fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'z')).map((names) => naming(...names)),
      fc.jsonValue().map((payload): Outcome => ({ ok: true, payload })),
    );
    fc.assert(
      fc.property(fc.infiniteStream(answer), (answers) => {
        const { calls } = run(items('a', 'b', 'c', 'd'), () => answers.next().value ?? failing);
        expect(calls).toBeLessThan(200);
      }),
    );
  });
});
