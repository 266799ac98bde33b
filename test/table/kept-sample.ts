// The kept samples of what earlier releases stored, and how each kind of item is read: by the very functions that the
// service reads it with.
import { readdirSync, readFileSync } from 'node:fs';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { type OrgId, orgId } from '../../shared/domain/slug.ts';
import { boardReportSchema, departmentReportSchema } from '../../shared/report/board-report.ts';
import { outcomeReportSchema } from '../../shared/report/outcome-report.ts';
import { keptSince } from '../../shared/report/since.ts';
import { entriesBetween, lastAnchor } from '../../shared/table/anchors.ts';
import { readBulkGate } from '../../shared/table/bulk-gate.ts';
import { readChangeItems, readChangeSet, readChunk } from '../../shared/table/change-sets.ts';
import { readCommentary } from '../../shared/table/commentary.ts';
import { answeredBefore } from '../../shared/table/commit.ts';
import { readDefinition } from '../../shared/table/definitions.ts';
import { readHead, readSheets } from '../../shared/table/evaluation.ts';
import { unresolvedLines } from '../../shared/table/finding-lists.ts';
import { readFinding } from '../../shared/table/findings.ts';
import { isShut } from '../../shared/table/gate.ts';
import { kpisHeldOnce } from '../../shared/table/held-kpis.ts';
import { content, type Item } from '../../shared/table/item.ts';
import type { DefinitionKind, Key } from '../../shared/table/keys.ts';
import { memberOfLogin, organisationsDue } from '../../shared/table/organisations.ts';
import { readMail, readNews, readTold } from '../../shared/table/outbox.ts';
import { readPerspective } from '../../shared/table/perspective-readings.ts';
import { readReport } from '../../shared/table/reports.ts';
import { readSeal, readSealedText } from '../../shared/table/seals.ts';
import { readDraft, versionsOf } from '../../shared/table/submissions.ts';
import type { Table } from '../../shared/table/table.ts';
import { readUnsubscribeKey } from '../../shared/table/unsubscribe-key.ts';

/** An item of a sample: its attributes, and its content as JSON where it has one. */
export type KeptItem = Item & { readonly content?: unknown };

const folder = new URL('kept-items/', import.meta.url);

/** The releases that a sample is kept of. */
export const releases: readonly string[] = readdirSync(folder).map((name) => name.replace('.json', ''));

/** The sample of a release. */
export const sampleOf = (release: string): KeptItem[] =>
  JSON.parse(readFileSync(new URL(`${release}.json`, folder), 'utf8'));

/** What the items of a partition are: the second part of its name. */
export const areaOf = ({ pk }: Key): string => pk.split('|')[1] ?? pk;

const unpackedAreas: ReadonlySet<string> = new Set(['due', 'idempotency', 'key']);

/** A kept item as it stands in the table. */
export const storedItem = ({ content: value, ...attributes }: KeptItem): Item => {
  const item: Item = attributes;
  if (value === undefined) return item;
  return { ...item, ...(unpackedAreas.has(areaOf(item)) ? { body: JSON.stringify(value) } : content(value)) };
};

interface Asked {
  readonly table: Table;
  readonly org: OrgId;
  readonly item: KeptItem;
  /** The parts of the sort key, and of the partition after the area. */
  readonly sk: readonly string[];
  readonly of: string;
}
const reportSchemas = {
  board: boardReportSchema,
  department: departmentReportSchema,
  outcome: outcomeReportSchema,
  since: keptSince,
} as const;

