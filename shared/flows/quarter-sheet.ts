// Reads a department's quarter for its page: everything in one round trip, and one more where a KPI has moved between
// departments.
import { closeDate, dueDateOf, quarterGate } from '../domain/calendar.ts';
import type { Member } from '../domain/member.ts';
import type { Organisation } from '../domain/organisation.ts';
import { Refusal } from '../domain/problem.ts';
import type { Quarter } from '../domain/quarter.ts';
import { quarterRows } from '../domain/quarter-rows.ts';
import { addQuarters } from '../domain/quarter-steps.ts';
import type { OrgId } from '../domain/slug.ts';
import { type CountedQuarters, countedQuarters } from '../domain/sources.ts';
import type { Submission } from '../domain/submission.ts';
import { readDefinition, type StoredOf } from '../table/definitions.ts';
import { isShut } from '../table/gate.ts';
import { kpisHeldNow, kpisHeldOnce, kpisOf } from '../table/held-kpis.ts';
import { readDraft, submissionsBetween } from '../table/submissions.ts';
import type { Table } from '../table/table.ts';

/** Quarters before the sheet's own among which the last reading is looked for: a yearly rhythm's. */
const lookBack = 4;

/** Who asks for which department's quarter. */
export interface SheetRequest {
  readonly org: OrgId;
  readonly member: Member;
  readonly now: string;
  readonly department: string;
  readonly quarter: Quarter;
  readonly organisation: () => Promise<Organisation>;
  readonly isOwn: (department: string) => Promise<boolean>;
}

type Kpis = ReadonlyMap<string, StoredOf<'kpi'>>;

/** The other departments that have held one of the KPIs since a quarter. */
const otherHolders = (kpis: Kpis, department: string, from: Quarter): string[] => {
  const holders = new Set<string>();
  for (const kpi of kpis.values()) {
    holders.add(kpi.department);
    for (const former of kpi.formerDepartments) if (former.until >= from) holders.add(former.department);
  }
  holders.delete(department);
  return [...holders];
};

/** The KPIs that a department holds or held, and the counted submissions of every department that held them since. */
const heldAndCounted = async (
  table: Table,
  { org, department, quarter }: SheetRequest,
  now: readonly StoredOf<'kpi'>[],
  once: readonly string[],
  own: readonly Submission[],
) => {
  const from = addQuarters(quarter, -lookBack);
  const held = new Map(now.map((kpi) => [kpi.id, kpi]));
  const gone = once.filter((id) => !held.has(id));
  const others = otherHolders(held, department, from);
  const [former, ...lists] = await Promise.all([
    kpisOf(table, org, gone),
    ...others.map((other) => submissionsBetween(table, org, other, from, quarter)),
  ]);
  const counted = new Map<string, CountedQuarters>([[department, countedQuarters(own, from)]]);
  for (const [i, other] of others.entries()) counted.set(other, countedQuarters(lists[i] ?? [], from));
  return {
    kpis: [...held.values(), ...former.values()],
    countedOf: (id: string): CountedQuarters => counted.get(id) ?? new Map(),
  };
};

/** The department's quarter. Refuses (`not-found`) where there is no such department. */
export const readQuarterSheet = async (table: Table, request: SheetRequest) => {
  const { org, member, now, department, quarter } = request;
  const mayOwn =
    member.heads.includes(department) || member.deputyOf.some((deputy) => deputy.department === department);
  const [organisation, defined, heldNow, heldOnce, submissions, shut, saved] = await Promise.all([
    request.organisation(),
    readDefinition(table, org, 'department', department),
    kpisHeldNow(table, org, department),
    kpisHeldOnce(table, org, department),
    submissionsBetween(table, org, department, addQuarters(quarter, -lookBack), quarter),
    isShut(table, org, quarter),
    mayOwn ? readDraft(table, org, department, quarter) : undefined,
  ]);
  if (defined === undefined) throw new Refusal('not-found', `There is no department “${department}”.`);
  const own = await request.isOwn(department);
  const gate = shut ? 'closed' : quarterGate(quarter, now, organisation);
  const versions = submissions.filter((one) => one.quarter === quarter);
  const submission = versions.at(-1);
  const version = submission?.version ?? 0;
  const { kpis, countedOf } = await heldAndCounted(table, request, heldNow, heldOnce, submissions);
  const { id, name, charter } = defined.value;
  return {
    department: { id, name, charter },
    quarter,
    gate,
    dueDate: dueDateOf(department, quarter, organisation),
    closeDate: closeDate(quarter, organisation),
    writable: own && gate === 'open',
    version,
    submission,
    draft: own && saved?.basedOn === version ? saved : undefined,
    rows: quarterRows({ kpis, department, quarter, policy: organisation.policy, countedOf, submission }),
  };
};
