// A submission: everything that speaks against it is found before anything is written; then it is one transaction.
import { requireClosed, requireOpen } from '../domain/open-quarter.ts';
import type { Organisation } from '../domain/organisation.ts';
import { Refusal } from '../domain/problem.ts';
import type { Quarter } from '../domain/quarter.ts';
import { readingFaults } from '../domain/reading-faults.ts';
import { receiptOf } from '../domain/receipt.ts';
import type { OrgId } from '../domain/slug.ts';
import type { Reading, Submission } from '../domain/submission.ts';
import { type Decision, decided } from '../domain/submission-decision.ts';
import type { GivenAnswer, Writing } from '../domain/writing.ts';
import { type Kept, readDefinition, type StoredOf } from '../table/definitions.ts';
import { kpisOf } from '../table/held-kpis.ts';
import { decideSubmission, putSubmission, versionsOf } from '../table/submissions.ts';
import type { Table } from '../table/table.ts';

/** Which department's quarter. */
export interface DepartmentQuarter {
  readonly org: OrgId;
  readonly department: string;
  readonly quarter: Quarter;
}

/** What is handed in. */
export interface HandedIn {
  readonly readings: readonly Reading[];
  readonly note?: string | undefined;
}

/** The versions of an existing department's quarter, newest first, read strongly. */
const versionsIn = async (
  table: Table,
  { org, department, quarter }: DepartmentQuarter,
): Promise<Kept<Submission>[]> => {
  const [defined, versions] = await Promise.all([
    readDefinition(table, org, 'department', department, true),
    versionsOf(table, org, department, quarter, true),
  ]);
  if (defined === undefined) throw new Refusal('not-found', `There is no department “${department}”.`);
  return versions;
};

/** The KPIs that readings name. Refuses (`invalid-input`) every reading that is not the department's, or no value. */
export const namedKpis = async (
  table: Table,
  { org, department, quarter }: DepartmentQuarter,
  readings: readonly Reading[],
): Promise<Map<string, StoredOf<'kpi'>>> => {
  const kpis = await kpisOf(
    table,
    org,
    readings.map(({ kpi }) => kpi),
    true,
  );
  const faults = readingFaults(readings, (id) => kpis.get(id), department, quarter);
  if (faults.length === 0) return kpis;
  throw new Refusal('invalid-input', 'The readings can’t be taken as they are.', faults);
};

/** The present version of a department's quarter, 0 while there is none. */
export const presentVersion = async (table: Table, where: DepartmentQuarter): Promise<number> =>
  (await versionsIn(table, where))[0]?.value.version ?? 0;

/** What a write of submissions is given. */
export interface Submitting {
  readonly where: DepartmentQuarter;
  readonly writing: Writing;
  readonly organisation: Organisation;
  readonly expectVersion: (present: number | undefined) => void;
  readonly reply: (receipt: ReturnType<typeof receiptOf>) => GivenAnswer;
}

/** Stores the next version of a department's quarter. */
export const handIn = async (
  table: Table,
  { where, writing, organisation, expectVersion, reply }: Submitting,
  { readings, note }: HandedIn,
  history: boolean,
): Promise<GivenAnswer> => {
  const versions = await versionsIn(table, where);
  (history ? requireClosed : requireOpen)(where.quarter, writing.at, organisation);
  const present = versions[0]?.value.version;
  expectVersion(present);
  await namedKpis(table, where, readings);
  const submission: Submission = {
    department: where.department,
    quarter: where.quarter,
    version: (present ?? 0) + 1,
    state: 'submitted',
    readings: [...readings],
    ...(note === undefined ? {} : { note }),
    history,
    submittedAt: writing.at,
    submittedBy: writing.by,
  };
  const answer = reply(receiptOf(submission, writing.at, writing.by));
  await putSubmission(table, writing, submission, answer);
  return answer;
};

/** Accepts or returns the present version. A quarter that has closed can't be returned: nobody could submit it again. */
export const decide = async (
  table: Table,
  { where, writing, organisation, expectVersion, reply }: Submitting,
  decision: Pick<Decision, 'state' | 'comment'>,
): Promise<GivenAnswer> => {
  const [present] = await versionsIn(table, where);
  if (present === undefined)
    throw new Refusal('not-found', `“${where.department}” has not submitted ${where.quarter}.`);
  expectVersion(present.value.version);
  const after = decided(present.value, { ...decision, by: writing.by, at: writing.at });
  if (decision.state === 'returned') requireOpen(where.quarter, writing.at, organisation);
  const answer = reply(receiptOf(after, writing.at, writing.by));
  await decideSubmission(table, writing, present, after, answer);
  return answer;
};
