// How a department stands in a quarter: the board's line and the department's own report say it alike.
import { heldKpis } from '../domain/contribution.ts';
import type { MapNode } from '../domain/strategy-links.ts';
import type { DepartmentReport } from './board-report.ts';
import type { Groundwork, ReportInput } from './report-input.ts';
import { alignmentOf, coverageOf } from './scores.ts';

const submissionOf = (
  { context: { quarter, calendar } }: ReportInput,
  department: MapNode<'department'>,
): DepartmentReport['submission'] =>
  department.data?.latest[quarter]?.state ??
  (quarter > calendar.lastDueQuarter || calendar.extended.includes(department.id) ? 'not-due' : 'missing');

/** Its submission, the version that was seen, and its scores. */
export const departmentStanding = (
  department: MapNode<'department'>,
  input: ReportInput,
  { resultsOf, isWaived }: Groundwork,
): Pick<DepartmentReport, 'submission' | 'version' | 'coverage' | 'alignment'> => {
  const { map, context, checks } = input;
  const { quarter } = context;
  const version = department.data?.latest[quarter]?.version;
  const results = resultsOf.get(department.id) ?? [];
  return {
    submission: submissionOf(input, department),
    ...(version === undefined ? {} : { version }),
    coverage: coverageOf(heldKpis(department, quarter), context),
    alignment: alignmentOf(results, map, checks, isWaived),
  };
};
