import { examples, scoreWithoutWhy } from '../../shared/checks/score-without-why.ts';
import { describeCheck } from './table.ts';

const score = (reading: Record<string, unknown> | undefined, change: Record<string, unknown> = {}) => ({
  kpis: [
    {
      id: 'k',
      name: 'Would recommend',
      sentiment: 'nps',
      readings: reading ? { '2026-Q2': reading } : {},
      ...change,
    },
  ],
});
const reasons = [{ theme: 'Waiting', count: 3, quote: 'I waited for an hour.' }];
const subject = ['k'];

describeCheck(scoreWithoutWhy, examples, {
  other: [
    { title: 'one reason', strategy: score({ actual: '31', reasons }), subject, verdict: 'pass' },
    {
      title: 'no score',
      strategy: score({ actual: '31' }, { sentiment: null }),
      subject,
      verdict: 'not-applicable',
      says: 'no score',
    },
    { title: 'no reading', strategy: score(undefined), subject, verdict: 'not-applicable', says: 'not read' },
    {
      title: 'not measured',
      strategy: score({ notMeasured: 'no survey' }),
      subject,
      verdict: 'not-applicable',
      says: 'not read',
    },
    {
      title: 'only the quarter before came without a reason',
      strategy: score(
        { actual: '31', reasons },
        { readings: { '2026-Q1': { actual: '30' }, '2026-Q2': { actual: '31', reasons } } },
      ),
      subject,
      verdict: 'pass',
    },
  ],
  fail: [
    {
      title: 'no reasons',
      strategy: score({ actual: '31' }),
      subject,
      level: 'warning',
      message: 'no-reason',
      rows: [['2026-Q2', '31', 'ann']],
      says: 'The NPS “Would recommend” of 2026-Q2 comes without a reason.',
    },
    {
      title: 'an empty list of reasons, nobody who owns it',
      strategy: score({ actual: '4.1', reasons: [] }, { sentiment: 'csat', owner: null }),
      subject,
      level: 'warning',
      message: 'no-reason',
      rows: [['2026-Q2', '4.1', null]],
      says: 'The CSAT',
    },
  ],
});
