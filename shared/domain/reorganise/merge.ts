// One department becomes part of another: its KPIs, objectives, outcomes, touchpoints and places in capabilities go
// over, itself it is retired. Past quarters stay where they were, and its head still hands in the last of them.
import type { Lifetime } from '../lifetime.ts';
import { shown } from '../problem.ts';
import type { Quarter } from '../quarter.ts';
import type { Definitions } from '../sources.ts';
import { type Altered, altered, type Reorganising } from './altered.ts';
import { named, refuse } from './find.ts';
import { movedKpi, movedObjective } from './move.ts';

/** Whether something still lives in a quarter, or will. */
export const livesOn = (thing: Pick<Lifetime, 'retiredFrom'>, quarter: Quarter): boolean =>
  thing.retiredFrom === undefined || thing.retiredFrom > quarter;

const instead = (ids: readonly string[], from: string, into: string): string[] => [
  ...new Set(ids.map((id) => (id === from ? into : id))),
];

/** What merging a department into another alters, in the order in which it can be written. */
export const mergeDepartments = (
  definitions: Definitions,
  { from, into }: { readonly from: string; readonly into: string },
  change: Reorganising,
): Altered[] => {
  const { running } = change;
  const old = named(definitions.departments, from, '/id', 'a department');
  const target = named(definitions.departments, into, '/into', 'a department');
  refuse([
    ...(from === into
      ? [{ path: '/into', found: shown(into), expected: 'another department than the one that is merged' }]
      : []),
    ...(livesOn(target, running)
      ? []
      : [{ path: '/into', found: shown(into), expected: 'a department that is not retired' }]),
  ]);
  const { kpis, objectives, outcomes, capabilities, journeys } = definitions;
  return [
    ...objectives
      .filter((one) => one.department === from && livesOn(one, running))
      .flatMap((one) => movedObjective(one, into, change)),
    ...kpis
      .filter((one) => one.department === from && livesOn(one, running))
      .flatMap((one) => movedKpi(one, into, change)),
    ...outcomes
      .filter((one) => one.owningDepartment === from && livesOn(one, running))
      .flatMap((one) => altered('outcome', one, { ...one, owningDepartment: into }, change)),
    ...capabilities
      .filter((one) => one.departments.includes(from) && livesOn(one, running))
      .flatMap((one) =>
        altered('capability', one, { ...one, departments: instead(one.departments, from, into) }, change),
      ),
    ...journeys
      .filter((one) => livesOn(one, running))
      .flatMap((one) => {
        const touchpoints = one.touchpoints.map((touchpoint) => ({
          ...touchpoint,
          owners: instead(touchpoint.owners, from, into),
        }));
        return altered('journey', one, { ...one, touchpoints }, change);
      }),
    ...(livesOn(old, running)
      ? altered('department', old, { ...old, retiredFrom: later(running, old.firstQuarter) }, change)
      : []),
  ];
};

const later = (a: Quarter, b: Quarter): Quarter => (a > b ? a : b);
