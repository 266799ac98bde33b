// The check that the service is named for: an internal KPI whose effect on the customer nobody watches.
import { type Check, type Example, fail, notApplicable, pass, refs } from './check.ts';
import { faultOf } from './counterpart-faults.ts';

export const missingCounterpart: Check<'kpi'> = {
  meta: {
    id: 'missing-counterpart',
    group: 'links',
    anchor: 'kpi',
    level: {
      'internal-efficiency': 'error',
      'customer-facing': undefined,
      financial: undefined,
      employee: undefined,
    },
    levels: ['error'],
    title: 'Missing counterpart',
    question: 'Does a customer-facing KPI show what the customer feels of this internal one?',
    why: 'An efficiency gain decided without knowing what the customer values can harm the customer, and a green figure hides it.',
    messages: {
      'none-linked': '“{kpi}” is an internal KPI and no customer-facing KPI is linked to it.',
      'none-counts': '“{kpi}” is an internal KPI, and 0 of {linked} linked counterparts count.',
    },
    remedy: 'Link one customer-facing KPI that serves an active outcome, has an owner and is being read.',
    reads: ['counterparts.contributions', 'counterparts.owner'],
    thresholds: ['liveQuarters'],
  },
  find: (kpi, context) => {
    const data = kpi.data;
    if (data?.perspective !== 'internal-efficiency') return notApplicable('not an internal KPI');
    if (data.statutory !== undefined) return notApplicable('measured because law or contract says so');
    if (data.counterparts.length === 0)
      return fail({
        level: 'error',
        message: 'none-linked',
        data: { kpi: data.name },
        reasons: ['none-linked'],
      });
    const faults = kpi.links.counterparts.map((counterpart) => faultOf(kpi, counterpart, context));
    if (faults.includes(undefined)) return pass();
    return fail({
      level: 'error',
      message: 'none-counts',
      data: { kpi: data.name, linked: data.counterparts.length },
      reasons: [...new Set(faults.filter((fault) => fault !== undefined))].sort(),
      evidence: {
        columns: ['counterpart', 'name', 'why it does not count'],
        rows: kpi.links.counterparts.map(({ id, data: linked }, i) => [
          id,
          linked?.name ?? null,
          faults[i] ?? null,
        ]),
      },
      related: refs('kpi', kpi.links.counterparts),
    });
  },
};

const outcomes = [{ id: 'on-time', statement: 'It comes on the day I was told.' }];
const promiseKept = {
  id: 'promise-kept',
  perspective: 'customer-facing',
  name: 'Deliveries on the promised day',
  contributions: [{ outcome: 'on-time', effect: '+' }],
  readings: { '2026-Q2': { actual: '91' } },
};
export const examples: readonly Example[] = [
  {
    title: 'An internal KPI without any link',
    strategy: {
      outcomes,
      kpis: [
        { id: 'dispatch', perspective: 'internal-efficiency', name: 'Orders dispatched per hour' },
        promiseKept,
      ],
    },
    subject: ['dispatch'],
    quarter: '2026-Q2',
    verdict: 'fail',
  },
  {
    title: 'The same KPI, linked to what the customer feels',
    strategy: {
      outcomes,
      kpis: [
        {
          id: 'dispatch',
          perspective: 'internal-efficiency',
          name: 'Orders dispatched per hour',
          counterparts: [{ kpi: 'promise-kept' }],
        },
        promiseKept,
      ],
    },
    subject: ['dispatch'],
    quarter: '2026-Q2',
    verdict: 'pass',
  },
];

/** What the check's page says beyond its meta. */
export const prose = `A counterpart counts when it exists, is another KPI, is not retired, is customer-facing, contributes to an active outcome, has an owner and has been read recently enough. One counterpart that counts is enough; the evidence names, for each one that does not, the first of these it fails. KPIs approved as statutory are not asked, and are shown as a slice of their own in the coverage.`;
