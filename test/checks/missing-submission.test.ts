import { examples, missingSubmission } from '../../shared/checks/missing-submission.ts';
import { describeCheck } from './table.ts';

const world = (counted: string[], ...kpis: Record<string, unknown>[]) => ({
  departments: [{ id: 'it', name: 'IT', counted }, { id: 'hr' }],
  kpis: kpis.map((kpi) => ({ name: 'Tickets', department: 'it', ...kpi })),
});
const subject = ['it'];
const notDue = { calendar: { lastDueQuarter: '2026-Q1' } } as const;

describeCheck(missingSubmission, examples, {
  other: [
    {
      title: 'a version of the quarter counts',
      strategy: world(['2026-Q1', '2026-Q2'], { id: 'a' }),
      subject,
      verdict: 'pass',
    },
    {
      title: 'the quarter is not due yet',
      strategy: world([], { id: 'a' }),
      ...notDue,
      subject,
      verdict: 'not-applicable',
      says: 'not due yet',
    },
    {
      title: 'its extension still runs',
      strategy: world([], { id: 'a' }),
      calendar: { extended: ['hr', 'it'] },
      subject,
      verdict: 'not-applicable',
      says: 'extended due date',
    },
    {
      title: 'it has no KPI',
      strategy: world([]),
      subject,
      verdict: 'not-applicable',
      says: 'no active KPI',
    },
    {
      title: 'its only KPI is retired',
      strategy: world([], { id: 'a', retiredFrom: '2026-Q2' }),
      subject,
      verdict: 'not-applicable',
      says: 'no active KPI',
    },
    {
      title: 'its only KPI came from elsewhere after the quarter',
      strategy: world([], { id: 'a', formerDepartments: [{ department: 'hr', until: '2026-Q2' }] }),
      subject,
      verdict: 'not-applicable',
    },
  ],
  fail: [
    {
      title: 'only the quarter before was handed in',
      strategy: world(['2026-Q1'], { id: 'b' }, { id: 'a' }),
      subject,
      level: 'error',
      message: 'missing',
      rows: [
        ['a', 'Tickets'],
        ['b', 'Tickets'],
      ],
      related: ['a', 'b'],
      says: 'IT has not submitted 2026-Q2 (KPIs without a figure: 2).',
    },
    {
      title: 'another department’s extension does not help',
      strategy: world([], { id: 'a' }),
      calendar: { extended: ['hr'] },
      subject,
      level: 'error',
      message: 'missing',
    },
    {
      title: 'an extension for the last due quarter does not help an earlier one',
      strategy: world([], { id: 'a' }),
      calendar: { lastDueQuarter: '2026-Q3', extended: ['it'] },
      subject,
      level: 'error',
      message: 'missing',
    },
    {
      title: 'the KPI left only after the quarter',
      strategy: world([], {
        id: 'a',
        department: 'hr',
        formerDepartments: [{ department: 'it', until: '2026-Q2' }],
      }),
      subject,
      level: 'error',
      message: 'missing',
      related: ['a'],
    },
  ],
});
