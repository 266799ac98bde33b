import { examples, orphanObjective } from '../../shared/checks/orphan-objective.ts';
import { describeCheck } from './table.ts';

const outcomes = [{ id: 'o' }, { id: 'gone', statement: 'It worked.', retiredFrom: '2026-Q2' }];
const objective = (change: Record<string, unknown>) => ({
  outcomes,
  objectives: [{ id: 'b', title: 'Grow', ...change }],
});
const subject = ['b'];

describeCheck(orphanObjective, examples, {
  other: [
    {
      title: 'it serves an active outcome',
      strategy: objective({ outcomes: ['gone', 'o'] }),
      subject,
      verdict: 'pass',
    },
    {
      title: 'it has not begun',
      strategy: objective({ firstQuarter: '2026-Q3' }),
      subject,
      verdict: 'not-applicable',
      says: 'outside its quarters',
    },
    {
      title: 'it ended last quarter',
      strategy: objective({ lastQuarter: '2026-Q1' }),
      subject,
      verdict: 'not-applicable',
      says: 'outside its quarters',
    },
  ],
  fail: [
    {
      title: 'it names no outcome',
      strategy: objective({}),
      subject,
      level: 'error',
      message: 'none-linked',
      reasons: ['none-linked'],
      rows: [],
      says: 'The objective “Grow” serves no customer outcome.',
    },
    {
      title: 'it names outcomes that are not there in its last quarter',
      strategy: objective({ outcomes: ['gone', 'ghost'], lastQuarter: '2026-Q2' }),
      subject,
      level: 'error',
      message: 'none-active',
      reasons: ['none-active'],
      rows: [
        ['gone', 'It worked.', 'not active in the quarter'],
        ['ghost', null, 'not found'],
      ],
      related: ['gone', 'ghost'],
    },
  ],
});
