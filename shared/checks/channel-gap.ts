// The same promise over the counter, on the phone and on the web; and one of them is measured for none of it.
import { activeContributors } from '../domain/contribution.ts';
import { isActive, isLive } from '../domain/liveness.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { MapNode } from '../domain/strategy-links.ts';
import { type Check, type Example, fail, notApplicable, pass, refs } from './check.ts';

const channelsOf = (touchpoints: readonly MapNode<'touchpoint'>[], quarter: Quarter): string[] =>
  touchpoints.flatMap((touchpoint) =>
    isActive(touchpoint, quarter) ? (touchpoint.data?.channels ?? []) : [],
  );

/** The channels that a KPI on an outcome measures: its own, else those of its touchpoints, else the outcome's. */
const measuredBy = (kpi: MapNode<'kpi'>, all: readonly string[], quarter: Quarter): readonly string[] => {
  if (kpi.data !== undefined && kpi.data.channels.length > 0) return kpi.data.channels;
  return kpi.links.touchpoints.length > 0 ? channelsOf(kpi.links.touchpoints, quarter) : all;
};

export const channelGap: Check<'outcome'> = {
  meta: {
    id: 'channel-gap',
    group: 'clocks',
    anchor: 'outcome',
    level: 'warning',
    levels: ['warning'],
    title: 'Channel gap',
    question: 'Is the outcome measured, as customers feel it, in every channel in which they seek it?',
    why: 'Are channels consistent? Customers change channels as they please; a channel without a customer-facing figure is one in which nobody knows.',
    messages: {
      unmeasured:
        'No live customer-facing KPI measures “{outcome}” in {channels} ({open} of {all} channels).',
    },
    remedy: 'Let a live customer-facing KPI that contributes to the outcome cover these channels.',
    reads: ['touchpoints', 'contributors.owner', 'contributors.touchpoints'],
    thresholds: ['liveQuarters'],
  },
  find: (outcome, context) => {
    const { quarter } = context;
    const touchpoints = outcome.links.touchpoints.filter((touchpoint) => isActive(touchpoint, quarter));
    const all = [...new Set(channelsOf(touchpoints, quarter))].sort();
    if (all.length < 2) return notApplicable('its touchpoints run over fewer than two channels');
    const measured = new Set<string>();
    for (const kpi of activeContributors(outcome, quarter))
      if (kpi.data?.perspective === 'customer-facing' && isLive(kpi, context))
        for (const channel of measuredBy(kpi, all, quarter)) measured.add(channel);
    const open = all.filter((channel) => !measured.has(channel));
    if (open.length === 0) return pass();
    const meets = (channel: string) => touchpoints.filter(({ data }) => data?.channels.includes(channel));
    return fail({
      level: 'warning',
      message: 'unmeasured',
      data: {
        outcome: outcome.data?.statement ?? '',
        channels: open.join(', '),
        open: open.length,
        all: all.length,
      },
      evidence: {
        columns: ['channel', 'touchpoints'],
        rows: open.map((channel) => [
          channel,
          [...new Set(meets(channel).map(({ id }) => id))].sort().join(', '),
        ]),
      },
      related: refs('touchpoint', [...new Set(open.flatMap(meets))]),
    });
  },
};

const journeys = [
  {
    id: 'help',
    events: [
      { id: 'asked', name: 'Asked', seenBy: 'customer' },
      { id: 'solved', name: 'Solved', seenBy: 'customer' },
    ],
    touchpoints: [{ id: 'desk', name: 'Help desk', channels: ['phone', 'chat'] }],
  },
];
const outcomes = [{ id: 'easy', statement: 'I get help without asking twice.', touchpoints: ['help/desk'] }];
export const examples: readonly Example[] = [
  {
    title: 'Callers are asked, people who chat are not',
    strategy: {
      journeys,
      outcomes,
      kpis: [
        {
          id: 'calls-solved',
          name: 'Callers helped at once',
          perspective: 'customer-facing',
          channels: ['phone'],
          contributions: [{ outcome: 'easy', effect: '+' }],
          readings: { '2026-Q2': { actual: '80' } },
        },
      ],
    },
    subject: ['easy'],
    quarter: '2026-Q2',
    verdict: 'fail',
  },
  {
    title: 'One survey of everybody',
    strategy: {
      journeys,
      outcomes,
      kpis: [
        {
          id: 'solved',
          name: 'Customers helped at once',
          perspective: 'customer-facing',
          contributions: [{ outcome: 'easy', effect: '+' }],
          readings: { '2026-Q2': { actual: '80' } },
        },
      ],
    },
    subject: ['easy'],
    quarter: '2026-Q2',
    verdict: 'pass',
  },
];

/** What the check's page says beyond its meta. */
export const prose = `The channels asked are those of the outcome's active touchpoints. A KPI that names channels measures these; one that names only touchpoints measures all channels of these; one that names neither measures the whole outcome.`;
