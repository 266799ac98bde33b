import { examples, unmeasuredObjective } from '../../shared/checks/unmeasured-objective.ts';
import { describeCheck } from './table.ts';

const kpi = (change: Record<string, unknown>) => ({ id: 'k', name: 'Calls', objective: 'b', ...change });
const objective = (change: Record<string, unknown>, ...kpis: Record<string, unknown>[]) => ({
  objectives: [{ id: 'b', title: 'Grow', ...change }],
  kpis,
});
const subject = ['b'];

describeCheck(unmeasuredObjective, examples, {
  other: [
    {
      title: 'one of two KPIs is active, read or not',
      strategy: objective({}, kpi({ owner: null }), kpi({ id: 'old', retiredFrom: '2025-Q1' })),
      subject,
      verdict: 'pass',
    },
    {
      title: 'the objective has ended',
      strategy: objective({ lastQuarter: '2026-Q1' }),
      subject,
      verdict: 'not-applicable',
      says: 'outside its quarters',
    },
  ],
  fail: [
    {
      title: 'nobody measures it',
      strategy: objective({}, kpi({ objective: 'other' })),
      subject,
      level: 'warning',
      message: 'none-linked',
      reasons: ['none-linked'],
    },
    {
      title: 'its KPIs are retired or have not begun',
      strategy: objective({}, kpi({ retiredFrom: '2026-Q2' }), kpi({ id: 'next', firstQuarter: '2026-Q3' })),
      subject,
      level: 'warning',
      message: 'none-active',
      reasons: ['none-active'],
      rows: [
        ['k', 'Calls', '2024-Q1', '2026-Q2'],
        ['next', 'Calls', '2026-Q3', null],
      ],
      related: ['k', 'next'],
      says: '(retired or not yet begun: 2)',
    },
  ],
});
