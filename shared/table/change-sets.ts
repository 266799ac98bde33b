// Changes of many entities: the record of each, and its chunks. A chunk is one transaction together with the step that
// counts it, so it is never written twice and never in part.
import * as z from 'zod';
import type { AuditEntry } from '../domain/audit.ts';
import {
  type Change,
  type ChangeItem,
  type ChangeSet,
  type ChangeSetPlan,
  changeItem,
  changeSchema,
  changeSetPlan,
  changeSetStates,
  chunksOf,
  passedOver,
} from '../domain/change-set.ts';
import { Refusal } from '../domain/problem.ts';
import type { OrgId } from '../domain/slug.ts';
import type { StoredAnswer, Writing } from '../domain/writing.ts';
import { type BulkGate, bulkRunning, movedGate, requireNoBulk } from './bulk-gate.ts';
import { auditEntryOf, commit } from './commit.ts';
import { type Page, type PageAsked, pageOf, placeOf } from './cursor.ts';
import { attributeOf, content, contentOf, type Item, jsonOf } from './item.ts';
import { keys, partitions } from './keys.ts';
import { type Guarded, getItem, queryPage, type Table } from './table.ts';
import { putItem, putNew } from './writes.ts';

const passedList = z.array(passedOver);

/** The most entities that are named as passed over. */
const mostPassed = 500;

const progressOf = (set: Pick<ChangeSet, 'state' | 'next' | 'done' | 'passedOver' | 'moved'>) => ({
  state: set.state,
  next: set.next,
  done: set.done,
  passed: JSON.stringify(set.passedOver.slice(0, mostPassed)),
  moved: set.moved,
});

const setOf = (item: Item): ChangeSet => ({
  ...contentOf(changeSetPlan, item),
  state: attributeOf(z.enum(changeSetStates), item, 'state'),
  next: attributeOf(z.int(), item, 'next'),
  done: attributeOf(z.int(), item, 'done'),
  passedOver: jsonOf(passedList, item, 'passed'),
  moved: attributeOf(z.number(), item, 'moved'),
});

const recordOf = (org: OrgId, plan: ChangeSetPlan, progress: ReturnType<typeof progressOf>): Item => ({
  ...keys.changeSet(org, plan.id),
  type: 'change',
  schema: 1,
  ...progress,
  ...content(plan),
});

/** One change set, read strongly; undefined where there is none of this id. */
export const readChangeSet = async (table: Table, org: OrgId, id: string): Promise<ChangeSet | undefined> => {
  const item = await getItem(table, keys.changeSet(org, id), true);
  return item === undefined ? undefined : setOf(item);
};

/** A page of change sets, newest first. */
export const listChangeSets = async (table: Table, org: OrgId, page: PageAsked): Promise<Page<ChangeSet>> => {
  const pk = partitions.changeSets(org);
  const after = placeOf(page.cursor, { sk: '' }, { pk });
  const { items, next } = await queryPage(table, { pk, newestFirst: true, limit: page.limit, after });
  return pageOf(items.map(setOf), next, ['sk']);
};

/** Seconds after which a chunk is forgotten. */
const chunkLives = 90 * 24 * 3600;
/** Chunks written at a time. */
const atOnce = 8;

const itemList = z.array(changeItem);

/** The first 500 entities of a change set, in the order in which they are written; none where it is unknown. */
export const readChangeItems = async (table: Table, org: OrgId, id: string): Promise<ChangeItem[]> => {
  const item = await getItem(table, keys.changeItems(org, id));
  return item === undefined ? [] : contentOf(itemList, item);
};

/** Writes what a set is made of, ahead of its record: writing it twice does no harm. */
const writeParts = async (
  table: Table,
  { org, machineNow }: Writing,
  id: string,
  {
    chunks,
    items,
  }: { readonly chunks: readonly (readonly Change[])[]; readonly items: readonly ChangeItem[] },
): Promise<void> => {
  const ttl = Math.floor(machineNow / 1000) + chunkLives;
  const parts: Item[] = [
    { ...keys.changeItems(org, id), type: 'chunk', schema: 1, ...content(items) },
    ...chunks.map((chunk, i) => ({
      ...keys.changeChunk(org, id, i),
      type: 'chunk',
      schema: 1,
      ttl,
      ...content(chunk),
    })),
  ];
  for (let start = 0; start < parts.length; start += atOnce)
    await Promise.all(parts.slice(start, start + atOnce).map((item) => putItem(table, item)));
};

