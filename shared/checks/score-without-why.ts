// A score tells how customers feel; without a reason beside it, nobody knows what to do about it.
import { type Check, type Example, fail, notApplicable, pass } from './check.ts';

export const scoreWithoutWhy: Check<'kpi'> = {
  meta: {
    id: 'score-without-why',
    group: 'readings',
    anchor: 'kpi',
    level: 'warning',
    levels: ['warning'],
    title: 'Score without why',
    question: 'Does the score come with the reasons that customers gave?',
    why: 'A score such as NPS needs its WHY: the number says that something is wrong, the reasons say what.',
    messages: { 'no-reason': 'The {scale} “{kpi}” of {quarter} comes without a reason.' },
    remedy: 'Submit the quarter again with at least one reason (theme and count) beside the score.',
    reads: [],
  },
  find: ({ data }, { quarter }) => {
    if (data?.sentiment === undefined) return notApplicable('it is no score of customers’ answers');
    const reading = data.readings[quarter];
    if (reading?.actual === undefined) return notApplicable('it was not read in the quarter');
    if (reading.reasons !== undefined && reading.reasons.length > 0) return pass();
    return fail({
      level: 'warning',
      message: 'no-reason',
      data: { scale: data.sentiment.toUpperCase(), kpi: data.name, quarter },
      evidence: {
        columns: ['quarter', 'score', 'owner'],
        rows: [[quarter, reading.actual, data.owner ?? null]],
      },
    });
  },
};

export const examples: readonly Example[] = [
  {
    title: 'A number on its own',
    strategy: {
      kpis: [
        {
          id: 'nps',
          name: 'Net promoter score',
          sentiment: 'nps',
          unit: { kind: 'score', symbol: '' },
          perspective: 'customer-facing',
          readings: { '2026-Q2': { actual: '31' } },
        },
      ],
    },
    subject: ['nps'],
    quarter: '2026-Q2',
    verdict: 'fail',
  },
  {
    title: 'The number and what people said',
    strategy: {
      kpis: [
        {
          id: 'nps',
          name: 'Net promoter score',
          sentiment: 'nps',
          unit: { kind: 'score', symbol: '' },
          perspective: 'customer-facing',
          readings: { '2026-Q2': { actual: '31', reasons: [{ theme: 'Waiting on the phone', count: 46 }] } },
        },
      ],
    },
    subject: ['nps'],
    quarter: '2026-Q2',
    verdict: 'pass',
  },
];

/** What the check's page says beyond its meta. */
export const prose = `Scores are the KPIs with a sentiment scale: NPS, CSAT or CES. One reason is enough; the finding belongs to its quarter and passes with it.`;
