import { examples, missingCounterpart } from '../../shared/checks/missing-counterpart.ts';
import { describeCheck } from './table.ts';

const outcomes = [{ id: 'o' }, { id: 'gone', retiredFrom: '2026-Q2' }];
const felt = {
  id: 'felt',
  name: 'Felt',
  perspective: 'customer-facing',
  contributions: [{ outcome: 'o', effect: '+' }],
  readings: { '2026-Q2': { actual: '1' } },
};
const linked = (...kpis: string[]) => ({
  id: 'inside',
  name: 'Inside',
  counterparts: kpis.map((kpi) => ({ kpi })),
});
const subject = ['inside'];
const withFelt = (change: Record<string, unknown>, ...kpis: string[]) => ({
  outcomes,
  kpis: [linked('felt', ...kpis), { ...felt, ...change }],
});

describeCheck(missingCounterpart, examples, {
  other: [
    { title: 'one counterpart counts', strategy: withFelt({}), subject, verdict: 'pass' },
    { title: 'one of two counts', strategy: withFelt({}, 'ghost'), subject, verdict: 'pass' },
    {
      title: 'a counterpart that harms its outcome listens all the same',
      strategy: withFelt({ contributions: [{ outcome: 'o', effect: '-' }] }),
      subject,
      verdict: 'pass',
    },
    {
      title: 'a yearly counterpart was read four quarters ago',
      strategy: withFelt({ everyQuarters: 4, readings: { '2025-Q2': { actual: '1' } } }),
      subject,
      verdict: 'pass',
    },
    {
      title: 'the counterpart retires next quarter',
      strategy: withFelt({ retiredFrom: '2026-Q3' }),
      subject,
      verdict: 'pass',
    },
    ...['customer-facing', 'financial', 'employee'].map((perspective) => ({
      title: `a ${perspective} KPI`,
      strategy: { kpis: [{ ...linked(), perspective }] },
      subject,
      verdict: 'not-applicable' as const,
      says: 'not an internal KPI',
    })),
    {
      title: 'a statutory KPI',
      strategy: {
        kpis: [{ ...linked(), statutory: { reason: 'Fire code', by: 'ann', at: '2025-01-01T00:00:00Z' } }],
      },
      subject,
      verdict: 'not-applicable',
      says: 'law or contract',
    },
  ],
  fail: [
    {
      title: 'no link at all',
      strategy: { kpis: [linked()] },
      subject,
      level: 'error',
      message: 'none-linked',
      reasons: ['none-linked'],
      rows: [],
      says: '“Inside” is an internal KPI and no customer-facing KPI is linked to it.',
    },
    {
      title: 'a link to nothing',
      strategy: { kpis: [linked('ghost')] },
      subject,
      level: 'error',
      message: 'none-counts',
      reasons: ['not-found'],
      rows: [['ghost', null, 'not-found']],
      related: ['ghost'],
    },
    {
      title: 'a link to itself',
      strategy: { kpis: [linked('inside')] },
      subject,
      level: 'error',
      message: 'none-counts',
      reasons: ['itself'],
    },
    ...(
      [
        ['retired', { retiredFrom: '2026-Q1' }],
        ['not-customer-facing', { perspective: 'internal-efficiency' }],
        ['serves-no-outcome', { contributions: [{ outcome: 'gone', effect: '+' }] }],
        ['no-owner', { owner: null }],
        ['not-measured', { readings: { '2025-Q4': { actual: '1' } } }],
      ] as const
    ).map(([fault, change]) => ({
      title: `its counterpart: ${fault}`,
      strategy: withFelt(change),
      subject,
      level: 'error' as const,
      message: 'none-counts',
      reasons: [fault],
      rows: [['felt', 'Felt', fault]],
    })),
    {
      title: 'two fail the same part of the law: the reason is named once',
      strategy: { kpis: [linked('ghost', 'phantom')] },
      subject,
      level: 'error',
      message: 'none-counts',
      reasons: ['not-found'],
      related: ['ghost', 'phantom'],
    },
    {
      title: 'each linked one fails another part of the law',
      strategy: withFelt({ owner: null }, 'ghost', 'inside'),
      subject,
      level: 'error',
      message: 'none-counts',
      reasons: ['itself', 'no-owner', 'not-found'],
      rows: [
        ['felt', 'Felt', 'no-owner'],
        ['ghost', null, 'not-found'],
        ['inside', 'Inside', 'itself'],
      ],
      says: 'and 0 of 3 linked counterparts count',
    },
    {
      title: 'the policy lets figures age less',
      strategy: withFelt({ readings: { '2026-Q1': { actual: '1' } } }),
      policy: { liveQuarters: 1 },
      subject,
      level: 'error',
      message: 'none-counts',
      reasons: ['not-measured'],
    },
  ],
});
