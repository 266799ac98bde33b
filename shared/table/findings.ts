// Findings: the condition as last judged and the life that people gave it, one item each. What lists show of it stands
// on the item as one line (finding-summary.ts), so that a list is one query (finding-lists.ts).
import * as z from 'zod';
import { canonicalJson } from '../domain/canonical.ts';
import { type Finding, findingSchema } from '../domain/finding.ts';
import type { OrgId } from '../domain/slug.ts';
import type { StoredAnswer, Writing } from '../domain/writing.ts';
import { auditEntryOf, commit } from './commit.ts';
import { summaryOf } from './finding-summary.ts';
import { attributeOf, content, contentOf, type Item } from './item.ts';
import { keys, partitions, unresolvedKey } from './keys.ts';
import { keepingAside } from './known-fields.ts';
import { type Guarded, getItem, getItems, queryAll, type Table } from './table.ts';
import { type Guards, guardsOf, staleRead } from './versioned.ts';
import { putOver } from './writes.ts';

/** A finding as it was read. */
export interface KeptFinding extends Guards {
  readonly finding: Finding;
  /** The department that it belongs to, where it belongs to one. */
  readonly department?: string | undefined;
  /** Whether its line in the index is not what this build writes: a full evaluation writes it anew. */
  readonly isLineOld?: true;
}

/** A stored item of a finding, parsed. */
export const keptFinding = (item: Item): KeptFinding => {
  const finding = contentOf(findingSchema, item);
  const guards = guardsOf(item);
  const department = attributeOf(z.string().optional(), item, 'department');
  const summary = summaryOf({ finding, department, version: guards.version });
  const line = summary.state === 'resolved' ? undefined : canonicalJson(summary);
  return { finding, ...guards, department, ...(item['line'] === line ? {} : { isLineOld: true }) };
};

/** One finding, or undefined. */
export const readFinding = async (table: Table, org: OrgId, fingerprint: string, strong = false) => {
  const item = await getItem(table, keys.finding(org, fingerprint), strong);
  if (item === undefined) return undefined;
  const kept = keptFinding(item);
  return { ...kept, department: kept.department };
};

/** The findings of these fingerprints that exist, read strongly. */
export const readFindings = async (
  table: Table,
  org: OrgId,
  fingerprints: readonly string[],
): Promise<KeptFinding[]> =>
  (
    await getItems(
      table,
      fingerprints.map((fingerprint) => keys.finding(org, fingerprint)),
      true,
    )
  ).map(keptFinding);

/** Every finding that an organisation ever had, read strongly. */
export const allFindings = async (table: Table, org: OrgId): Promise<KeptFinding[]> =>
  (await queryAll(table, { pk: partitions.findings(org), strong: true })).map(keptFinding);

/** A finding with what was left aside of its life when it was read; its condition is derived, so it stays as judged. */
const withWholeLife = (before: Finding | undefined, after: Finding): Finding => ({
  ...keepingAside(before, after),
  condition: after.condition,
});

/** The step that stores a finding over the version that was read, which `was`. */
export const findingStep = (
  table: Table,
  org: OrgId,
  finding: Finding,
  {
    before,
    was,
    department,
    auditHash,
    type = 'finding',
  }: {
    readonly before: number;
    /** As it was read. */
    readonly was?: Finding | undefined;
    readonly department: string | undefined;
    readonly auditHash: string;
    /** `life` where a person wrote it, which makes it a source that reports follow. */
    readonly type?: 'finding' | 'life';
  },
): Guarded => {
  const { fingerprint, condition, life } = finding;
  const version = before + 1;
  const item = {
    ...keys.finding(org, fingerprint),
    type,
    schema: 1,
    version,
    auditHash,
    department,
    ...(life.state === 'resolved'
      ? {}
      : {
          ...unresolvedKey(org, condition.level, life.since.at, fingerprint),
          line: canonicalJson(summaryOf({ finding, department, version })),
        }),
    ...content(withWholeLife(was, finding)),
  };
  const stale = staleRead('The finding has changed since it was read.', 'finding', before);
  return putOver(table, item, before, stale);
};

/** Stores what a person did with a finding. */
export const putLife = async (
  table: Table,
  writing: Writing,
  before: KeptFinding & { readonly department: string | undefined },
  finding: Finding,
  action: string,
  answer: Omit<StoredAnswer, 'hash'>,
): Promise<void> => {
  const audit = auditEntryOf(writing, {
    action,
    entity: { kind: 'finding', id: finding.fingerprint },
    version: before.version + 1,
    payload: JSON.parse(JSON.stringify(withWholeLife(before.finding, finding).life)),
    previous: before.auditHash,
  });
  const step = findingStep(table, writing.org, finding, {
    before: before.version,
    was: before.finding,
    department: before.department,
    auditHash: audit.hash,
    type: 'life',
  });
  await commit(table, writing, [step], audit, answer);
};
