// A write says who does it, when, and for which request; a request that was carried out leaves its answer, so that
// the same request gets the same answer and nothing is done twice.
import * as z from 'zod';
import type { OrgId } from './slug.ts';

/** Who writes what, when, for which request. Instants are ISO 8601, UTC; `machineNow` is in ms, for expiry. */
export interface Writing {
  readonly org: OrgId;
  readonly by: string;
  readonly at: string;
  readonly machineNow: number;
  /** A random text, so that two entries of one instant differ. */
  readonly nonce: string;
  readonly request?: { readonly key: string; readonly hash: string };
}

/** The answer that a repeated request gets. */
export const storedAnswer = z.strictObject({
  hash: z.string(),
  status: z.int(),
  body: z.json(),
  etag: z.string().optional(),
});
export type StoredAnswer = z.infer<typeof storedAnswer>;
/** An answer before it is tied to its request. */
export type GivenAnswer = Omit<StoredAnswer, 'hash'>;
