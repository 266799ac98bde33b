// A KPI goes to another department with everything that it holds. The quarters that have ended stay with the
// department that held it then, and so do their readings.
import type { Kpi } from '../kpi.ts';
import { kpiAfter } from '../kpi-change.ts';
import type { Objective } from '../objective.ts';
import { type Altered, altered, type Reorganising } from './altered.ts';

/** The KPI as people wrote it, but for these fields; what the server keeps of it is kept. */
export const kpiWith = (kpi: Kpi, fields: Partial<Kpi>, change: Reorganising): Altered[] => {
  const { id, targets, formerDepartments, changes, statutory, ...written } = kpi;
  return altered('kpi', kpi, kpiAfter(kpi, id, { ...written, ...fields }, kpi.firstQuarter, change), change);
};

/** The KPI in another department from the running quarter on. */
export const movedKpi = (kpi: Kpi, department: string, change: Reorganising): Altered[] =>
  kpiWith(kpi, { department }, change);

/** The objective in another department. */
export const movedObjective = (objective: Objective, department: string, change: Reorganising): Altered[] =>
  altered('objective', objective, { ...objective, department }, change);
