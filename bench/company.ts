// A made-up company of any size whose texts, links and figures look like real ones, so that sizes are believable. The
// same size gives the same company. One department in ten has linked no counterpart: that is what it is told of.
import { departmentFunctions, departmentSchema } from '../shared/domain/department.ts';
import { journeySchema } from '../shared/domain/journey.ts';
import { type Kpi, kpiSchema } from '../shared/domain/kpi.ts';
import { memberSchema } from '../shared/domain/member.ts';
import { objectiveSchema } from '../shared/domain/objective.ts';
import { outcomeSchema } from '../shared/domain/outcome.ts';
import type { Quarter } from '../shared/domain/quarter.ts';
import { quartersUpTo } from '../shared/domain/quarter-steps.ts';
import type { Definitions } from '../shared/domain/sources.ts';
import { type Submission, submissionSchema } from '../shared/domain/submission.ts';
import { randomOf } from '../test/random.ts';

/** How large the company is. */
export interface CompanySize {
  readonly departments: number;
  readonly kpisPerDepartment: number;
  readonly outcomes: number;
}

/** The quarter that is reported, the instant at which it is, and the quarters before it that have readings. */
export const reported: Quarter = '2026-Q2';
export const asOf = '2026-07-20T09:00:00.000Z';
const earlier = quartersUpTo('2026-Q1', 7);
const since = { firstQuarter: '2024-Q1' };

const measures = [
  'time from order to dispatch',
  'share of calls answered within a minute',
  'cost per resolved case',
  'first visit resolution',
  'complaints per thousand deliveries',
  'days until the invoice is corrected',
  'utilisation of the field crew',
  'satisfaction after the repair',
  'backlog of open change requests',
  'availability of the booking page',
  'returns caused by wrong sizes',
  'training hours per employee',
  'time until a claim is settled',
  'forecast accuracy by region',
  'share of parcels delivered as promised',
  'lead time of a standard purchase',
];
const scopes = [
  'business customers',
  'private households',
  'the northern region',
  'the web shop',
  'large accounts',
  'new contracts',
  'the service desk',
  'spare parts',
  'the night shift',
  'partner shops',
  'priority orders',
];
const reasons = [
  'raised after the review with the sales board, because the contract now names a penalty',
  'held while the new warehouse is being filled',
  'set with the customers of the panel',
  'first target after the baseline was known',
];
const units = [
  { kind: 'share', symbol: '%' },
  { kind: 'duration', symbol: 'h' },
  { kind: 'duration', symbol: 'day' },
  { kind: 'count', symbol: '' },
  { kind: 'money', symbol: 'EUR' },
] as const;
const perspectives = [
  'customer-facing',
  'internal-efficiency',
  'internal-efficiency',
  'employee',
  'financial',
] as const;
const numbered = (prefix: string, i: number, digits = 3): string =>
  `${prefix}-${String(i).padStart(digits, '0')}`;
const capital = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;

/** The ids of things by number. */
export const departmentId = (i: number): string => numbered('department', i);
const outcomeId = (i: number): string => numbered('outcome', i);
const kpiId = (department: number, i: number): string => `${numbered('d', department)}-${numbered('kpi', i)}`;

type Random = () => number;
const kpiOf = (random: Random, size: CompanySize, d: number, i: number): Kpi => {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const perspective = perspectives[i % perspectives.length] ?? 'financial';
  const unit = pick(units);
  const name = `${capital(pick(measures))} for ${pick(scopes)} ${i}`;
  const journey = numbered('journey', d % 5, 1);
  const outcome = (d * 7 + Math.floor(i / perspectives.length)) % size.outcomes;
  const target = (from: Quarter, n: number) => ({
    from,
    value: unit.kind === 'share' ? `0.${80 + n}` : String(40 + n),
    reason: pick(reasons),
    setAt: '2025-01-10T10:00:00.000Z',
    by: 'analyst-000',
  });
  return kpiSchema.parse({
    ...since,
    id: kpiId(d, i),
    department: departmentId(d),
    objective: numbered(`objective-${d}`, i % 3, 1),
    name,
    definition: `${name}: every case of the quarter counts, from the first message to the one that closes it, without those that the customer asked to postpone.`,
    unit,
    direction: 'higher',
    perspective,
    owner: numbered('head', d),
    baseline: unit.kind === 'share' ? '0.71' : '31.5',
    ...(unit.kind === 'duration' ? { clock: { journey, from: 'asked', to: 'works' } } : {}),
    touchpoints: i % 3 === 0 ? [`${journey}/visit`] : [],
    counterparts:
      perspective === 'internal-efficiency' && d % 10 !== 1
        ? [{ kpi: kpiId(d, i - (i % perspectives.length)), lag: i % 2 }]
        : [],
    contributions: [
      { outcome: outcomeId(outcome), effect: '+', rationale: `Customers notice ${pick(measures)}.` },
      { outcome: outcomeId((outcome + 11) % size.outcomes), effect: '+', lag: 1 },
    ],
    roomToAct: true,
    targets: [
      target('2024-Q1', 0),
      target('2025-Q1', 1),
      target('2026-Q1', 2),
      ...(i % 100 === 7 ? [{ ...target(reported, 3), setAt: '2026-06-02T08:30:00.000Z' }] : []),
    ],
  });
};

