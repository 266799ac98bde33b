// Facts as one would note them by hand, made into whole ones: what a test leaves unsaid is filled in with the most
// ordinary value, so that each table row shows only what it is about.
import type { ExampleStrategy } from '../../shared/checks/check.ts';
import type { Calendar } from '../../shared/domain/calendar.ts';
import { type Strategy, strategySchema } from '../../shared/domain/facts.ts';
import type { Context } from '../../shared/domain/liveness.ts';
import { defaultPolicy, type Policy } from '../../shared/domain/policy.ts';
import { type Quarter, quarterSchema } from '../../shared/domain/quarter.ts';
import { addQuarters } from '../../shared/domain/quarter-steps.ts';

type Facts = Readonly<Record<string, unknown>>;

/** The department, and the member who owns every KPI, where a test names none. */
export const ordinary = { department: 'service', owner: 'ann', firstQuarter: '2024-Q1' } as const;

const life = { firstQuarter: ordinary.firstQuarter };
const defaults: Readonly<Record<keyof Strategy, Facts>> = {
  departments: { ...life, name: 'Department', function: 'other', counted: [] },
  journeys: { ...life, name: 'Journey' },
  capabilities: { ...life, name: 'Capability' },
  outcomes: { ...life, statement: 'It is as I was told.' },
  objectives: { ...life, department: ordinary.department, title: 'Objective' },
  members: { status: 'active' },
  kpis: {
    ...life,
    department: ordinary.department,
    owner: ordinary.owner,
    name: 'KPI',
    unit: { kind: 'count', symbol: '' },
    direction: 'higher',
    perspective: 'internal-efficiency',
    readings: {},
  },
  actions: {
    findings: ['0'.repeat(32)],
    text: 'We look into it.',
    owner: ordinary.owner,
    dueQuarter: '2026-Q2',
    state: 'open',
    decided: { by: 'eve', at: '2026-04-20T10:00:00Z', quarter: '2026-Q1' },
  },
};

const filled = (kind: keyof Strategy, facts: Facts): Facts => {
  const whole = Object.fromEntries(
    Object.entries({ ...defaults[kind], ...facts }).filter(([, value]) => value !== null),
  );
  if (kind !== 'kpis') return whole;
  const target = (one: unknown): Facts => ({ by: 'ann', setAt: '2024-01-02T09:00:00Z', ...(one as Facts) });
  return { ...whole, targets: ((whole['targets'] ?? []) as unknown[]).map(target) };
};

const byId = (a: Facts, b: Facts): number => (String(a['id']) < String(b['id']) ? -1 : 1);

/**
 * The whole facts of a short strategy. `null` takes a default away (`owner: null`: nobody owns it). The ordinary
 * department and owner exist unless a test lists departments or members of its own.
 * @throws ZodError where the facts are none
 */
export const world = (short: ExampleStrategy): Strategy => {
  const given: ExampleStrategy = {
    departments: [
      { id: ordinary.department, name: 'Customer service', charter: 'We get people going again.' },
    ],
    members: [{ id: ordinary.owner }],
    ...short,
  };
  return strategySchema.parse(
    Object.fromEntries(
      (Object.keys(defaults) as (keyof Strategy)[]).map((kind) => [
        kind,
        (given[kind] ?? []).map((facts) => filled(kind, facts)).sort(byId),
      ]),
    ),
  );
};

/** What a test may say of the moment it judges. */
export interface Moment {
  readonly quarter?: string;
  readonly calendar?: Partial<Calendar>;
  readonly policy?: Partial<Policy>;
}

/** The context of a quarter that has just become due: it is the reporting and the last due quarter. */
export const contextOf = ({ quarter: text = '2026-Q2', calendar, policy }: Moment = {}): Context => {
  const quarter: Quarter = quarterSchema.parse(text);
  return {
    quarter,
    calendar: {
      reportingQuarter: quarter,
      lastDueQuarter: quarter,
      lastClosedQuarter: addQuarters(quarter, -1),
      extended: [],
      timeZone: 'UTC',
      fiscalStart: 1,
      ...calendar,
    },
    policy: { ...defaultPolicy, ...policy },
  };
};
