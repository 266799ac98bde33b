// What people define: each entity one item with a version that grows by one at each change.
import type * as z from 'zod';
import { storedAction } from '../domain/action.ts';
import type { AuditEntry } from '../domain/audit.ts';
import { storedCapability } from '../domain/capability.ts';
import { storedDepartment } from '../domain/department.ts';
import { storedJourney } from '../domain/journey.ts';
import { storedKpi } from '../domain/kpi.ts';
import { storedMember } from '../domain/member.ts';
import { storedObjective } from '../domain/objective.ts';
import { storedOrganisation } from '../domain/organisation.ts';
import { storedOutcome } from '../domain/outcome.ts';
import type { Refusal } from '../domain/problem.ts';
import type { OrgId } from '../domain/slug.ts';
import type { Definitions } from '../domain/sources.ts';
import type { StoredAnswer, Writing } from '../domain/writing.ts';
import { auditEntryOf, commit } from './commit.ts';
import { type Page, type PageAsked, pageOf, placeOf } from './cursor.ts';
import { content, contentOf, type Item } from './item.ts';
import { type DefinitionKind, keys, kpiOfDepartmentKey, partitions } from './keys.ts';
import { keepingAside } from './known-fields.ts';
import { type Guarded, getItem, getItems, queryAll, queryPage, type Table } from './table.ts';
import { auditHashOf, staleRead } from './versioned.ts';
import { putOver } from './writes.ts';

/** What each kind holds when it is stored. */
export const storedSchemas = {
  organisation: storedOrganisation,
  department: storedDepartment,
  journey: storedJourney,
  capability: storedCapability,
  outcome: storedOutcome,
  objective: storedObjective,
  kpi: storedKpi,
  member: storedMember,
  action: storedAction,
} as const satisfies Record<DefinitionKind, z.ZodType>;
export type StoredOf<K extends DefinitionKind> = z.infer<(typeof storedSchemas)[K]>;

/** An entity and the hash of its last audit entry. */
export interface Kept<T> {
  readonly value: T;
  readonly auditHash: string;
}

/** A stored item of a kind, parsed. */
export const keptDefinition = <K extends DefinitionKind>(kind: K, item: Item): Kept<StoredOf<K>> => ({
  value: contentOf(storedSchemas[kind] as unknown as z.ZodType<StoredOf<K>>, item),
  auditHash: auditHashOf(item),
});

/** One entity, or undefined. */
export const readDefinition = async <K extends DefinitionKind>(
  table: Table,
  org: OrgId,
  kind: K,
  id: string,
  strong = false,
): Promise<Kept<StoredOf<K>> | undefined> => {
  const item = await getItem(table, keys.definition(org, kind, id), strong);
  return item === undefined ? undefined : keptDefinition(kind, item);
};

/** The entities of a kind that exist among these ids, by id. */
export const readDefinitions = async <K extends DefinitionKind>(
  table: Table,
  org: OrgId,
  kind: K,
  ids: readonly string[],
  strong = false,
): Promise<Map<string, StoredOf<K>>> => {
  const items = await getItems(
    table,
    ids.map((id) => keys.definition(org, kind, id)),
    strong,
  );
  return new Map(items.map((item) => keptDefinition(kind, item).value).map((value) => [value.id, value]));
};

/** A page of a kind, by id. */
export const listDefinitions = async <K extends DefinitionKind>(
  table: Table,
  org: OrgId,
  kind: K,
  page: PageAsked,
): Promise<Page<StoredOf<K>>> => {
  const pk = partitions.definitions(org);
  const after = placeOf(page.cursor, { sk: `${kind}|` }, { pk });
  const { items, next } = await queryPage(table, { pk, begins: `${kind}|`, limit: page.limit, after });
  return pageOf(
    items.map((item) => keptDefinition(kind, item).value),
    next,
    ['sk'],
  );
};

/** All entities of a kind. */
export const allOf = async <K extends DefinitionKind>(
  table: Table,
  org: OrgId,
  kind: K,
  strong = false,
): Promise<StoredOf<K>[]> =>
  (await queryAll(table, { pk: partitions.definitions(org), begins: `${kind}|`, strong })).map(
    (item) => keptDefinition(kind, item).value,
  );

const many: Readonly<Record<string, keyof Definitions>> = {
  department: 'departments',
  journey: 'journeys',
  capability: 'capabilities',
  outcome: 'outcomes',
  objective: 'objectives',
  member: 'members',
  kpi: 'kpis',
  action: 'actions',
};

