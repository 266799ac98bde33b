// A stream record is a hint, never data: it says which source may have changed. The source is then read again,
// strongly, so that duplicates, reordering and old images do no harm.

import type { Department } from '../domain/department.ts';
import type { Strategy } from '../domain/facts.ts';
import type { Kpi } from '../domain/kpi.ts';
import { type PerspectiveReading, wordingOf } from '../domain/perspective-reading.ts';
import type { Quarter } from '../domain/quarter.ts';
import { type OrgId, slug } from '../domain/slug.ts';
import {
  type CountedQuarters,
  countedQuarters,
  departmentFactsOf,
  kpiFactsOf,
  memberFactsOf,
  windowStart,
} from '../domain/sources.ts';
import type { FactsOf, NodeKind } from '../domain/strategy-links.ts';
import type { Submission } from '../domain/submission.ts';
import { readDefinition, unstamped } from '../table/definitions.ts';
import { type DefinitionKind, definitionKinds } from '../table/keys.ts';
import { readPerspective } from '../table/perspective-readings.ts';
import { submissionsFrom } from '../table/submissions.ts';
import type { Table } from '../table/table.ts';

type Entity = Exclude<NodeKind, 'measure' | 'touchpoint'>;
/** What an entity's facts become; without facts it is gone. */
export type Change = {
  [K in Entity]: { readonly kind: K; readonly id: string; readonly data: FactsOf[K] | undefined };
}[Entity];

/** Which source may have changed. */
export type Hint =
  | { readonly kind: DefinitionKind; readonly id: string }
  | { readonly kind: 'submission'; readonly department: string; readonly history: boolean }
  /** A person did something with a finding: nothing to judge, but reports show it. */
  | { readonly kind: 'life'; readonly id?: string }
  /** A change of many entities has ended. */
  | { readonly kind: 'bulk' };

/** The organisation and source that a key names; undefined for what is no source. */
export const hintOf = (
  pk: string,
  sk: string,
  type: string,
): { readonly org: string; readonly hint: Hint } | undefined => {
  const [org = '', area, department] = pk.split('|');
  if (!slug.safeParse(org).success) return undefined;
  if (area === 'submission' && department !== undefined)
    return { org, hint: { kind: 'submission', department, history: type === 'history' } };
  if (area === 'change') return type === 'change' ? { org, hint: { kind: 'bulk' } } : undefined;
  if (area === 'finding') return type === 'life' ? { org, hint: { kind: 'life', id: sk } } : undefined;
  if (area === 'perspective') return { org, hint: { kind: 'kpi', id: sk } };
  if (area !== 'def') return undefined;
  const [kind, id] = sk.split('|');
  const known = definitionKinds.find((one) => one === kind);
  return known === undefined || id === undefined ? undefined : { org, hint: { kind: known, id } };
};

const asKpi = ({ readings: _readings, perspectiveReading: _read, ...kpi }: Strategy['kpis'][number]): Kpi =>
  kpi;

/** What the facts already know of a KPI's wording, which has not changed. */
const readAlready = (facts: Strategy['kpis'][number]): PerspectiveReading | undefined =>
  facts.perspectiveReading && { ...facts.perspectiveReading, wording: wordingOf(facts) };

