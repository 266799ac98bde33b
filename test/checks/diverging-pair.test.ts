import { divergingPair, examples } from '../../shared/checks/diverging-pair.ts';
import { addQuarters } from '../../shared/domain/quarter-steps.ts';
import { describeCheck } from './table.ts';

/** Readings of the quarters up to 2026-Q2, oldest first; null where nothing was read. */
const read = (actuals: readonly (number | null)[], last: `${number}-Q${1 | 2 | 3 | 4}` = '2026-Q2') =>
  Object.fromEntries(
    actuals.flatMap((actual, i) =>
      actual === null ? [] : [[addQuarters(last, i - actuals.length + 1), { actual: String(actual) }]],
    ),
  );
const inside = (actuals: readonly (number | null)[], change: Record<string, unknown> = {}) => ({
  id: 'x',
  name: 'Inside',
  counterparts: [{ kpi: 'f' }],
  readings: read(actuals),
  ...change,
});
const felt = (actuals: readonly (number | null)[], change: Record<string, unknown> = {}) => ({
  id: 'f',
  name: 'Felt',
  perspective: 'customer-facing',
  contributions: [{ outcome: 'o', effect: '+' }],
  readings: read(actuals),
  ...change,
});
const world = (...kpis: Record<string, unknown>[]) => ({ outcomes: [{ id: 'o' }], kpis });
const subject = ['x', 'f'];
const up = [10, 11, 12, 13, 14, 15, 16, 17];
const down = [90, 88, 86, 84, 82, 80, 78, 76];
const range = { direction: 'range', targets: [{ from: '2024-Q1', value: { low: '100', high: '200' } }] };

