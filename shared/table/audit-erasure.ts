// Takes the payloads out of an entity's audit entries. The entries stay, and so do their hashes: an entry hashes its
// payload's hash, not the payload.
import type { OrgId } from '../domain/slug.ts';
import { auditChain } from './audit-log.ts';
import { content } from './item.ts';
import { byEntityKey, keys } from './keys.ts';
import { keepingAside } from './known-fields.ts';
import type { Table } from './table.ts';
import { putItem } from './writes.ts';

/** Drops the payloads of an entity's entries; returns how many had one. */
export const dropPayloads = async (table: Table, org: OrgId, kind: string, id: string): Promise<number> => {
  const entries = (await auditChain(table, org, kind, id)).filter(({ payload }) => payload !== undefined);
  for (const whole of entries) {
    const { payload: _payload, ...entry } = whole;
    await putItem(table, {
      ...keys.audit(org, entry.id),
      ...byEntityKey(org, kind, id, entry.id),
      type: 'audit',
      ...content(keepingAside(whole, entry)),
    });
  }
  return entries.length;
};
