import { examples, siloedOutcome } from '../../shared/checks/siloed-outcome.ts';
import { describeCheck } from './table.ts';

const events = [
  { id: 'a', name: 'A', seenBy: 'customer' },
  { id: 'b', name: 'B', seenBy: 'customer' },
];
const journey = (id: string, owners: string[][], change: Record<string, unknown> = {}) => ({
  id,
  events,
  touchpoints: owners.map((list, i) => ({ id: `t${i + 1}`, name: `T${i + 1}`, owners: list })),
  ...change,
});
const departments = ['it', 'sales', 'service'].map((id) => ({ id, name: id.toUpperCase() }));
const kpi = (id: string, department: string, effect = '+', change: Record<string, unknown> = {}) => ({
  id,
  department,
  contributions: [{ outcome: 'o', effect }],
  ...change,
});
const world = (journeys: Record<string, unknown>[], ...kpis: Record<string, unknown>[]) => ({
  departments,
  journeys,
  outcomes: [{ id: 'o', statement: 'It works.', touchpoints: ['j/t1', 'j/t2', 'k/t1'] }],
  kpis,
});
const two = journey('j', [['it'], ['sales']]);
const subject = ['o'];

describeCheck(siloedOutcome, examples, {
  other: [
    {
      title: 'two owners measure, one by what harms',
      strategy: world([two], kpi('a', 'it'), kpi('b', 'sales', '-')),
      subject,
      verdict: 'pass',
    },
    {
      title: 'two owners of one touchpoint measure',
      strategy: world([journey('j', [['it', 'sales'], ['service']])], kpi('a', 'it'), kpi('b', 'sales')),
      subject,
      verdict: 'pass',
    },
    {
      title: 'one department owns all of its touchpoints',
      strategy: world([journey('j', [['it'], ['it']])], kpi('a', 'it')),
      subject,
      verdict: 'not-applicable',
      says: 'fewer than two departments',
    },
    {
      title: 'the second owner is retired, another is nowhere defined',
      strategy: {
        ...world([journey('j', [['it'], ['sales', 'ghost']])], kpi('a', 'it')),
        departments: [{ id: 'it' }, { id: 'sales', retiredFrom: '2026-Q1' }],
      },
      subject,
      verdict: 'not-applicable',
      says: 'fewer than two departments',
    },
    {
      title: 'the journey of the second touchpoint is retired',
      strategy: world(
        [journey('j', [['it']]), journey('k', [['sales']], { retiredFrom: '2026-Q2' })],
        kpi('a', 'it'),
      ),
      subject,
      verdict: 'not-applicable',
    },
    {
      title: 'it is unserved',
      strategy: world([two], kpi('a', 'it', '-')),
      subject,
      verdict: 'not-applicable',
      says: 'unserved',
    },
    {
      title: 'a KPI that moved away since still belongs to the owner of the quarter',
      strategy: world(
        [two],
        kpi('a', 'it'),
        kpi('b', 'service', '+', { formerDepartments: [{ department: 'sales', until: '2026-Q2' }] }),
      ),
      subject,
      verdict: 'pass',
    },
  ],
  fail: [
    {
      title: 'one of two owners measures',
      strategy: world([two], kpi('a', 'it'), kpi('b', 'it'), kpi('c', 'service')),
      subject,
      level: 'warning',
      message: 'one-measures',
      rows: [
        ['it', 'IT', 2],
        ['sales', 'SALES', 0],
      ],
      related: ['it', 'sales'],
      says: 'Of the 2 departments whose touchpoints make “It works.”, only IT has a KPI on it.',
    },
    {
      title: 'only departments that own no touchpoint measure',
      strategy: world([two], kpi('c', 'service')),
      subject,
      level: 'warning',
      message: 'none-measures',
    },
    {
      title: 'the KPI of the second owner is retired',
      strategy: world([two], kpi('a', 'it'), kpi('b', 'sales', '+', { retiredFrom: '2026-Q2' })),
      subject,
      level: 'warning',
      message: 'one-measures',
    },
  ],
});
