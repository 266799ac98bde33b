// A change of a definition: read what is there, let the domain decide what becomes of it, refuse what names the
// unknown, store it. One way for every kind.
import { calendarAt } from '../domain/calendar.ts';
import { lifetimeFaults } from '../domain/definition-faults.ts';
import type { Member } from '../domain/member.ts';
import { type Mention, unknownMentions } from '../domain/mentions.ts';
import { withNoted } from '../domain/noted-change.ts';
import type { Organisation } from '../domain/organisation.ts';
import { type Fault, Refusal } from '../domain/problem.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { OrgId } from '../domain/slug.ts';
import type { GivenAnswer, Writing } from '../domain/writing.ts';
import {
  type DefinitionChangeOf,
  listDefinitions,
  putDefinition,
  readDefinition,
  readDefinitions,
  type StoredOf,
} from '../table/definitions.ts';
import type { DefinitionKind } from '../table/keys.ts';
import type { Guarded, Table } from '../table/table.ts';

/** Who asks, as far as definitions care. */
export interface Asking {
  readonly org: OrgId;
  readonly member: Member;
}

/** Who writes: with the time, the calendar's settings, the right to write and the version that was seen. */
export interface Defining extends Asking {
  readonly now: string;
  readonly organisation: () => Promise<Organisation>;
  readonly writing: (...departments: string[]) => Promise<Writing>;
  readonly expectVersion: (present: number | undefined) => void;
}

/** A page of a kind, by id. */
export const pageOf = <K extends DefinitionKind>(
  table: Table,
  {
    org,
    query,
  }: Asking & { readonly query: { readonly cursor?: string | undefined; readonly limit: number } },
  kind: K,
) => listDefinitions(table, org, kind, query);

/** One entity; refuses (`not-found`) in the same words whether it is unknown or another organisation's. */
export const oneOf = async <K extends DefinitionKind>(
  table: Table,
  { org }: Pick<Asking, 'org'>,
  kind: K,
  id: string,
): Promise<StoredOf<K>> => {
  const kept = await readDefinition(table, org, kind, id);
  if (kept === undefined) throw new Refusal('not-found', `There is no ${kind} “${id}”.`);
  return kept.value;
};

/** What a write makes of what was there. */
export interface Made<K extends DefinitionKind> {
  readonly entity: DefinitionChangeOf<K>['entity'];
  /** The departments that it concerns, where only their heads may write. */
  readonly departments?: readonly string[];
  readonly mentions?: readonly Mention[];
  readonly faults?: readonly Fault[];
  readonly also?: readonly Guarded[];
  /** What the audit calls it; `<kind>.put` where nothing is said. */
  readonly action?: string;
}

const unknownAmong = async (table: Table, org: OrgId, mentions: readonly Mention[]): Promise<Fault[]> => {
  const ids = (kind: Mention['kind']) => mentions.filter((one) => one.kind === kind).map(({ id }) => id);
  const [departments, members, objectives] = await Promise.all([
    readDefinitions(table, org, 'department', ids('department'), true),
    readDefinitions(table, org, 'member', ids('member'), true),
    readDefinitions(table, org, 'objective', ids('objective'), true),
  ]);
  return unknownMentions(mentions, ({ kind, id }) => {
    if (kind === 'member') return members.get(id)?.status === 'active';
    return (kind === 'department' ? departments : objectives).has(id);
  });
};

/** Which entity is written, what becomes of it, and how the answer says so. */
export interface Definition<K extends DefinitionKind> {
  readonly kind: K;
  readonly id: string;
  readonly make: (before: StoredOf<K> | undefined) => Promise<Made<K>>;
  readonly reply: (stored: StoredOf<K>) => GivenAnswer;
}

/** Stores what `make` makes of what is there. Throws the refusal of whatever speaks against it. */
export const define = async <K extends DefinitionKind>(
  table: Table,
  call: Defining,
  { kind, id, make, reply }: Definition<K>,
): Promise<GivenAnswer> => {
  const before = await readDefinition(table, call.org, kind, id, true);
  const made = await make(before?.value);
  const writing = await call.writing(...(made.departments ?? []));
  call.expectVersion(before?.value.version);
  const faults = [...(made.faults ?? []), ...(await unknownAmong(table, call.org, made.mentions ?? []))];
  if (faults.length > 0) throw new Refusal('invalid-input', `The ${kind} can’t be stored as it is.`, faults);
  const { also = [], action = `${kind}.put` } = made;
  const entity = withNoted(kind, before?.value, made.entity, { by: call.member.id, at: call.now });
  return reply(await putDefinition(table, writing, { kind, action, entity, before, also }, reply));
};

/** Where something begins: as it says, as it did, or with the reporting quarter. */
export const beginning = async (
  call: Pick<Defining, 'now' | 'organisation'>,
  fields: { readonly firstQuarter?: Quarter | undefined },
  before: { readonly firstQuarter: Quarter } | undefined,
): Promise<Quarter> =>
  fields.firstQuarter ??
  before?.firstQuarter ??
  calendarAt(call.now, await call.organisation()).reportingQuarter;

interface Life {
  readonly firstQuarter?: Quarter | undefined;
  readonly retiredFrom?: Quarter | undefined;
}

/** What a kind with a life and no more laws makes of its fields. */
export const alive =
  <F extends Life>(
    call: Defining & { readonly params: { readonly id: string }; readonly body: F },
    { mentions = [], faults = [] }: Pick<Made<DefinitionKind>, 'mentions' | 'faults'> = {},
  ) =>
  async (before: { readonly firstQuarter: Quarter } | undefined) => {
    const firstQuarter = await beginning(call, call.body, before);
    const entity = { ...call.body, id: call.params.id, firstQuarter };
    return { entity, mentions, faults: [...lifetimeFaults(entity), ...faults] };
  };
