// The audit as it is read: by time, or of one entity. The index by entity holds whole entries, so that a page of
// either is one query.
import { type AuditEntry, auditEntry } from '../domain/audit.ts';
import type { OrgId } from '../domain/slug.ts';
import { type Page, type PageAsked, pageOf, placeOf } from './cursor.ts';
import { contentOf, type Item } from './item.ts';
import { byEntityIndex, partitions } from './keys.ts';
import { queryAll, queryPage, type Table } from './table.ts';

/** Which page of the audit is asked for. */
export interface AuditPage extends PageAsked {
  /** A span of time: ids begin with instants, and what begins like the last one is in it. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly oldestFirst?: boolean;
}

const entryOf = (item: Item): AuditEntry => contentOf(auditEntry, item);

const spanOf = ({ from, to, oldestFirst }: AuditPage) => ({
  newestFirst: oldestFirst !== true,
  ...(from === undefined && to === undefined ? {} : { from: from ?? '0' }),
  ...(to === undefined ? {} : { to: `${to}~` }),
});

/** A page of everything that happened, newest first. */
export const listAudit = async (table: Table, org: OrgId, page: AuditPage): Promise<Page<AuditEntry>> => {
  const pk = partitions.audit(org);
  const after = placeOf(page.cursor, { sk: '' }, { pk });
  const { items, next } = await queryPage(table, { pk, ...spanOf(page), limit: page.limit, after });
  return pageOf(items.map(entryOf), next, ['sk']);
};

/** A page of what happened to one entity, newest first. */
export const listAuditOf = async (
  table: Table,
  org: OrgId,
  entity: { readonly kind: string; readonly id: string },
  page: AuditPage,
): Promise<Page<AuditEntry>> => {
  const pk = partitions.auditOf(org, entity.kind, entity.id);
  const after = placeOf(page.cursor, { gsi2sk: '', sk: '' }, { gsi2pk: pk, pk: partitions.audit(org) });
  const { items, next } = await queryPage(table, {
    pk,
    index: byEntityIndex,
    ...spanOf(page),
    limit: page.limit,
    after,
  });
  return pageOf(items.map(entryOf), next, ['gsi2sk', 'sk']);
};

/**
 * The whole chain of an entity, each entry after the one whose hash it carries: two clocks may disagree about time,
 * the chain does not. Entries that no link leads to stand at the end, where the chain then breaks.
 */
export const auditChain = async (
  table: Table,
  org: OrgId,
  kind: string,
  id: string,
): Promise<AuditEntry[]> => {
  const found = await queryAll(table, { pk: partitions.auditOf(org, kind, id), index: byEntityIndex });
  const left = new Set(found.map(entryOf));
  const byPrevious = new Map([...left].map((entry) => [entry.previous, entry]));
  const chain: AuditEntry[] = [];
  let next = byPrevious.get('');
  while (next !== undefined && left.delete(next)) {
    chain.push(next);
    next = byPrevious.get(next.hash);
  }
  return [...chain, ...left];
};
