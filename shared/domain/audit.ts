// Every change of state leaves one entry. Entries of one entity form a chain: each carries the hash of the one
// before it, so that none can be altered or dropped unseen. The chain hashes the payload's hash, so that a
// person's data can be erased later without breaking it.
import * as z from 'zod';
import { contentHash } from './canonical.ts';

export const auditEntry = z.strictObject({
  /** `<instant>.<random>`: sorts by time. */
  id: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  /** What was done, such as `kpi.put` or `submission.return`. */
  action: z.string(),
  entity: z.strictObject({ kind: z.string(), id: z.string() }),
  /** The entity's version after the change. */
  version: z.int().min(0),
  payload: z.json().optional(),
  payloadHash: z.string(),
  /** The hash of the entity's previous entry, empty for the first. */
  previous: z.string(),
  hash: z.string(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

/** An entry before its hashes are taken. */
export type AuditDraft = Omit<AuditEntry, 'payloadHash' | 'hash'>;

const linkHash = ({ payload: _payload, hash: _hash, ...link }: AuditEntry): string => contentHash(link);

/** The entry with its payload's hash and its own. */
export const sealAudit = (draft: AuditDraft): AuditEntry => {
  const entry = { ...draft, payloadHash: contentHash(draft.payload ?? null), hash: '' };
  return { ...entry, hash: linkHash(entry) };
};

/** The first entry, oldest first, at which one entity's chain breaks; undefined where it holds. */
export const brokenLink = (entries: readonly AuditEntry[]): AuditEntry | undefined => {
  let previous = '';
  for (const entry of entries) {
    const payloadHolds = entry.payload === undefined || contentHash(entry.payload) === entry.payloadHash;
    if (entry.previous !== previous || !payloadHolds || linkHash(entry) !== entry.hash) return entry;
    previous = entry.hash;
  }
  return undefined;
};
