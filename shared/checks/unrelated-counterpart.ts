// A counterpart that counts can still be the wrong one: it listens to customers, but about something else.
import { activeOutcomes } from '../domain/contribution.ts';
import { isActive } from '../domain/liveness.ts';
import type { MapNode } from '../domain/strategy-links.ts';
import { type Check, type Example, fail, notApplicable, pass, refs } from './check.ts';
import { counting } from './counterpart-faults.ts';
import { perEvaluation } from './per-evaluation.ts';

const restingOn = perEvaluation(
  (counterpart: MapNode<'kpi'>, { quarter }) =>
    counterpart.links.counterpartOf.filter(
      (kpi) =>
        kpi.id !== counterpart.id &&
        kpi.data?.perspective === 'internal-efficiency' &&
        isActive(kpi, quarter),
    ).length,
);

export const unrelatedCounterpart: Check<'kpi'> = {
  meta: {
    id: 'unrelated-counterpart',
    group: 'links',
    anchor: 'kpi',
    level: 'warning',
    levels: ['warning'],
    title: 'Unrelated counterpart',
    question: 'Does a counterpart listen to the same outcome that the KPI acts on?',
    why: 'The Voice of the Process should equal the Voice of the Customer; a counterpart about another outcome makes the two sound alike without meaning the same.',
    messages: {
      'none-shared':
        'No counterpart of “{kpi}” serves an outcome that it serves itself (counterparts that count: {counterparts}).',
    },
    remedy: 'Link a counterpart that contributes to one of the KPI’s own outcomes.',
    reads: [
      'contributions',
      'counterparts.contributions',
      'counterparts.owner',
      'counterparts.counterpartOf',
    ],
    thresholds: ['liveQuarters'],
  },
  find: (kpi, context) => {
    const own = new Set(activeOutcomes(kpi, context.quarter).map(({ id }) => id));
    if (own.size === 0) return notApplicable('it contributes to no active outcome');
    const counterparts = counting(kpi, context);
    if (counterparts.length === 0) return notApplicable('no counterpart counts');
    if (counterparts.some(({ links }) => links.contributions.some(({ id }) => own.has(id)))) return pass();
    return fail({
      level: 'warning',
      message: 'none-shared',
      data: { kpi: kpi.data?.name ?? '', counterparts: counterparts.length },
      evidence: {
        columns: ['counterpart', 'name', 'its outcomes', 'internal KPIs that rest on it'],
        rows: counterparts.map((counterpart) => [
          counterpart.id,
          counterpart.data?.name ?? null,
          activeOutcomes(counterpart, context.quarter)
            .map(({ id }) => id)
            .join(', '),
          restingOn(counterpart, context),
        ]),
      },
      related: [...refs('kpi', counterparts), ...[...own].map((id) => ({ kind: 'outcome' as const, id }))],
    });
  },
};

const outcomes = [
  { id: 'on-time', statement: 'It comes on the day I was told.' },
  { id: 'easy', statement: 'I get help without asking twice.' },
];
const promiseKept = {
  id: 'promise-kept',
  perspective: 'customer-facing',
  name: 'Deliveries on the promised day',
  contributions: [{ outcome: 'on-time', effect: '+' }],
  readings: { '2026-Q2': { actual: '91' } },
};
export const examples: readonly Example[] = [
  {
    title: 'A call-centre figure that rests on a delivery figure',
    strategy: {
      outcomes,
      kpis: [
        {
          id: 'handling-time',
          name: 'Average handling time',
          counterparts: [{ kpi: 'promise-kept' }],
          contributions: [{ outcome: 'easy', effect: '-' }],
        },
        promiseKept,
      ],
    },
    subject: ['handling-time'],
    quarter: '2026-Q2',
    verdict: 'fail',
  },
  {
    title: 'A dispatch figure that rests on it',
    strategy: {
      outcomes,
      kpis: [
        {
          id: 'dispatch',
          name: 'Orders dispatched per hour',
          counterparts: [{ kpi: 'promise-kept' }],
          contributions: [{ outcome: 'on-time', effect: '+' }],
        },
        promiseKept,
      ],
    },
    subject: ['dispatch'],
    quarter: '2026-Q2',
    verdict: 'pass',
  },
];

/** What the check's page says beyond its meta. */
export const prose = `Sharing one active outcome is enough, whatever the two effects on it are. The evidence says on how many internal KPIs' behalf each counterpart listens: a counterpart that everybody names is often one that was simply at hand.`;
