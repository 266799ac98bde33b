// The columns of each set-up list. The first one names the item and leads to its form.
import type { ReactNode } from 'react';
import { targetIn } from '../../shared/domain/kpi-in-quarter.ts';
import type { Lifetime } from '../../shared/domain/lifetime.ts';
import { useWholeList } from '../data/answers.ts';
import { useNames } from '../data/names.ts';
import { Mark } from '../parts/marks.tsx';
import { useSession } from '../session/session.tsx';
import type { ItemOf, Kind } from './kinds.ts';

/** A column: its title, and what it shows of an item. */
export interface Column<T> {
  readonly title: string;
  readonly show: (item: T) => ReactNode;
}

/** The columns of every kind, in the member's words. */
export const useColumns = (kind: Kind): { readonly [K in Kind]: readonly Column<ItemOf<K>>[] } => {
  const { m, f, me } = useSession();
  const known = useNames();
  const linked = { enabled: ['objectives', 'capabilities'].includes(kind) };
  const outcomes = useWholeList('listOutcomes', linked).data;
  const journeys = useWholeList('listJourneys', { enabled: kind === 'outcomes' }).data;
  const outcomeName = (id: string) => outcomes?.find((one) => one.id === id)?.statement ?? id;
  const departmentName = (id: string | undefined): string =>
    id === undefined ? m.setUp.none : known.department(id);
  const names = (ids: readonly string[]): string => (ids.length === 0 ? m.setUp.none : ids.join(', '));
  const life = ({ firstQuarter, retiredFrom }: Lifetime): string =>
    retiredFrom === undefined
      ? f.say(m.setUp.from, { quarter: f.quarter(firstQuarter) })
      : f.say(m.setUp.retired, { quarter: f.quarter(retiredFrom) });
  return {
    departments: [
      { title: m.setUp.name, show: ({ name }) => name },
      { title: m.setUp.function, show: (one) => m.departmentFunction[one.function] },
      { title: m.setUp.charter, show: ({ charter }) => charter ?? m.setUp.none },
      { title: m.setUp.quarters, show: life },
    ],
    outcomes: [
      { title: m.setUp.statement, show: ({ statement }) => statement },
      { title: m.setUp.owningDepartment, show: ({ owningDepartment }) => departmentName(owningDepartment) },
      {
        title: m.setUp.validation,
        show: ({ validation }) =>
          validation === undefined
            ? m.setUp.assumed
            : f.say(m.setUp.validated, {
                method: validation.method,
                n: validation.sampleSize,
                date: f.day(validation.date),
              }),
      },
      {
        title: m.setUpForm.journey,
        show: ({ journey }) =>
          journey === undefined
            ? m.setUp.none
            : (journeys?.find(({ id }) => id === journey)?.name ?? journey),
      },
      { title: m.setUp.weight, show: ({ weight }) => f.number(weight) },
    ],
    journeys: [
      { title: m.setUp.name, show: ({ name }) => name },
      {
        title: m.setUpForm.events,
        show: ({ events }) => events.map(({ name }) => name).join(' → '),
      },
      { title: m.setUpForm.touchpoints, show: ({ touchpoints }) => f.number(touchpoints.length) },
      {
        title: m.setUpForm.momentOfTruth,
        show: ({ touchpoints }) =>
          names(touchpoints.filter((one) => one.momentOfTruth).map(({ name }) => name)),
      },
      { title: m.setUp.quarters, show: life },
    ],
    capabilities: [
      { title: m.setUp.name, show: ({ name }) => name },
      {
        title: m.setUpForm.neededDepartments,
        show: ({ departments }) => names(departments.map(departmentName)),
      },
      { title: m.setUpForm.servedOutcomes, show: ({ outcomes: served }) => names(served.map(outcomeName)) },
      { title: m.setUp.quarters, show: life },
    ],
    objectives: [
      { title: m.setUp.title, show: ({ title }) => title },
      { title: m.setUp.department, show: ({ department }) => departmentName(department) },
      {
        title: m.setUp.quarters,
        show: ({ firstQuarter, lastQuarter }) =>
          lastQuarter === undefined
            ? f.say(m.setUp.from, { quarter: f.quarter(firstQuarter) })
            : f.say(m.setUp.fromTo, { from: f.quarter(firstQuarter), to: f.quarter(lastQuarter) }),
      },
      { title: m.setUp.outcomes, show: ({ outcomes: served }) => names(served.map(outcomeName)) },
    ],
    kpis: [
      { title: m.setUp.name, show: ({ name }) => name },
      { title: m.setUp.department, show: ({ department }) => departmentName(department) },
      { title: m.setUp.perspective, show: ({ perspective }) => m.perspective[perspective] },
      {
        title: m.setUp.target,
        show: (kpi) => {
          const target = targetIn(kpi, me.calendar.reportingQuarter);
          return target === undefined ? m.setUp.none : f.target(target.value, kpi.unit);
        },
      },
      {
        title: m.setUp.owner,
        show: ({ owner }) => (owner === undefined ? m.setUp.none : known.member(owner)),
      },
      { title: m.setUp.direction, show: ({ direction }) => m.direction[direction] },
      { title: m.setUp.outcomes, show: ({ contributions }) => f.number(contributions.length) },
      {
        title: m.setUp.counterparts,
        show: ({ counterparts, perspective }) => {
          if (counterparts.length > 0) return f.number(counterparts.length);
          if (perspective !== 'internal-efficiency') return m.setUp.none;
          return (
            <Mark tone="fault" drawing="cross">
              {m.report.none}
            </Mark>
          );
        },
      },
    ],
    members: [
      { title: m.setUp.name, show: ({ name }) => name },
      { title: m.setUp.email, show: ({ email }) => email ?? m.setUp.none },
      { title: m.setUp.roles, show: ({ roles }) => roles.map((role) => m.role[role]).join(', ') },
      { title: m.setUp.heads, show: ({ heads }) => names(heads.map(departmentName)) },
      { title: m.setUpForm.status, show: ({ status }) => m.setUpForm.memberStatus[status] },
    ],
  };
};
