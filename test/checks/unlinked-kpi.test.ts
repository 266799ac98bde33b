import { examples, unlinkedKpi } from '../../shared/checks/unlinked-kpi.ts';
import { describeCheck } from './table.ts';

const outcomes = [
  { id: 'o', statement: 'It works.' },
  { id: 'gone', statement: 'It worked.', retiredFrom: '2026-Q2' },
  { id: 'next', firstQuarter: '2026-Q3' },
];
const kpi = (perspective: string, ...served: string[]) => ({
  id: 'k',
  name: 'Calls',
  perspective,
  contributions: served.map((outcome) => ({ outcome, effect: '-' })),
});
const subject = ['k'];

describeCheck(unlinkedKpi, examples, {
  other: [
    {
      title: 'one of its outcomes is active',
      strategy: { outcomes, kpis: [kpi('internal-efficiency', 'gone', 'o')] },
      subject,
      verdict: 'pass',
    },
    {
      title: 'its outcome is retired from the next quarter',
      strategy: { outcomes, kpis: [kpi('financial', 'gone')] },
      subject,
      quarter: '2026-Q1',
      verdict: 'pass',
    },
  ],
  fail: [
    ...(
      [
        ['internal-efficiency', 'error'],
        ['customer-facing', 'warning'],
        ['financial', 'note'],
        ['employee', 'note'],
      ] as const
    ).map(([perspective, level]) => ({
      title: `a ${perspective} KPI without an outcome`,
      strategy: { kpis: [kpi(perspective)] },
      subject,
      level,
      message: 'none-linked',
      reasons: ['none-linked'],
      rows: [],
    })),
    {
      title: 'its outcomes are retired, not yet begun, or nowhere defined',
      strategy: { outcomes, kpis: [kpi('internal-efficiency', 'gone', 'next', 'ghost')] },
      subject,
      level: 'error',
      message: 'none-active',
      reasons: ['none-active'],
      rows: [
        ['gone', 'It worked.', 'not active in the quarter'],
        ['next', 'It is as I was told.', 'not active in the quarter'],
        ['ghost', null, 'not found'],
      ],
      related: ['gone', 'next', 'ghost'],
      says: '“Calls” contributes only to outcomes that are not active: “It worked.”, “It is as I was told.”, ghost.',
    },
  ],
});
