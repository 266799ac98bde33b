import { channelGap, examples } from '../../shared/checks/channel-gap.ts';
import { describeCheck } from './table.ts';

const events = [
  { id: 'a', name: 'A', seenBy: 'customer' },
  { id: 'b', name: 'B', seenBy: 'customer' },
];
const journeys = [
  {
    id: 'j',
    events,
    touchpoints: [
      { id: 'desk', name: 'Desk', channels: ['shop', 'phone'] },
      { id: 'site', name: 'Site', channels: ['web', 'phone'] },
      { id: 'bare', name: 'Bare' },
    ],
  },
  { id: 'old', events, touchpoints: [{ id: 'fax', name: 'Fax', channels: ['fax'] }], retiredFrom: '2026-Q2' },
];
const kpi = (id: string, change: Record<string, unknown> = {}) => ({
  id,
  perspective: 'customer-facing',
  contributions: [{ outcome: 'o', effect: '-' }],
  readings: { '2026-Q2': { actual: '1' } },
  ...change,
});
const world = (touchpoints: string[], ...kpis: Record<string, unknown>[]) => ({
  journeys,
  outcomes: [{ id: 'o', statement: 'Easy.', touchpoints }],
  kpis,
});
const both = ['j/desk', 'j/site'];
const subject = ['o'];

describeCheck(channelGap, examples, {
  other: [
    {
      title: 'a KPI without channels and touchpoints measures the whole outcome',
      strategy: world(both, kpi('x')),
      subject,
      verdict: 'pass',
    },
    {
      title: 'one names a channel, one a touchpoint with the rest',
      strategy: world(
        both,
        kpi('x', { channels: ['shop'], touchpoints: ['j/site'] }),
        kpi('y', { touchpoints: ['j/site'] }),
      ),
      subject,
      verdict: 'pass',
    },
    {
      title: 'touchpoints without channels, and those of retired journeys, add none',
      strategy: world(['j/bare', 'old/fax', 'j/desk'], kpi('x', { channels: ['shop', 'phone'] })),
      subject,
      verdict: 'pass',
    },
    {
      title: 'its touchpoints run over one channel that still is',
      strategy: {
        ...world(['j/desk', 'old/fax']),
        journeys: [
          { id: 'j', events, touchpoints: [{ id: 'desk', name: 'Desk', channels: ['shop'] }] },
          ...journeys.slice(1),
        ],
      },
      subject,
      verdict: 'not-applicable',
      says: 'fewer than two channels',
    },
    {
      title: 'no touchpoint',
      strategy: world([]),
      subject,
      verdict: 'not-applicable',
      says: 'fewer than two channels',
    },
  ],
  fail: [
    {
      title: 'one channel is measured by nobody',
      strategy: world(both, kpi('x', { touchpoints: ['j/desk'] })),
      subject,
      level: 'warning',
      message: 'unmeasured',
      rows: [['web', 'j/site']],
      related: ['j/site'],
      says: 'No live customer-facing KPI measures “Easy.” in web (1 of 3 channels).',
    },
    {
      title: 'named channels count before touchpoints',
      strategy: world(both, kpi('x', { channels: ['shop'], touchpoints: both })),
      subject,
      level: 'warning',
      message: 'unmeasured',
      rows: [
        ['phone', 'j/desk, j/site'],
        ['web', 'j/site'],
      ],
    },
    {
      title: 'touchpoints are listed by id, each once, however the outcome names them',
      strategy: world([...both.toReversed(), ...both], kpi('x', { channels: ['web'] })),
      subject,
      level: 'warning',
      message: 'unmeasured',
      rows: [
        ['phone', 'j/desk, j/site'],
        ['shop', 'j/desk'],
      ],
      related: ['j/site', 'j/desk'],
    },
    {
      title: 'a KPI that names a retired touchpoint measures nothing',
      strategy: world(both, kpi('x', { touchpoints: ['old/fax'] })),
      subject,
      level: 'warning',
      message: 'unmeasured',
      says: '(3 of 3 channels)',
    },
    ...(
      [
        ['is internal', { perspective: 'internal-efficiency' }],
        ['is not live', { owner: null }],
        ['contributes elsewhere', { contributions: [] }],
        ['is retired', { retiredFrom: '2026-Q1' }],
      ] as const
    ).map(([what, change]) => ({
      title: `the KPI that would measure all ${what}`,
      strategy: world(both, kpi('x', change)),
      subject,
      level: 'warning' as const,
      message: 'unmeasured',
    })),
  ],
});
