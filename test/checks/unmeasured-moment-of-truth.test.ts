import { examples, unmeasuredMomentOfTruth } from '../../shared/checks/unmeasured-moment-of-truth.ts';
import { describeCheck } from './table.ts';

const events = [
  { id: 'a', name: 'A', seenBy: 'customer' },
  { id: 'b', name: 'B', seenBy: 'customer' },
];
const world = (momentOfTruth: boolean, ...kpis: Record<string, unknown>[]) => ({
  journeys: [{ id: 'j', events, touchpoints: [{ id: 'desk', name: 'Desk', momentOfTruth }] }],
  kpis: kpis.map((kpi) => ({
    name: 'KPI',
    touchpoints: ['j/desk'],
    readings: { '2026-Q2': { actual: '1' } },
    ...kpi,
  })),
});
const customer = { id: 'felt', perspective: 'customer-facing' };
const subject = ['j/desk'];

describeCheck(unmeasuredMomentOfTruth, examples, {
  other: [
    {
      title: 'a live customer-facing KPI names it',
      strategy: world(true, { id: 'x' }, customer),
      subject,
      verdict: 'pass',
    },
    {
      title: 'any other touchpoint',
      strategy: world(false),
      subject,
      verdict: 'not-applicable',
      says: 'no moment of truth',
    },
  ],
  fail: [
    {
      title: 'nobody names it',
      strategy: world(true, { ...customer, touchpoints: ['j/other'] }),
      subject,
      level: 'error',
      message: 'none',
      reasons: ['none'],
      says: 'No KPI measures the moment of truth “Desk”.',
    },
    {
      title: 'the KPI that named it is retired',
      strategy: world(true, { ...customer, retiredFrom: '2026-Q2' }),
      subject,
      level: 'error',
      message: 'none',
    },
    {
      title: 'only inside figures',
      strategy: world(true, { id: 'x' }, { id: 'y', perspective: 'employee', owner: null }),
      subject,
      level: 'error',
      message: 'only-inside',
      reasons: ['only-inside'],
      rows: [
        ['x', 'KPI', 'internal-efficiency', 'ann'],
        ['y', 'KPI', 'employee', null],
      ],
      related: ['x', 'y'],
    },
    {
      title: 'the customer-facing KPI is not read',
      strategy: world(true, { id: 'x' }, { ...customer, readings: { '2026-Q2': { notMeasured: 'moved' } } }),
      subject,
      level: 'error',
      message: 'not-live',
      reasons: ['not-live'],
      related: ['felt'],
    },
    {
      title: 'nobody owns it',
      strategy: world(true, { ...customer, owner: null }),
      subject,
      level: 'error',
      message: 'not-live',
      rows: [['felt', 'KPI', 'customer-facing', null]],
    },
  ],
});
