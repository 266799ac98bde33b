// Loads what an organisation has, as an import and an export meet it: every definition with its version, and what
// counts of its departments' quarters, all read strongly.
import type { Department } from '../domain/department.ts';
import { Refusal } from '../domain/problem.ts';
import { type Quarter, quarterSchema } from '../domain/quarter.ts';
import type { OrgId } from '../domain/slug.ts';
import type { Definitions } from '../domain/sources.ts';
import { countingVersion, type Submission } from '../domain/submission.ts';
import type { Present, PresentQuarter } from '../exchange/plan-present.ts';
import { storedDefinitions, unstamped } from '../table/definitions.ts';
import { readHead } from '../table/evaluation.ts';
import { partitions } from '../table/keys.ts';
import { submissionsFrom } from '../table/submissions.ts';
import { queryAll, type Table } from '../table/table.ts';

/** Partitions read at a time. */
const atOnce = 16;

const quartersOf = (submissions: readonly Submission[]): Map<string, PresentQuarter> => {
  const groups = Map.groupBy(submissions, ({ department, quarter }) => `${department} ${quarter}`);
  return new Map(
    [...groups].flatMap(([key, versions]): [string, PresentQuarter][] => {
      const latest = versions.reduce((best, one) => (one.version > best.version ? one : best));
      return [[key, { latest, counting: countingVersion(versions) }]];
    }),
  );
};

const holders = ({ departments, kpis }: Definitions): string[] => [
  ...new Set([
    ...departments.map(({ id }: Department) => id),
    ...kpis.flatMap(({ department, formerDepartments }) => [
      department,
      ...formerDepartments.map((former) => former.department),
    ]),
  ]),
];

/** The quarters from the first of these on are read; none: no submission is. */
export interface Wanted {
  readonly from: Quarter | undefined;
}

/** What the organisation has. Submissions are read from a quarter on. */
export const loadPresent = async (table: Table, org: OrgId, { from }: Wanted): Promise<Present> => {
  const [stored, head, gates] = await Promise.all([
    storedDefinitions(table, org),
    readHead(table, org, true),
    queryAll(table, { pk: partitions.gates(org), strong: true }),
  ]);
  const { organisation, definitions, versions } = stored;
  if (organisation === undefined) throw new Refusal('not-found', 'There is no such organisation.');
  const submissions: Submission[] = [];
  const departments = from === undefined ? [] : holders(definitions);
  for (let start = 0; start < departments.length; start += atOnce) {
    const lists = await Promise.all(
      departments.slice(start, start + atOnce).map((id) => submissionsFrom(table, org, id, from as Quarter)),
    );
    for (const list of lists) submissions.push(...list);
  }
  return {
    organisation: unstamped(organisation),
    definitions,
    versions,
    quarters: quartersOf(submissions),
    evaluated: head !== undefined,
    sealed: new Set(gates.map(({ sk }) => quarterSchema.parse(sk))),
  };
};
