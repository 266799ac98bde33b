import { examples, untargetedKpi } from '../../shared/checks/untargeted-kpi.ts';
import { describeCheck } from './table.ts';

const kpi = (firstQuarter: string, ...from: string[]) => ({
  kpis: [
    { id: 'k', name: 'Calls', firstQuarter, targets: from.map((quarter) => ({ from: quarter, value: '1' })) },
  ],
});
const subject = ['k'];

describeCheck(untargetedKpi, examples, {
  other: [
    { title: 'a target stands', strategy: kpi('2024-Q1', '2026-Q2'), subject, verdict: 'pass' },
    {
      title: 'its second quarter',
      strategy: kpi('2026-Q1'),
      subject,
      verdict: 'not-applicable',
      says: 'baseline',
    },
    {
      title: 'the policy gives it a year',
      strategy: kpi('2025-Q3'),
      policy: { baselineQuarters: 4 },
      subject,
      verdict: 'not-applicable',
      says: 'baseline',
    },
  ],
  fail: [
    {
      title: 'its third quarter, and the first target begins next quarter',
      strategy: kpi('2025-Q4', '2026-Q3'),
      subject,
      level: 'warning',
      message: 'no-target',
      says: '“Calls” has no target in 2026-Q2.',
    },
    {
      title: 'the policy gives it no time',
      strategy: kpi('2026-Q2'),
      policy: { baselineQuarters: 0 },
      subject,
      level: 'warning',
      message: 'no-target',
    },
  ],
});
