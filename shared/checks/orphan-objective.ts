// An objective is a promise of effort. Tied to no outcome, it is effort for its own sake.
import { activeIn } from '../domain/active.ts';
import { runsIn } from '../domain/objective-runs.ts';
import { type Check, type Example, fail, notApplicable, pass, refs } from './check.ts';
import { quotedNames } from './quoted-names.ts';

export const orphanObjective: Check<'objective'> = {
  meta: {
    id: 'orphan-objective',
    group: 'links',
    anchor: 'objective',
    level: 'error',
    levels: ['error'],
    title: 'Orphan objective',
    question: 'Does this objective serve an outcome that customers care about?',
    why: 'Alignment begins with what a department sets out to do; an objective that serves no customer pulls work away from those who do.',
    messages: {
      'none-linked': 'The objective “{objective}” serves no customer outcome.',
      'none-active': 'The objective “{objective}” serves only outcomes that are not active: {outcomes}.',
    },
    remedy: 'Name an active customer outcome that the objective serves, or end the objective.',
    reads: ['outcomes'],
  },
  find: ({ data, links }, { quarter }) => {
    if (data === undefined || !runsIn(data, quarter)) return notApplicable('outside its quarters');
    if (links.outcomes.some((outcome) => outcome.data !== undefined && activeIn(outcome.data, quarter)))
      return pass();
    if (links.outcomes.length === 0)
      return fail({
        level: 'error',
        message: 'none-linked',
        data: { objective: data.title },
        reasons: ['none-linked'],
      });
    return fail({
      level: 'error',
      message: 'none-active',
      data: { objective: data.title, outcomes: quotedNames(links.outcomes) },
      reasons: ['none-active'],
      evidence: {
        columns: ['outcome', 'statement', 'state'],
        rows: links.outcomes.map(({ id, data: outcome }) => [
          id,
          outcome?.statement ?? null,
          outcome === undefined ? 'not found' : 'not active in the quarter',
        ]),
      },
      related: refs('outcome', links.outcomes),
    });
  },
};

const outcomes = [{ id: 'easy', statement: 'I get help without asking twice.' }];
export const examples: readonly Example[] = [
  {
    title: 'An objective that serves nobody named',
    strategy: { outcomes, objectives: [{ id: 'lean', title: 'Fewer desks by winter' }] },
    subject: ['lean'],
    quarter: '2026-Q2',
    verdict: 'fail',
  },
  {
    title: 'An objective with an outcome',
    strategy: { outcomes, objectives: [{ id: 'one-call', title: 'One call is enough', outcomes: ['easy'] }] },
    subject: ['one-call'],
    quarter: '2026-Q2',
    verdict: 'pass',
  },
];

/** What the check's page says beyond its meta. */
export const prose = `Objectives are asked in the quarters in which they run, from their first to their last. A link to an outcome that is retired, not yet active or not defined does not count.`;
