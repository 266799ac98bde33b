// A write is one transaction: what changes, the audit entry, and the record that lets a repeated request have the
// same answer. Nothing that a whole organisation shares is in it.
import { type AuditDraft, type AuditEntry, sealAudit } from '../domain/audit.ts';
import { Refusal } from '../domain/problem.ts';
import type { OrgId } from '../domain/slug.ts';
import { type StoredAnswer, storedAnswer, type Writing } from '../domain/writing.ts';
import { content, jsonOf } from './item.ts';
import { byEntityKey, type Key, keys } from './keys.ts';
import { type Guarded, getItem, type Table, transact } from './table.ts';

/** The stored answer of a member's request, if it was carried out; the same key with another request is refused. */
export const answeredBefore = async (table: Table, writing: Writing): Promise<StoredAnswer | undefined> => {
  if (writing.request === undefined) return undefined;
  const item = await getItem(table, keys.idempotency(writing.org, writing.by, writing.request.key), true);
  if (item === undefined) return undefined;
  const answer = jsonOf(storedAnswer, item, 'body');
  if (answer.hash === writing.request.hash) return answer;
  throw new Refusal('idempotency-key-reused', 'This Idempotency-Key was used for another request.', [
    {
      path: 'Idempotency-Key',
      found: JSON.stringify(writing.request.key),
      expected: 'a new key for a new request',
    },
  ]);
};

/** Thrown inside when the same request has just been carried out by somebody else's hand. */
export class Repeated extends Refusal {
  constructor() {
    super('conflict', 'The same request is being carried out.', [], 1);
  }
}

const put = (table: Table, item: Key & Record<string, unknown>, condition = 'attribute_not_exists(pk)') => ({
  Put: { TableName: table.name, Item: item, ConditionExpression: condition },
});

/** The audit entry as a step; its id sorts by time. */
export const auditStep = (table: Table, org: OrgId, entry: AuditEntry): Guarded => ({
  step: put(table, {
    ...keys.audit(org, entry.id),
    ...byEntityKey(org, entry.entity.kind, entry.entity.id, entry.id),
    type: 'audit',
    ...content(entry),
  }),
});

/** An audit entry of this writing. Its id begins with the instant to the millisecond, so that ids sort by time. */
export const auditEntryOf = (
  writing: Writing,
  draft: Pick<AuditDraft, 'action' | 'entity' | 'version' | 'payload' | 'previous'>,
): AuditEntry =>
  sealAudit({
    id: `${new Date(writing.at).toISOString()}.${writing.nonce}`,
    at: writing.at,
    by: writing.by,
    ...draft,
  });

/** Seconds after which a request's answer is forgotten. */
const answerLives = 24 * 3600;

/** Carries out a writing: the steps, the audit entry, the answer. */
export const commit = (
  table: Table,
  writing: Writing,
  steps: readonly Guarded[],
  audit: AuditEntry,
  answer: Omit<StoredAnswer, 'hash'>,
): Promise<void> => commitAll(table, writing, [...steps, auditStep(table, writing.org, audit)], answer);

/** Carries out a writing whose audit entries are among its steps. */
export const commitAll = (
  table: Table,
  writing: Writing,
  steps: readonly Guarded[],
  answer: Omit<StoredAnswer, 'hash'>,
): Promise<void> => {
  const { request, org, by } = writing;
  const record: Guarded[] =
    request === undefined
      ? []
      : [
          {
            step: put(table, {
              ...keys.idempotency(org, by, request.key),
              type: 'idempotency',
              ttl: Math.floor(writing.machineNow / 1000) + answerLives,
              body: JSON.stringify({ hash: request.hash, ...answer }),
            }),
            otherwise: () => new Repeated(),
          },
        ];
  return transact(table, [...record, ...steps]);
};
