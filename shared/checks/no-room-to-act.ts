// At the moment of truth a rule stands between an employee and the customer, and nobody may step over it.
import { isActive } from '../domain/liveness.ts';
import { addQuarters } from '../domain/quarter-steps.ts';
import { statusIn } from '../domain/status.ts';
import { type Check, cannotTell, type Example, fail, notApplicable, pass, refs } from './check.ts';
import { counting } from './counterpart-faults.ts';

export const noRoomToAct: Check<'kpi'> = {
  meta: {
    id: 'no-room-to-act',
    group: 'readings',
    anchor: 'kpi',
    level: {
      'internal-efficiency': 'note',
      'customer-facing': undefined,
      financial: undefined,
      employee: undefined,
    },
    levels: ['note'],
    title: 'No room to act',
    question: 'May staff break the rule behind this KPI for a customer, and do they when it is needed?',
    why: 'A designed experience that manages out people’s freedom to act fails all the same, at the very moments that matter.',
    messages: {
      'none-allowed': '“{kpi}” steers people at a moment of truth, and they may make no exception to it.',
      'none-used':
        'Nobody made an exception to “{kpi}” in {before} and {quarter}, while its counterpart “{counterpart}” is off target.',
    },
    remedy: 'Allow exceptions, say who may make them, and count them with the reading.',
    reads: ['touchpoints', 'counterparts.contributions', 'counterparts.owner'],
    thresholds: ['liveQuarters', 'nearPercent'],
    onByDefault: false,
  },
  find: (kpi, context) => {
    const { quarter, policy } = context;
    const { data, links } = kpi;
    if (data?.perspective !== 'internal-efficiency') return notApplicable('not an internal KPI');
    const moments = links.touchpoints.filter(
      (one) => isActive(one, quarter) && one.data?.momentOfTruth === true,
    );
    if (moments.length === 0) return notApplicable('it is on no moment of truth');
    if (data.roomToAct === undefined) return cannotTell('whether staff may make an exception');
    const evidence = {
      columns: ['moment of truth', 'name'],
      rows: moments.map((one) => [one.id, one.data?.name ?? null]),
    };
    if (!data.roomToAct)
      return fail({
        level: 'note',
        message: 'none-allowed',
        data: { kpi: data.name },
        reasons: ['none-allowed'],
        evidence,
        related: refs('touchpoint', moments),
      });
    const before = addQuarters(quarter, -data.everyQuarters);
    const used = [before, quarter].map((of) => data.readings[of]?.exceptions);
    if (used.some((count) => count !== undefined && count > 0)) return pass();
    const [red] = counting(kpi, context).filter(
      (one) => one.data !== undefined && statusIn(one.data, quarter, policy) === 'off-target',
    );
    if (red === undefined) return pass();
    if (used.includes(undefined))
      return cannotTell(`how many exceptions were made in ${before} and ${quarter}`);
    return fail({
      level: 'note',
      message: 'none-used',
      data: { kpi: data.name, before, quarter, counterpart: red.data?.name ?? red.id },
      reasons: ['none-used'],
      evidence,
      related: [...refs('touchpoint', moments), { kind: 'kpi', id: red.id }],
    });
  },
};

const journeys = [
  {
    id: 'stay',
    events: [
      { id: 'arrive', name: 'Arrival', seenBy: 'customer' },
      { id: 'leave', name: 'Departure', seenBy: 'customer' },
    ],
    touchpoints: [{ id: 'front-desk', name: 'Front desk', momentOfTruth: true }],
  },
];
export const examples: readonly Example[] = [
  {
    title: 'No refund without a manager',
    strategy: {
      journeys,
      kpis: [
        {
          id: 'check-in-time',
          name: 'Check-in time',
          touchpoints: ['stay/front-desk'],
          roomToAct: false,
        },
      ],
    },
    subject: ['check-in-time'],
    quarter: '2026-Q2',
    verdict: 'fail',
  },
  {
    title: 'Staff may, and do',
    strategy: {
      journeys,
      kpis: [
        {
          id: 'check-in-time',
          name: 'Check-in time',
          touchpoints: ['stay/front-desk'],
          roomToAct: true,
          readings: { '2026-Q2': { actual: '4', exceptions: 12 } },
        },
      ],
    },
    subject: ['check-in-time'],
    quarter: '2026-Q2',
    verdict: 'pass',
  },
];

/** What the check's page says beyond its meta. */
export const prose = `Asked of internal KPIs that name an active moment of truth. Where exceptions are allowed, none in the last two quarters that the KPI's rhythm asks for is suspicious only while a counterpart that counts is off target; where nobody counted them, the check cannot tell.`;
