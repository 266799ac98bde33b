import { examples, staleKpi } from '../../shared/checks/stale-kpi.ts';
import { describeCheck } from './table.ts';

const kpi = (quarters: string[], change: Record<string, unknown> = {}) => ({
  kpis: [
    {
      id: 'k',
      name: 'Calls',
      readings: Object.fromEntries(quarters.map((quarter) => [quarter, { actual: '1' }])),
      ...change,
    },
  ],
});
const subject = ['k'];

describeCheck(staleKpi, examples, {
  other: [
    { title: 'read last quarter', strategy: kpi(['2026-Q1']), subject, verdict: 'pass' },
    {
      title: 'read, but owned by nobody',
      strategy: kpi(['2026-Q2'], { owner: null }),
      subject,
      verdict: 'pass',
    },
    {
      title: 'the quarter is not due, so the window reaches back further',
      strategy: kpi(['2025-Q4']),
      calendar: { lastDueQuarter: '2026-Q1' },
      subject,
      verdict: 'pass',
    },
    {
      title: 'half-yearly, read two quarters ago',
      strategy: kpi(['2025-Q4'], { everyQuarters: 2 }),
      subject,
      verdict: 'pass',
    },
    {
      title: 'yearly, read four quarters ago',
      strategy: kpi(['2025-Q2'], { everyQuarters: 4 }),
      subject,
      verdict: 'pass',
    },
    {
      title: 'its first quarter is not due',
      strategy: kpi([], { firstQuarter: '2026-Q2' }),
      calendar: { lastDueQuarter: '2026-Q1' },
      subject,
      verdict: 'not-applicable',
      says: 'not due yet',
    },
    {
      title: 'its first quarter is due, but for an extension',
      strategy: kpi([], { firstQuarter: '2026-Q2' }),
      calendar: { extended: ['service'] },
      subject,
      verdict: 'not-applicable',
      says: 'extended',
    },
  ],
  fail: [
    {
      title: 'read two quarters ago',
      strategy: kpi(['2025-Q4', '2025-Q3']),
      subject,
      level: 'warning',
      message: 'stale',
      rows: [['2025-Q4', 1, 'ann']],
      says: '“Calls” was last read in 2025-Q4.',
    },
    {
      title: 'half-yearly, read three quarters ago',
      strategy: kpi(['2025-Q3'], { everyQuarters: 2 }),
      subject,
      level: 'warning',
      message: 'stale',
    },
    {
      title: 'yearly, read five quarters ago',
      strategy: kpi(['2025-Q1'], { everyQuarters: 4 }),
      subject,
      level: 'warning',
      message: 'stale',
    },
    {
      title: 'never read, only explained',
      strategy: kpi([], { readings: { '2026-Q2': { notMeasured: 'no meter' } }, owner: null }),
      subject,
      level: 'warning',
      message: 'never',
      rows: [[null, 1, null]],
    },
    { title: 'read only later', strategy: kpi(['2026-Q3']), subject, level: 'warning', message: 'never' },
    {
      title: 'its first quarter has just become due',
      strategy: kpi([], { firstQuarter: '2026-Q2' }),
      calendar: { extended: ['sales'] },
      subject,
      level: 'warning',
      message: 'never',
    },
    {
      title: 'the policy lets figures age less',
      strategy: kpi(['2026-Q1']),
      policy: { liveQuarters: 1 },
      subject,
      level: 'warning',
      message: 'stale',
    },
  ],
});
