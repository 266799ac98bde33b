// The same figure kept twice, by departments that serve the same customer: two truths, and nobody owns either.
import { activeOutcomes, holderOf } from '../domain/contribution.ts';
import { isActive } from '../domain/liveness.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { MapNode } from '../domain/strategy-links.ts';
import { type Check, type Example, fail, pass, refs } from './check.ts';

/** What a KPI shares with others that name the same: active outcomes and touchpoints, and its clock. */
const sharedBy = (kpi: MapNode<'kpi'>, quarter: Quarter): string[] => [
  ...activeOutcomes(kpi, quarter).map(({ id }) => `outcome ${id}`),
  ...kpi.links.touchpoints
    .filter((touchpoint) => isActive(touchpoint, quarter))
    .map(({ id }) => `touchpoint ${id}`),
  ...(typeof kpi.data?.clock === 'object' && kpi.links.journey.some((journey) => isActive(journey, quarter))
    ? [`clock ${kpi.data.clock.journey}: ${kpi.data.clock.from} to ${kpi.data.clock.to}`]
    : []),
];

export const duplicateKpi: Check<'measure'> = {
  meta: {
    id: 'duplicate-kpi',
    group: 'links',
    anchor: 'measure',
    level: 'note',
    levels: ['note'],
    title: 'Duplicate KPI',
    question: 'Do several departments keep the same measure separately, for the same customer?',
    why: 'Is there organisational alignment? Where two departments keep one measure apart, each has its own answer and the customer has two.',
    messages: { duplicate: '{departments} departments keep “{measure}” separately, in {kpis} KPIs.' },
    remedy: 'Agree on one KPI and one owner, or name the KPIs after what makes them different.',
    reads: ['kpis.contributions', 'kpis.touchpoints', 'kpis.journey'],
  },
  find: ({ links }, { quarter }) => {
    if (links.kpis.length < 2) return pass();
    const kept = links.kpis.filter(
      (kpi) =>
        (kpi.data?.perspective === 'customer-facing' || kpi.data?.perspective === 'internal-efficiency') &&
        isActive(kpi, quarter),
    );
    const pairs = kept.flatMap((kpi) => sharedBy(kpi, quarter).map((shared) => ({ kpi, shared })));
    const shares = new Map<MapNode<'kpi'>, string[]>();
    for (const [shared, group] of Map.groupBy(pairs, (pair) => pair.shared))
      if (new Set(group.map(({ kpi }) => holderOf(kpi, quarter))).size > 1)
        for (const { kpi } of group) shares.set(kpi, [...(shares.get(kpi) ?? []), shared]);
    if (shares.size === 0) return pass();
    const duplicates = kept.filter((kpi) => shares.has(kpi));
    return fail({
      level: 'note',
      message: 'duplicate',
      data: {
        measure: duplicates[0]?.data?.name ?? '',
        departments: new Set(duplicates.map((kpi) => holderOf(kpi, quarter))).size,
        kpis: duplicates.length,
      },
      evidence: {
        columns: ['KPI', 'name', 'department', 'shares'],
        rows: duplicates.map((kpi) => [
          kpi.id,
          kpi.data?.name ?? null,
          holderOf(kpi, quarter),
          [...(shares.get(kpi) ?? [])].sort().join(', '),
        ]),
      },
      related: refs('kpi', duplicates),
    });
  },
};

const outcomes = [{ id: 'on-time', statement: 'It comes on the day I was told.' }];
const departments = [
  { id: 'sales', name: 'Sales' },
  { id: 'logistics', name: 'Logistics' },
];
const ofSales = {
  id: 'sales-on-time',
  department: 'sales',
  name: 'On-time delivery',
  contributions: [{ outcome: 'on-time', effect: '+' }],
};
export const examples: readonly Example[] = [
  {
    title: 'Two departments, one name, one outcome',
    strategy: {
      outcomes,
      departments,
      kpis: [
        ofSales,
        {
          id: 'logistics-on-time',
          department: 'logistics',
          name: 'On time delivery',
          contributions: [{ outcome: 'on-time', effect: '+' }],
        },
      ],
    },
    subject: ['on time delivery|count'],
    quarter: '2026-Q2',
    verdict: 'fail',
  },
  {
    title: 'The same name for something that serves nobody in common',
    strategy: {
      outcomes,
      departments,
      kpis: [ofSales, { id: 'logistics-on-time', department: 'logistics', name: 'On time delivery' }],
    },
    subject: ['on time delivery|count'],
    quarter: '2026-Q2',
    verdict: 'pass',
  },
];

/** What the check's page says beyond its meta. */
export const prose = `Measures are the same when their names agree without case, punctuation and doubled spaces, and their units are of one kind. They are duplicates only where the departments also share an active outcome, an active touchpoint or a clock. Financial and employee measures are kept in many places for good reasons and are not looked at.`;
