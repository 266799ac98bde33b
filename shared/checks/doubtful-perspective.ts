// A KPI is declared customer-facing; its wording, or its clock, says that customers never feel it.

import type { KpiFacts } from '../domain/facts.ts';
import type { Journey } from '../domain/journey.ts';
import type { Perspective } from '../domain/kpi.ts';
import { type Check, cannotTell, type Example, fail, notApplicable, pass } from './check.ts';
import { rounded } from './figure.ts';

/** How sure a clock is: as sure as the reader of wordings is of it. */
const clockConfidence = 0.95;

/** Who sees both ends of a KPI's clock; undefined where one end is seen and the other is not, or there is no clock. */
const seenBy = ({ clock }: KpiFacts, journey: Journey | undefined): 'customer' | 'inside' | undefined => {
  if (typeof clock !== 'object' || journey === undefined) return undefined;
  const end = (event: string) => journey.events.find(({ id }) => id === event)?.seenBy;
  const from = end(clock.from);
  return from === end(clock.to) ? from : undefined;
};

interface Doubt {
  readonly read: Perspective | 'cannot-tell';
  readonly confidence: number;
  readonly reasons: readonly string[];
}

const byClock = (seen: 'customer' | 'inside'): Doubt =>
  seen === 'customer'
    ? {
        read: 'customer-facing',
        confidence: clockConfidence,
        reasons: ['its clock starts and ends at events that the customer sees'],
      }
    : {
        read: 'internal-efficiency',
        confidence: clockConfidence,
        reasons: ['its clock starts and ends at events that only people inside see'],
      };

export const doubtfulPerspective: Check<'kpi'> = {
  meta: {
    id: 'doubtful-perspective',
    group: 'links',
    anchor: 'kpi',
    level: {
      'customer-facing': 'warning',
      'internal-efficiency': 'note',
      financial: 'note',
      employee: 'note',
    },
    levels: ['warning', 'note'],
    title: 'Doubtful perspective',
    question: 'Is the KPI what it is declared to be, by its wording and its clock?',
    why: 'Success metrics come from internal process performance and are out of step with what customers perceive; a measure of the process that is declared customer-facing hides exactly that.',
    messages: {
      doubtful: '“{kpi}” is declared {declared}, but reads as {read} ({percent}% sure): {reasons}.',
    },
    remedy: 'Correct the perspective, or confirm it for this wording.',
    reads: ['journey'],
    thresholds: ['doubtfulConfidence'],
  },
  find: ({ data, links }, { policy }) => {
    if (data === undefined) return notApplicable('nobody has defined it');
    const seen = seenBy(data, links.journey[0]?.data);
    const worded = data.perspectiveReading;
    if (seen === undefined && worded === undefined) return notApplicable('its wording was not read yet');
    const { read, confidence, reasons }: Doubt =
      seen === undefined
        ? {
            read: 'cannot-tell',
            confidence: 0,
            reasons: [],
            ...worded,
            ...(worded && { read: worded.perspective }),
          }
        : byClock(seen);
    if (data.perspectiveConfirmed) return pass('confirmed by a person for this wording');
    if (read === 'cannot-tell')
      return cannotTell('words, or a clock, that say who experiences what it measures');
    if (read === data.perspective || confidence < policy.doubtfulConfidence) return pass();
    const isInside = seen === 'inside' && data.perspective === 'customer-facing';
    return fail({
      level: isInside ? 'warning' : 'note',
      message: 'doubtful',
      data: {
        kpi: data.name,
        declared: data.perspective,
        read,
        percent: rounded(confidence * 100, 0),
        reasons: reasons.join('; '),
      },
      evidence: {
        columns: ['declared', 'reads as', 'confidence', 'because'],
        rows: reasons.map((reason) => [data.perspective, read, confidence, reason]),
      },
      related: links.journey.slice(0, 1).map(({ kind, id }) => ({ kind, id })),
    });
  },
};

const journeys = [
  {
    id: 'order',
    events: [
      { id: 'picked', name: 'Picked', seenBy: 'inside' },
      { id: 'dispatched', name: 'Dispatched', seenBy: 'inside' },
      { id: 'delivered', name: 'Delivered', seenBy: 'customer' },
    ],
  },
];
export const examples: readonly Example[] = [
  {
    title: 'It is declared customer-facing and clocks what no customer sees',
    strategy: {
      journeys,
      kpis: [
        {
          id: 'packing',
          name: 'Time to pack',
          perspective: 'customer-facing',
          clock: { journey: 'order', from: 'picked', to: 'dispatched' },
        },
      ],
    },
    subject: ['packing'],
    quarter: '2026-Q2',
    verdict: 'fail',
  },
  {
    title: 'Its words say what it is declared to be',
    strategy: {
      kpis: [
        {
          id: 'waiting',
          name: 'Customers who waited more than a day',
          perspective: 'customer-facing',
          perspectiveReading: { perspective: 'customer-facing', confidence: 0.93, reasons: [] },
        },
      ],
    },
    subject: ['waiting'],
    quarter: '2026-Q2',
    verdict: 'pass',
  },
];

/** What the check's page says beyond its meta. */
export const prose = `A clock decides first: both ends seen by the customer read as customer-facing, both inside as internal-efficiency. Else the wording decides, as the library's reader has read name, definition and unit; what it reads is kept beside the KPI and read again when they change. Below \`doubtfulConfidence\` it doubts nothing, and where the words say too little the check cannot tell.

Somebody who knows better confirms the perspective, and the finding is cleared for as long as the wording stays what it is.`;
