// From what is stored to what is judged: definitions and counted submissions become facts. Pure, so that the
// incremental evaluator and the rebuild from scratch can't disagree.
import type { Action } from './action.ts';
import type { Capability } from './capability.ts';
import type { Department } from './department.ts';
import {
  type CountedReading,
  type DepartmentFacts,
  type KpiFacts,
  type MemberFacts,
  readingWindow,
  type Strategy,
} from './facts.ts';
import type { Journey } from './journey.ts';
import type { Kpi } from './kpi.ts';
import { departmentIn } from './kpi-in-quarter.ts';
import type { Member } from './member.ts';
import type { Objective } from './objective.ts';
import type { Outcome } from './outcome.ts';
import { type PerspectiveReading, readingThatCounts } from './perspective-reading.ts';
import type { Quarter } from './quarter.ts';
import { addQuarters } from './quarter-steps.ts';
import { countingVersion, type Submission } from './submission.ts';

/** The first quarter whose readings evaluation sees. Later quarters than the reporting one are kept too. */
export const windowStart = (reportingQuarter: Quarter): Quarter =>
  addQuarters(reportingQuarter, 1 - readingWindow);

/** What of a stored department's quarter counts: its submission's readings by KPI. */
export type CountedQuarters = ReadonlyMap<Quarter, ReadonlyMap<string, CountedReading>>;

/** The counting submissions of one department, by quarter, from all their versions. */
export const countedQuarters = (versions: readonly Submission[], from: Quarter): CountedQuarters => {
  const counted = new Map<Quarter, ReadonlyMap<string, CountedReading>>();
  for (const [quarter, list] of Map.groupBy(versions, (one) => one.quarter)) {
    const counting = quarter < from ? undefined : countingVersion(list);
    if (counting === undefined) continue;
    counted.set(
      quarter,
      new Map(counting.readings.map(({ kpi, note: _note, ...reading }) => [kpi, reading])),
    );
  }
  return counted;
};

/** A department with the quarters that were handed in, from all versions of its submissions. */
export const departmentFactsOf = (
  department: Department,
  versions: readonly Submission[],
  from: Quarter,
): DepartmentFacts => {
  const latest: DepartmentFacts['latest'] = {};
  for (const { quarter, version, state } of versions)
    if (quarter >= from && version > (latest[quarter]?.version ?? 0)) latest[quarter] = { state, version };
  return { ...department, counted: [...countedQuarters(versions, from).keys()].sort(), latest };
};

/** A KPI with its readings, each from the department that held it at the quarter's end, and what its wording says. */
export const kpiFactsOf = (
  kpi: Kpi,
  countedOf: (department: string) => CountedQuarters,
  read?: PerspectiveReading,
): KpiFacts => {
  const departments = new Set([kpi.department, ...kpi.formerDepartments.map((former) => former.department)]);
  const readings: [Quarter, CountedReading][] = [];
  for (const department of departments)
    for (const [quarter, byKpi] of countedOf(department)) {
      const reading = byKpi.get(kpi.id);
      if (reading !== undefined && departmentIn(kpi, quarter) === department)
        readings.push([quarter, reading]);
    }
  readings.sort(([a], [b]) => (a < b ? -1 : 1));
  const perspective = readingThatCounts(kpi, read);
  return {
    ...kpi,
    readings: Object.fromEntries(readings) as KpiFacts['readings'],
    ...(perspective === undefined ? {} : { perspectiveReading: perspective }),
  };
};

/** A member, as far as checks care. */
export const memberFactsOf = ({ id, status }: Member): MemberFacts => ({ id, status });

/** All stored definitions of an organisation but itself. */
export interface Definitions {
  readonly departments: readonly Department[];
  readonly journeys: readonly Journey[];
  readonly capabilities: readonly Capability[];
  readonly outcomes: readonly Outcome[];
  readonly objectives: readonly Objective[];
  readonly members: readonly Member[];
  readonly kpis: readonly Kpi[];
  /** None in what comes from a file: actions are decided, not imported. */
  readonly actions?: readonly Action[];
}

const byId = <T extends { readonly id: string }>(items: Iterable<T>): T[] =>
  [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/** The whole strategy from all sources; `read` holds what the wordings of KPIs read as. */
export const strategyFrom = (
  definitions: Definitions,
  submissions: readonly Submission[],
  reportingQuarter: Quarter,
  read: ReadonlyMap<string, PerspectiveReading> = new Map(),
): Strategy => {
  const from = windowStart(reportingQuarter);
  const byDepartment = Map.groupBy(submissions, (one) => one.department);
  const counted = new Map<string, CountedQuarters>();
  const countedOf = (department: string): CountedQuarters => {
    let quarters = counted.get(department);
    if (quarters === undefined) {
      quarters = countedQuarters(byDepartment.get(department) ?? [], from);
      counted.set(department, quarters);
    }
    return quarters;
  };
  return {
    departments: byId(
      definitions.departments.map((one) => departmentFactsOf(one, byDepartment.get(one.id) ?? [], from)),
    ),
    journeys: byId(definitions.journeys),
    capabilities: byId(definitions.capabilities),
    outcomes: byId(definitions.outcomes),
    objectives: byId(definitions.objectives),
    members: byId(definitions.members.map(memberFactsOf)),
    kpis: byId(definitions.kpis.map((kpi) => kpiFactsOf(kpi, countedOf, read.get(kpi.id)))),
    actions: byId(definitions.actions ?? []),
  };
};
