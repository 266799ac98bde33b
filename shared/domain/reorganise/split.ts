// Some KPIs of a department, and objectives if wanted, become a department of their own.
import type { Department } from '../department.ts';
import { shown } from '../problem.ts';
import type { Definitions } from '../sources.ts';
import { type Altered, altered, type Reorganising } from './altered.ts';
import { named, refuse } from './find.ts';
import { movedKpi, movedObjective } from './move.ts';

/** What splits off, from where, under which new id. */
export interface Split {
  readonly from: string;
  readonly id: string;
  readonly name: string;
  readonly function: Department['function'];
  readonly charter?: string | undefined;
  readonly kpis: readonly string[];
  readonly objectives: readonly string[];
}

/** What splitting alters, the new department first. Every KPI and objective named must be the department's own. */
export const splitDepartment = (definitions: Definitions, split: Split, change: Reorganising): Altered[] => {
  const { from, id, name, function: of, charter } = split;
  named(definitions.departments, from, '/from', 'a department');
  const own = <T extends { readonly id: string; readonly department: string }>(
    list: readonly T[],
    ids: readonly string[],
    path: string,
    what: string,
  ): T[] => {
    const byId = new Map(list.map((one) => [one.id, one]));
    refuse(
      ids.flatMap((one, i) =>
        byId.get(one)?.department === from
          ? []
          : [{ path: `/${path}/${i}`, found: shown(one), expected: `the id of ${what} of “${from}”` }],
      ),
    );
    return ids.flatMap((one) => byId.get(one) ?? []);
  };
  refuse(
    definitions.departments.some((one) => one.id === id)
      ? [{ path: '/id', found: shown(id), expected: 'an id that no department has yet' }]
      : [],
  );
  const kpis = own(definitions.kpis, split.kpis, 'kpis', 'a KPI');
  const objectives = own(definitions.objectives, split.objectives, 'objectives', 'an objective');
  const department: Department = {
    id,
    name,
    function: of,
    ...(charter === undefined ? {} : { charter }),
    firstQuarter: change.running,
  };
  return [
    ...altered('department', undefined, department, change),
    ...objectives.flatMap((one) => movedObjective(one, id, change)),
    ...kpis.flatMap((one) => movedKpi(one, id, change)),
  ];
};
