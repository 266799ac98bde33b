// A department that cannot say what part it plays for the customer.
import { activeOutcomes, heldKpis } from '../domain/contribution.ts';
import { type Check, type Example, fail, notApplicable, pass } from './check.ts';

export const idleDepartment: Check<'department'> = {
  meta: {
    id: 'idle-department',
    group: 'links',
    anchor: 'department',
    level: 'warning',
    levels: ['warning'],
    title: 'Idle department',
    question: 'Does the department know, and measure, the part it plays for the customer?',
    why: 'Every department has an impact and must know the part it plays; one without a charter, or without a KPI that serves an outcome, works beside the customer.',
    messages: {
      'no-contribution': 'No KPI of {department} contributes to a customer outcome.',
      'no-charter': '{department} has no charter that says what part it plays for the customer.',
      both: '{department} has no charter, and none of its KPIs contributes to a customer outcome.',
    },
    remedy:
      'Write the department’s charter in one sentence, and let one of its KPIs contribute to an active outcome.',
    reads: ['kpis.contributions', 'formerKpis.contributions'],
  },
  find: (department, { quarter }) => {
    const { data } = department;
    if (data?.firstQuarter === quarter) return notApplicable('it is its first quarter');
    const held = heldKpis(department, quarter);
    const contributes = held.some((kpi) => activeOutcomes(kpi, quarter).length > 0);
    const hasCharter = data?.charter !== undefined;
    if (contributes && hasCharter) return pass();
    return fail({
      level: 'warning',
      message: contributes ? 'no-charter' : hasCharter ? 'no-contribution' : 'both',
      data: { department: data?.name ?? department.id },
      reasons: [...(hasCharter ? [] : ['no-charter']), ...(contributes ? [] : ['no-contribution'])],
      evidence: {
        columns: ['KPI', 'name', 'active outcomes'],
        rows: contributes ? [] : held.map(({ id, data: kpi }) => [id, kpi?.name ?? null, 0]),
      },
    });
  },
};

const outcomes = [{ id: 'easy', statement: 'I get help without asking twice.' }];
export const examples: readonly Example[] = [
  {
    title: 'A department whose figures stay inside',
    strategy: {
      outcomes,
      departments: [{ id: 'finance', name: 'Finance', charter: 'Our invoices are right the first time.' }],
      kpis: [{ id: 'closing', department: 'finance', name: 'Days to close the books' }],
    },
    subject: ['finance'],
    quarter: '2026-Q2',
    verdict: 'fail',
  },
  {
    title: 'A department that knows its part',
    strategy: {
      outcomes,
      departments: [{ id: 'finance', name: 'Finance', charter: 'Our invoices are right the first time.' }],
      kpis: [
        {
          id: 'right-first-time',
          department: 'finance',
          name: 'Invoices without a query',
          contributions: [{ outcome: 'easy', effect: '+' }],
        },
      ],
    },
    subject: ['finance'],
    quarter: '2026-Q2',
    verdict: 'pass',
  },
];

/** What the check's page says beyond its meta. */
export const prose = `One finding lists both reasons. A department with no KPI at all contributes to nothing. In its first quarter a department is not asked. A KPI that moved to another department still belongs, for a past quarter, to the one that held it then.`;
