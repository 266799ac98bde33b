// Time that customers spend waiting and that nobody at all measures.
import { type Context, isActive, isLive } from '../domain/liveness.ts';
import { placesIn, shareOf, spanOf } from '../domain/segments.ts';
import type { MapNode } from '../domain/strategy-links.ts';
import { type Check, cannotTell, type Example, fail, notApplicable, pass } from './check.ts';
import { outcomeClock, segmentDuration, segmentName } from './outcome-clock.ts';
import { perEvaluation } from './per-evaluation.ts';

/** The segments of a journey that some live KPI of any department clocks. */
export const clockedSegments = perEvaluation(
  (journey: MapNode<'journey'>, context: Context): ReadonlySet<number> => {
    const clocked = new Set<number>();
    for (const kpi of journey.links.kpis) {
      if (!isActive(kpi, context.quarter) || typeof kpi.data?.clock !== 'object') continue;
      const span = journey.data && spanOf(kpi.data.clock, journey.data);
      if (span !== undefined && isLive(kpi, context)) for (const place of placesIn(span)) clocked.add(place);
    }
    return clocked;
  },
);

export const unclockedSegment: Check<'outcome'> = {
  meta: {
    id: 'unclocked-segment',
    group: 'clocks',
    anchor: 'outcome',
    level: 'warning',
    levels: ['warning'],
    title: 'Unclocked segment',
    question: 'Does somebody clock every part of the time that the customer waits?',
    why: 'The customer clocks first visit to the product works; a stretch of it that nobody clocks can grow without anybody noticing.',
    messages: {
      unclocked:
        'Nobody clocks {segments} of the {all} segments of the customer’s clock of “{outcome}”, {percent}% of it by {by}.',
    },
    remedy: 'Let a live KPI of any department run its clock over these segments.',
    reads: ['clockJourney.kpis.owner'],
    thresholds: ['liveQuarters'],
  },
  find: (outcome, context) => {
    const clock = outcomeClock(outcome, context);
    const [journey] = outcome.links.clockJourney;
    if (clock === undefined || journey === undefined)
      return notApplicable('it has no clock on an active journey');
    if ('missing' in clock) return cannotTell(clock.missing);
    const clocked = clockedSegments(journey, context);
    const places = placesIn(clock.span);
    const open = places.filter((place) => !clocked.has(place));
    if (open.length === 0) return pass();
    return fail({
      level: 'warning',
      message: 'unclocked',
      data: {
        outcome: outcome.data?.statement ?? '',
        segments: open.length,
        all: places.length,
        percent: Math.round(shareOf(clock.weights, (place) => !clocked.has(place)) * 100),
        by: clock.weights.by,
      },
      evidence: {
        columns: ['segment', 'typical duration'],
        rows: open.map((place) => [
          segmentName(clock.journey, place),
          segmentDuration(clock.segments[place] ?? { duration: undefined }),
        ]),
      },
      related: [{ kind: 'journey', id: journey.id }],
    });
  },
};

const journeys = [
  {
    id: 'order',
    events: [
      { id: 'placed', name: 'Order placed', seenBy: 'customer' },
      { id: 'dispatched', name: 'Dispatched', seenBy: 'inside' },
      { id: 'delivered', name: 'Delivered', seenBy: 'customer' },
    ],
  },
];
const outcomes = [
  {
    id: 'soon',
    statement: 'It is here before I need it.',
    clock: { journey: 'order', from: 'placed', to: 'delivered' },
  },
];
const picking = {
  id: 'picking',
  name: 'Order to dispatch time',
  unit: { kind: 'duration', symbol: 'h' },
  clock: { journey: 'order', from: 'placed', to: 'dispatched' },
  readings: { '2026-Q2': { actual: '7.5' } },
};
export const examples: readonly Example[] = [
  {
    title: 'Nobody clocks the road',
    strategy: { journeys, outcomes, kpis: [picking] },
    subject: ['soon'],
    quarter: '2026-Q2',
    verdict: 'fail',
  },
  {
    title: 'Two departments clock one half each',
    strategy: {
      journeys,
      outcomes,
      kpis: [
        picking,
        {
          id: 'transit',
          name: 'Transit time',
          unit: { kind: 'duration', symbol: 'h' },
          clock: { journey: 'order', from: 'dispatched', to: 'delivered' },
          readings: { '2026-Q2': { actual: '39' } },
        },
      ],
    },
    subject: ['soon'],
    quarter: '2026-Q2',
    verdict: 'pass',
  },
];

/** What the check's page says beyond its meta. */
export const prose = `Any live KPI with a clock on the journey counts, of whatever department and perspective, linked to the outcome or not: the question is only whether somebody looks at that time at all. All open segments of an outcome make one finding, a row each.`;
