// A request may carry an Idempotency-Key: carried out once, it has the same answer however often it comes.
import { contentHash } from '../domain/canonical.ts';
import { Refusal, shown } from '../domain/problem.ts';
import type { GivenAnswer, StoredAnswer, Writing } from '../domain/writing.ts';

/** The key that the headers name, or undefined. */
export const idempotencyKey = (headers: Readonly<Record<string, string>>): string | undefined => {
  const key = headers['idempotency-key'];
  if (key === undefined || /^[ -~]{1,100}$/.test(key)) return key;
  throw new Refusal('invalid-input', 'The Idempotency-Key can’t be used as it is.', [
    { path: 'Idempotency-Key', found: shown(key), expected: '1 to 100 printable ASCII characters' },
  ]);
};

/** The key with the hash of everything that makes the request this one and no other. */
export const repeatable = (key: string | undefined, request: unknown): Writing['request'] =>
  key === undefined ? undefined : { key, hash: contentHash(request) };

/**
 * Carries a request out, unless it was before. A refusal does not mean that it was not: its twin may have been faster,
 * or the answer of the store was lost; so it is looked up again. `stored` reads the stored answer, and refuses a key
 * that was used for another request.
 */
export const once = async (
  stored: () => Promise<StoredAnswer | undefined>,
  carryOut: () => Promise<GivenAnswer>,
): Promise<GivenAnswer> => {
  const before = await stored();
  if (before !== undefined) return before;
  try {
    return await carryOut();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const twin = await stored();
    if (twin === undefined) throw error;
    return twin;
  }
};
