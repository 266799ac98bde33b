import { clockGap, examples } from '../../shared/checks/clock-gap.ts';
import { describeCheck } from './table.ts';

const hours = { kind: 'duration', symbol: 'h' };
const names = ['a', 'b', 'c', 'd'];
const events = names.map((id) => ({ id, name: id.toUpperCase(), seenBy: 'customer' }));
const lasts = (from: string, to: string, duration: string, symbol = 'h') => ({
  from,
  to,
  duration,
  unit: { kind: 'duration', symbol },
});
const known = [lasts('a', 'b', '1'), lasts('b', 'c', '120', 'min'), lasts('c', 'd', '7')];
const clock = (from: string, to: string, journey = 'j') => ({ journey, from, to });
const kpi = (id: string, span: unknown, change: Record<string, unknown> = {}) => ({
  id,
  name: `KPI ${id}`,
  perspective: 'customer-facing',
  unit: hours,
  direction: 'lower',
  contributions: [{ outcome: 'o', effect: '+' }],
  readings: { '2026-Q2': { actual: '3' } },
  clock: span,
  ...change,
});
const world = (
  kpis: Record<string, unknown>[],
  segments: unknown[] = known,
  outcome: Record<string, unknown> = {},
) => ({
  journeys: [
    { id: 'j', events, segments },
    { id: 'other', events },
    { id: 'old', events, retiredFrom: '2026-Q2' },
  ],
  outcomes: [{ id: 'o', statement: 'Soon.', clock: clock('a', 'd'), ...outcome }],
  kpis,
});
const subject = ['x', 'o'];
const inside = { perspective: 'internal-efficiency' };

