// How seeding speaks to the API: as the member who would do it by hand, a few calls at a time, each write repeatable
// under a key made of its content, so that a seed killed in the middle goes on where it was.

import type { Operator } from '../cli/operator-commands.ts';
import { CallRefused } from '../shared/api/call-errors.ts';
import { type Call, createClient } from '../shared/api/client.ts';
import { contentHash } from '../shared/domain/canonical.ts';

/** What seeding needs of a running stack. */
export interface SeedStack {
  /** Address of the API without a slash at the end. */
  readonly baseUrl: string;
  /** An access token of a member of the example's organisation. */
  readonly tokenFor: (member: string) => Promise<string>;
  readonly operator: Operator;
  readonly fetch?: (address: string, init: RequestInit) => Promise<Response>;
}

/** The `sub` of a member's tokens on the local stack. */
export const localSubject = (member: string): string => `local-${member}`;

/** Resolves after some milliseconds. */
export const wait = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

/** Calls as a member; a token is asked for at the first call. */
export const callsOn = (stack: SeedStack): ((member: string) => Call) => {
  const calls = new Map<string, Call>();
  return (member) => {
    const known = calls.get(member);
    if (known !== undefined) return known;
    let token: Promise<string> | undefined;
    const call = createClient({
      base: stack.baseUrl,
      fetch: stack.fetch ?? fetch,
      token: () => {
        token ??= stack.tokenFor(member);
        return token;
      },
      newKey: () => crypto.randomUUID(),
      wait,
    });
    calls.set(member, call);
    return call;
  };
};

/** The Idempotency-Key of a write: the same write has the same key, however often it is tried. */
export const writeKey = (operation: string, ...content: readonly unknown[]): string =>
  `seed-${contentHash([operation, ...content]).slice(0, 32)}`;

/** Times that a write is tried again while an earlier try is still being carried out, or the store is busy. */
const patience = 8;
const passing: ReadonlySet<string> = new Set(['conflict', 'temporarily-unavailable', 'too-many-requests']);

/**
 * Does a write that must find nothing there. Undefined: it was there already. Where the service says when to try
 * again, waits and does.
 */
export const onceOnly = async <T>(write: () => Promise<T>): Promise<T | undefined> => {
  for (let attempt = 0; ; attempt++) {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof CallRefused)) throw error;
      if (error.kind === 'stale-version') return undefined;
      if (!passing.has(error.kind) || error.retryAfter === undefined || attempt === patience) throw error;
      await wait(error.retryAfter * 1000);
    }
  }
};

/** Runs the tasks, at most `limit` at a time; the first failure stops what has not begun and is thrown. */
export const runAll = async (tasks: readonly (() => Promise<unknown>)[], limit: number): Promise<void> => {
  let failed = false;
  const rest = tasks.values();
  const worker = async (): Promise<void> => {
    for (const task of rest) {
      if (failed) return;
      await task().catch((error: unknown) => {
        failed = true;
        throw error;
      });
    }
  };
  const workers = Array.from({ length: Math.min(limit, tasks.length) }, worker);
  const ended = await Promise.allSettled(workers);
  const failure = ended.find((one) => one.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
};
