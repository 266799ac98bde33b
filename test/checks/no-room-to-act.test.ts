import { examples, noRoomToAct } from '../../shared/checks/no-room-to-act.ts';
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
      { id: 'desk', name: 'Desk', momentOfTruth: true },
      { id: 'lift', name: 'Lift' },
    ],
  },
  {
    id: 'old',
    events,
    touchpoints: [{ id: 'desk', name: 'Desk', momentOfTruth: true }],
    retiredFrom: '2026-Q2',
  },
];
const felt = (actual: string, change: Record<string, unknown> = {}) => ({
  id: 'felt',
  name: 'Felt welcome',
  perspective: 'customer-facing',
  contributions: [{ outcome: 'o', effect: '+' }],
  targets: [{ from: '2025-Q1', value: '90' }],
  readings: { '2026-Q2': { actual } },
  ...change,
});
const used = (before: number | null, now: number | null) => ({
  readings: {
    '2026-Q1': { actual: '4', ...(before === null ? {} : { exceptions: before }) },
    '2026-Q2': { actual: '4', ...(now === null ? {} : { exceptions: now }) },
  },
});
const world = (change: Record<string, unknown>, ...others: Record<string, unknown>[]) => ({
  journeys,
  outcomes: [{ id: 'o' }],
  kpis: [
    { id: 'x', name: 'Check-in time', touchpoints: ['j/desk'], counterparts: [{ kpi: 'felt' }], ...change },
    ...others,
  ],
});
const allowed = { roomToAct: true };
const subject = ['x'];

describeCheck(noRoomToAct, examples, {
  other: [
    {
      title: 'exceptions were made in the quarter',
      strategy: world({ ...allowed, ...used(0, 1) }, felt('10')),
      subject,
      verdict: 'pass',
    },
    {
      title: 'exceptions were made the quarter before',
      strategy: world({ ...allowed, ...used(2, 0) }, felt('10')),
      subject,
      verdict: 'pass',
    },
    {
      title: 'none was needed: the counterpart is on target',
      strategy: world({ ...allowed, ...used(0, 0) }, felt('95')),
      subject,
      verdict: 'pass',
    },
    {
      title: 'near target is not off',
      strategy: world({ ...allowed, ...used(0, 0) }, felt('89')),
      subject,
      verdict: 'pass',
    },
    {
      title: 'the red counterpart does not count',
      strategy: world({ ...allowed, ...used(0, 0) }, felt('10', { owner: null })),
      subject,
      verdict: 'pass',
    },
    {
      title: 'nobody said whether staff may',
      strategy: world({}),
      subject,
      verdict: 'cannot-tell',
      says: 'whether staff may',
    },
    {
      title: 'nobody counted exceptions while the counterpart is red',
      strategy: world({ ...allowed, ...used(0, null) }, felt('10')),
      subject,
      verdict: 'cannot-tell',
      says: 'how many exceptions were made in 2026-Q1 and 2026-Q2',
    },
    {
      title: 'a customer-facing KPI',
      strategy: world({ roomToAct: false, perspective: 'customer-facing' }),
      subject,
      verdict: 'not-applicable',
      says: 'not an internal KPI',
    },
    {
      title: 'an ordinary touchpoint',
      strategy: world({ roomToAct: false, touchpoints: ['j/lift'] }),
      subject,
      verdict: 'not-applicable',
      says: 'no moment of truth',
    },
    {
      title: 'a moment of truth that is no more',
      strategy: world({ roomToAct: false, touchpoints: ['old/desk'] }),
      subject,
      verdict: 'not-applicable',
    },
  ],
  fail: [
    {
      title: 'no exception is allowed',
      strategy: world({ roomToAct: false }),
      subject,
      level: 'note',
      message: 'none-allowed',
      reasons: ['none-allowed'],
      rows: [['j/desk', 'Desk']],
      related: ['j/desk'],
    },
    {
      title: 'none was made for two quarters under a red counterpart',
      strategy: world({ ...allowed, ...used(0, 0) }, felt('10')),
      subject,
      level: 'note',
      message: 'none-used',
      reasons: ['none-used'],
      related: ['j/desk', 'felt'],
      says: 'Nobody made an exception to “Check-in time” in 2026-Q1 and 2026-Q2, while its counterpart “Felt welcome” is off target.',
    },
    {
      title: 'a half-yearly KPI is asked for its last two readings',
      strategy: world(
        {
          ...allowed,
          everyQuarters: 2,
          readings: { '2025-Q4': { actual: '4', exceptions: 0 }, '2026-Q2': { actual: '4', exceptions: 0 } },
        },
        felt('10'),
      ),
      subject,
      level: 'note',
      message: 'none-used',
      says: 'in 2025-Q4 and 2026-Q2',
    },
  ],
});
