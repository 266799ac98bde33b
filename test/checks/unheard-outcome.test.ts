import { examples, unheardOutcome } from '../../shared/checks/unheard-outcome.ts';
import { describeCheck } from './table.ts';

const kpi = (id: string, perspective: string, change: Record<string, unknown> = {}) => ({
  id,
  name: `KPI ${id}`,
  perspective,
  contributions: [{ outcome: 'o', effect: '+' }],
  readings: { '2026-Q1': { actual: '1' } },
  ...change,
});
const outcome = (...kpis: Record<string, unknown>[]) => ({
  outcomes: [{ id: 'o', statement: 'It works.' }],
  kpis,
});
const harms = { contributions: [{ outcome: 'o', effect: '-' }] };
const subject = ['o'];

describeCheck(unheardOutcome, examples, {
  other: [
    {
      title: 'a customer-facing KPI that harms hears as well',
      strategy: outcome(kpi('a', 'internal-efficiency'), kpi('b', 'customer-facing', harms)),
      subject,
      verdict: 'pass',
    },
    {
      title: 'nobody contributes',
      strategy: outcome(),
      subject,
      verdict: 'not-applicable',
      says: 'unserved',
    },
    {
      title: 'it is only harmed',
      strategy: outcome(kpi('a', 'internal-efficiency', harms)),
      subject,
      verdict: 'not-applicable',
      says: 'unserved',
    },
  ],
  fail: [
    {
      title: 'only inside figures',
      strategy: outcome(kpi('a', 'internal-efficiency'), kpi('b', 'employee', { readings: {} })),
      subject,
      level: 'error',
      message: 'only-inside',
      reasons: ['only-inside'],
      rows: [
        ['a', 'KPI a', 'internal-efficiency', 'yes'],
        ['b', 'KPI b', 'employee', 'no'],
      ],
      related: ['a', 'b'],
    },
    {
      title: 'the customer-facing KPI has no owner',
      strategy: outcome(kpi('a', 'internal-efficiency'), kpi('b', 'customer-facing', { owner: null })),
      subject,
      level: 'error',
      message: 'not-live',
      reasons: ['not-live'],
      related: ['b'],
      says: 'only by KPIs that are not live (1)',
    },
    {
      title: 'it has not been read since last year',
      strategy: outcome(kpi('b', 'customer-facing', { readings: { '2025-Q4': { actual: '1' } } })),
      subject,
      level: 'error',
      message: 'not-live',
    },
    {
      title: 'the policy lets figures age less',
      strategy: outcome(kpi('b', 'customer-facing')),
      policy: { liveQuarters: 1 },
      subject,
      level: 'error',
      message: 'not-live',
    },
    {
      title: 'the customer-facing KPI is retired',
      strategy: outcome(kpi('a', 'financial'), kpi('b', 'customer-facing', { retiredFrom: '2026-Q2' })),
      subject,
      level: 'error',
      message: 'only-inside',
    },
  ],
});