describeCheck(divergingPair, examples, {
  other: [
    {
      title: 'both get better',
      strategy: world(inside(up), felt(up)),
      subject,
      verdict: 'pass',
      says: 'inside +51.9%, customer +51.9%',
    },
    {
      title: 'both get worse',
      strategy: world(inside(down), felt(down)),
      subject,
      verdict: 'pass',
      says: 'inside -16.9%',
    },
    {
      title: 'outside better, inside worse',
      strategy: world(inside(down), felt(up)),
      subject,
      verdict: 'pass',
    },
    {
      title: 'lower is better on both sides',
      strategy: world(inside(up, { direction: 'lower' }), felt(down, { direction: 'lower' })),
      subject,
      verdict: 'pass',
    },
    {
      title: 'a constant series has gone nowhere',
      strategy: world(inside([5, 5, 5, 5, 5, 5]), felt(down)),
      subject,
      verdict: 'pass',
      says: 'inside 0%',
    },
    {
      title: 'within the customers’ usual variation',
      strategy: world(inside(up), felt([90, 60, 88, 61, 86, 62, 84, 60])),
      subject,
      verdict: 'pass',
      says: 'within its usual variation: inside +51.9%',
    },
    {
      title: 'beyond the limit on one side only',
      strategy: world(inside(up), felt([100, 99.9, 99.8, 99.7, 99.6, 99.5, 99.4, 99.3])),
      subject,
      verdict: 'pass',
    },
    {
      title: 'the policy asks for more',
      strategy: world(inside(up), felt(down)),
      policy: { divergencePercent: 20 },
      subject,
      verdict: 'pass',
    },
    {
      title: 'the last change of two is small',
      strategy: world(inside([10, 11]), felt([100, 95.5])),
      subject,
      verdict: 'pass',
      says: 'customer -4.5%',
    },
    {
      title: 'one common reading',
      strategy: world(inside([1, null, 2]), felt([null, 3, 4])),
      subject,
      verdict: 'cannot-tell',
      says: 'two quarters',
    },
    {
      title: 'a median of zero',
      strategy: world(inside(up), felt([2, 1, 0, 0, 0, -1, -2, -3])),
      subject,
      verdict: 'cannot-tell',
      says: 'a scale',
    },
    {
      title: 'a previous reading of zero',
      strategy: world(inside([1, 2]), felt([0, -1])),
      subject,
      verdict: 'cannot-tell',
      says: 'a scale',
    },
    {
      title: 'only two quarters are looked at, and one was read',
      strategy: world(inside(up), felt([...down.slice(0, 6), null, 76])),
      policy: { divergenceQuarters: 2 },
      subject,
      verdict: 'cannot-tell',
    },
    {
      title: 'a range without a target has no distance',
      strategy: world(inside(up, { direction: 'range' }), felt(down)),
      subject,
      verdict: 'cannot-tell',
    },
    {
      title: 'a customer-facing KPI with a counterpart',
      strategy: world(inside(up, { perspective: 'customer-facing' }), felt(down)),
      subject,
      verdict: 'not-applicable',
      says: 'not an internal KPI',
    },
    {
      title: 'a counterpart that does not count',
      strategy: world(inside(up), felt(down, { retiredFrom: '2026-Q2' })),
      subject,
      verdict: 'not-applicable',
      says: 'retired',
    },
  ],
  fail: [
    {
      title: 'eight common readings are an error',
      strategy: world(inside(up), felt(down)),
      subject,
      level: 'error',
      message: 'diverging',
      rows: [
        ['x', 'Inside', 'ann', 51.9, 7.4, ...up.map(String)],
        ['f', 'Felt', 'ann', -16.9, 2.4, ...down.map(String)],
      ],
      related: ['f'],
      says: '“Inside” got better by 51.9% while “Felt” got worse by 16.9% (8 common readings in 8 quarters up to 2026-Q2, lag 0).',
    },
    {
      title: 'seven are a warning',
      strategy: world(inside([null, ...up.slice(1)]), felt(down)),
      subject,
      level: 'warning',
      message: 'diverging',
    },
    {
      title: 'four are a warning',
      strategy: world(inside(up.slice(4)), felt(down)),
      subject,
      level: 'warning',
      message: 'diverging',
    },
    {
      title: 'older readings than the window are not looked at',
      strategy: world(
        inside([...up.map((one) => one * 9), ...up].slice(-12)),
        felt([...up, ...down].slice(-12)),
      ),
      subject,
      level: 'error',
      message: 'diverging',
      says: '8 common readings',
    },
    {
      title: 'lower is better inside',
      strategy: world(inside(down, { direction: 'lower' }), felt(down)),
      subject,
      level: 'error',
      message: 'diverging',
    },
    {
      title: 'lower is better outside',
      strategy: world(inside(up), felt(up, { direction: 'lower', owner: 'ann' })),
      subject,
      level: 'error',
      message: 'diverging',
    },
    {
      title: 'negative values: the scale is the size of their median',
      strategy: world(
        inside(up.map((one) => -20 + one)),
        felt(
          down.map((one) => -one),
          { direction: 'lower' },
        ),
      ),
      subject,
      level: 'error',
      message: 'diverging',
    },
    {
      title: 'ranges: nearer inside, farther outside',
      strategy: world(inside([60, 65, 70, 75, 80, 85], range), felt([210, 215, 220, 225, 230, 235], range)),
      subject,
      level: 'warning',
      message: 'diverging',
    },
    {
      title: 'the customers feel it two quarters later',
      strategy: world(
        inside([], { readings: read(up, '2025-Q4'), counterparts: [{ kpi: 'f', lag: 2 }] }),
        felt(down),
      ),
      subject,
      level: 'error',
      message: 'diverging',
      rows: [
        ['x', 'Inside', 'ann', 51.9, 7.4, ...up.map(String)],
        ['f', 'Felt', 'ann', -16.9, 2.4, ...down.map(String)],
      ],
      says: 'lag 2',
    },
    {
      title: 'gaps keep their distance',
      strategy: world(inside([10, null, null, 13, 14, null, 16, 17]), felt(down)),
      subject,
      level: 'warning',
      message: 'diverging',
      says: '(5 common readings',
    },
    {
      title: 'an early sign in two readings',
      strategy: world(inside([10, 11]), felt([100, 94])),
      subject,
      level: 'note',
      message: 'early-sign',
      says: 'At its last reading “Inside” got better by 10% while “Felt” got worse by 6% (2 common readings, lag 0)',
    },
    {
      title: 'an early sign in three: only the last change counts, without the gate',
      strategy: world(inside([50, 10, 11]), felt([50, 100, 94])),
      subject,
      level: 'note',
      message: 'early-sign',
    },
    {
      title: 'the policy wants earlier signs',
      strategy: world(inside([10, 11]), felt([100, 97])),
      policy: { earlySignPercent: 1 },
      subject,
      level: 'note',
      message: 'early-sign',
    },
    ...(
      [
        ['nps', [12, 8, 4, 0, -4, -8, -12, -16], -14, 'score'],
        ['csat', [4.4, 4.3, 4.2, 4.1, 4, 3.9, 3.8, 3.7], -17.5, 'score'],
        ['csat', [8.8, 8.6, 8.4, 8.2, 8, 7.8, 7.6, 7.4], -14, 'score'],
        ['csat', [88, 86, 84, 82, 80, 78, 76, 74], -14, 'score'],
        ['csat', [10, 9.8, 9.6, 9.4, 9.2, 9, 8.8, 8.6], -14, 'score'],
        ['ces', [6.4, 6.2, 6, 5.8, 5.6, 5.4, 5.2, 5], -23.3, 'score'],
      ] as const
    ).map(([sentiment, actuals, change, kind]) => ({
      title: `${sentiment} from ${actuals[0]} to ${actuals[7]}: of the width of its scale`,
      strategy: world(inside(up), felt(actuals, { sentiment, unit: { kind, symbol: '' } })),
      subject,
      level: 'error' as const,
      message: 'diverging',
      rows: [
        ['x', 'Inside', 'ann', 51.9, 7.4, ...up.map(String)],
        ['f', 'Felt', 'ann', change, Math.abs(Math.round((change / 7) * 10) / 10), ...actuals.map(String)],
      ],
    })),
    {
      title: 'a share of satisfied customers has no scale of its own',
      strategy: world(
        inside(up),
        felt([0.9, 0.88, 0.86, 0.84, 0.82, 0.8, 0.78, 0.76], {
          sentiment: 'csat',
          unit: { kind: 'share', symbol: '%' },
        }),
      ),
      subject,
      level: 'error',
      message: 'diverging',
      says: 'got worse by 16.9%',
    },
  ],
});
