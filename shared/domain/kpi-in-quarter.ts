// What of a KPI stands in a quarter, apart from the schema that reads KPIs: the rule engine carries no parser.
import type { Kpi, Target } from './kpi.ts';
import type { Quarter } from './quarter.ts';
import { quarterIndex } from './quarter-steps.ts';

/** The target that stands in a quarter: the one from the latest quarter up to it; of two from one quarter, the one set last. */
export const targetIn = (kpi: Pick<Kpi, 'targets'>, quarter: Quarter): Target | undefined => {
  let standing: Target | undefined;
  for (const target of kpi.targets) {
    if (target.from > quarter) continue;
    if (
      standing === undefined ||
      target.from > standing.from ||
      (target.from === standing.from && Date.parse(target.setAt) >= Date.parse(standing.setAt))
    )
      standing = target;
  }
  return standing;
};

/** The department that holds a KPI's reading of a quarter: the one it belonged to at the quarter's end. */
export const departmentIn = (
  kpi: Pick<Kpi, 'department' | 'formerDepartments'>,
  quarter: Quarter,
): string => {
  let holder: Kpi['formerDepartments'][number] | undefined;
  for (const former of kpi.formerDepartments)
    if (former.until >= quarter && (holder === undefined || former.until < holder.until)) holder = former;
  return holder?.department ?? kpi.department;
};

/** Whether a quarter asks a reading of a KPI with this rhythm, counted from its first quarter. */
export const asksReading = (kpi: Pick<Kpi, 'everyQuarters' | 'firstQuarter'>, quarter: Quarter): boolean => {
  const distance = quarterIndex(quarter) - quarterIndex(kpi.firstQuarter);
  return distance >= 0 && distance % kpi.everyQuarters === 0;
};