/** An entity without what only the store needs to know. */
export const unstamped = <T extends { version: number; updatedAt: string; updatedBy: string }>(stored: T) => {
  const { version: _version, updatedAt: _at, updatedBy: _by, ...entity } = stored;
  return entity;
};

/** All that is stored of an organisation's definitions: itself, the others without stamps, and each one's version. */
export interface StoredDefinitions {
  readonly organisation: StoredOf<'organisation'> | undefined;
  readonly definitions: Definitions;
  /** By `<kind>|<id>`. */
  readonly versions: ReadonlyMap<string, number>;
}

/** Everything that an organisation has defined, with versions, read strongly. */
export const storedDefinitions = async (table: Table, org: OrgId): Promise<StoredDefinitions> => {
  const versions = new Map<string, number>();
  let organisation: StoredOf<'organisation'> | undefined;
  const found: Record<keyof Definitions, unknown[]> = {
    departments: [],
    journeys: [],
    capabilities: [],
    outcomes: [],
    objectives: [],
    members: [],
    kpis: [],
    actions: [],
  };
  for (const item of await queryAll(table, { pk: partitions.definitions(org), strong: true })) {
    const kind = item.sk.slice(0, item.sk.indexOf('|')) as DefinitionKind;
    const { value } = keptDefinition(kind, item);
    versions.set(item.sk, value.version);
    const part = many[kind];
    if (part !== undefined) found[part].push(unstamped(value));
    else if (kind === 'organisation') organisation = value as StoredOf<'organisation'>;
  }
  return { organisation, definitions: found as unknown as Definitions, versions };
};

/** Everything that an organisation has defined, read strongly. */
export const allDefinitions = async (table: Table, org: OrgId): Promise<Definitions> =>
  (await storedDefinitions(table, org)).definitions;

/** The version check of an entity: 0 expects that there is none. */
const staleVersion = (kind: string, id: string, expected: number) =>
  staleRead(`The ${kind} “${id}” has changed since it was read, or exists already.`, kind, expected);

/** The stored item of a definition. */
export const definitionItem = <K extends DefinitionKind>(
  org: OrgId,
  kind: K,
  value: StoredOf<K>,
  auditHash: string,
): Item => ({
  ...keys.definition(org, kind, value.id),
  type: kind,
  schema: 1,
  version: value.version,
  auditHash,
  ...(kind === 'kpi' ? kpiOfDepartmentKey(org, (value as StoredOf<'kpi'>).department, value.id) : {}),
  ...content(value),
});

/** What a change of a definition says about itself. */
export interface DefinitionChangeOf<K extends DefinitionKind> {
  readonly kind: K;
  readonly action: string;
  /** The entity as it shall be, but for its stamp. */
  readonly entity: Omit<StoredOf<K>, 'version' | 'updatedAt' | 'updatedBy'>;
  /** As it was read, strongly; undefined where there was none. */
  readonly before: Kept<StoredOf<K>> | undefined;
}

/**
 * A definition with its stamp, the step that stores it over what was read, and the audit entry that goes with it.
 * `stale` is what the step says where another hand was faster.
 */
export const definitionWrite = <K extends DefinitionKind>(
  table: Table,
  writing: Writing,
  { kind, action, entity, before }: DefinitionChangeOf<K>,
  stale?: () => Refusal,
): { readonly stored: StoredOf<K>; readonly put: Guarded; readonly audit: AuditEntry } => {
  const expected = before?.value.version ?? 0;
  const stored = {
    ...entity,
    version: expected + 1,
    updatedAt: writing.at,
    updatedBy: writing.by,
  } as unknown as StoredOf<K>;
  const { id } = stored;
  const whole = keepingAside(before?.value, stored);
  const audit = auditEntryOf(writing, {
    action,
    entity: { kind, id },
    version: expected + 1,
    payload: JSON.parse(JSON.stringify(whole)),
    previous: before?.auditHash ?? '',
  });
  const item = definitionItem(writing.org, kind, whole, audit.hash);
  return { stored, put: putOver(table, item, expected, stale ?? staleVersion(kind, id, expected)), audit };
};

/** Stores a definition and its audit entry, with `also` in the same transaction. Returns it with its stamp. */
export const putDefinition = async <K extends DefinitionKind>(
  table: Table,
  writing: Writing,
  { also = [], ...change }: DefinitionChangeOf<K> & { readonly also?: readonly Guarded[] },
  answer: (stored: StoredOf<K>) => Omit<StoredAnswer, 'hash'>,
): Promise<StoredOf<K>> => {
  const { stored, put, audit } = definitionWrite(table, writing, change);
  await commit(table, writing, [put, ...also], audit, answer(stored));
  return stored;
};
