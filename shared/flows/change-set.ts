// A change of many entities: recorded whole, then applied chunk by chunk, each in one transaction that also counts it.
// Whoever comes next goes on where the last one stopped; two at once do no harm. While it runs nothing is evaluated,
// and no second one begins; the evaluation that follows it is a full one.

import { contentHash } from '../domain/canonical.ts';
import {
  type Change,
  type ChangeItem,
  type ChangeSet,
  type ChangeSetPlan,
  firstItems,
  itemOf,
} from '../domain/change-set.ts';
import type { OrgId } from '../domain/slug.ts';
import type { GivenAnswer, Writing } from '../domain/writing.ts';
import { readBulkGate } from '../table/bulk-gate.ts';
import { chunkSteps } from '../table/change-chunk.ts';
import {
  ChunkOvertaken,
  closeGateStep,
  endingAudit,
  lastHash,
  progressStep,
  readChangeSet,
  readChunk,
  recordChangeSet,
} from '../table/change-sets.ts';
import { auditStep } from '../table/commit.ts';
import { transact } from '../table/table.ts';
import type { FlowDeps } from './deps.ts';

/** A change of many entities that has been decided on. */
export interface NewChangeSet {
  /** What it is, in one word: `import`, `merge` ...; the audit's actions are `kpi.<kind>`, `<kind>.start` and so on. */
  readonly kind: string;
  /** At least one; what names another entity of the set stands after it. */
  readonly changes: readonly Change[];
  /** Entities that were named and stay as they are. */
  readonly unchanged?: number;
  readonly file?: string | undefined;
  /** The changes as people are shown them, in the same order; their names alone where nothing is given. */
  readonly items?: readonly ChangeItem[];
}

/** An id that sorts by time and is the same for the same changes of the same instant. */
const idOf = ({ at, by }: Writing, { kind, changes }: NewChangeSet): string =>
  `${new Date(at).toISOString().replaceAll(/[^0-9]/g, '')}-${contentHash([kind, by, changes]).slice(0, 12)}`;

/**
 * Records a change set; the table's stream then has it applied. Refuses (`conflict`) while another one is being
 * applied. Throws an Error for a set without changes: there is nothing to follow.
 */
export const startChangeSet = async (
  { table }: Pick<FlowDeps, 'table'>,
  writing: Writing,
  made: NewChangeSet,
  reply: (set: ChangeSet) => GivenAnswer,
): Promise<GivenAnswer> => {
  const { kind, changes, unchanged = 0, file, items = changes.map(itemOf) } = made;
  if (changes.length === 0) throw new Error(`a change set of kind ${kind} without changes`);
  const created = changes.filter(({ expected }) => expected === 0).length;
  const plan: Omit<ChangeSetPlan, 'chunks' | 'total'> = {
    id: idOf(writing, made),
    kind,
    by: writing.by,
    at: writing.at,
    ...(file === undefined ? {} : { file }),
    created,
    changed: changes.length - created,
    unchanged,
  };
  const parts = { changes, items: firstItems(items) };
  return reply(await recordChangeSet(table, writing, plan, parts, reply));
};

const ended = (set: ChangeSet): boolean => set.state !== 'applying';

/** Applies the next chunk. Throws ChunkOvertaken where somebody else was faster. */
const applyNext = async (deps: FlowDeps, org: OrgId, set: ChangeSet): Promise<ChangeSet> => {
  const { table } = deps;
  const changes = await readChunk(table, org, set.id, set.next);
  const { steps, passedOver } = await chunkSteps(table, org, set, changes);
  const moved: ChangeSet = {
    ...set,
    next: set.next + 1,
    done: set.done + changes.length,
    passedOver: [...set.passedOver, ...passedOver],
    moved: deps.machineNow(),
  };
  if (moved.next < set.chunks) {
    await transact(table, [progressStep(table, org, set, moved), ...steps]);
    return moved;
  }
  const gate = await readBulkGate(table, org);
  if (gate === undefined || gate.id !== set.id) throw new ChunkOvertaken();
  const last: ChangeSet = {
    ...moved,
    state: moved.passedOver.length > 0 ? 'stopped' : 'applied',
  };
  const writing = { org, by: set.by, at: set.at, machineNow: moved.moved, nonce: `${set.id}.end` };
  const audit = endingAudit(writing, last, await lastHash(table, org, set.id));
  await transact(table, [
    progressStep(table, org, set, last, audit),
    closeGateStep(table, org, gate),
    ...steps,
    auditStep(table, org, audit),
  ]);
  return last;
};

/** How often a chunk is tried again while others write its entities. */
const attempts = 8;

/**
 * Applies a change set until it has ended or the machine's clock (ms since 1970) has reached `until`. Safe to run
 * twice, at once, or again after a crash. Returns the set as it stands; undefined where there is none of this id.
 */
export const applyChangeSet = async (
  deps: FlowDeps,
  org: OrgId,
  id: string,
  until: number,
): Promise<ChangeSet | undefined> => {
  let set = await readChangeSet(deps.table, org, id);
  let overtaken = 0;
  while (set !== undefined && !ended(set) && deps.machineNow() < until) {
    try {
      set = await applyNext(deps, org, set);
      overtaken = 0;
    } catch (error) {
      if (!(error instanceof ChunkOvertaken) || ++overtaken === attempts) throw error;
      set = await readChangeSet(deps.table, org, id);
    }
  }
  if (set !== undefined && ended(set))
    deps.log('info', 'change set ended', { org, id, state: set.state, passedOver: set.passedOver.length });
  return set;
};

/** Milliseconds for which a change set may stand still before the clock takes it up. */
const patience = 120_000;

/**
 * What the clock does about changes of many entities: takes up one that stands still. Returns whether one is being
 * applied, so that what judges waits.
 */
export const resumeChangeSet = async (deps: FlowDeps, org: OrgId, until: number): Promise<boolean> => {
  const gate = await readBulkGate(deps.table, org);
  if (!gate?.running) return false;
  const set = await readChangeSet(deps.table, org, gate.id);
  if (set !== undefined && deps.machineNow() - set.moved < patience) return true;
  deps.log('warn', 'change set stood still', { org, id: gate.id, next: set?.next });
  await applyChangeSet(deps, org, gate.id, until);
  return true;
};
