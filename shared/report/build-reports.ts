// All reports of a quarter from what evaluation knows. Pure: the same facts give the same reports, whoever writes them
// and when. Begin here: report-input.ts says what goes in, finding-lines.ts makes the lines that all of them share, and
// build-board.ts, build-department.ts, build-outcome.ts and build-journey.ts each build one kind.
import { isActive } from '../domain/liveness.ts';
import type { BoardReport, DepartmentReport } from './board-report.ts';
import { boardReport } from './build-board.ts';
import { departmentReport } from './build-department.ts';
import { journeyReport } from './build-journey.ts';
import { outcomeReport } from './build-outcome.ts';
import type { JourneyReport } from './journey-report.ts';
import type { OutcomeReport } from './outcome-report.ts';
import { groundworkOf, type ReportInput } from './report-input.ts';

/** Every report of a quarter; all but the board's by the id of what they are about. */
export interface Reports {
  readonly board: BoardReport;
  readonly departments: ReadonlyMap<string, DepartmentReport>;
  readonly outcomes: ReadonlyMap<string, OutcomeReport>;
  readonly journeys: ReadonlyMap<string, JourneyReport>;
}

/** What is active in the quarter and has a report, by id. */
const byId = <N extends Parameters<typeof isActive>[0] & { readonly id: string }, R>(
  nodes: readonly N[],
  { context }: ReportInput,
  build: (node: N) => R | undefined,
): ReadonlyMap<string, R> =>
  new Map(
    nodes
      .filter((node) => isActive(node, context.quarter))
      .flatMap((node): [string, R][] => {
        const report = build(node);
        return report === undefined ? [] : [[node.id, report]];
      }),
  );

/** All reports of the context's quarter: the board's, one for each active department, outcome and journey. */
export const buildReports = (given: ReportInput): Reports => {
  // What checks work out once per evaluation hangs on the context: a copy begins anew.
  const input = { ...given, context: { ...given.context } };
  const { map, context, asOf } = input;
  const groundwork = groundworkOf(input);
  const { lines } = groundwork;
  const impactsOn = Map.groupBy(groundwork.impacts, ({ outcome }) => outcome);
  return {
    board: boardReport(input, groundwork),
    departments: byId(map.all('department'), input, (department) =>
      departmentReport(department, input, groundwork),
    ),
    outcomes: byId(map.all('outcome'), input, (outcome) =>
      outcomeReport(outcome, context, { lines, impact: impactsOn.get(outcome.id) ?? [], asOf }),
    ),
    journeys: byId(map.all('journey'), input, (journey) => journeyReport(journey, context, { lines, asOf })),
  };
};
