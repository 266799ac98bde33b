// A change of many entities is recorded whole before any of it is written, then applied piece by piece, so that a
// crash anywhere resumes it and nobody ever judges half of it.
import * as z from 'zod';
import { actionSchema } from './action.ts';
import { capabilitySchema } from './capability.ts';
import { departmentSchema } from './department.ts';
import { journeySchema } from './journey.ts';
import { kpiSchema } from './kpi.ts';
import { memberSchema } from './member.ts';
import { objectiveSchema } from './objective.ts';
import { organisationSchema } from './organisation.ts';
import { outcomeSchema } from './outcome.ts';
import { submissionSchema } from './submission.ts';

/** What a change set may write: definitions, and versions of a department's quarter. */
export const changeKinds = [
  'organisation',
  'department',
  'journey',
  'capability',
  'outcome',
  'objective',
  'kpi',
  'member',
  'action',
  'submission',
] as const;

/** `stopped`: all is written but the entities that somebody else changed meanwhile; those are named. */
export const changeSetStates = ['applying', 'applied', 'stopped'] as const;
export type ChangeSetState = (typeof changeSetStates)[number];

/** The version that was there when the change was made out; 0: there was nothing. */
const expected = z.int().min(0);
const definition = <K extends string, S extends z.ZodType>(kind: K, entity: S) =>
  z.strictObject({ kind: z.literal(kind), expected, entity });

/** One entity as it shall be. A submission carries its own version, which is `expected` + 1. */
export const changeSchema = z.discriminatedUnion('kind', [
  definition('organisation', organisationSchema),
  definition('department', departmentSchema),
  definition('journey', journeySchema),
  definition('capability', capabilitySchema),
  definition('outcome', outcomeSchema),
  definition('objective', objectiveSchema),
  definition('kpi', kpiSchema),
  definition('member', memberSchema),
  definition('action', actionSchema),
  definition('submission', submissionSchema),
]);
export type Change = z.infer<typeof changeSchema>;
export type DefinitionChange = Exclude<Change, { kind: 'submission' }>;
export type SubmissionChange = Extract<Change, { kind: 'submission' }>;

/** The id by which people know a changed entity; of a submission `department/quarter`. */
export const changedId = (change: Change): string =>
  change.kind === 'submission' ? `${change.entity.department}/${change.entity.quarter}` : change.entity.id;

/** What becomes of one entity; `from` and `to` are shortened texts, and missing where there is nothing. */
export const changeItem = z.strictObject({
  change: z.enum(['created', 'changed']),
  kind: z.enum(changeKinds),
  /** The entity's id; of a submission `department/quarter`. */
  id: z.string(),
  name: z.string(),
  fields: z.array(
    z.strictObject({ field: z.string(), from: z.string().optional(), to: z.string().optional() }),
  ),
});
export type ChangeItem = z.infer<typeof changeItem>;

/** An entity that somebody else changed meanwhile; it stayed as that person left it. */
export const passedOver = z.strictObject({ kind: z.enum(changeKinds), id: z.string(), why: z.string() });
export type PassedOver = z.infer<typeof passedOver>;

/** What a change set says of itself for good. Instants are ISO 8601, UTC. */
export const changeSetPlan = z.strictObject({
  id: z.string(),
  /** What made it: `import`, or the operation that changes many entities at once; audit actions end with it. */
  kind: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  file: z.string().optional(),
  /** Entities to write, in so many chunks. */
  total: z.int(),
  chunks: z.int(),
  created: z.int(),
  changed: z.int(),
  unchanged: z.int(),
});
export type ChangeSetPlan = z.infer<typeof changeSetPlan>;

/** A change set and how far it has come: chunks before `next` are dealt with, `done` entities in all. */
export interface ChangeSet extends ChangeSetPlan {
  readonly state: ChangeSetState;
  readonly next: number;
  readonly done: number;
  readonly passedOver: readonly PassedOver[];
  /** The machine's clock, ms since 1970, when it last moved. */
  readonly moved: number;
}

/** How a change is listed where nothing more is known of it: its name, and no field. */
export const itemOf = (change: Change): ChangeItem => ({
  change: change.expected === 0 ? 'created' : 'changed',
  kind: change.kind,
  id: changedId(change),
  name:
    change.kind === 'submission'
      ? changedId(change)
      : change.kind === 'outcome'
        ? change.entity.statement
        : change.kind === 'objective'
          ? change.entity.title
          : change.kind === 'action'
            ? change.entity.text
            : change.entity.name,
  fields: [],
});

/** Entities of a set that people are shown, and the characters of JSON that they may have together. */
const shownLimits = { items: 500, characters: 800_000 } as const;

/** The first items of a set: as many as one record takes. */
export const firstItems = (items: readonly ChangeItem[]): ChangeItem[] => {
  let characters = 0;
  const first = items.slice(0, shownLimits.items);
  const end = first.findIndex((item) => {
    characters += JSON.stringify(item).length;
    return characters > shownLimits.characters;
  });
  return end === -1 ? first : first.slice(0, end);
};

/** Characters of JSON that a chunk holds at most, and actions of the one transaction that writes it. */
export const chunkLimits = { characters: 300_000, actions: 80 } as const;

/** The actions that writing a change takes at most: itself, its audit entry, what it must find. */
const actionsOf = ({ kind }: Change): number => (kind === 'kpi' || kind === 'submission' ? 3 : 2);

/** The changes in chunks, in their order; each fits into one item and one transaction. */
export const chunksOf = (changes: readonly Change[]): Change[][] => {
  const chunks: Change[][] = [];
  let [characters, actions] = [0, 0];
  for (const change of changes) {
    const size = JSON.stringify(change).length;
    const last = chunks.at(-1);
    const fits =
      characters + size <= chunkLimits.characters && actions + actionsOf(change) <= chunkLimits.actions;
    if (last === undefined || !fits) {
      chunks.push([change]);
      [characters, actions] = [0, 0];
    } else last.push(change);
    characters += size;
    actions += actionsOf(change);
  }
  return chunks;
};