/** Reads the hinted sources again and returns what the facts become; what is as before is left out by the caller. */
export const readChanges = async (
  table: Table,
  org: OrgId,
  strategy: Strategy,
  hints: readonly Hint[],
  reportingQuarter: Quarter,
): Promise<Change[]> => {
  const from = windowStart(reportingQuarter);
  const kpis = new Map(strategy.kpis.map((facts) => [facts.id, facts]));
  const read = new Map<string, Promise<readonly Submission[]>>();
  const versionsOf = (department: string): Promise<readonly Submission[]> => {
    let reading = read.get(department);
    if (reading === undefined) {
      reading = submissionsFrom(table, org, department, from);
      read.set(department, reading);
    }
    return reading;
  };
  const countedOf = async (department: string): Promise<CountedQuarters> =>
    countedQuarters(await versionsOf(department), from);
  const departmentChange = async (department: Department): Promise<Change> => ({
    kind: 'department',
    id: department.id,
    data: departmentFactsOf(department, await versionsOf(department.id), from),
  });
  const kpiChange = async (
    kpi: Kpi,
    read: Promise<PerspectiveReading | undefined> | PerspectiveReading | undefined,
  ): Promise<Change> => {
    const departments = [kpi.department, ...kpi.formerDepartments.map((former) => former.department)];
    const [counted, perspective] = await Promise.all([
      Promise.all(departments.map(async (id) => [id, await countedOf(id)] as const)),
      read,
    ]);
    const byDepartment = new Map(counted);
    const none: CountedQuarters = new Map();
    const facts = kpiFactsOf(kpi, (id) => byDepartment.get(id) ?? none, perspective);
    return { kind: 'kpi', id: kpi.id, data: facts };
  };
  const wordedKpi = (kpi: Kpi): Promise<Change> => kpiChange(kpi, readPerspective(table, org, kpi.id));
  const wanted = new Map<string, DefinitionKind>();
  const submitted = new Set<string>();
  for (const hint of hints)
    if (hint.kind === 'submission') submitted.add(hint.department);
    else if (hint.kind !== 'organisation' && hint.kind !== 'life' && hint.kind !== 'bulk')
      wanted.set(`${hint.kind}|${hint.id}`, hint.kind);

  // Every KPI that a department holds or held may have another reading now; and the department another count.
  const definitions = new Map<string, Promise<Change>>();
  const again = (kind: DefinitionKind, id: string) => wanted.set(`${kind}|${id}`, kind);
  for (const department of submitted) again('department', department);
  for (const facts of kpis.values()) {
    const holders = [facts.department, ...facts.formerDepartments.map((former) => former.department)];
    if (holders.some((holder) => submitted.has(holder)) && !wanted.has(`kpi|${facts.id}`))
      definitions.set(`kpi|${facts.id}`, kpiChange(asKpi(facts), readAlready(facts)));
  }
  for (const [key, kind] of wanted) {
    const id = key.slice(kind.length + 1);
    definitions.set(key, readChange(table, org, kind, id, departmentChange, wordedKpi));
  }
  return Promise.all(definitions.values());
};

const readChange = async (
  table: Table,
  org: OrgId,
  kind: DefinitionKind,
  id: string,
  departmentChange: (department: Department) => Promise<Change>,
  kpiChange: (kpi: Kpi) => Promise<Change>,
): Promise<Change> => {
  const kept = await readDefinition(table, org, kind, id, true);
  if (kept === undefined || kind === 'organisation') return { kind, id, data: undefined } as Change;
  const entity = unstamped(kept.value as never) as never;
  if (kind === 'kpi') return kpiChange(entity);
  if (kind === 'department') return departmentChange(entity);
  if (kind === 'member') return { kind, id, data: memberFactsOf(entity) };
  return { kind, id, data: entity } as Change;
};

const partOf = {
  department: 'departments',
  journey: 'journeys',
  capability: 'capabilities',
  outcome: 'outcomes',
  objective: 'objectives',
  member: 'members',
  kpi: 'kpis',
  action: 'actions',
} as const;

/** The strategy with these changes, each list still sorted by id. */
export const withChanges = (strategy: Strategy, changes: readonly Change[]): Strategy => {
  const next = { ...strategy } as Record<string, readonly { readonly id: string }[]>;
  for (const [kind, own] of Map.groupBy(changes, (change) => change.kind)) {
    const part = partOf[kind as keyof typeof partOf];
    const items = new Map((next[part] ?? []).map((item) => [item.id, item]));
    for (const { id, data } of own)
      if (data === undefined) items.delete(id);
      else items.set(id, data as { id: string });
    next[part] = [...items.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }
  return next as unknown as Strategy;
};
