// A measure that serves no customer outcome may be worth keeping; but then somebody must say so.
import { activeIn } from '../domain/active.ts';
import { type Check, type Example, fail, pass, refs } from './check.ts';
import { quotedNames } from './quoted-names.ts';

const levelOf = {
  'internal-efficiency': 'error',
  'customer-facing': 'warning',
  financial: 'note',
  employee: 'note',
} as const;

export const unlinkedKpi: Check<'kpi'> = {
  meta: {
    id: 'unlinked-kpi',
    group: 'links',
    anchor: 'kpi',
    level: levelOf,
    levels: ['error', 'warning', 'note'],
    title: 'Unlinked KPI',
    question: 'Does this KPI contribute to an outcome that customers care about?',
    why: 'Every department has an impact on the customer and must know the part it plays; a KPI tied to no outcome says that nobody asked.',
    messages: {
      'none-linked': '“{kpi}” contributes to no customer outcome.',
      'none-active': '“{kpi}” contributes only to outcomes that are not active: {outcomes}.',
    },
    remedy: 'Link the KPI to an active customer outcome, with the effect that it has on it.',
    reads: ['contributions'],
  },
  find: ({ data, links }, { quarter }) => {
    if (links.contributions.some((outcome) => outcome.data !== undefined && activeIn(outcome.data, quarter)))
      return pass();
    const level = levelOf[data?.perspective ?? 'internal-efficiency'];
    const name = data?.name ?? '';
    if (links.contributions.length === 0)
      return fail({ level, message: 'none-linked', data: { kpi: name }, reasons: ['none-linked'] });
    return fail({
      level,
      message: 'none-active',
      data: { kpi: name, outcomes: quotedNames(links.contributions) },
      reasons: ['none-active'],
      evidence: {
        columns: ['outcome', 'statement', 'state'],
        rows: links.contributions.map(({ id, data: outcome }) => [
          id,
          outcome?.statement ?? null,
          outcome === undefined ? 'not found' : 'not active in the quarter',
        ]),
      },
      related: refs('outcome', links.contributions),
    });
  },
};

const outcomes = [{ id: 'easy', statement: 'I get help without asking twice.' }];
export const examples: readonly Example[] = [
  {
    title: 'A KPI that serves nobody named',
    strategy: { outcomes, kpis: [{ id: 'calls-per-hour', name: 'Calls per agent and hour' }] },
    subject: ['calls-per-hour'],
    quarter: '2026-Q2',
    verdict: 'fail',
  },
  {
    title: 'A KPI with an outcome',
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
    subject: ['first-contact'],
    quarter: '2026-Q2',
    verdict: 'pass',
  },
];

/** What the check's page says beyond its meta. */
export const prose = `An internal KPI without an outcome is an error: people are steered by it. A customer-facing one is a warning, since what it measures is at least felt; financial and employee KPIs are noted. A link to an outcome that is retired, not yet active or not defined does not count.`;
