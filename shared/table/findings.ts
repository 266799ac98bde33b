// Findings: the condition as last judged and the life that people gave it, one item each, so that a list is one query.
import * as z from 'zod';
import { canonicalJson } from '../domain/canonical.ts';
import { type Finding, findingSchema } from '../domain/finding.ts';
import { lastWordAt, timesReopened, waiverLineOf } from '../domain/finding-life.ts';
import { Refusal } from '../domain/problem.ts';
import { quarterSchema } from '../domain/quarter.ts';
import type { OrgId } from '../domain/slug.ts';
import { waiverLine } from '../domain/waiver.ts';
import { auditEntryOf, commit, type StoredAnswer, type Writing } from './commit.ts';
import { cursorOf, placeOf } from './cursor.ts';
import { attributeOf, beingRebuilt, content, contentOf, type Item, jsonOf, Unfit } from './item.ts';
import { keys, partitions, unresolvedIndex, unresolvedKey, unresolvedLevel } from './keys.ts';
import { keepingAside } from './known-fields.ts';
import { type Guarded, getItem, getItems, queryAll, queryPage, type Table } from './table.ts';

/** A finding with the version that guards it and the hash of its last audit entry. */
export interface KeptFinding {
  readonly finding: Finding;
  readonly version: number;
  readonly auditHash: string;
  /** The department that it belongs to, where it belongs to one. */
  readonly department?: string | undefined;
  /** Whether its line in the index is not what this build writes: a full evaluation writes it anew. */
  readonly isLineOld?: true;
}

/** What lists and reports show of a finding; it stands on the item, and alone in the index. */
export const findingSummary = z.strictObject({
  fingerprint: z.string(),
  check: z.string(),
  level: z.enum(['error', 'warning', 'note']),
  subject: findingSchema.shape.condition.shape.subject,
  department: z.string().optional(),
  message: z.string(),
  data: findingSchema.shape.condition.shape.data,
  reasons: z.array(z.string()),
  state: findingSchema.shape.life.shape.state,
  since: quarterSchema,
  waiver: waiverLine.optional(),
  reopened: z.int().optional(),
  notConfirmedSince: z.string().optional(),
  /** Instants: the first sight, the beginning of the present spell, the last word on it. */
  seenAt: z.string().optional(),
  sinceAt: z.string().optional(),
  wordAt: z.string().optional(),
  version: z.int(),
});
export type FindingSummary = z.infer<typeof findingSummary>;

const summaryOf = (
  { fingerprint, condition, life }: Finding,
  department: string | undefined,
  version: number,
): FindingSummary => {
  const waiver = waiverLineOf(life);
  const reopened = timesReopened(life);
  return {
    fingerprint,
    check: condition.check,
    level: condition.level,
    subject: condition.subject,
    department,
    message: condition.message,
    data: condition.data,
    reasons: condition.reasons,
    state: life.state,
    since: life.since.quarter,
    ...(waiver === undefined ? {} : { waiver }),
    ...(reopened === 0 ? {} : { reopened }),
    ...(life.notConfirmedSince === undefined ? {} : { notConfirmedSince: life.notConfirmedSince }),
    seenAt: life.firstSeen.at,
    sinceAt: life.since.at,
    wordAt: lastWordAt(life),
    version,
  };
};

const read = (item: Item): KeptFinding => {
  const finding = contentOf(findingSchema, item);
  const version = attributeOf(z.int().min(1), item, 'version');
  const department = attributeOf(z.string().optional(), item, 'department');
  const line =
    finding.life.state === 'resolved' ? undefined : canonicalJson(summaryOf(finding, department, version));
  return {
    finding,
    version,
    auditHash: String(item['auditHash'] ?? ''),
    department,
    ...(item['line'] === line ? {} : { isLineOld: true }),
  };
};

/** One finding, or undefined. */
export const readFinding = async (table: Table, org: OrgId, fingerprint: string, strong = false) => {
  const item = await getItem(table, keys.finding(org, fingerprint), strong);
  if (item === undefined) return undefined;
  const kept = read(item);
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
  ).map(read);

