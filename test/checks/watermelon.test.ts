import { examples, watermelon } from '../../shared/checks/watermelon.ts';
import { describeCheck } from './table.ts';

const target = (value: unknown, from = '2025-Q1') => [{ from, value }];
const read = (actuals: Record<string, string>) =>
  Object.fromEntries(Object.entries(actuals).map(([quarter, actual]) => [quarter, { actual }]));
const inside = (change: Record<string, unknown> = {}) => ({
  id: 'x',
  name: 'Inside',
  counterparts: [{ kpi: 'f' }],
  targets: target('10'),
  readings: read({ '2026-Q1': '9', '2026-Q2': '10' }),
  ...change,
});
const felt = (change: Record<string, unknown> = {}) => ({
  id: 'f',
  name: 'Felt',
  perspective: 'customer-facing',
  contributions: [{ outcome: 'o', effect: '+' }],
  targets: target('100'),
  readings: read({ '2026-Q1': '50', '2026-Q2': '50' }),
  ...change,
});
const world = (...kpis: Record<string, unknown>[]) => ({ outcomes: [{ id: 'o' }], kpis });
const subject = ['x', 'f'];

describeCheck(watermelon, examples, {
  other: [
    {
      title: 'both are on target',
      strategy: world(inside(), felt({ targets: target('50') })),
      subject,
      verdict: 'pass',
    },
    {
      title: 'the internal KPI is off target itself',
      strategy: world(inside({ targets: target('20') }), felt()),
      subject,
      verdict: 'pass',
    },
    {
      title: 'the internal KPI is only near',
      strategy: world(inside({ targets: target('10.4') }), felt()),
      subject,
      verdict: 'pass',
    },
    {
      title: 'the counterpart is near',
      strategy: world(inside(), felt({ targets: target('52') })),
      subject,
      verdict: 'pass',
    },
    {
      title: 'near is as wide as the policy says',
      strategy: world(inside(), felt()),
      policy: { nearPercent: 50 },
      subject,
      verdict: 'pass',
    },
    {
      title: 'no reading of the internal KPI',
      strategy: world(inside({ readings: {} }), felt()),
      subject,
      verdict: 'cannot-tell',
      says: 'the KPI’s status: no-reading',
    },
    {
      title: 'the counterpart was read last quarter only, and has no target',
      strategy: world(inside(), felt({ readings: read({ '2026-Q1': '50' }) })),
      subject,
      verdict: 'cannot-tell',
      says: 'the counterpart’s status: no-reading',
    },
    {
      title: 'neither has a target',
      strategy: world(inside({ targets: [] }), felt({ targets: [] })),
      subject,
      verdict: 'cannot-tell',
      says: 'the KPI’s status: no-target; the counterpart’s status: no-target',
    },
    {
      title: 'the counterpart is yearly and not asked in this quarter',
      strategy: world(inside(), felt({ everyQuarters: 4 })),
      subject,
      verdict: 'not-applicable',
      says: 'the counterpart’s rhythm',
    },
    {
      title: 'the internal KPI is half-yearly and was not asked',
      strategy: world(inside({ everyQuarters: 2, readings: {} }), felt()),
      subject,
      verdict: 'not-applicable',
      says: 'the KPI’s own rhythm',
    },
    {
      title: 'a financial KPI',
      strategy: world(inside({ perspective: 'financial' }), felt()),
      subject,
      verdict: 'not-applicable',
      says: 'not an internal KPI',
    },
    {
      title: 'a counterpart that does not count',
      strategy: world(inside(), felt({ owner: null })),
      subject,
      verdict: 'not-applicable',
      says: 'does not count: no-owner',
    },
    {
      title: 'a counterpart nowhere defined',
      strategy: world(inside()),
      subject,
      verdict: 'not-applicable',
      says: 'not-found',
    },
  ],
  fail: [
    {
      title: 'green and red for the first time',
      strategy: world(inside(), felt()),
      subject,
      level: 'warning',
      message: 'once',
      rows: [
        ['x', 'Inside', '2026-Q2', '10', '10', 'on-target', 'ann'],
        ['f', 'Felt', '2026-Q2', '50', '100', 'off-target', 'ann'],
      ],
      related: ['f'],
    },
    {
      title: 'two quarters running, with the targets that stood in each',
      strategy: world(inside({ targets: [...target('9'), ...target('10', '2026-Q2')] }), felt()),
      subject,
      level: 'error',
      message: 'again',
      rows: [
        ['x', 'Inside', '2026-Q2', '10', '10', 'on-target', 'ann'],
        ['f', 'Felt', '2026-Q2', '50', '100', 'off-target', 'ann'],
        ['x', 'Inside', '2026-Q1', '9', '9', 'on-target', 'ann'],
        ['f', 'Felt', '2026-Q1', '50', '100', 'off-target', 'ann'],
      ],
      says: 'on target in 2026-Q2, as in 2026-Q1',
    },
    {
      title: 'the quarter before is unknown',
      strategy: world(inside({ targets: target('9') }), felt({ readings: read({ '2026-Q2': '50' }) })),
      subject,
      level: 'warning',
      message: 'once',
    },
    {
      title: 'the quarter before a yearly counterpart’s is the year before',
      strategy: world(
        inside({
          firstQuarter: '2024-Q2',
          readings: read({ '2025-Q2': '10', '2026-Q1': '1', '2026-Q2': '10' }),
        }),
        felt({
          firstQuarter: '2024-Q2',
          everyQuarters: 4,
          readings: read({ '2025-Q2': '50', '2026-Q2': '50' }),
        }),
      ),
      subject,
      level: 'error',
      message: 'again',
      says: 'as in 2025-Q2',
    },
    {
      title: 'lower is better inside, a range outside',
      strategy: world(
        inside({
          direction: 'lower',
          targets: target('10'),
          unit: { kind: 'duration', symbol: 'h' },
          owner: null,
        }),
        felt({ direction: 'range', targets: target({ low: '70', high: '90' }) }),
      ),
      subject,
      level: 'error',
      message: 'again',
      rows: [
        ['x', 'Inside', '2026-Q2', '10 h', '10 h', 'on-target', null],
        ['f', 'Felt', '2026-Q2', '50', '70 to 90', 'off-target', 'ann'],
        ['x', 'Inside', '2026-Q1', '9 h', '10 h', 'on-target', null],
        ['f', 'Felt', '2026-Q1', '50', '70 to 90', 'off-target', 'ann'],
      ],
    },
    {
      title: 'a statutory KPI is not spared here',
      strategy: world(
        inside({ statutory: { reason: 'Law', by: 'ann', at: '2025-01-01T00:00:00Z' } }),
        felt(),
      ),
      subject,
      level: 'warning',
      message: 'once',
    },
  ],
});
