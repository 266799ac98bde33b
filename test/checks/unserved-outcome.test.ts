import { examples, unservedOutcome } from '../../shared/checks/unserved-outcome.ts';
import { describeCheck } from './table.ts';

const kpi = (id: string, effect: string, change: Record<string, unknown> = {}) => ({
  id,
  name: `KPI ${id}`,
  contributions: [{ outcome: 'o', effect }],
  ...change,
});
const outcome = (...kpis: Record<string, unknown>[]) => ({
  outcomes: [{ id: 'o', statement: 'It works.' }],
  kpis,
});
const subject = ['o'];

describeCheck(unservedOutcome, examples, {
  other: [
    {
      title: 'one KPI helps, whoever owns it and whether it is read',
      strategy: outcome(kpi('a', '-'), kpi('b', '+', { owner: null, perspective: 'financial' })),
      subject,
      verdict: 'pass',
    },
  ],
  fail: [
    {
      title: 'nobody acts on it',
      strategy: outcome(),
      subject,
      level: 'error',
      message: 'none',
      reasons: ['none'],
      says: 'No KPI contributes to “It works.”.',
    },
    {
      title: 'the KPI that helped is retired',
      strategy: outcome(kpi('a', '+', { retiredFrom: '2026-Q2' })),
      subject,
      level: 'error',
      message: 'none',
    },
    {
      title: 'it is only harmed',
      strategy: outcome(kpi('a', '-'), kpi('b', '-'), kpi('c', '+', { firstQuarter: '2026-Q3' })),
      subject,
      level: 'error',
      message: 'only-harmed',
      reasons: ['only-harmed'],
      rows: [
        ['a', 'KPI a', 'service'],
        ['b', 'KPI b', 'service'],
      ],
      related: ['a', 'b'],
    },
  ],
});
