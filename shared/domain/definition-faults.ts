// What is wrong with a definition by itself that its schema can't say: values that a unit excludes, a life that ends
// before it begins, stretches of a journey that do not exist.
import type { Journey } from './journey.ts';
import type { Member } from './member.ts';
import type { Outcome } from './outcome.ts';
import type { Policy } from './policy.ts';
import { type Fault, shown } from './problem.ts';
import type { Quarter } from './quarter.ts';
import { valueFault } from './unit.ts';

/** A life that ends before it begins. */
export const lifetimeFaults = (thing: {
  readonly firstQuarter: Quarter;
  readonly lastQuarter?: Quarter | undefined;
  readonly retiredFrom?: Quarter | undefined;
}): Fault[] =>
  (['lastQuarter', 'retiredFrom'] as const).flatMap((field) => {
    const quarter = thing[field];
    return quarter === undefined || quarter >= thing.firstQuarter
      ? []
      : [
          {
            path: `/${field}`,
            found: shown(quarter),
            expected: `${thing.firstQuarter} or later, where it begins`,
          },
        ];
  });

/** A tolerance that its unit excludes. */
export const outcomeFaults = ({ tolerance }: Pick<Outcome, 'tolerance'>): Fault[] => {
  const fault = tolerance && valueFault(tolerance.value, tolerance.unit);
  return fault === undefined
    ? []
    : [{ path: '/tolerance/value', found: shown(tolerance?.value), expected: fault }];
};

/** A member who heads a department, or stands in for its head, without the role by which heads write. */
export const memberFaults = ({
  roles,
  heads,
  deputyOf,
}: Pick<Member, 'roles' | 'heads' | 'deputyOf'>): Fault[] =>
  heads.length + deputyOf.length === 0 || roles.includes('department-head')
    ? []
    : [
        {
          path: '/roles',
          found: shown(roles),
          expected: 'department-head among the roles, as a head or deputy writes by it',
        },
      ];

/** Segments that don't lead from an event to the next one, or whose duration is none. */
export const journeyFaults = ({ events, segments }: Pick<Journey, 'events' | 'segments'>): Fault[] =>
  segments.flatMap(({ from, to, duration, unit }, i) => {
    const faults: Fault[] = [];
    const start = events.findIndex((event) => event.id === from);
    if (start === -1)
      faults.push({
        path: `/segments/${i}/from`,
        found: shown(from),
        expected: 'the id of an event of this journey',
      });
    else if (events[start + 1]?.id !== to)
      faults.push({
        path: `/segments/${i}/to`,
        found: shown(to),
        expected: `the event that follows “${from}”`,
      });
    if (unit.kind !== 'duration')
      faults.push({ path: `/segments/${i}/unit/kind`, found: shown(unit.kind), expected: 'duration' });
    const fault = valueFault(duration, unit);
    if (fault !== undefined)
      faults.push({ path: `/segments/${i}/duration`, found: shown(duration), expected: fault });
    return faults;
  });

/** A quarter that closes before it is due, and checks that nobody knows. */
export const policyFaults = (
  { dueDays, closeDays, checks }: Pick<Policy, 'dueDays' | 'closeDays' | 'checks'>,
  known: ReadonlySet<string>,
): Fault[] => [
  ...(closeDays >= dueDays
    ? []
    : [
        {
          path: '/closeDays',
          found: shown(closeDays),
          expected: `${dueDays} or more, as a quarter is due by then`,
        },
      ]),
  ...Object.entries(checks)
    .filter(([check]) => !known.has(check))
    .map(([check, on]) => ({ path: `/checks/${check}`, found: shown(on), expected: 'the id of a check' })),
];
