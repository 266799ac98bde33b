// What the board decided comes back until it is done; when its quarter has passed, somebody must say why.
import { actionAge, isStalled } from '../domain/action-age.ts';
import { type Check, type Example, fail, notApplicable, pass } from './check.ts';

export const stalledAction: Check<'action'> = {
  meta: {
    id: 'stalled-action',
    group: 'discipline',
    anchor: 'action',
    level: 'warning',
    levels: ['warning'],
    title: 'Stalled action',
    question: 'Was what the board decided done by the quarter it was due?',
    why: 'Actions belong in board reporting and are reviewed regularly; one that nobody finishes teaches a company that decisions are words.',
    messages: {
      overdue: '“{action}” was due in {due} and is not done; {owner} sees to it.',
    },
    remedy: 'Finish the action and say so, or drop it with a comment and decide anew.',
    reads: ['owner'],
  },
  find: ({ data, links }, { quarter }) => {
    if (data === undefined) return notApplicable('it is not defined');
    if (data.state === 'dropped') return notApplicable('it was dropped');
    if (!isStalled(data, quarter)) return pass();
    const owner = links.owner[0];
    const left = owner?.data?.status !== 'active';
    return fail({
      level: 'warning',
      message: 'overdue',
      data: { action: data.text, due: data.dueQuarter, owner: data.owner },
      reasons: left ? ['owner-left'] : [],
      evidence: {
        columns: ['decided in', 'due in', 'quarters since', 'owner', 'findings'],
        rows: [
          [
            data.decided.quarter,
            data.dueQuarter,
            actionAge(data, quarter),
            left ? `${data.owner} (has left)` : data.owner,
            data.findings.length,
          ],
        ],
      },
      related: owner === undefined ? [] : [{ kind: 'member', id: owner.id }],
    });
  },
};

export const examples: readonly Example[] = [
  {
    title: 'A decision whose quarter has passed',
    strategy: {
      actions: [
        {
          id: 'survey',
          text: 'Ask customers about the promised day',
          dueQuarter: '2026-Q2',
          decided: { by: 'eve', at: '2026-01-20T10:00:00Z', quarter: '2025-Q4' },
        },
      ],
    },
    subject: ['survey'],
    quarter: '2026-Q2',
    verdict: 'fail',
  },
  {
    title: 'A decision that was carried out in time',
    strategy: {
      actions: [
        {
          id: 'survey',
          text: 'Ask customers about the promised day',
          dueQuarter: '2026-Q2',
          state: 'done',
          ended: {
            by: 'ann',
            at: '2026-06-02T10:00:00Z',
            quarter: '2026-Q1',
            comment: 'Asked 400 customers.',
          },
        },
      ],
    },
    subject: ['survey'],
    quarter: '2026-Q2',
    verdict: 'pass',
  },
];

/** What the check's page says beyond its meta. */
export const prose = `An action is due by the end of its quarter, so it is asked from the report of that very quarter on. Its due quarter does not move: who needs more time drops it with a comment and decides another. A done action passes; a dropped one is not asked.`;
