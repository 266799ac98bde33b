import { examples, incompleteCapability } from '../../shared/checks/incomplete-capability.ts';
import { describeCheck } from './table.ts';

const departments = [
  { id: 'it', name: 'IT' },
  { id: 'hr', name: 'HR' },
  { id: 'old', retiredFrom: '2026-Q1' },
];
const needs = (list: string[], ...kpis: Record<string, unknown>[]) => ({
  departments,
  capabilities: [{ id: 'c', name: 'One view', departments: list }],
  kpis: kpis.map((kpi) => ({ capability: 'c', ...kpi })),
});
const subject = ['c'];

describeCheck(incompleteCapability, examples, {
  other: [
    {
      title: 'each department names it',
      strategy: needs(['it', 'hr'], { id: 'a', department: 'it' }, { id: 'b', department: 'hr' }),
      subject,
      verdict: 'pass',
    },
    ...([[], ['it'], ['it', 'it'], ['it', 'old'], ['it', 'ghost']] as const).map((list) => ({
      title: `it needs ${list.join(' and ') || 'nobody'}`,
      strategy: needs([...list]),
      subject,
      verdict: 'not-applicable' as const,
      says: 'fewer than two departments',
    })),
  ],
  fail: [
    {
      title: 'one department names it',
      strategy: needs(['it', 'hr', 'old'], { id: 'a', department: 'it' }, { id: 'b', department: 'it' }),
      subject,
      level: 'warning',
      message: 'incomplete',
      rows: [
        ['it', 'IT', 'a, b'],
        ['hr', 'HR', ''],
      ],
      related: ['hr'],
      says: 'Of the 2 departments that “One view” needs, 1 name it in no active KPI: HR.',
    },
    {
      title: 'the only KPI is retired',
      strategy: needs(['it', 'hr'], { id: 'a', department: 'it', retiredFrom: '2026-Q2' }),
      subject,
      level: 'warning',
      message: 'incomplete',
      related: ['it', 'hr'],
    },
  ],
});
