// Two departments act on one outcome, and one undoes what the other does.
import { activeContributors, contributionTo, holderOf } from '../domain/contribution.ts';
import type { MapNode } from '../domain/strategy-links.ts';
import { type Check, type Example, fail, mostRows, pass, refs } from './check.ts';

interface Pull {
  readonly kpi: MapNode<'kpi'>;
  readonly department: string;
  readonly rationale: string | undefined;
}
const rowOf = (gain: Pull, loss: Pull) => [
  gain.kpi.id,
  gain.department,
  loss.kpi.id,
  loss.department,
  loss.rationale ?? null,
];

export const opposedPull: Check<'outcome'> = {
  meta: {
    id: 'opposed-pull',
    group: 'readings',
    anchor: 'outcome',
    level: 'warning',
    levels: ['warning', 'note'],
    title: 'Opposed pull',
    question: 'Do the departments that act on this outcome pull the same way?',
    why: 'Delivery needs departments to work together; where one gains by what costs the customer, another pays for it, and nobody has decided that it should be so.',
    messages: {
      unexplained:
        'Departments pull “{outcome}” both ways (KPIs for it: {gaining}, against it: {losing}), and not every loss has a rationale.',
      explained:
        'Departments pull “{outcome}” both ways (KPIs for it: {gaining}, against it: {losing}); every loss has a rationale.',
    },
    remedy: 'Change what one side is measured by, or write down why the loss is worth it.',
    reads: ['contributors'],
    onByDefault: false,
  },
  find: (outcome, { quarter }) => {
    const pulls = (effect: '+' | '-'): Pull[] =>
      activeContributors(outcome, quarter).flatMap((kpi) => {
        const contribution = contributionTo(kpi, outcome.id);
        return contribution?.effect === effect
          ? [{ kpi, department: holderOf(kpi, quarter), rationale: contribution.rationale }]
          : [];
      });
    const [gains, losses] = [pulls('+'), pulls('-')];
    const meets = (one: Pull, others: readonly Pull[]) =>
      others.some(({ department }) => department !== one.department);
    const gaining = gains.filter((gain) => meets(gain, losses));
    const losing = losses.filter((loss) => meets(loss, gains));
    if (losing.length === 0) return pass();
    const explained = losing.every(({ rationale }) => rationale !== undefined);
    const rows: ReturnType<typeof rowOf>[] = [];
    for (const loss of losing) {
      if (rows.length >= mostRows) break;
      for (const gain of gaining) if (gain.department !== loss.department) rows.push(rowOf(gain, loss));
    }
    return fail({
      level: explained ? 'note' : 'warning',
      message: explained ? 'explained' : 'unexplained',
      data: { outcome: outcome.data?.statement ?? '', gaining: gaining.length, losing: losing.length },
      evidence: {
        columns: ['gains by', 'department', 'loses by', 'department of the loss', 'rationale'],
        rows,
      },
      related: refs(
        'kpi',
        [...gaining, ...losing].map(({ kpi }) => kpi),
      ),
    });
  },
};

const outcomes = [{ id: 'easy', statement: 'I get help without asking twice.' }];
const departments = [
  { id: 'service', name: 'Customer service' },
  { id: 'finance', name: 'Finance' },
];
const helped = {
  id: 'helped',
  department: 'service',
  name: 'Customers helped at once',
  contributions: [{ outcome: 'easy', effect: '+' }],
};
export const examples: readonly Example[] = [
  {
    title: 'Finance saves on what service needs',
    strategy: {
      outcomes,
      departments,
      kpis: [
        helped,
        {
          id: 'cost-per-call',
          department: 'finance',
          name: 'Cost per call',
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
    title: 'One department weighs both itself',
    strategy: {
      outcomes,
      departments,
      kpis: [
        helped,
        {
          id: 'handling-time',
          department: 'service',
          name: 'Average handling time',
          direction: 'lower',
          contributions: [{ outcome: 'easy', effect: '-' }],
        },
      ],
    },
    subject: ['easy'],
    quarter: '2026-Q2',
    verdict: 'pass',
  },
];

/** What the check's page says beyond its meta. */
export const prose = `A department that gains and loses on the same outcome by itself has weighed the two; two departments have not. While every contribution with a loss says why it is worth it, the finding is a note.`;
