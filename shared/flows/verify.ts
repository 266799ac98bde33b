// Is what is stored what happened? Every chain of the audit from its first entry on, the entities that hold their
// chain's last hash, every night's anchor, every sealed text. What does not fit is named.
import { anchorOf, entityName } from '../domain/anchor.ts';
import { type AuditEntry, brokenLink } from '../domain/audit.ts';
import { canonicalJson, sha256Hex } from '../domain/canonical.ts';
import type { OrgId } from '../domain/slug.ts';
import type { SealedReport } from '../report/sealed-report.ts';
import { allAnchors, entriesBetween } from '../table/anchors.ts';
import { storedHeads } from '../table/audit-heads.ts';
import { allSeals, type KeptSeal, readSealedText } from '../table/seals.ts';
import type { Table } from '../table/table.ts';

/** Something that does not fit: what it is, which one, and why. */
export interface Broken {
  readonly kind: 'chain' | 'head' | 'anchor' | 'seal';
  readonly id: string;
  readonly why: string;
}
/** What was looked at, and what does not fit. */
export interface Verified {
  readonly entries: number;
  readonly entities: number;
  readonly anchors: number;
  readonly seals: number;
  readonly broken: readonly Broken[];
}

/** One entity's entries, each after the one whose hash it carries; what no link leads to stands at the end. */
const chained = (entries: readonly AuditEntry[]): AuditEntry[] => {
  const left = new Set(entries);
  const byPrevious = new Map(entries.map((entry) => [entry.previous, entry]));
  const chain: AuditEntry[] = [];
  let next = byPrevious.get('');
  while (next !== undefined && left.delete(next)) {
    chain.push(next);
    next = byPrevious.get(next.hash);
  }
  return [...chain, ...left];
};

const brokenChains = (byEntity: ReadonlyMap<string, AuditEntry[]>): Broken[] =>
  [...byEntity].flatMap(([name, entries]) => {
    const at = brokenLink(chained(entries));
    return at === undefined
      ? []
      : [
          {
            kind: 'chain',
            id: name,
            why: `entry ${at.id} (${at.action}) was changed, or one before it is gone`,
          },
        ];
  });

const brokenHeads = (
  byEntity: ReadonlyMap<string, AuditEntry[]>,
  heads: Awaited<ReturnType<typeof storedHeads>>,
): Broken[] =>
  heads.flatMap(({ name, hash }): Broken[] =>
    byEntity.get(name)?.some((entry) => entry.hash === hash)
      ? []
      : [{ kind: 'head', id: name, why: 'the last entry of its chain is gone' }],
  );

const brokenAnchors = (
  anchors: Awaited<ReturnType<typeof allAnchors>>,
  entries: readonly AuditEntry[],
): Broken[] => {
  const broken: Broken[] = [];
  let from = '';
  let previous = '';
  for (const anchor of anchors) {
    const own = entries.filter(({ id }) => id >= from && id < anchor.upTo);
    const again = anchorOf(anchor, previous, own);
    const why =
      anchor.previous !== previous
        ? 'the anchor before it is gone or was changed'
        : canonicalJson(again) === canonicalJson(anchor)
          ? undefined
          : `it covers ${anchor.entries} entries of ${anchor.entities} entities; now ${again.entries} of ${again.entities} are there, or they end otherwise`;
    if (why !== undefined) broken.push({ kind: 'anchor', id: anchor.day, why });
    from = anchor.upTo;
    previous = anchor.hash;
  }
  return broken;
};

const brokenSeal = async (
  table: Table,
  org: OrgId,
  { seal }: KeptSeal,
  audited: ReadonlySet<string>,
): Promise<Broken[]> => {
  const { quarter } = seal;
  const broken: Broken[] = [];
  const check = async (revision: number, part: string, digest: string): Promise<string | undefined> => {
    const id = `${quarter}, revision ${revision}, ${part}`;
    try {
      const text = await readSealedText(table, org, { quarter, revision, part }, digest);
      if (text !== undefined && sha256Hex(text) === digest) return text;
      broken.push({
        kind: 'seal',
        id,
        why: text === undefined ? 'its text is gone' : 'its text was changed',
      });
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      broken.push({ kind: 'seal', id, why: `its text can’t be read: ${fault}` });
    }
    return undefined;
  };
  for (const { revision, digest } of seal.revisions) {
    if (!audited.has(`${quarter} ${revision} ${digest}`))
      broken.push({
        kind: 'seal',
        id: `${quarter}, revision ${revision}`,
        why: 'the audit knows another digest, or none',
      });
    const text = await check(revision, 'board', digest);
    if (text === undefined) continue;
    const { departments, outcomes } = JSON.parse(text) as SealedReport;
    for (const [id, part] of Object.entries(departments)) await check(revision, `department.${id}`, part);
    for (const [id, part] of Object.entries(outcomes)) await check(revision, `outcome.${id}`, part);
  }
  return broken;
};

/** What the audit says was sealed: `<quarter> <revision> <digest>`. */
const auditedSeals = (entries: readonly AuditEntry[]): Set<string> =>
  new Set(
    entries
      .filter(({ action }) => action === 'report.seal')
      .map(({ entity, payload }) => {
        const { revision, digest } = (payload ?? {}) as { revision?: number; digest?: string };
        return `${entity.id} ${revision} ${digest}`;
      }),
  );

/** Verifies an organisation's chains, anchors and seals. Reads only. */
export const verify = async (table: Table, org: OrgId): Promise<Verified> => {
  const heads = await storedHeads(table, org);
  const entries = await entriesBetween(table, org, undefined, undefined);
  const byEntity = Map.groupBy(entries, entityName);
  const [anchors, seals] = await Promise.all([allAnchors(table, org), allSeals(table, org, true)]);
  const audited = auditedSeals(entries);
  const broken = [
    ...brokenChains(byEntity),
    ...brokenHeads(byEntity, heads),
    ...brokenAnchors(anchors, entries),
  ];
  for (const seal of seals) broken.push(...(await brokenSeal(table, org, seal, audited)));
  return {
    entries: entries.length,
    entities: byEntity.size,
    anchors: anchors.length,
    seals: seals.length,
    broken,
  };
};
