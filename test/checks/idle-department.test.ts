import { examples, idleDepartment } from '../../shared/checks/idle-department.ts';
import { describeCheck } from './table.ts';

const outcomes = [{ id: 'o' }, { id: 'gone', retiredFrom: '2026-Q2' }];
const department = (change: Record<string, unknown>, ...kpis: Record<string, unknown>[]) => ({
  outcomes,
  departments: [{ id: 'it', name: 'IT', charter: 'The screens work.', ...change }, { id: 'hr' }],
  kpis: kpis.map((kpi) => ({ name: 'Tickets', department: 'it', ...kpi })),
});
const serves = (outcome: string) => ({ id: 'k', contributions: [{ outcome, effect: '-' }] });
const subject = ['it'];

describeCheck(idleDepartment, examples, {
  other: [
    {
      title: 'it has a charter and one KPI that acts on an outcome',
      strategy: department({}, { id: 'a' }, serves('o')),
      subject,
      verdict: 'pass',
    },
    {
      title: 'it is in its first quarter',
      strategy: department({ firstQuarter: '2026-Q2', charter: null }),
      subject,
      verdict: 'not-applicable',
      says: 'first quarter',
    },
    {
      title: 'the KPI that served left only after the quarter',
      strategy: department(
        {},
        { ...serves('o'), department: 'hr', formerDepartments: [{ department: 'it', until: '2026-Q2' }] },
      ),
      subject,
      verdict: 'pass',
    },
  ],
  fail: [
    {
      title: 'no charter',
      strategy: department({ charter: null }, serves('o')),
      subject,
      level: 'warning',
      message: 'no-charter',
      reasons: ['no-charter'],
      rows: [],
    },
    {
      title: 'its KPIs serve nobody who is still asked for',
      strategy: department({}, serves('gone'), { ...serves('o'), id: 'old', retiredFrom: '2026-Q1' }),
      subject,
      level: 'warning',
      message: 'no-contribution',
      reasons: ['no-contribution'],
    },
    {
      title: 'no KPI at all',
      strategy: department({}),
      subject,
      level: 'warning',
      message: 'no-contribution',
      rows: [],
      says: 'No KPI of IT contributes to a customer outcome.',
    },
    {
      title: 'both reasons are one finding',
      strategy: department({ charter: null }, { id: 'a' }),
      subject,
      level: 'warning',
      message: 'both',
      reasons: ['no-charter', 'no-contribution'],
      rows: [['a', 'Tickets', 0]],
    },
    {
      title: 'the KPI that serves came only after the quarter',
      strategy: department(
        {},
        { ...serves('o'), formerDepartments: [{ department: 'hr', until: '2026-Q2' }] },
      ),
      subject,
      level: 'warning',
      message: 'no-contribution',
      rows: [],
    },
  ],
});
