import { mostRows } from '../../shared/checks/check.ts';
import { examples, opposedPull } from '../../shared/checks/opposed-pull.ts';
import { describeCheck } from './table.ts';

const kpi = (
  id: string,
  department: string,
  effect: string,
  rationale?: string,
  change: Record<string, unknown> = {},
) => ({
  id,
  department,
  contributions: [{ outcome: 'o', effect, ...(rationale === undefined ? {} : { rationale }) }],
  ...change,
});
const world = (...kpis: Record<string, unknown>[]) => ({
  departments: [{ id: 'it' }, { id: 'hr' }, { id: 'ops' }],
  outcomes: [{ id: 'o', statement: 'Easy.' }],
  kpis,
});
const subject = ['o'];
const many = Array.from({ length: 20 }, (_, i) => [kpi(`g${i}`, 'it', '+'), kpi(`l${i}`, 'hr', '-')]).flat();

describeCheck(opposedPull, examples, {
  other: [
    {
      title: 'all pull one way',
      strategy: world(kpi('a', 'it', '+'), kpi('b', 'hr', '+')),
      subject,
      verdict: 'pass',
    },
    {
      title: 'nobody helps',
      strategy: world(kpi('a', 'it', '-'), kpi('b', 'hr', '-')),
      subject,
      verdict: 'pass',
    },
    {
      title: 'one department does both',
      strategy: world(kpi('a', 'it', '+'), kpi('b', 'it', '-')),
      subject,
      verdict: 'pass',
    },
    {
      title: 'the one that harms is retired',
      strategy: world(kpi('a', 'it', '+'), kpi('b', 'hr', '-', undefined, { retiredFrom: '2026-Q2' })),
      subject,
      verdict: 'pass',
    },
    { title: 'nobody acts', strategy: world(), subject, verdict: 'pass' },
  ],
  fail: [
    {
      title: 'two departments, no word about why',
      strategy: world(kpi('a', 'it', '+'), kpi('b', 'hr', '-'), kpi('c', 'hr', '+')),
      subject,
      level: 'warning',
      message: 'unexplained',
      rows: [['a', 'it', 'b', 'hr', null]],
      related: ['a', 'b'],
      says: '(KPIs for it: 1, against it: 1)',
    },
    {
      title: 'one of two losses has a rationale',
      strategy: world(kpi('a', 'it', '+'), kpi('b', 'hr', '-', 'Safety first'), kpi('c', 'ops', '-')),
      subject,
      level: 'warning',
      message: 'unexplained',
      rows: [
        ['a', 'it', 'b', 'hr', 'Safety first'],
        ['a', 'it', 'c', 'ops', null],
      ],
    },
    {
      title: 'every loss has a rationale; one inside a department needs none',
      strategy: world(kpi('a', 'it', '+'), kpi('b', 'hr', '-', 'Safety first'), kpi('c', 'it', '-')),
      subject,
      level: 'note',
      message: 'explained',
      rows: [['a', 'it', 'b', 'hr', 'Safety first']],
    },
    {
      title: 'of very many pairs the first are shown',
      strategy: world(...many),
      subject,
      level: 'warning',
      message: 'unexplained',
      rows: Array.from({ length: mostRows }, (_, i) => {
        const names = Array.from({ length: 20 }, (__, n) => n).sort((a, b) => (`g${a}` < `g${b}` ? -1 : 1));
        return [`g${names[i % 20]}`, 'it', `l${names[Math.floor(i / 20)]}`, 'hr', null];
      }),
      says: '(KPIs for it: 20, against it: 20)',
    },
  ],
});