describeCheck(clockGap, examples, {
  other: [
    {
      title: 'it covers the whole clock',
      strategy: world([kpi('x', clock('a', 'd'))]),
      subject,
      verdict: 'pass',
    },
    {
      title: 'it covers more than the clock',
      strategy: world([kpi('x', clock('a', 'd'))], known, { clock: clock('b', 'c') }),
      subject,
      verdict: 'pass',
    },
    {
      title: 'a duration without a clock',
      strategy: world([kpi('x', null)]),
      subject,
      verdict: 'cannot-tell',
      says: 'the KPI’s clock',
    },
    {
      title: 'its events stand the other way round on the journey',
      strategy: world([kpi('x', clock('d', 'a'))]),
      subject,
      verdict: 'cannot-tell',
      says: 'the events “d” and, after it, “a”',
    },
    {
      title: 'one of its events is nowhere on the journey',
      strategy: world([kpi('x', clock('a', 'z'))]),
      subject,
      verdict: 'cannot-tell',
      says: '“z”',
    },
    {
      title: 'the customer’s clock names an event that is nowhere',
      strategy: world([kpi('x', clock('a', 'b'))], known, { clock: clock('a', 'z') }),
      subject,
      verdict: 'cannot-tell',
      says: 'on the journey “j”',
    },
    {
      title: 'the customer’s clock is on a journey that nobody has defined',
      strategy: world([kpi('x', clock('a', 'b', 'nowhere'))], known, { clock: clock('a', 'b', 'nowhere') }),
      subject,
      verdict: 'cannot-tell',
      says: 'the journey “nowhere”',
    },
    {
      title: 'no duration',
      strategy: world([kpi('x', clock('a', 'b'), { unit: { kind: 'share', symbol: '%' } })]),
      subject,
      verdict: 'not-applicable',
      says: 'no duration',
    },
    {
      title: 'on no journey',
      strategy: world([kpi('x', 'on-no-journey')]),
      subject,
      verdict: 'not-applicable',
      says: 'on no journey',
    },
    {
      title: 'another journey',
      strategy: world([kpi('x', clock('a', 'b', 'other'))]),
      subject,
      verdict: 'not-applicable',
      says: 'another journey',
    },
    {
      title: 'the outcome has no clock',
      strategy: world([kpi('x', clock('a', 'b'))], known, { clock: null }),
      subject,
      verdict: 'not-applicable',
      says: 'no clock',
    },
    {
      title: 'the outcome is retired',
      strategy: world([kpi('x', clock('a', 'b'))], known, { retiredFrom: '2026-Q2' }),
      subject,
      verdict: 'not-applicable',
      says: 'no clock',
    },
    {
      title: 'the journey is retired',
      strategy: world([kpi('x', clock('a', 'b', 'old'))], known, { clock: clock('a', 'd', 'old') }),
      subject,
      verdict: 'not-applicable',
      says: 'no clock',
    },
    {
      title: 'the outcome is nowhere defined',
      strategy: { kpis: [kpi('x', clock('a', 'b'))] },
      subject,
      verdict: 'not-applicable',
    },
  ],
  fail: [
    {
      title: 'the only customer-facing KPI starts late and stops early',
      strategy: world([kpi('x', clock('b', 'c'))]),
      subject,
      level: 'error',
      message: 'unheard',
      rows: [
        ['A → B', 'before', '1 h'],
        ['C → D', 'after', '7 h'],
      ],
      related: ['j'],
      says: 'covers 20% of the customer’s clock of “Soon.” (by duration), and no other customer-facing KPI covers the rest: A → B, C → D.',
    },
    {
      title: 'without every duration segments are counted',
      strategy: world([kpi('x', clock('b', 'c'))], known.slice(1)),
      subject,
      level: 'error',
      message: 'unheard',
      rows: [
        ['A → B', 'before', null],
        ['C → D', 'after', '7 h'],
      ],
      says: '33% of the customer’s clock of “Soon.” (by segments)',
    },
    {
      title: 'working days beside hours are counted, too',
      strategy: world([kpi('x', clock('b', 'c'))], [lasts('a', 'b', '1', 'working-day'), ...known.slice(1)]),
      subject,
      level: 'error',
      message: 'unheard',
      says: '(by segments)',
    },
    {
      title: 'working days alone are a duration',
      strategy: world(
        [kpi('x', clock('a', 'b'))],
        [lasts('a', 'b', '3', 'working-day'), lasts('b', 'c', '1', 'working-day')],
        { clock: clock('a', 'c') },
      ),
      subject,
      level: 'error',
      message: 'unheard',
      says: 'covers 75%',
    },
    {
      title: 'no overlap',
      strategy: world([kpi('x', clock('a', 'b'))], known, { clock: clock('b', 'd') }),
      subject,
      level: 'error',
      message: 'unheard',
      rows: [
        ['B → C', 'no overlap', '120 min'],
        ['C → D', 'no overlap', '7 h'],
      ],
      says: 'covers 0%',
    },
    {
      title: 'the error is told only of what nobody else covers',
      strategy: world([kpi('x', clock('c', 'd')), kpi('y', clock('a', 'b'))]),
      subject,
      level: 'error',
      message: 'unheard',
      rows: [['B → C', 'before', '120 min']],
    },
    {
      title: 'another covers more, so its own gap is a note',
      strategy: world([kpi('x', clock('a', 'b')), kpi('y', clock('c', 'd'))]),
      subject,
      level: 'note',
      message: 'own',
      rows: [
        ['B → C', 'after', '120 min'],
        ['C → D', 'after', '7 h'],
      ],
    },
    {
      title: 'together they cover all, so even the largest gap is a note',
      strategy: world([kpi('x', clock('b', 'd')), kpi('y', clock('a', 'b'))]),
      subject,
      level: 'note',
      message: 'own',
      rows: [['A → B', 'before', '1 h']],
    },
    {
      title: 'of two that cover as much, the lowest id has the error',
      strategy: world([kpi('x', clock('a', 'b')), kpi('w', clock('a', 'b'))]),
      subject,
      level: 'note',
      message: 'own',
    },
    {
      title: 'and keeps it where the other comes later',
      strategy: world([kpi('x', clock('a', 'b')), kpi('y', clock('a', 'b'))]),
      subject,
      level: 'error',
      message: 'unheard',
    },
    {
      title: 'most is told by time, not by segments',
      strategy: world([kpi('x', clock('c', 'd')), kpi('w', clock('b', 'c'))]),
      subject,
      level: 'error',
      message: 'unheard',
      rows: [['A → B', 'before', '1 h']],
    },
    {
      title: 'an inside measure',
      strategy: world([kpi('x', clock('a', 'b'), inside), kpi('y', clock('a', 'd'))]),
      subject,
      level: 'note',
      message: 'own',
      says: 'it leaves out B → C, C → D.',
    },
    {
      title: 'a customer-facing KPI that is not live has no error and covers nothing',
      strategy: world([kpi('x', clock('a', 'b'), { owner: null }), kpi('y', clock('b', 'd'))]),
      subject,
      level: 'note',
      message: 'own',
    },
    {
      title: 'what the others that are not live cover, stays uncovered',
      strategy: world([kpi('x', clock('a', 'b')), kpi('y', clock('b', 'd'), { readings: {} })]),
      subject,
      level: 'error',
      message: 'unheard',
      says: 'B → C, C → D',
    },
    {
      title: 'a customer-facing share with a clock covers, though it has no clock gap of its own',
      strategy: world([
        kpi('x', clock('a', 'c')),
        kpi('y', clock('c', 'd'), {
          unit: { kind: 'share', symbol: '%' },
          readings: { '2026-Q2': { actual: '0.9' } },
        }),
      ]),
      subject,
      level: 'note',
      message: 'own',
    },
  ],
});