const changeList = z.array(changeSchema);

/** The changes of a chunk. Throws an Error where it is gone, which only its expiry can do. */
export const readChunk = async (table: Table, org: OrgId, id: string, number: number): Promise<Change[]> => {
  const item = await getItem(table, keys.changeChunk(org, id, number), true);
  if (item === undefined) throw new Error(`chunk ${number} of the change set ${id} is gone`);
  return contentOf(changeList, item);
};

const entityOf = (id: string) => ({ kind: 'change-set', id });

/**
 * Records a change set and opens the gate, in one transaction, after its chunks are written. Refuses (`conflict`)
 * while another one is being applied.
 */
export const recordChangeSet = async (
  table: Table,
  writing: Writing,
  plan: Omit<ChangeSetPlan, 'chunks' | 'total'>,
  { changes, items }: { readonly changes: readonly Change[]; readonly items: readonly ChangeItem[] },
  answer: (set: ChangeSet) => Omit<StoredAnswer, 'hash'>,
): Promise<ChangeSet> => {
  const { org } = writing;
  const gate = await requireNoBulk(table, org);
  const chunks = chunksOf(changes);
  const whole: ChangeSetPlan = { ...plan, total: changes.length, chunks: chunks.length };
  await writeParts(table, writing, plan.id, { chunks, items });
  const start = { state: 'applying', next: 0, done: 0, passedOver: [], moved: writing.machineNow } as const;
  const set: ChangeSet = { ...whole, ...start };
  const begins = changes.some((change) => change.kind === 'submission' && !change.entity.history);
  const running = () => bulkRunning('one that has just begun');
  const audit = auditEntryOf(writing, {
    action: `${plan.kind}.start`,
    entity: entityOf(plan.id),
    version: 1,
    payload: JSON.parse(JSON.stringify(whole)),
    previous: '',
  });
  const item = { ...recordOf(org, whole, progressOf(start)), auditHash: audit.hash };
  const record = putNew(table, item, running);
  const opened = { serial: (gate?.serial ?? 0) + 1, running: true, id: plan.id, begins };
  await commit(table, writing, [record, movedGate(table, org, gate, opened, running)], audit, answer(set));
  return set;
};

/** Somebody else dealt with the chunk, or moved an entity of it: look again. */
export class ChunkOvertaken extends Refusal {
  constructor() {
    super('conflict', 'Another hand was faster.', [], 1);
    this.name = 'ChunkOvertaken';
  }
}

/** The step that counts a chunk: the set as it stands after it, with the hash of its last audit entry where there is a new one. */
export const progressStep = (
  table: Table,
  org: OrgId,
  before: ChangeSet,
  after: ChangeSet,
  audit?: AuditEntry,
): Guarded => {
  const values = Object.entries({
    ...progressOf(after),
    ...(audit === undefined ? {} : { auditHash: audit.hash }),
  });
  return {
    step: {
      Update: {
        TableName: table.name,
        Key: keys.changeSet(org, before.id),
        UpdateExpression: `SET ${values.map(([name]) => `#${name} = :${name}`).join(', ')}`,
        ConditionExpression: '#state = :applying AND #next = :before',
        ExpressionAttributeNames: Object.fromEntries(values.map(([name]) => [`#${name}`, name])),
        ExpressionAttributeValues: {
          ...Object.fromEntries(values.map(([name, value]) => [`:${name}`, value])),
          ':applying': 'applying',
          ':before': before.next,
        },
      },
    },
    otherwise: () => new ChunkOvertaken(),
  };
};

/** The step that closes the gate behind the last chunk. */
export const closeGateStep = (table: Table, org: OrgId, gate: BulkGate): Guarded =>
  movedGate(table, org, gate, { ...gate, running: false }, () => new ChunkOvertaken());

/** What the audit says of a set's end. */
export const endingAudit = (
  writing: Writing,
  { id, kind, state, done, passedOver }: ChangeSet,
  previous: string,
) =>
  auditEntryOf(writing, {
    action: `${kind}.end`,
    entity: entityOf(id),
    version: 2,
    payload: { state, done, passedOver: passedOver.length },
    previous,
  });

/** The hash of a set's last audit entry. */
export const lastHash = async (table: Table, org: OrgId, id: string): Promise<string> =>
  attributeOf(z.string(), (await getItem(table, keys.changeSet(org, id), true)) ?? {}, 'auditHash');
