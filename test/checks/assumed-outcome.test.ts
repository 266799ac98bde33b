import { assumedOutcome, examples } from '../../shared/checks/assumed-outcome.ts';
import { describeCheck } from './table.ts';

const outcome = (date?: string) => ({
  outcomes: [
    {
      id: 'o',
      statement: 'It works.',
      ...(date === undefined
        ? {}
        : { validation: { method: 'Survey', sampleSize: 40, date, source: 'Panel' } }),
    },
  ],
});
const subject = ['o'];

describeCheck(assumedOutcome, examples, {
  other: [
    {
      title: 'validated twelve months before the quarter’s end, to the day',
      strategy: outcome('2025-06-30'),
      subject,
      verdict: 'pass',
    },
    { title: 'validated after the quarter', strategy: outcome('2026-07-20'), subject, verdict: 'pass' },
    {
      title: 'the fiscal quarter ends earlier',
      strategy: outcome('2024-09-30'),
      calendar: { fiscalStart: 4 },
      quarter: '2025-Q2',
      subject,
      verdict: 'pass',
    },
    {
      title: 'the policy lets it stand longer',
      strategy: outcome('2024-07-01'),
      policy: { validationMonths: 24 },
      subject,
      verdict: 'pass',
    },
  ],
  fail: [
    {
      title: 'never validated',
      strategy: outcome(),
      subject,
      level: 'warning',
      message: 'never',
      reasons: ['never'],
      rows: [],
    },
    {
      title: 'a day too old',
      strategy: outcome('2025-06-29'),
      subject,
      level: 'warning',
      message: 'lapsed',
      reasons: ['lapsed'],
      rows: [['Survey', 40, '2025-06-29', 'Panel']],
      says: 'last validated with customers on 2025-06-29, longer than 12 months',
    },
    {
      title: 'a day too old in a fiscal year that starts in April',
      strategy: outcome('2024-09-29'),
      calendar: { fiscalStart: 4 },
      quarter: '2025-Q2',
      subject,
      level: 'warning',
      message: 'lapsed',
    },
  ],
});