/** Every finding that an organisation ever had, read strongly. */
export const allFindings = async (table: Table, org: OrgId): Promise<KeptFinding[]> =>
  (await queryAll(table, { pk: partitions.findings(org), strong: true })).map(read);

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
): Guarded => ({
  step: {
    Put: {
      TableName: table.name,
      Item: {
        ...keys.finding(org, finding.fingerprint),
        type,
        schema: 1,
        version: before + 1,
        auditHash,
        department,
        ...(finding.life.state === 'resolved'
          ? {}
          : {
              ...unresolvedKey(org, finding.condition.level, finding.life.since.at, finding.fingerprint),
              line: canonicalJson(summaryOf(finding, department, before + 1)),
            }),
        ...content(withWholeLife(was, finding)),
      },
      ...(before === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': before } }),
    },
  },
  otherwise: () =>
    new Refusal('stale-version', 'The finding has changed since it was read.', [
      {
        path: 'If-Match',
        found: `"${before}"`,
        expected: 'the present version of the finding; read it again',
      },
    ]),
});

// A line that was stored before it told instants has the spell's beginning in its sort key.
const lineOf = (item: Item): FindingSummary => {
  try {
    const line = jsonOf(findingSummary, item, 'line');
    return { sinceAt: String(item['gsi1sk'] ?? '').split('|')[1], ...line };
  } catch (error) {
    throw error instanceof Unfit ? beingRebuilt('The list of findings') : error;
  }
};

/** A finding that was read whole, as its line. */
export const lineOfKept = ({ finding, department, version }: KeptFinding): FindingSummary =>
  summaryOf(finding, department, version);

/** All unresolved findings as lines, worst and oldest first. */
export const unresolvedLines = async (table: Table, org: OrgId): Promise<FindingSummary[]> =>
  (await queryAll(table, { pk: partitions.unresolved(org), index: unresolvedIndex })).map(lineOf);

/** What a list of findings may be narrowed to. */
export interface FindingFilter {
  readonly level?: 'error' | 'warning' | 'note' | undefined;
  readonly check?: string | undefined;
  readonly department?: string | undefined;
  readonly state?: string | undefined;
  /** What else a line must be. */
  readonly fits?: (line: FindingSummary) => boolean;
}
const fitsFilter = (line: FindingSummary, filter: FindingFilter): boolean =>
  (filter.level === undefined || line.level === filter.level) &&
  (filter.check === undefined || line.check === filter.check) &&
  (filter.department === undefined || line.department === filter.department) &&
  (filter.state === undefined || line.state === filter.state) &&
  (filter.fits === undefined || filter.fits(line));
/** Index entries that one page looks at: enough for a full one, few enough for 8 read units. */
const looked = { queries: 2, each: 50 } as const;

/**
 * A page of unresolved findings, worst and oldest first. A filter may leave a page short, or empty, with a cursor:
 * it looks at 100 findings and no more; the cursor goes on from there.
 */
export const listUnresolved = async (
  table: Table,
  org: OrgId,
  filter: FindingFilter,
  page: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ items: FindingSummary[]; cursor?: string }> => {
  const pk = partitions.unresolved(org);
  const begins = filter.level === undefined ? '' : unresolvedLevel(filter.level);
  const at = placeOf(page.cursor, { gsi1sk: begins, sk: '' }, { gsi1pk: pk, pk: partitions.findings(org) });
  const found: FindingSummary[] = [];
  const ended = (place: Record<string, unknown> | undefined) => {
    const cursor = cursorOf(place as Record<string, string> | undefined, ['gsi1sk', 'sk']);
    return { items: found, ...(cursor === undefined ? {} : { cursor }) };
  };
  let after: Readonly<Record<string, string>> | undefined = at;
  for (let query = 0; query < looked.queries; query++) {
    const { items, next } = await queryPage(table, {
      pk,
      ...(begins === '' ? {} : { begins }),
      index: unresolvedIndex,
      limit: looked.each,
      after,
    });
    for (const item of items) {
      const line = lineOf(item);
      if (!fitsFilter(line, filter)) continue;
      found.push(line);
      if (found.length === page.limit) return ended(item === items.at(-1) ? next : item);
    }
    if (next === undefined) return ended(undefined);
    after = next;
  }
  return ended(after);
};

/**
 * A page of resolved findings, by fingerprint: they stand in no index, as few ask for them. It looks at 100 findings
 * and no more, so a page may be short, or empty, with a cursor.
 */
export const listResolved = async (
  table: Table,
  org: OrgId,
  filter: FindingFilter,
  page: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ items: FindingSummary[]; cursor?: string }> => {
  const pk = partitions.findings(org);
  const after = placeOf(page.cursor, { sk: '' }, { pk });
  const { items, next } = await queryPage(table, { pk, limit: looked.queries * looked.each, after });
  const lines = items.map((item) => {
    const { finding, department, version } = read(item);
    return summaryOf(finding, department, version);
  });
  const fitting = lines.filter((line) => line.state === 'resolved' && fitsFilter(line, filter));
  const shown = fitting.slice(0, page.limit);
  const last = fitting.length > page.limit ? shown.at(-1) : undefined;
  const cursor = cursorOf(last === undefined ? next : { sk: last.fingerprint }, ['sk']);
  return { items: shown, ...(cursor === undefined ? {} : { cursor }) };
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
