import { examples, stalledAction } from '../../shared/checks/stalled-action.ts';
import { describeCheck } from './table.ts';

const action = (more: object) => ({ actions: [{ id: 'a', text: 'Ask customers', ...more }] });
const subject = ['a'];
const ended = { by: 'ann', at: '2026-07-02T10:00:00Z', quarter: '2026-Q2' };

describeCheck(stalledAction, examples, {
  other: [
    {
      title: 'it is due next quarter',
      strategy: action({ dueQuarter: '2026-Q3' }),
      subject,
      verdict: 'pass',
    },
    {
      title: 'it was done too late',
      strategy: action({ dueQuarter: '2025-Q4', state: 'done', ended }),
      subject,
      verdict: 'pass',
    },
    {
      title: 'it was dropped',
      strategy: action({ dueQuarter: '2025-Q4', state: 'dropped', ended }),
      subject,
      verdict: 'not-applicable',
      says: 'dropped',
    },
  ],
  fail: [
    {
      title: 'its quarter is the one that is reported',
      strategy: action({ dueQuarter: '2026-Q2' }),
      subject,
      level: 'warning',
      message: 'overdue',
      says: '“Ask customers” was due in 2026-Q2 and is not done; ann sees to it.',
    },
    {
      title: 'its quarter has long passed, and its owner has left',
      strategy: { ...action({ dueQuarter: '2025-Q4' }), members: [{ id: 'ann', status: 'removed' }] },
      subject,
      level: 'warning',
      message: 'overdue',
      reasons: ['owner-left'],
    },
  ],
});
