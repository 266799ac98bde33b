// Customers want it, and nobody works for it.
import { activeContributors, isServed } from '../domain/contribution.ts';
import { type Check, type Example, fail, pass, refs } from './check.ts';

export const unservedOutcome: Check<'outcome'> = {
  meta: {
    id: 'unserved-outcome',
    group: 'links',
    anchor: 'outcome',
    level: 'error',
    levels: ['error'],
    title: 'Unserved outcome',
    question: 'Does any KPI make this outcome better for the customer?',
    why: 'Every department has an impact on the customer; an outcome that no measure moves forward is one that the company has left to chance.',
    messages: {
      none: 'No KPI contributes to “{outcome}”.',
      'only-harmed': 'No KPI makes “{outcome}” better; KPIs that harm it: {kpis}.',
    },
    remedy: 'Let a KPI whose improvement helps the customer contribute to the outcome.',
    reads: ['contributors'],
  },
  find: (outcome, { quarter }) => {
    if (isServed(outcome, quarter)) return pass();
    const statement = outcome.data?.statement ?? '';
    const harming = activeContributors(outcome, quarter);
    if (harming.length === 0)
      return fail({ level: 'error', message: 'none', data: { outcome: statement }, reasons: ['none'] });
    return fail({
      level: 'error',
      message: 'only-harmed',
      data: { outcome: statement, kpis: harming.length },
      reasons: ['only-harmed'],
      evidence: {
        columns: ['KPI', 'name', 'department'],
        rows: harming.map(({ id, data }) => [id, data?.name ?? null, data?.department ?? null]),
      },
      related: refs('kpi', harming),
    });
  },
};

const outcomes = [{ id: 'easy', statement: 'I get help without asking twice.' }];
export const examples: readonly Example[] = [
  {
    title: 'Only a KPI that costs the customer patience',
    strategy: {
      outcomes,
      kpis: [
        {
          id: 'handling-time',
          name: 'Average handling time',
          direction: 'lower',
          contributions: [{ outcome: 'easy', effect: '-' }],
        },
      ],
    },
    subject: ['easy'],
    quarter: '2026-Q2',
    verdict: 'fail',
  },
  {
    title: 'A KPI that helps',
    strategy: {
      outcomes,
      kpis: [
        {
          id: 'first-contact',
          name: 'Solved at first contact',
          contributions: [{ outcome: 'easy', effect: '+' }],
        },
      ],
    },
    subject: ['easy'],
    quarter: '2026-Q2',
    verdict: 'pass',
  },
];

/** What the check's page says beyond its meta. */
export const prose = `An effect of “+” means: when the KPI gets better in its own direction, the customer gains. KPIs that are retired or not yet begun do not serve.`;
