// The few encounters at which customers make up their minds, and nobody asks them there.
import { isActive, isLive } from '../domain/liveness.ts';
import { type Check, type Example, fail, notApplicable, pass, refs } from './check.ts';

export const unmeasuredMomentOfTruth: Check<'touchpoint'> = {
  meta: {
    id: 'unmeasured-moment-of-truth',
    group: 'clocks',
    anchor: 'touchpoint',
    level: 'error',
    levels: ['error'],
    title: 'Unmeasured moment of truth',
    question: 'Does a live customer-facing KPI show how customers fare at this moment of truth?',
    why: 'Mapping finds the moments of truth; one that no customer-facing figure watches is decided without the company.',
    messages: {
      none: 'No KPI measures the moment of truth “{touchpoint}”.',
      'only-inside':
        'No customer-facing KPI measures the moment of truth “{touchpoint}” (other KPIs: {kpis}).',
      'not-live':
        'No customer-facing KPI on the moment of truth “{touchpoint}” is live (customer-facing KPIs: {kpis}).',
    },
    remedy: 'Let a live customer-facing KPI name the touchpoint.',
    reads: ['kpis.owner'],
    thresholds: ['liveQuarters'],
  },
  find: ({ data, links }, context) => {
    if (data?.momentOfTruth !== true) return notApplicable('it is no moment of truth');
    const kpis = links.kpis.filter((kpi) => isActive(kpi, context.quarter));
    const customer = kpis.filter((kpi) => kpi.data?.perspective === 'customer-facing');
    if (customer.some((kpi) => isLive(kpi, context))) return pass();
    const touchpoint = data.name;
    if (kpis.length === 0)
      return fail({ level: 'error', message: 'none', data: { touchpoint }, reasons: ['none'] });
    const [message, shown] = customer.length === 0 ? ['only-inside', kpis] : ['not-live', customer];
    return fail({
      level: 'error',
      message,
      data: { touchpoint, kpis: shown.length },
      reasons: [message],
      evidence: {
        columns: ['KPI', 'name', 'perspective', 'owner'],
        rows: shown.map((kpi) => [
          kpi.id,
          kpi.data?.name ?? null,
          kpi.data?.perspective ?? null,
          kpi.data?.owner ?? null,
        ]),
      },
      related: refs('kpi', shown),
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
    title: 'Only the desk’s own pace is measured',
    strategy: {
      journeys,
      kpis: [{ id: 'check-ins', name: 'Check-ins per hour', touchpoints: ['stay/front-desk'] }],
    },
    subject: ['stay/front-desk'],
    quarter: '2026-Q2',
    verdict: 'fail',
  },
  {
    title: 'Guests are asked',
    strategy: {
      journeys,
      kpis: [
        {
          id: 'welcome',
          name: 'Guests who felt welcome',
          perspective: 'customer-facing',
          touchpoints: ['stay/front-desk'],
          readings: { '2026-Q2': { actual: '91' } },
        },
      ],
    },
    subject: ['stay/front-desk'],
    quarter: '2026-Q2',
    verdict: 'pass',
  },
];

/** What the check's page says beyond its meta. */
export const prose = `A touchpoint lives as long as its journey. A KPI names the touchpoints that it measures; a KPI on the whole outcome that names none does not watch this moment.`;
