// Each night an anchor says with what the chains of the audit ended: one hash over the heads of all entities that
// changed since the anchor before, and over that anchor. A chain that is cut short later no longer fits its anchor.
import * as z from 'zod';
import type { AuditEntry } from './audit.ts';
import { contentHash } from './canonical.ts';

export const anchorSchema = z.strictObject({
  day: z.iso.date(),
  /** Entries with ids up to this instant, exclusive, and from the last anchor's on, are in it. */
  upTo: z.iso.datetime(),
  entries: z.int().min(0),
  entities: z.int().min(0),
  /** The hash over the last entry's hash of each of these entities. */
  heads: z.string(),
  /** The hash of the anchor before, empty for the first. */
  previous: z.string(),
  hash: z.string(),
});
export type Anchor = z.infer<typeof anchorSchema>;

/** An entity's name in chains and anchors. */
export const entityName = ({ entity }: Pick<AuditEntry, 'entity'>): string => `${entity.kind}|${entity.id}`;

/** The last entry's hash of each entity: the one that no other entry of the entity follows; sorted by entity. */
export const headsOf = (entries: readonly AuditEntry[]): [string, string][] =>
  [...Map.groupBy(entries, entityName)]
    .map(([name, own]): [string, string] => {
      const followed = new Set(own.map(({ previous }) => previous));
      return [name, own.find(({ hash }) => !followed.has(hash))?.hash ?? ''];
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** The anchor of a night over the entries since the one before. */
export const anchorOf = (
  { day, upTo }: Pick<Anchor, 'day' | 'upTo'>,
  previous: string,
  entries: readonly AuditEntry[],
): Anchor => {
  const heads = headsOf(entries);
  const body = {
    day,
    upTo,
    entries: entries.length,
    entities: heads.length,
    heads: contentHash(heads),
    previous,
  };
  return { ...body, hash: contentHash(body) };
};
