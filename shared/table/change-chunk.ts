// One chunk of a change set as a transaction: what has moved meanwhile is passed over and named, the rest is written
// with an audit entry each, under the condition that nothing moves in between.
import * as z from 'zod';
import { contentHash } from '../domain/canonical.ts';
import {
  type Change,
  type ChangeSet,
  changedId,
  type DefinitionChange,
  type PassedOver,
  type SubmissionChange,
} from '../domain/change-set.ts';
import type { Kpi } from '../domain/kpi.ts';
import type { OrgId } from '../domain/slug.ts';
import type { Writing } from '../domain/writing.ts';
import { ChunkOvertaken } from './change-sets.ts';
import { auditEntryOf, auditStep } from './commit.ts';
import { type DefinitionChangeOf, definitionWrite, keptDefinition } from './definitions.ts';
import { leavingSteps } from './held-kpis.ts';
import { contentOf, type Item } from './item.ts';
import { type DefinitionKind, type Key, keys } from './keys.ts';
import { submissionEntity, submissionItem } from './submissions.ts';
import { type Guarded, getItems, type Table } from './table.ts';
import { absent, putNew } from './writes.ts';

const placeOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;
const overtaken = () => new ChunkOvertaken();

/** The item that a change writes: where a submission's version is there already, somebody else handed it in. */
const keyOf = (org: OrgId, change: Change): Key =>
  change.kind === 'submission'
    ? keys.submission(org, change.entity.department, change.entity.quarter, change.entity.version)
    : keys.definition(org, change.kind, change.entity.id);

/** What must not be there for a submission to be taken: the quarter's seal, or for history the first evaluation. */
const barrierOf = (org: OrgId, { entity }: SubmissionChange): Key =>
  entity.history ? keys.head(org) : keys.gate(org, entity.quarter);

const stamped = z.object({ updatedBy: z.string(), updatedAt: z.string() });

const whyMoved = (org: OrgId, change: Change, found: ReadonlyMap<string, Item>): string | undefined => {
  const present = found.get(placeOf(keyOf(org, change)));
  if (change.kind === 'submission') {
    if (found.has(placeOf(barrierOf(org, change))))
      return change.entity.history
        ? 'the organisation has been evaluated meanwhile'
        : 'the quarter is sealed';
    return present === undefined ? undefined : 'another version has been submitted meanwhile';
  }
  if ((present?.['version'] ?? 0) === change.expected) return undefined;
  if (present === undefined) return 'it is gone';
  const { updatedBy, updatedAt } = contentOf(stamped, present);
  return `${updatedBy} has changed it meanwhile, at ${updatedAt}`;
};

const definitionSteps = (
  table: Table,
  writing: Writing,
  action: string,
  { kind, entity }: DefinitionChange,
  present: Item | undefined,
): Guarded[] => {
  const before = present === undefined ? undefined : keptDefinition(kind, present);
  const change = { kind, action: `${kind}.${action}`, entity, before } as DefinitionChangeOf<DefinitionKind>;
  const { put, audit } = definitionWrite(table, writing, change, overtaken);
  const { org } = writing;
  return [
    put,
    ...(kind === 'kpi' ? leavingSteps(table, org, before?.value as Kpi | undefined, entity) : []),
    auditStep(table, org, audit),
  ];
};

const submissionSteps = (
  table: Table,
  writing: Writing,
  kind: string,
  { entity }: SubmissionChange,
): Guarded[] => {
  const audit = auditEntryOf(writing, {
    action: `submission.${kind}`,
    entity: submissionEntity(entity),
    version: entity.version,
    payload: { content: contentHash(entity), readings: entity.readings.length, history: entity.history },
    previous: '',
  });
  return [
    putNew(table, submissionItem(writing.org, entity, audit.hash), overtaken),
    auditStep(table, writing.org, audit),
  ];
};

/** The steps that write a chunk as things stand now, and what is passed over. Everything is read strongly. */
export const chunkSteps = async (
  table: Table,
  org: OrgId,
  set: Pick<ChangeSet, 'id' | 'kind' | 'by' | 'at' | 'next' | 'moved'>,
  changes: readonly Change[],
): Promise<{ readonly steps: Guarded[]; readonly passedOver: PassedOver[] }> => {
  const submissions = changes.filter((change) => change.kind === 'submission');
  const wanted = [
    ...changes.map((change) => keyOf(org, change)),
    ...submissions.map((change) => barrierOf(org, change)),
  ];
  const found = new Map((await getItems(table, wanted, true)).map((item) => [placeOf(item), item]));
  const steps: Guarded[] = [];
  const passedOver: PassedOver[] = [];
  const barriers = new Map<string, Key>();
  for (const [i, change] of changes.entries()) {
    const why = whyMoved(org, change, found);
    if (why !== undefined) {
      passedOver.push({ kind: change.kind, id: changedId(change), why });
      continue;
    }
    const nonce = `${set.id}.${String(set.next).padStart(6, '0')}.${String(i).padStart(3, '0')}`;
    const writing: Writing = { org, by: set.by, at: set.at, machineNow: set.moved, nonce };
    if (change.kind === 'submission') {
      const barrier = barrierOf(org, change);
      barriers.set(placeOf(barrier), barrier);
      steps.push(...submissionSteps(table, writing, set.kind, change));
    } else
      steps.push(
        ...definitionSteps(table, writing, set.kind, change, found.get(placeOf(keyOf(org, change)))),
      );
  }
  return {
    steps: [...steps, ...[...barriers.values()].map((key) => absent(table, key, overtaken))],
    passedOver,
  };
};
