import { duplicateKpi, examples } from '../../shared/checks/duplicate-kpi.ts';
import { describeCheck } from './table.ts';

const events = [
  { id: 'a', name: 'A', seenBy: 'customer' },
  { id: 'b', name: 'B', seenBy: 'customer' },
];
const base = {
  departments: [{ id: 'it' }, { id: 'hr' }],
  outcomes: [{ id: 'o' }, { id: 'gone', retiredFrom: '2026-Q2' }],
  journeys: [
    { id: 'j', events, touchpoints: [{ id: 't', name: 'T' }] },
    { id: 'old', events, touchpoints: [{ id: 't', name: 'T' }], retiredFrom: '2026-Q1' },
  ],
};
const pair = (shared: Record<string, unknown>, change: Record<string, unknown> = {}) => ({
  ...base,
  kpis: [
    { id: 'a', name: 'Tickets, open', department: 'it', ...shared },
    { id: 'b', name: 'tickets open', department: 'hr', ...shared, ...change },
  ],
});
const outcome = { contributions: [{ outcome: 'o', effect: '+' }] };
const subject = ['tickets open|count'];

describeCheck(duplicateKpi, examples, {
  other: [
    { title: 'nothing shared', strategy: pair({}), subject, verdict: 'pass' },
    { title: 'one department', strategy: pair({ ...outcome, department: 'it' }), subject, verdict: 'pass' },
    {
      title: 'financial measures',
      strategy: pair({ ...outcome, perspective: 'financial' }),
      subject,
      verdict: 'pass',
    },
    {
      title: 'one is retired',
      strategy: pair(outcome, { retiredFrom: '2026-Q2' }),
      subject,
      verdict: 'pass',
    },
    {
      title: 'another kind of unit',
      strategy: pair(outcome, { unit: { kind: 'share', symbol: '%' } }),
      subject,
      verdict: 'pass',
    },
    {
      title: 'what they share is not active',
      strategy: pair({
        contributions: [{ outcome: 'gone', effect: '+' }],
        touchpoints: ['old/t'],
        clock: { journey: 'old', from: 'a', to: 'b' },
      }),
      subject,
      verdict: 'pass',
    },
    { title: 'both are on no journey', strategy: pair({ clock: 'on-no-journey' }), subject, verdict: 'pass' },
    {
      title: 'they share with the same department only',
      strategy: {
        ...base,
        kpis: [
          { id: 'a', name: 'tickets open', department: 'it', ...outcome },
          { id: 'b', name: 'tickets open', department: 'it', ...outcome },
          { id: 'c', name: 'tickets open', department: 'hr' },
        ],
      },
      subject,
      verdict: 'pass',
    },
  ],
  fail: [
    {
      title: 'one outcome',
      strategy: pair(outcome),
      subject,
      level: 'note',
      message: 'duplicate',
      rows: [
        ['a', 'Tickets, open', 'it', 'outcome o'],
        ['b', 'tickets open', 'hr', 'outcome o'],
      ],
      related: ['a', 'b'],
      says: '2 departments keep “Tickets, open” separately, in 2 KPIs.',
    },
    {
      title: 'one touchpoint and one clock, inside and customer-facing',
      strategy: pair(
        { touchpoints: ['j/t'], clock: { journey: 'j', from: 'a', to: 'b' } },
        { perspective: 'customer-facing' },
      ),
      subject,
      level: 'note',
      message: 'duplicate',
      rows: [
        ['a', 'Tickets, open', 'it', 'clock j: a to b, touchpoint j/t'],
        ['b', 'tickets open', 'hr', 'clock j: a to b, touchpoint j/t'],
      ],
    },
    {
      title: 'a third that shares nothing is left out',
      strategy: {
        ...pair(outcome),
        kpis: [...pair(outcome).kpis, { id: 'c', name: 'TICKETS OPEN', department: 'it' }],
      },
      subject,
      level: 'note',
      message: 'duplicate',
      related: ['a', 'b'],
    },
  ],
});