/** What a company has defined. */
export const definitionsOf = (size: CompanySize): Definitions => {
  const random = randomOf(size.departments * 1000 + size.kpisPerDepartment);
  const list = <T>(length: number, make: (i: number) => T): T[] => Array.from({ length }, (_, i) => make(i));
  return {
    departments: list(size.departments, (d) =>
      departmentSchema.parse({
        ...since,
        id: departmentId(d),
        name: `${capital(scopes[d % scopes.length] ?? '')}, team ${d}`,
        function: departmentFunctions[d % departmentFunctions.length],
        charter: `We see to it that ${measures[d % measures.length]} is what we promised.`,
      }),
    ),
    journeys: list(5, (j) =>
      journeySchema.parse({
        ...since,
        id: numbered('journey', j, 1),
        name: `Journey of ${scopes[j]}`,
        events: ['asked', 'ordered', 'sent', 'works'].map((id) => ({
          id,
          name: capital(id),
          seenBy: 'customer',
        })),
        touchpoints: ['visit', 'call', 'delivery'].map((id, t) => ({
          id,
          name: capital(id),
          channels: ['phone', 'web'],
          owners: [departmentId((j + t) % size.departments)],
        })),
      }),
    ),
    capabilities: [],
    outcomes: list(size.outcomes, (o) =>
      outcomeSchema.parse({
        ...since,
        id: outcomeId(o),
        statement: `As one of ${scopes[o % scopes.length]} I can rely on the ${measures[o % measures.length]} that you told me (${o}).`,
        journey: numbered('journey', o % 5, 1),
        weight: 1 + (o % 5),
        owningDepartment: departmentId(o % size.departments),
        validation: {
          method: 'interviews',
          sampleSize: 40 + o,
          date: '2026-02-03',
          source: 'customer panel',
        },
      }),
    ),
    objectives: list(size.departments * 3, (i) =>
      objectiveSchema.parse({
        ...since,
        id: numbered(`objective-${Math.floor(i / 3)}`, i % 3, 1),
        department: departmentId(Math.floor(i / 3)),
        title: `Better ${measures[i % measures.length]}`,
        outcomes: [outcomeId(i % size.outcomes)],
      }),
    ),
    members: list(size.departments + 1, (i) =>
      memberSchema.parse({
        id: i === size.departments ? 'analyst-000' : numbered('head', i),
        name: `Person number ${i}`,
        email: `person-${i}@example.com`,
        roles: [i === size.departments ? 'analyst' : 'department-head'],
        heads: i === size.departments ? [] : [departmentId(i)],
      }),
    ),
    kpis: list(size.departments * size.kpisPerDepartment, (i) =>
      kpiOf(random, size, Math.floor(i / size.kpisPerDepartment), i % size.kpisPerDepartment),
    ),
  };
};

/** Every tenth KPI, an employee one, is one that its department has not measured for a year. */
const rarelyRead = (i: number): boolean => i % 10 === 8;

/** A submission takes no more readings. */
const mostReadings = 300;

/** A department's submission of a quarter, accepted: figures on target, with a note on every fourth. */
export const submissionOf = (kpis: readonly Kpi[], department: string, quarter: Quarter): Submission => {
  const random = randomOf(Number(quarter.slice(0, 4)) * 10 + Number(quarter.slice(6)) + department.length);
  const own = kpis.filter((kpi) => kpi.department === department).slice(0, mostReadings);
  return submissionSchema.parse({
    department,
    quarter,
    version: 1,
    state: 'accepted',
    submittedAt: asOf,
    submittedBy: 'head-000',
    decidedAt: asOf,
    decidedBy: 'analyst-000',
    readings: own.map(({ id, unit }, i) => ({
      kpi: id,
      ...(rarelyRead(i) && quarter !== reported && quarter > '2025-Q2'
        ? { notMeasured: 'The survey was not sent.' }
        : {
            actual:
              unit.kind === 'share' ? `0.${90 + Math.floor(random() * 9)}` : (50 + random() * 9).toFixed(2),
          }),
      ...(i % 4 === 0 ? { note: 'Two weeks of strike are in this figure.' } : {}),
    })),
  });
};

/** All submissions of the quarters before the reported one, and of that one for all departments but the first. */
export const submissionsOf = ({ departments, kpis }: Definitions): Submission[] =>
  departments.flatMap(({ id }) => [
    ...earlier.map((quarter) => submissionOf(kpis, id, quarter)),
    ...(id === departmentId(0) ? [] : [submissionOf(kpis, id, reported)]),
  ]);
