// A process that is clocked with care, at a time when no customer is waiting.
import { isActive } from '../domain/liveness.ts';
import { overlapOf, spanOf } from '../domain/segments.ts';
import { type Check, cannotTell, type Example, fail, notApplicable, pass, refs } from './check.ts';

export const unfeltProcess: Check<'kpi'> = {
  meta: {
    id: 'unfelt-process',
    group: 'clocks',
    anchor: 'kpi',
    level: {
      'internal-efficiency': 'note',
      'customer-facing': undefined,
      financial: undefined,
      employee: undefined,
    },
    levels: ['note'],
    title: 'Unfelt process',
    question: 'Does the process that this internal KPI clocks run while a customer waits?',
    why: 'Mapping finds processes that no customer needs; one whose time no customer feels is worth the question whether it is needed.',
    messages: {
      'no-clock': '“{kpi}” runs on a journey on which no outcome has a clock of its own.',
      'no-overlap':
        '“{kpi}” runs from {from} to {to}, where none of the customers’ clocks on the journey runs ({outcomes}).',
    },
    remedy:
      'Ask whether the process is needed; if customers do wait for it, extend the clock of the outcome that they wait for.',
    reads: ['journey.clockedOutcomes'],
    onByDefault: false,
  },
  find: ({ data, links }, { quarter }) => {
    if (data?.perspective !== 'internal-efficiency') return notApplicable('not an internal KPI');
    const { clock } = data;
    if (clock === undefined || clock === 'on-no-journey')
      return notApplicable('it has no clock on a journey');
    const [journey] = links.journey;
    if (journey?.data === undefined) return cannotTell(`the journey “${clock.journey}”`);
    if (!isActive(journey, quarter)) return notApplicable('its journey is not active');
    const span = spanOf(clock, journey.data);
    if (span === undefined)
      return cannotTell(`the events “${clock.from}” and, after it, “${clock.to}” on the journey`);
    const outcomes = journey.links.clockedOutcomes.filter((outcome) => isActive(outcome, quarter));
    const felt = outcomes.some((outcome) => {
      const customer = outcome.data?.clock && journey.data && spanOf(outcome.data.clock, journey.data);
      const common = customer && overlapOf(span, customer);
      return common !== undefined && common.from < common.to;
    });
    if (felt) return pass();
    const name = (event: string) => journey.data?.events.find(({ id }) => id === event)?.name ?? event;
    return fail({
      level: 'note',
      ...(outcomes.length === 0
        ? { message: 'no-clock', data: { kpi: data.name } }
        : {
            message: 'no-overlap',
            data: {
              kpi: data.name,
              from: name(clock.from),
              to: name(clock.to),
              outcomes: outcomes.length,
            },
          }),
      evidence: {
        columns: ['outcome', 'statement', 'from', 'to'],
        rows: outcomes.map(({ id, data: outcome }) => [
          id,
          outcome?.statement ?? null,
          name(outcome?.clock?.from ?? ''),
          name(outcome?.clock?.to ?? ''),
        ]),
      },
      related: refs('outcome', outcomes),
    });
  },
};

const journeys = [
  {
    id: 'order',
    events: [
      { id: 'placed', name: 'Order placed', seenBy: 'customer' },
      { id: 'delivered', name: 'Delivered', seenBy: 'customer' },
      { id: 'archived', name: 'Archived', seenBy: 'inside' },
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
    title: 'The archive’s pace',
    strategy: {
      journeys,
      outcomes,
      kpis: [
        {
          id: 'archiving',
          name: 'Time to archive',
          unit: { kind: 'duration', symbol: 'day' },
          clock: { journey: 'order', from: 'delivered', to: 'archived' },
        },
      ],
    },
    subject: ['archiving'],
    quarter: '2026-Q2',
    verdict: 'fail',
  },
  {
    title: 'Delivery, while the customer waits',
    strategy: {
      journeys,
      outcomes,
      kpis: [
        {
          id: 'transit',
          name: 'Order to delivery',
          unit: { kind: 'duration', symbol: 'day' },
          clock: { journey: 'order', from: 'placed', to: 'delivered' },
        },
      ],
    },
    subject: ['transit'],
    quarter: '2026-Q2',
    verdict: 'pass',
  },
];

/** What the check's page says beyond its meta. */
export const prose = `A question rather than a fault: archives, audits and closings serve somebody too. One common segment with the clock of one active outcome on the journey is enough.`;
