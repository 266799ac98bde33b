// Work is done for an outcome, but nobody measures it as the customer feels it: the company answers for itself.
import { activeContributors, isServed } from '../domain/contribution.ts';
import { isLive } from '../domain/liveness.ts';
import { type Check, type Example, fail, notApplicable, pass, refs } from './check.ts';

export const unheardOutcome: Check<'outcome'> = {
  meta: {
    id: 'unheard-outcome',
    group: 'links',
    anchor: 'outcome',
    level: 'error',
    levels: ['error'],
    title: 'Unheard outcome',
    question: 'Does anybody measure this outcome as the customer feels it?',
    why: 'Companies answer “is our experience good?” for themselves instead of asking; inside figures about an outcome are not the customer’s voice.',
    messages: {
      'only-inside': 'KPIs act on “{outcome}” ({kpis}), and none of them is customer-facing.',
      'not-live':
        '“{outcome}” is measured as the customer feels it only by KPIs that are not live ({customer}).',
    },
    remedy: 'Let one customer-facing KPI with an owner contribute to the outcome, and read it.',
    reads: ['contributors.owner'],
    thresholds: ['liveQuarters'],
  },
  find: (outcome, context) => {
    if (!isServed(outcome, context.quarter)) return notApplicable('it is unserved');
    const { contributors: all } = outcome.links;
    if (all.some((kpi) => kpi.data?.perspective === 'customer-facing' && isLive(kpi, context))) return pass();
    const contributors = activeContributors(outcome, context.quarter);
    const customer = contributors.filter(({ data }) => data?.perspective === 'customer-facing');
    const statement = outcome.data?.statement ?? '';
    return fail({
      level: 'error',
      ...(customer.length === 0
        ? { message: 'only-inside', data: { outcome: statement, kpis: contributors.length } }
        : { message: 'not-live', data: { outcome: statement, customer: customer.length } }),
      reasons: [customer.length === 0 ? 'only-inside' : 'not-live'],
      evidence: {
        columns: ['KPI', 'name', 'perspective', 'live'],
        rows: contributors.map((kpi) => [
          kpi.id,
          kpi.data?.name ?? null,
          kpi.data?.perspective ?? null,
          isLive(kpi, context) ? 'yes' : 'no',
        ]),
      },
      related: refs('kpi', customer.length === 0 ? contributors : customer),
    });
  },
};

const outcomes = [{ id: 'works', statement: 'It works when I switch it on.' }];
const inside = {
  id: 'tested',
  name: 'Units tested per hour',
  perspective: 'internal-efficiency',
  contributions: [{ outcome: 'works', effect: '+' }],
  readings: { '2026-Q2': { actual: '41' } },
};
export const examples: readonly Example[] = [
  {
    title: 'Only an inside figure',
    strategy: { outcomes, kpis: [inside] },
    subject: ['works'],
    quarter: '2026-Q2',
    verdict: 'fail',
  },
  {
    title: 'The customer is asked as well',
    strategy: {
      outcomes,
      kpis: [
        inside,
        {
          id: 'works-first-time',
          name: 'Worked the first time, customers say',
          perspective: 'customer-facing',
          contributions: [{ outcome: 'works', effect: '+' }],
          readings: { '2026-Q2': { actual: '0.88' } },
        },
      ],
    },
    subject: ['works'],
    quarter: '2026-Q2',
    verdict: 'pass',
  },
];

/** What the check's page says beyond its meta. */
export const prose = `Any effect hears: a customer-facing KPI that shows harm listens as well as one that shows good. An outcome that no KPI makes better is unserved, and another check says so.`;
