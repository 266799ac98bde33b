// Several departments own the touchpoints; one of them measures. The others meet the customer without looking.
import { activeContributors, holderOf, isServed } from '../domain/contribution.ts';
import { isActive } from '../domain/liveness.ts';
import { type Check, type Example, fail, notApplicable, pass, refs } from './check.ts';

export const siloedOutcome: Check<'outcome'> = {
  meta: {
    id: 'siloed-outcome',
    group: 'links',
    anchor: 'outcome',
    level: 'warning',
    levels: ['warning'],
    title: 'Siloed outcome',
    question:
      'Do at least two of the departments that meet the customer on the way to this outcome measure it?',
    why: 'Delivery needs departments to work together; are the silos melting? An outcome that runs over several departments and is measured in one is still in its silo.',
    messages: {
      'none-measures': 'None of the {owners} departments whose touchpoints make “{outcome}” has a KPI on it.',
      'one-measures':
        'Of the {owners} departments whose touchpoints make “{outcome}”, only {department} has a KPI on it.',
    },
    remedy: 'Let a second department that owns one of its touchpoints contribute with a KPI.',
    reads: ['touchpoints.owners', 'contributors'],
  },
  find: (outcome, { quarter }) => {
    if (!isServed(outcome, quarter)) return notApplicable('it is unserved');
    const owners = new Map(
      outcome.links.touchpoints
        .filter((touchpoint) => isActive(touchpoint, quarter))
        .flatMap(({ links }) => links.owners)
        .filter((department) => isActive(department, quarter))
        .map((department) => [department.id, department]),
    );
    if (owners.size < 2) return notApplicable('fewer than two departments own its touchpoints');
    const kpis = new Map<string, number>();
    for (const kpi of activeContributors(outcome, quarter)) {
      const holder = holderOf(kpi, quarter);
      kpis.set(holder, (kpis.get(holder) ?? 0) + 1);
    }
    const sorted = [...owners.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const measuring = sorted.filter(({ id }) => kpis.has(id));
    if (measuring.length >= 2) return pass();
    const [only] = measuring;
    const data = { outcome: outcome.data?.statement ?? '', owners: owners.size };
    return fail({
      level: 'warning',
      ...(only === undefined
        ? { message: 'none-measures', data }
        : { message: 'one-measures', data: { ...data, department: only.data?.name ?? only.id } }),
      evidence: {
        columns: ['department', 'name', 'KPIs on the outcome'],
        rows: sorted.map(({ id, data: department }) => [id, department?.name ?? null, kpis.get(id) ?? 0]),
      },
      related: refs('department', sorted),
    });
  },
};

const departments = [
  { id: 'sales', name: 'Sales' },
  { id: 'logistics', name: 'Logistics' },
];
const journeys = [
  {
    id: 'order',
    events: [
      { id: 'placed', name: 'Order placed', seenBy: 'customer' },
      { id: 'delivered', name: 'Delivered', seenBy: 'customer' },
    ],
    touchpoints: [
      { id: 'shop', name: 'Shop', owners: ['sales'] },
      { id: 'door', name: 'Front door', owners: ['logistics'] },
    ],
  },
];
const outcomes = [
  { id: 'on-time', statement: 'It comes on the day I was told.', touchpoints: ['order/shop', 'order/door'] },
];
const late = {
  id: 'late',
  department: 'logistics',
  name: 'Late deliveries',
  contributions: [{ outcome: 'on-time', effect: '+' }],
};
export const examples: readonly Example[] = [
  {
    title: 'Sales promises the day, only logistics measures it',
    strategy: { departments, journeys, outcomes, kpis: [late] },
    subject: ['on-time'],
    quarter: '2026-Q2',
    verdict: 'fail',
  },
  {
    title: 'Both look at it',
    strategy: {
      departments,
      journeys,
      outcomes,
      kpis: [
        late,
        {
          id: 'promised',
          department: 'sales',
          name: 'Orders with a day that logistics confirmed',
          contributions: [{ outcome: 'on-time', effect: '+' }],
        },
      ],
    },
    subject: ['on-time'],
    quarter: '2026-Q2',
    verdict: 'pass',
  },
];

/** What the check's page says beyond its meta. */
export const prose = `The departments asked are the active owners of the outcome's active touchpoints; a KPI with any effect shows that a department looks. KPIs of departments that own none of the touchpoints do not count here.`;
