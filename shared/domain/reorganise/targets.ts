// A department's targets for a quarter are set before it, in one step, so that no goal moves once the result is in
// sight.
import type { Kpi, TargetValue } from '../kpi.ts';
import { targetFault } from '../kpi.ts';
import { withTarget } from '../kpi-change.ts';
import { type Fault, shown } from '../problem.ts';
import type { Quarter } from '../quarter.ts';
import { type Altered, altered, type Reorganising } from './altered.ts';
import { refuse } from './find.ts';

/** One KPI's target from the quarter on. */
export interface NewTarget {
  readonly kpi: string;
  readonly value: TargetValue;
  readonly reason?: string | undefined;
}

/** What setting a department's targets alters. Refuses, with every fault, KPIs of others and values that don't fit. */
export const targetsSet = (
  kpis: ReadonlyMap<string, Kpi>,
  department: string,
  quarter: Quarter,
  targets: readonly NewTarget[],
  change: Reorganising,
): Altered[] => {
  refuse(
    quarter >= change.running
      ? []
      : [
          {
            path: '/quarter',
            found: shown(quarter),
            expected: `${change.running} or later: the quarter has ended`,
          },
        ],
  );
  refuse(
    targets.flatMap(({ kpi, value }, i): Fault[] => {
      const known = kpis.get(kpi);
      if (known === undefined || known.department !== department)
        return [
          { path: `/targets/${i}/kpi`, found: shown(kpi), expected: `the id of a KPI of “${department}”` },
        ];
      const fault = targetFault(value, known);
      return fault === undefined
        ? []
        : [{ path: `/targets/${i}/value`, found: shown(value), expected: fault }];
    }),
  );
  return targets.flatMap(({ kpi, value, reason }) => {
    const before = kpis.get(kpi);
    if (before === undefined) return [];
    const target = {
      from: quarter,
      value,
      setAt: change.at,
      by: change.by,
      ...(reason === undefined ? {} : { reason }),
    };
    return altered('kpi', before, withTarget(before, target), change);
  });
};
