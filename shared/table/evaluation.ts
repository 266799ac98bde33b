// HEAD and its sheets: the state that has been evaluated. Sheets never change, so they are written ahead; HEAD
// moves to them in one transaction with the findings that the move brings.
import { BatchWriteCommand, DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { calendarSchema } from '../domain/calendar.ts';
import { figuresSchema } from '../domain/figures.ts';
import { organisationSchema } from '../domain/organisation.ts';
import { Refusal } from '../domain/problem.ts';
import { quarterSchema } from '../domain/quarter.ts';
import { type NamedSheet, type Sheet, sheetSchema } from '../domain/sheet.ts';
import type { OrgId } from '../domain/slug.ts';
import { attributeOf, beingRebuilt, content, contentOf, derivedOf, packed } from './item.ts';
import { type Key, keys, partitions } from './keys.ts';
import { asRefusal, type Guarded, getItem, getItems, queryAll, sent, type Table } from './table.ts';
import { putOver, wentThrough } from './writes.ts';

export const headSchema = z.strictObject({
  version: z.int(),
  /** When the organisation's evaluation began; no history is taken after it. */
  begun: z.strictObject({ at: z.string(), quarter: quarterSchema }),
  evaluatedAt: z.string(),
  /** The instant that the calendar was taken at; only the nightly run moves it on. */
  calendarAt: z.string(),
  calendar: calendarSchema,
  organisation: organisationSchema,
  rulesVersion: z.string(),
  /** The form in which what is derived was written; absent in a HEAD that was written before it was noted. */
  form: z.string().optional(),
  /** The sheets that make up the evaluated state: name -> hash. */
  sheets: z.record(z.string(), z.string()),
  /** Fingerprints whose writes are outstanding; `all` where there are too many to name. */
  pending: z.union([z.array(z.string()), z.literal('all')]),
  /** Whether the reports are older than this state. */
  reportBehind: z.boolean(),
  /** The reports as last written: name -> hash of what they say. */
  reports: z.record(z.string(), z.string()),
  /** The quarters that have a board report, oldest first. */
  reported: z.array(z.strictObject({ quarter: quarterSchema, asOf: z.string() })),
  /** How many changes of many entities had ended when this state was read; another number asks for all anew. */
  bulk: z.int().optional(),
  coverageHistory: z.array(
    z.strictObject({ quarter: quarterSchema, covered: z.int(), internal: z.int(), before: z.boolean() }),
  ),
  /** The scores of up to eight quarters, oldest first; none where they were never worked out. */
  figures: z.array(figuresSchema).max(8).optional(),
});
/** What of an organisation has been evaluated. */
export type Head = z.infer<typeof headSchema>;

/** What HEAD must tell at least, so that everything else of it can be made anew; lists that don't fit are dropped. */
const headCore = z.object({
  begun: headSchema.shape.begun,
  calendarAt: z.string(),
  bulk: headSchema.shape.bulk.catch(undefined),
  reported: headSchema.shape.reported.catch([]),
  coverageHistory: headSchema.shape.coverageHistory.catch([]),
  figures: headSchema.shape.figures.catch(undefined),
});
/** What is left of a HEAD that another build wrote in a form that doesn't fit, and the version that guards it. */
export type HeadCore = z.infer<typeof headCore> & { readonly version: number };

/** HEAD as it is, or what is left of it; undefined before the first evaluation. Read strongly. */
export const readHeadOrCore = async (
  table: Table,
  org: OrgId,
): Promise<{ readonly head: Head } | { readonly core: HeadCore } | undefined> => {
  const item = await getItem(table, keys.head(org), true);
  if (item === undefined) return undefined;
  const head = derivedOf(headSchema, item);
  if (head !== undefined) return { head };
  return { core: { ...contentOf(headCore, item), version: attributeOf(z.int(), item, 'version') } };
};

/** HEAD, or undefined before the first evaluation. Refuses (`temporarily-unavailable`) one that does not fit. */
export const readHead = async (table: Table, org: OrgId, strong = false): Promise<Head | undefined> => {
  const item = await getItem(table, keys.head(org), strong);
  if (item === undefined) return undefined;
  const head = derivedOf(headSchema, item);
  if (head === undefined) throw beingRebuilt('What was evaluated');
  return head;
};

/** HEAD moved from the version that was read. */
export const headStep = (table: Table, org: OrgId, head: Head): Guarded =>
  putOver(
    table,
    { ...keys.head(org), type: 'head', schema: 1, version: head.version, ...content(head) },
    head.version - 1,
    () => new Overtaken(),
  );

/** Somebody else moved HEAD or a life first: begin again. */
export class Overtaken extends Refusal {
  constructor() {
    super('conflict', 'Another evaluation was faster.', [], 1);
    this.name = 'Overtaken';
  }
}

/**
 * Writes sheets ahead of HEAD; `now` is the machine's clock in ms since 1970. Writing one twice does no harm: its name
 * is its content.
 */
export const writeSheets = async (
  table: Table,
  org: OrgId,
  sheets: readonly NamedSheet[],
  now: number,
): Promise<void> => {
  for (let start = 0; start < sheets.length; start += 25) {
    let requests = sheets.slice(start, start + 25).map(({ name, hash, text }) => ({
      PutRequest: { Item: { ...keys.sheet(org, name, hash), type: 'sheet', written: now, ...packed(text) } },
    }));
    for (let attempt = 0; requests.length > 0; attempt++) {
      if (attempt === 8) throw new Refusal('temporarily-unavailable', 'The store is busy; try again.', [], 2);
      if (attempt > 0) await new Promise((done) => setTimeout(done, 2 ** attempt * 10));
      try {
        const answer = await table.client.send(
          new BatchWriteCommand({ RequestItems: { [table.name]: requests } }),
        );
        requests = (answer.UnprocessedItems?.[table.name] ?? []) as typeof requests;
      } catch (error) {
        throw asRefusal(error);
      }
    }
  }
};

/** The sheets that HEAD names and `known` does not hold, by `name|hash`; undefined where one is gone or does not fit. */
export const readSheets = async (
  table: Table,
  org: OrgId,
  wanted: Readonly<Record<string, string>>,
  known: ReadonlyMap<string, Sheet>,
): Promise<ReadonlyMap<string, Sheet> | undefined> => {
  const missing = Object.entries(wanted).filter(([name, hash]) => !known.has(`${name}|${hash}`));
  const items =
    missing.length * 2 > Object.keys(wanted).length && missing.length > 4
      ? await queryAll(table, { pk: partitions.sheets(org), strong: true })
      : await getItems(
          table,
          missing.map(([name, hash]) => keys.sheet(org, name, hash)),
          true,
        );
  const found = new Map(items.map((item) => [item.sk, item]));
  const sheets = new Map<string, Sheet>();
  for (const [name, hash] of Object.entries(wanted)) {
    const id = `${name}|${hash}`;
    const item = found.get(id);
    const sheet = known.get(id) ?? (item && derivedOf(sheetSchema, item));
    if (sheet === undefined) return undefined;
    sheets.set(id, sheet);
  }
  return sheets;
};

/** Deletes sheets that HEAD no longer names. */
export const dropSheets = async (
  table: Table,
  org: OrgId,
  gone: readonly (readonly [string, string])[],
): Promise<void> => {
  for (const [name, hash] of gone)
    await sent(
      table.client.send(new DeleteCommand({ TableName: table.name, Key: keys.sheet(org, name, hash) })),
    );
};

/**
 * Deletes the sheets that HEAD does not name and nobody has written since `before` (the machine's clock, ms): what
 * evaluations left behind that were overtaken or cut off. One that somebody writes again meanwhile stays. Returns how
 * many are gone.
 */
export const sweepSheets = async (
  table: Table,
  org: OrgId,
  named: Readonly<Record<string, string>>,
  before: number,
): Promise<number> => {
  const kept = new Set(Object.entries(named).map(([name, hash]) => `${name}|${hash}`));
  const items = await queryAll(table, { pk: partitions.sheets(org), strong: true });
  const left = items.filter(({ sk, written }) => !kept.has(sk) && !(Number(written) >= before));
  let gone = 0;
  for (const { pk, sk } of left) {
    const drop = new DeleteCommand({
      TableName: table.name,
      Key: { pk, sk },
      ConditionExpression: 'attribute_not_exists(written) OR written < :before',
      ExpressionAttributeValues: { ':before': before },
    });
    if (await wentThrough(table.client.send(drop))) gone += 1;
  }
  return gone;
};

/**
 * Writes a report over the last one. Two writers write the same for the same state; where a later state has written
 * already, its report stays.
 */
export const writeReport = async (
  table: Table,
  key: Key,
  report: unknown,
  headVersion: number,
): Promise<void> => {
  const put = new PutCommand({
    TableName: table.name,
    Item: { ...key, type: 'report', schema: 1, head: headVersion, ...content(report) },
    ConditionExpression: 'attribute_not_exists(pk) OR head <= :head',
    ExpressionAttributeValues: { ':head': headVersion },
  });
  await wentThrough(table.client.send(put));
};
