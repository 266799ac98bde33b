// The anchors of the audit, one a night, and the entries between two of them.
import { type Anchor, anchorSchema } from '../domain/anchor.ts';
import { type AuditEntry, auditEntry } from '../domain/audit.ts';
import type { OrgId } from '../domain/slug.ts';
import { content, contentOf } from './item.ts';
import { keys, partitions } from './keys.ts';
import { queryAll, queryPage, type Table } from './table.ts';
import { putIfAbsent } from './writes.ts';

/** Every anchor, oldest first. */
export const allAnchors = async (table: Table, org: OrgId): Promise<Anchor[]> =>
  (await queryAll(table, { pk: partitions.anchors(org), strong: true })).map((item) =>
    contentOf(anchorSchema, item),
  );

/** The last anchor, or undefined before the first night. */
export const lastAnchor = async (table: Table, org: OrgId): Promise<Anchor | undefined> => {
  const { items } = await queryPage(table, {
    pk: partitions.anchors(org),
    newestFirst: true,
    strong: true,
    limit: 1,
  });
  const [item] = items;
  return item === undefined ? undefined : contentOf(anchorSchema, item);
};

/** Stores an anchor, unless that night has one. */
export const putAnchor = async (table: Table, org: OrgId, anchor: Anchor): Promise<void> => {
  await putIfAbsent(table, {
    ...keys.anchor(org, anchor.day),
    type: 'anchor',
    schema: 1,
    ...content(anchor),
  });
};

/** The entries with ids from one instant on up to another, exclusive, oldest first; undefined: without a bound. */
export const entriesBetween = async (
  table: Table,
  org: OrgId,
  from: string | undefined,
  to: string | undefined,
): Promise<AuditEntry[]> =>
  (
    await queryAll(table, {
      pk: partitions.audit(org),
      strong: true,
      ...(from === undefined && to === undefined ? {} : { from: from ?? '0' }),
      ...(to === undefined ? {} : { to }),
    })
  ).map((item) => contentOf(auditEntry, item));
