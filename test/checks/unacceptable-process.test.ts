import { examples, unacceptableProcess } from '../../shared/checks/unacceptable-process.ts';
import { addQuarters } from '../../shared/domain/quarter-steps.ts';
import { describeCheck } from './table.ts';

const hours = { kind: 'duration', symbol: 'h' };
const events = ['a', 'b', 'c'].map((id) => ({ id, name: id.toUpperCase(), seenBy: 'customer' }));
const clock = (from: string, to: string) => ({ journey: 'j', from, to });
const read = (actuals: readonly number[]) =>
  Object.fromEntries(
    actuals.map((actual, i) => [addQuarters('2026-Q2', i - actuals.length + 1), { actual: String(actual) }]),
  );
const lower = (value: string, unit: Record<string, string> = hours) => ({ value, unit, direction: 'lower' });
const world = (
  actuals: readonly number[],
  tolerance: Record<string, unknown> | null,
  kpi: Record<string, unknown> = {},
  outcome: Record<string, unknown> = {},
) => ({
  journeys: [{ id: 'j', events }],
  outcomes: [{ id: 'o', statement: 'Soon.', tolerance, ...outcome }],
  kpis: [
    {
      id: 'x',
      name: 'Transit',
      unit: hours,
      contributions: [{ outcome: 'o', effect: '+' }],
      readings: read(actuals),
      ...kpi,
    },
  ],
});
/** Mean 10, mean moving range 2: limits 4.68 to 15.32. */
const steady = [9, 11, 9, 11, 9, 11, 9, 11];
const subject = ['x', 'o'];

describeCheck(unacceptableProcess, examples, {
  other: [
    {
      title: 'the upper limit lies within',
      strategy: world(steady, lower('15.33')),
      subject,
      verdict: 'pass',
    },
    {
      title: 'the lower limit lies within',
      strategy: world(steady, { ...lower('4.67'), direction: 'higher' }),
      subject,
      verdict: 'pass',
    },
    {
      title: 'the tolerance is in days',
      strategy: world(steady, lower('1', { kind: 'duration', symbol: 'day' })),
      subject,
      verdict: 'pass',
    },
    {
      title: 'a constant series at the tolerance',
      strategy: world(Array(9).fill(0.1), lower('0.1')),
      subject,
      verdict: 'pass',
    },
    {
      title: 'whole clock, customer and KPI',
      strategy: world(steady, lower('20'), { clock: clock('a', 'c') }, { clock: clock('a', 'c') }),
      subject,
      verdict: 'pass',
    },
    {
      title: 'a share needs no clock',
      strategy: world(
        [0.9, 0.8, 0.9, 0.8, 0.9, 0.8, 0.9, 0.8],
        { value: '0.5', unit: { kind: 'share', symbol: '%' }, direction: 'higher' },
        { unit: { kind: 'share', symbol: '%' } },
        { clock: clock('a', 'c') },
      ),
      subject,
      verdict: 'pass',
    },
    ...(
      [
        ['covers a part', { clock: clock('a', 'b') }],
        ['is on no journey', { clock: 'on-no-journey' }],
        ['is not stated', {}],
        ['is broken', { clock: clock('b', 'a') }],
      ] as const
    ).map(([what, kpi]) => ({
      title: `within tolerance, but its clock ${what}`,
      strategy: world(steady, lower('20'), kpi, { clock: clock('a', 'c') }),
      subject,
      verdict: 'cannot-tell' as const,
      says: 'only on part of it',
    })),
    {
      title: 'within tolerance, but the customer’s clock is broken',
      strategy: world(steady, lower('20'), { clock: clock('a', 'c') }, { clock: clock('c', 'a') }),
      subject,
      verdict: 'cannot-tell',
      says: 'only on part of it',
    },
    {
      title: 'seven readings',
      strategy: world(steady.slice(1), lower('1')),
      subject,
      verdict: 'cannot-tell',
      says: '8 readings (there are 7)',
    },
    {
      title: 'hours against working days',
      strategy: world(steady, lower('1', { kind: 'duration', symbol: 'working-day' })),
      subject,
      verdict: 'cannot-tell',
      says: 'from working-day to h',
    },
    {
      title: 'another kind of unit',
      strategy: world(steady, lower('1', { kind: 'count', symbol: '' })),
      subject,
      verdict: 'not-applicable',
      says: 'another kind of unit',
    },
    {
      title: 'no tolerance',
      strategy: world(steady, null),
      subject,
      verdict: 'not-applicable',
      says: 'no tolerance',
    },
    {
      title: 'a retired outcome',
      strategy: world(steady, lower('1'), {}, { retiredFrom: '2026-Q2' }),
      subject,
      verdict: 'not-applicable',
    },
    {
      title: 'an outcome nowhere defined',
      strategy: { ...world(steady, null), outcomes: [] },
      subject,
      verdict: 'not-applicable',
    },
  ],
  fail: [
    {
      title: 'the upper limit lies beyond',
      strategy: world(steady, lower('15.31')),
      subject,
      level: 'warning',
      message: 'too-high',
      says: 'As it runs, “Transit” reaches 15.32 h in a quarter, above what customers of “Soon.” accept (15.31 h). Limits of quarterly means are not limits of single customers.',
    },
    {
      title: 'the lower limit lies beyond',
      strategy: world(steady, { ...lower('4.69'), direction: 'higher' }),
      subject,
      level: 'warning',
      message: 'too-low',
      says: 'falls to 4.68 h',
    },
    {
      title: 'it breaches although its clock covers only a part',
      strategy: world(steady, lower('12'), { clock: clock('a', 'b') }, { clock: clock('a', 'c') }),
      subject,
      level: 'warning',
      message: 'too-high',
    },
    {
      title: 'the tolerance is in minutes',
      strategy: world(steady, lower('600', { kind: 'duration', symbol: 'min' })),
      subject,
      level: 'warning',
      message: 'too-high',
      says: '(600 min)',
    },
    {
      title: 'a point outside the limits: do not judge',
      strategy: world([10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 40], lower('1')),
      subject,
      level: 'note',
      message: 'unstable',
      rows: [
        ...Array.from({ length: 11 }, (_, i) => [addQuarters('2023-Q3', i), '10 h', 'in a run']),
        ['2026-Q2', '40 h', 'outside the limits'],
      ],
      says: '12 of its last 12 readings say so',
    },
    {
      title: 'eight on one side: do not judge',
      strategy: world([9, 9.1, 9, 9.1, 12, 12.1, 12, 12.1, 12, 12.1, 12, 12.1], lower('100')),
      subject,
      level: 'note',
      message: 'unstable',
    },
    {
      title: 'only the last twelve readings are looked at',
      strategy: world([500, ...steady, 9, 11, 9, 11], lower('15')),
      subject,
      level: 'warning',
      message: 'too-high',
    },
    {
      title: 'readings after the quarter are not looked at',
      strategy: world([...steady, 500], lower('15')),
      quarter: '2026-Q1',
      subject,
      level: 'warning',
      message: 'too-high',
    },
  ],
});
