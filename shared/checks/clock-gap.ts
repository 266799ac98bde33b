// The business clocks order to dispatch; the customer clocks first visit to the product works.
import { overlapOf, placesIn, shareOf } from '../domain/segments.ts';
import { type Check, cannotTell, type Example, fail, notApplicable, pass } from './check.ts';
import { clockSpan, customerCoverage, outcomeClock, segmentDuration, segmentName } from './outcome-clock.ts';

export const clockGap: Check<'kpi', 'outcome'> = {
  meta: {
    id: 'clock-gap',
    group: 'clocks',
    anchor: 'kpi',
    pair: { link: 'contributions', kind: 'kpi-outcome' },
    level: { 'customer-facing': 'error', 'internal-efficiency': 'note', financial: 'note', employee: 'note' },
    levels: ['error', 'note'],
    title: 'Clock gap',
    question: 'Does the measure run for as long as the customer waits?',
    why: 'Success metrics come from internal process performance and are out of step with what customers perceive: the clock starts when the company begins, not when the customer does.',
    messages: {
      unheard:
        '“{kpi}” covers {percent}% of the customer’s clock of “{outcome}” (by {by}), and no other customer-facing KPI covers the rest: {gap}.',
      own: '“{kpi}” covers {percent}% of the customer’s clock of “{outcome}” (by {by}); it leaves out {gap}.',
    },
    remedy:
      'Start and stop the measure’s clock where the customer’s starts and stops, or add a customer-facing KPI for the rest.',
    reads: ['contributions.clockJourney', 'contributions.contributors.owner'],
    thresholds: ['liveQuarters'],
  },
  find: (kpi, context, outcome) => {
    const clock = outcomeClock(outcome, context);
    if (clock === undefined) return notApplicable('the outcome has no clock on an active journey');
    const { data } = kpi;
    if (data?.unit.kind !== 'duration') return notApplicable('it is no duration');
    if (data.clock === undefined) return cannotTell('the KPI’s clock');
    if (data.clock === 'on-no-journey') return notApplicable('its clock is on no journey');
    if ('missing' in clock) return cannotTell(clock.missing);
    if (data.clock.journey !== clock.journey.id) return notApplicable('its clock is on another journey');
    const span = clockSpan(kpi, clock.journey);
    if (span === undefined)
      return cannotTell(`the events “${data.clock.from}” and, after it, “${data.clock.to}” on the journey`);
    const common = overlapOf(span, clock.span);
    const covers = (place: number): boolean => common.from <= place && place < common.to;
    const own = placesIn(clock.span).filter((place) => !covers(place));
    if (own.length === 0) return pass();
    const { covered, most } = customerCoverage(outcome, context);
    const unheard = most === kpi.id ? own.filter((place) => !covered.has(place)) : [];
    const gap = unheard.length > 0 ? unheard : own;
    return fail({
      level: unheard.length > 0 ? 'error' : 'note',
      message: unheard.length > 0 ? 'unheard' : 'own',
      data: {
        kpi: data.name,
        outcome: outcome.data?.statement ?? '',
        percent: Math.round(shareOf(clock.weights, covers) * 100),
        by: clock.weights.by,
        gap: gap.map((place) => segmentName(clock.journey, place)).join(', '),
      },
      evidence: {
        columns: ['segment', 'where', 'typical duration'],
        rows: gap.map((place) => [
          segmentName(clock.journey, place),
          common.from === common.to ? 'no overlap' : place < span.from ? 'before' : 'after',
          segmentDuration(clock.segments[place] ?? { duration: undefined }),
        ]),
      },
      related: [{ kind: 'journey', id: clock.journey.id }],
    });
  },
};

const hours = { kind: 'duration', symbol: 'h' };
const journeys = [
  {
    id: 'order',
    events: [
      { id: 'placed', name: 'Order placed', seenBy: 'customer' },
      { id: 'dispatched', name: 'Dispatched', seenBy: 'inside' },
      { id: 'delivered', name: 'Delivered', seenBy: 'customer' },
    ],
    segments: [
      { from: 'placed', to: 'dispatched', duration: '8', unit: hours },
      { from: 'dispatched', to: 'delivered', duration: '40', unit: hours },
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
export const examples: readonly Example[] = [
  {
    title: 'The clock stops when the parcel leaves the house',
    strategy: {
      journeys,
      outcomes,
      kpis: [
        {
          id: 'lead-time',
          name: 'Order lead time',
          perspective: 'customer-facing',
          unit: hours,
          direction: 'lower',
          clock: { journey: 'order', from: 'placed', to: 'dispatched' },
          contributions: [{ outcome: 'soon', effect: '+' }],
          readings: { '2026-Q2': { actual: '7.5' } },
        },
      ],
    },
    subject: ['lead-time', 'soon'],
    quarter: '2026-Q2',
    verdict: 'fail',
  },
  {
    title: 'The clock stops at the customer’s door',
    strategy: {
      journeys,
      outcomes,
      kpis: [
        {
          id: 'lead-time',
          name: 'Order lead time',
          perspective: 'customer-facing',
          unit: hours,
          direction: 'lower',
          clock: { journey: 'order', from: 'placed', to: 'delivered' },
          contributions: [{ outcome: 'soon', effect: '+' }],
          readings: { '2026-Q2': { actual: '46' } },
        },
      ],
    },
    subject: ['lead-time', 'soon'],
    quarter: '2026-Q2',
    verdict: 'pass',
  },
];

/** What the check's page says beyond its meta. */
export const prose = `A journey's events cut it into segments, and a clock covers those between its two events. The share is taken by typical duration where all segments of the customer's clock have one that can be converted into the others, else by counting segments; the sentence says which.

An outcome has one error at most: on the live customer-facing duration that covers most of its clock (of equals, the lowest id), for the segments that no live customer-facing KPI of the outcome covers. Every other gap is a note: an inside measure may stop at the gate, as long as somebody else listens further.`;
