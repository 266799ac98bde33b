// An intention without a figure: nobody will be able to say whether it was kept.
import { isActive } from '../domain/liveness.ts';
import { runsIn } from '../domain/objective-runs.ts';
import { type Check, type Example, fail, notApplicable, pass, refs } from './check.ts';

export const unmeasuredObjective: Check<'objective'> = {
  meta: {
    id: 'unmeasured-objective',
    group: 'links',
    anchor: 'objective',
    level: 'warning',
    levels: ['warning'],
    title: 'Unmeasured objective',
    question: 'Does a KPI show whether this objective is being reached?',
    why: 'Objectives, KPIs and actions belong in board reporting and are reviewed regularly; an objective without a KPI cannot be reviewed.',
    messages: {
      'none-linked': 'No KPI measures the objective “{objective}”.',
      'none-active': 'No active KPI measures the objective “{objective}” (retired or not yet begun: {kpis}).',
    },
    remedy: 'Link an active KPI to the objective, or end the objective.',
    reads: ['kpis'],
  },
  find: ({ data, links }, { quarter }) => {
    if (data === undefined || !runsIn(data, quarter)) return notApplicable('outside its quarters');
    if (links.kpis.some((kpi) => isActive(kpi, quarter))) return pass();
    if (links.kpis.length === 0)
      return fail({
        level: 'warning',
        message: 'none-linked',
        data: { objective: data.title },
        reasons: ['none-linked'],
      });
    return fail({
      level: 'warning',
      message: 'none-active',
      data: { objective: data.title, kpis: links.kpis.length },
      reasons: ['none-active'],
      evidence: {
        columns: ['KPI', 'name', 'first quarter', 'retired from'],
        rows: links.kpis.map(({ id, data: kpi }) => [
          id,
          kpi?.name ?? null,
          kpi?.firstQuarter ?? null,
          kpi?.retiredFrom ?? null,
        ]),
      },
      related: refs('kpi', links.kpis),
    });
  },
};

const objectives = [{ id: 'one-call', title: 'One call is enough' }];
export const examples: readonly Example[] = [
  {
    title: 'An objective that nobody measures',
    strategy: { objectives },
    subject: ['one-call'],
    quarter: '2026-Q2',
    verdict: 'fail',
  },
  {
    title: 'An objective with its KPI',
    strategy: {
      objectives,
      kpis: [{ id: 'first-contact', name: 'Solved at first contact', objective: 'one-call' }],
    },
    subject: ['one-call'],
    quarter: '2026-Q2',
    verdict: 'pass',
  },
];

/** What the check's page says beyond its meta. */
export const prose = `Objectives are asked in the quarters in which they run. Whether the KPI is read is another check's question; here it only has to be active.`;
