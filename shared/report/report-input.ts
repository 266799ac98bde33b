// What the reports of a quarter are made of, and what is worked out of it once for all of them.
import type { Check } from '../checks/check.ts';
import type { CheckResult } from '../checks/evaluate.ts';
import type { Figures } from '../domain/figures.ts';
import type { Context } from '../domain/liveness.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { StrategyMap } from '../domain/strategy-map.ts';
import type { BoardReport } from './board-report.ts';
import type { FindingLine } from './finding-line.ts';
import { findingLines, type Lives, waivedIn } from './finding-lines.ts';
import { departmentsOf } from './result-departments.ts';
import { impacts } from './views/impact.ts';
import type { Impact } from './views/shape.ts';

/** Everything that a report is made of. */
export interface ReportInput {
  readonly organisation: Organisation;
  readonly map: StrategyMap;
  readonly context: Context;
  readonly checks: readonly Check[];
  readonly results: readonly CheckResult[];
  readonly lives: Lives;
  readonly asOf: string;
  readonly coverageHistory: BoardReport['coverageHistory'];
  /** The figures of earlier quarters, and of this one where it is closed and they are frozen. */
  readonly figures?: readonly Figures[];
}

/** What is worked out once for all reports of a quarter. */
export interface Groundwork {
  readonly lines: readonly FindingLine[];
  readonly impacts: readonly Impact[];
  /** The results of each department; a touchpoint's belong to each of its owners. */
  readonly resultsOf: ReadonlyMap<string, readonly CheckResult[]>;
  readonly isWaived: (failed: CheckResult) => boolean;
}

const byDepartment = ({ map, results, context }: ReportInput): Map<string, CheckResult[]> => {
  const own = new Map<string, CheckResult[]>();
  for (const result of results)
    for (const department of departmentsOf(map, result, context.quarter)) {
      const list = own.get(department);
      if (list === undefined) own.set(department, [result]);
      else list.push(result);
    }
  return own;
};

/** The groundwork of the context's quarter. */
export const groundworkOf = (input: ReportInput): Groundwork => {
  const lines = findingLines(input);
  return {
    lines,
    impacts: impacts(input.map, input.context),
    resultsOf: byDepartment(input),
    isWaived: waivedIn(lines, input.context.quarter),
  };
};
