// A KPI that another one is modelled on: what it means is copied, what has happened to it is not.
import type { Kpi } from '../kpi.ts';
import { kpiAfter } from '../kpi-change.ts';
import { shown } from '../problem.ts';
import { type Altered, altered, type Reorganising } from './altered.ts';
import { refuse } from './find.ts';

/** Under which id, in which department, under which name a KPI is copied. */
export interface Copy {
  readonly id: string;
  readonly department: string;
  readonly name?: string | undefined;
}

/**
 * The copy: it begins in the running quarter, without targets, history, approval or confirmed perspective. In another
 * department it has no owner and no objective yet. `taken` says whether the new id has a KPI already.
 */
export const copiedKpi = (kpi: Kpi, copy: Copy, taken: boolean, change: Reorganising): Altered[] => {
  refuse(taken ? [{ path: '/id', found: shown(copy.id), expected: 'an id that no KPI has yet' }] : []);
  const {
    id: _id,
    targets,
    formerDepartments,
    changes,
    statutory,
    retiredFrom,
    owner,
    objective,
    ...fields
  } = kpi;
  const stays = copy.department === kpi.department;
  const written = {
    ...fields,
    department: copy.department,
    name: copy.name ?? kpi.name,
    perspectiveConfirmed: false,
    firstQuarter: change.running,
    ...(stays && owner !== undefined ? { owner } : {}),
    ...(stays && objective !== undefined ? { objective } : {}),
  };
  return altered('kpi', undefined, kpiAfter(undefined, copy.id, written, change.running, change), change);
};