const readers: Readonly<Record<string, (asked: Asked) => Promise<unknown>>> = {
  def: ({ table, org, sk: [kind, id = ''] }) => readDefinition(table, org, kind as DefinitionKind, id, true),
  perspective: ({ table, org, sk: [kpi = ''] }) => readPerspective(table, org, kpi),
  submission: ({ table, org, of, sk: [quarter] }) => versionsOf(table, org, of, quarter as Quarter, true),
  former: ({ table, org, of }) => kpisHeldOnce(table, org, of),
  draft: ({ table, org, of, sk: [quarter] }) => readDraft(table, org, of, quarter as Quarter),
  gate: ({ table, org, sk: [quarter] }) => isShut(table, org, quarter as Quarter),
  login: ({ table, org, sk: [subject = ''] }) => memberOfLogin(table, org, subject),
  idempotency: ({ table, org, item, sk: [by = '', key = ''] }) => {
    const { hash } = item.content as { hash: string };
    return answeredBefore(table, { org, by, at: '', machineNow: 0, nonce: '', request: { key, hash } });
  },
  audit: async ({ table, org, item }) =>
    (await entriesBetween(table, org, undefined, undefined)).find(({ id }) => id === item.sk),
  finding: async ({ table, org, item }) => [
    await readFinding(table, org, item.sk, true),
    (await unresolvedLines(table, org)).find(({ fingerprint }) => fingerprint === item.sk),
  ],
  head: ({ table, org }) => readHead(table, org, true),
  sheet: async ({ table, org, sk: [name = '', hash = ''] }) =>
    (await readSheets(table, org, { [name]: hash }, new Map()))?.get(`${name}|${hash}`),
  report: ({ table, item: { pk, sk: name }, sk: [kind] }) =>
    readReport<unknown>(table, { pk, sk: name }, reportSchemas[kind as keyof typeof reportSchemas], true),
  outbox: ({ table, org, item }) => readMail(table, org, item.sk),
  news: ({ table, org, sk: [kind] }) =>
    kind === 'last' ? readNews(table, org) : readTold(table, org, kind as 'monthly'),
  key: ({ table, org }) => readUnsubscribeKey(table, org),
  seal: ({ table, org, sk: [quarter] }) => readSeal(table, org, quarter as Quarter, true),
  sealed: ({ table, org, of, sk: [revision, part = '', digest = ''] }) =>
    readSealedText(table, org, { quarter: of as Quarter, revision: Number(revision), part }, digest),
  commentary: ({ table, org, of, sk: [about = ''] }) => readCommentary(table, org, of as Quarter, about),
  anchor: ({ table, org }) => lastAnchor(table, org),
  change: ({ table, org, item }) => readChangeSet(table, org, item.sk),
  chunk: ({ table, org, sk: [id = '', part = ''] }) =>
    part === 'items' ? readChangeItems(table, org, id) : readChunk(table, org, id, Number(part)),
  bulk: ({ table, org }) => readBulkGate(table, org),
  due: async ({ table, org }) => (await organisationsDue(table)).find((due) => due.org === org),
};

/** The areas whose items can be read here. */
export const readAreas: readonly string[] = Object.keys(readers);

/** Reads what a kept item says, as the service does. Throws where nobody reads its kind. */
export const readBack = (table: Table, item: KeptItem): Promise<unknown> => {
  const read = readers[areaOf(item)];
  if (read === undefined) throw new Error(`nobody reads ${item.pk} ${item.sk}`);
  const [first = '', , ...rest] = item.pk.split('|');
  const org = orgId.parse(first === 'due' ? item.sk : first);
  return read({ table, org, item, sk: item.sk.split('|'), of: rest.join('|') });
};

/** Fields under which keys are names that people or checks gave, so that every key is known there. Keys that are quarters are such too. */
const records: ReadonlySet<string> = new Set([
  'data',
  'sheets',
  'reports',
  'payload',
  'thresholds',
  'checks',
]);

/** The value as a later build may write it: with a field that this one doesn't know in each object, at every depth. */
export const fromLater = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(fromLater);
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).map(([key, one]) => [key, records.has(key) ? one : fromLater(one)]);
  const isByQuarter = fields.every(([key]) => /^\d{4}-Q\d$/.test(String(key)));
  return {
    ...Object.fromEntries(fields),
    ...(isByQuarter ? {} : { laterField: { of: ['a later build', 1] } }),
  };
};

/** A kept item as a later build may store it. */
export const itemFromLater = (item: KeptItem): KeptItem => {
  const area = areaOf(item);
  const changed: Record<string, unknown> = { laterAttribute: 'x' };
  if (area === 'idempotency') changed['content'] = { ...(item.content as object), laterField: 1 };
  else if (area !== 'sealed' && item.content !== undefined) changed['content'] = fromLater(item.content);
  for (const attribute of ['line', 'passed'])
    if (typeof item[attribute] === 'string')
      changed[attribute] = JSON.stringify(fromLater(JSON.parse(item[attribute])));
  return { ...item, ...changed };
};
