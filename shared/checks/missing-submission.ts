// A report is only as good as what was handed in. Silence is not a pass.
import { heldKpis } from '../domain/contribution.ts';
import { type Check, type Example, fail, notApplicable, pass, refs } from './check.ts';

export const missingSubmission: Check<'department'> = {
  meta: {
    id: 'missing-submission',
    group: 'discipline',
    anchor: 'department',
    level: 'error',
    levels: ['error'],
    title: 'Missing submission',
    question: 'Did the department hand in its figures for the quarter by the due date?',
    why: 'Measures that are not reviewed regularly steer nothing, and what is not handed in is what nobody wants to show.',
    messages: { missing: '{department} has not submitted {quarter} (KPIs without a figure: {kpis}).' },
    remedy: 'Submit the quarter; a returned one must be submitted again.',
    reads: ['kpis', 'formerKpis'],
    thresholds: ['dueDays'],
  },
  find: (department, { quarter, calendar }) => {
    const { id, data } = department;
    if (quarter > calendar.lastDueQuarter) return notApplicable('not due yet');
    if (quarter === calendar.lastDueQuarter && calendar.extended.includes(id))
      return notApplicable('its extended due date still runs');
    const kpis = heldKpis(department, quarter);
    if (kpis.length === 0) return notApplicable('no active KPI');
    if (data?.counted.includes(quarter)) return pass();
    return fail({
      level: 'error',
      message: 'missing',
      data: { department: data?.name ?? id, quarter, kpis: kpis.length },
      evidence: { columns: ['KPI', 'name'], rows: kpis.map((kpi) => [kpi.id, kpi.data?.name ?? null]) },
      related: refs('kpi', kpis),
    });
  },
};

const kpis = [{ id: 'first-contact', department: 'service', name: 'Solved at first contact' }];
export const examples: readonly Example[] = [
  {
    title: 'Nothing was handed in',
    strategy: { departments: [{ id: 'service', name: 'Customer service' }], kpis },
    subject: ['service'],
    quarter: '2026-Q2',
    verdict: 'fail',
  },
  {
    title: 'A version counts',
    strategy: { departments: [{ id: 'service', name: 'Customer service', counted: ['2026-Q2'] }], kpis },
    subject: ['service'],
    quarter: '2026-Q2',
    verdict: 'pass',
  },
];

/** What the check's page says beyond its meta. */
export const prose = `The question is asked from the day after the due date, and for a department with an extension from the day after that. A returned submission does not count unless an earlier version of it was accepted.`;
