// A submission holds the readings of its department's KPIs, each in its KPI's unit; everything else is told, all at
// once, with the row it stands in.

import { activeIn } from './active.ts';
import type { Kpi } from './kpi.ts';
import { departmentIn } from './kpi-in-quarter.ts';
import { type Fault, shown } from './problem.ts';
import type { Quarter } from './quarter.ts';
import type { Reading } from './submission.ts';
import { valueFault } from './unit.ts';

/** Whether a department submits the reading of a KPI for a quarter: it is active, and held there at the quarter's end. */
export const submitsFor = (kpi: Kpi, department: string, quarter: Quarter): boolean =>
  activeIn(kpi, quarter) && departmentIn(kpi, quarter) === department;

const kpiFault = (kpi: Kpi | undefined, department: string, quarter: Quarter): string | undefined => {
  if (kpi === undefined || departmentIn(kpi, quarter) !== department)
    return `the id of a KPI that “${department}” holds in ${quarter}`;
  return activeIn(kpi, quarter) ? undefined : `a KPI that is active in ${quarter}`;
};

/** The faults of a department's readings of a quarter, given the stored KPIs that they name. */
export const readingFaults = (
  readings: readonly Reading[],
  kpiOf: (id: string) => Kpi | undefined,
  department: string,
  quarter: Quarter,
): Fault[] =>
  readings.flatMap(({ kpi: id, actual }, i) => {
    const kpi = kpiOf(id);
    const misplaced = kpiFault(kpi, department, quarter);
    if (misplaced !== undefined)
      return [{ path: `/readings/${i}/kpi`, found: shown(id), expected: misplaced }];
    const value = actual === undefined || kpi === undefined ? undefined : valueFault(actual, kpi.unit);
    return value === undefined
      ? []
      : [{ path: `/readings/${i}/actual`, found: shown(actual), expected: value }];
  });
