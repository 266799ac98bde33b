// The audit as it is read: by time, or of one entity.
import { type AuditEntry, auditEntry } from '../domain/audit.ts';
import type { OrgId } from '../domain/slug.ts';
import { cursorOf, placeOf } from './cursor.ts';
import { contentOf } from './item.ts';
import { byEntityIndex, keys, partitions } from './keys.ts';
import { getItems, queryAll, queryPage, type Table } from './table.ts';

type Page = { readonly cursor?: string | undefined; readonly limit: number };

/** A page of everything that happened, newest first. */
export const listAudit = async (
  table: Table,
  org: OrgId,
  page: Page,
): Promise<{ items: AuditEntry[]; cursor?: string }> => {
  const pk = partitions.audit(org);
  const after = placeOf(page.cursor, { sk: '' }, { pk });
  const { items, next } = await queryPage(table, { pk, newestFirst: true, limit: page.limit, after });
  const cursor = cursorOf(next, ['sk']);
  return { items: items.map((item) => contentOf(auditEntry, item)), ...(cursor === undefined ? {} : { cursor }) };
};

/** A page of what happened to one entity, newest first. */
export const listAuditOf = async (
  table: Table,
  org: OrgId,
  entity: { readonly kind: string; readonly id: string },
  page: Page,
): Promise<{ items: AuditEntry[]; cursor?: string }> => {
  const pk = `${org}|audit|${entity.kind}|${entity.id}`;
  const after = placeOf(page.cursor, { gsi2sk: '', sk: '' }, { gsi2pk: pk, pk: partitions.audit(org) });
  const { items, next } = await queryPage(table, {
    pk,
    index: byEntityIndex,
    newestFirst: true,
    limit: page.limit,
    after,
  });
  const cursor = cursorOf(next, ['gsi2sk', 'sk']);
  const full = await getItems(
    table,
    items.map((item) => keys.audit(org, item.sk)),
  );
  return {
    items: full.map((item) => contentOf(auditEntry, item)).sort((a, b) => (a.id < b.id ? 1 : -1)),
    ...(cursor === undefined ? {} : { cursor }),
  };
};

/** The whole chain of an entity, oldest first. */
export const auditChain = async (table: Table, org: OrgId, kind: string, id: string): Promise<AuditEntry[]> => {
  const found = await queryAll(table, { pk: `${org}|audit|${kind}|${id}`, index: byEntityIndex });
  const full = await getItems(
    table,
    found.map((item) => keys.audit(org, item.sk)),
    true,
  );
  return full.map((item) => contentOf(auditEntry, item)).sort((a, b) => (a.id < b.id ? -1 : 1));
};
