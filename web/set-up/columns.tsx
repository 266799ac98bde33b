// The columns of each set-up list.
import type { ReactNode } from 'react';
import type { Answer } from '../../shared/api/client.ts';
import { targetIn } from '../../shared/domain/kpi.ts';
import type { Lifetime } from '../../shared/domain/lifetime.ts';
import { useNames } from '../data/names.ts';
import { useSession } from '../session/session.tsx';

/** The lists that there are, and the operation that reads each. */
export const listOf = {
  departments: 'listDepartments',
  outcomes: 'listOutcomes',
  objectives: 'listObjectives',
  kpis: 'listKpis',
  members: 'listMembers',
} as const;
export type Kind = keyof typeof listOf;
type ItemOf<K extends Kind> = Answer<(typeof listOf)[K]>['items'][number];

/** A column: its title, and what it shows of an item. */
export interface Column<T> {
  readonly title: string;
  readonly show: (item: T) => ReactNode;
}

/** The columns of every kind, in the member's words. */
export const useColumns = (): { readonly [K in Kind]: readonly Column<ItemOf<K>>[] } => {
  const { m, f, me } = useSession();
  const known = useNames();
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
      { title: m.setUp.id, show: ({ id }) => <code>{id}</code> },
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
      { title: m.setUp.weight, show: ({ weight }) => f.number(weight) },
      { title: m.setUp.id, show: ({ id }) => <code>{id}</code> },
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
      { title: m.setUp.outcomes, show: ({ outcomes }) => names(outcomes) },
      { title: m.setUp.id, show: ({ id }) => <code>{id}</code> },
    ],
    kpis: [
      { title: m.setUp.name, show: ({ name }) => name },
      { title: m.setUp.department, show: ({ department }) => departmentName(department) },
      { title: m.setUp.perspective, show: ({ perspective }) => m.perspective[perspective] },
      { title: m.setUp.unit, show: ({ unit }) => f.unitLabel(unit) || m.setUp.none },
      { title: m.setUp.direction, show: ({ direction }) => m.direction[direction] },
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
      {
        title: m.setUp.outcomes,
        show: ({ contributions }) => names(contributions.map(({ outcome }) => outcome)),
      },
      { title: m.setUp.counterparts, show: ({ counterparts }) => names(counterparts.map(({ kpi }) => kpi)) },
      { title: m.setUp.id, show: ({ id }) => <code>{id}</code> },
    ],
    members: [
      {
        title: m.setUp.name,
        show: ({ name, status }) => (status === 'removed' ? `${name} (${m.setUp.removed})` : name),
      },
      { title: m.setUp.email, show: ({ email }) => email ?? m.setUp.none },
      { title: m.setUp.roles, show: ({ roles }) => roles.map((role) => m.role[role]).join(', ') },
      { title: m.setUp.heads, show: ({ heads }) => names(heads.map(departmentName)) },
      { title: m.setUp.id, show: ({ id }) => <code>{id}</code> },
    ],
  };
};
