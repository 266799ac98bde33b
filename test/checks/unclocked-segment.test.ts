import { examples, unclockedSegment } from '../../shared/checks/unclocked-segment.ts';
import { describeCheck } from './table.ts';

const names = ['a', 'b', 'c', 'd'];
const events = names.map((id) => ({ id, name: id.toUpperCase(), seenBy: 'customer' }));
const hours = (from: string, to: string, duration: string) => ({
  from,
  to,
  duration,
  unit: { kind: 'duration', symbol: 'h' },
});
const clock = (from: string, to: string, journey = 'j') => ({ journey, from, to });
const kpi = (id: string, span: unknown, change: Record<string, unknown> = {}) => ({
  id,
  clock: span,
  readings: { '2026-Q2': { actual: '3' } },
  ...change,
});
const world = (
  kpis: Record<string, unknown>[],
  outcome: Record<string, unknown> = {},
  segments: unknown[] = [],
) => ({
  journeys: [
    { id: 'j', events, segments },
    { id: 'old', events, retiredFrom: '2026-Q2' },
  ],
  outcomes: [{ id: 'o', statement: 'Soon.', clock: clock('a', 'd'), ...outcome }],
  kpis,
});
const subject = ['o'];

describeCheck(unclockedSegment, examples, {
  other: [
    {
      title: 'two departments clock all of it between them, linked to the outcome or not',
      strategy: world([kpi('x', clock('a', 'c')), kpi('y', clock('b', 'd'), { perspective: 'employee' })]),
      subject,
      verdict: 'pass',
    },
    {
      title: 'it has no clock',
      strategy: world([], { clock: null }),
      subject,
      verdict: 'not-applicable',
      says: 'no clock',
    },
    {
      title: 'its journey is retired',
      strategy: world([], { clock: clock('a', 'd', 'old') }),
      subject,
      verdict: 'not-applicable',
      says: 'active journey',
    },
    {
      title: 'its journey is nowhere defined',
      strategy: world([], { clock: clock('a', 'd', 'nowhere') }),
      subject,
      verdict: 'cannot-tell',
      says: 'the journey “nowhere”',
    },
    {
      title: 'its clock runs backwards',
      strategy: world([], { clock: clock('c', 'c') }),
      subject,
      verdict: 'cannot-tell',
      says: 'the events “c” and, after it, “c”',
    },
  ],
  fail: [
    {
      title: 'nobody clocks any of it',
      strategy: world([
        kpi('x', 'on-no-journey'),
        kpi('y', clock('d', 'a')),
        kpi('z', clock('a', 'd', 'old')),
      ]),
      subject,
      level: 'warning',
      message: 'unclocked',
      rows: [
        ['A → B', null],
        ['B → C', null],
        ['C → D', null],
      ],
      related: ['j'],
      says: 'Nobody clocks 3 of the 3 segments of the customer’s clock of “Soon.”, 100% of it by segments.',
    },
    {
      title: 'one finding, a row a segment, shares by duration',
      strategy: world([kpi('x', clock('b', 'c'))], {}, [
        hours('a', 'b', '1'),
        hours('b', 'c', '2'),
        hours('c', 'd', '5'),
      ]),
      subject,
      level: 'warning',
      message: 'unclocked',
      rows: [
        ['A → B', '1 h'],
        ['C → D', '5 h'],
      ],
      says: '75% of it by duration',
    },
    ...(
      [
        ['owner', { owner: null }],
        ['reading', { readings: {} }],
        ['quarter', { retiredFrom: '2026-Q2' }],
      ] as const
    ).map(([what, change]) => ({
      title: `the KPI that clocks it has no ${what}`,
      strategy: world([kpi('x', clock('a', 'd'), change)]),
      subject,
      level: 'warning' as const,
      message: 'unclocked',
    })),
  ],
});
