/** Small companies at random, with everything that a reorganisation may touch, and readings for each quarter. */
import fc from 'fast-check';
import { type Kpi, kpiSchema } from '../../../shared/domain/kpi.ts';
import { departmentIn } from '../../../shared/domain/kpi-in-quarter.ts';
import { memberSchema } from '../../../shared/domain/member.ts';
import type { Quarter } from '../../../shared/domain/quarter.ts';
import type { Altered } from '../../../shared/domain/reorganise/altered.ts';
import type { Definitions } from '../../../shared/domain/sources.ts';
import type { Submission } from '../../../shared/domain/submission.ts';

export const running: Quarter = '2026-Q4';
export const quarters: readonly Quarter[] = ['2026-Q1', '2026-Q2', '2026-Q3'];
export const change = { by: 'ana', at: '2026-10-20T09:00:00.000Z', running } as const;

const departments = ['a', 'b', 'c'] as const;
const anyDepartment = fc.constantFrom(...departments);
const anyRetired = fc.option(fc.constantFrom<Quarter>('2026-Q2', '2027-Q1'), { nil: undefined, freq: 4 });

const anyKpi = (id: string): fc.Arbitrary<Kpi> =>
  fc
    .record({
      department: anyDepartment,
      owner: fc.option(fc.constantFrom('hans', 'otto'), { nil: undefined }),
      retiredFrom: anyRetired,
      former: fc.subarray([...departments], { maxLength: 1 }),
      others: fc.subarray(['k0', 'k1', 'k2', 'k3']),
    })
    .map(({ department, owner, retiredFrom, former, others }) =>
      kpiSchema.parse({
        id,
        department,
        owner,
        retiredFrom,
        name: `KPI ${id}`,
        unit: { kind: 'count', symbol: '' },
        direction: 'higher',
        perspective: 'internal-efficiency',
        firstQuarter: '2025-Q1',
        formerDepartments: former
          .filter((one) => one !== department)
          .map((one) => ({ department: one, until: '2026-Q1' })),
        counterparts: others.filter((one) => one !== id).map((kpi) => ({ kpi, lag: 0 })),
        contributions: [{ outcome: 'o', effect: '+' }],
      }),
    );

/** What an organisation of three departments has defined. */
export const anyCompany: fc.Arbitrary<Definitions> = fc
  .record({
    kpis: fc.tuple(...['k0', 'k1', 'k2', 'k3', 'k4'].map(anyKpi)),
    owning: anyDepartment,
    owners: fc.subarray([...departments], { minLength: 1 }),
    needed: fc.subarray([...departments]),
    objectiveOf: anyDepartment,
  })
  .map(({ kpis, owning, owners, needed, objectiveOf }) => ({
    departments: departments.map((id) => ({
      id,
      name: id,
      function: 'other' as const,
      firstQuarter: '2025-Q1' as const,
    })),
    journeys: [
      {
        id: 'j',
        name: 'J',
        firstQuarter: '2025-Q1' as const,
        events: [],
        segments: [],
        touchpoints: [{ id: 't', name: 'T', channels: [], owners, momentOfTruth: true }],
      },
    ],
    capabilities: [
      { id: 'c', name: 'C', departments: needed, outcomes: ['o'], firstQuarter: '2025-Q1' as const },
    ],
    outcomes: [
      {
        id: 'o',
        statement: 'O',
        touchpoints: [],
        weight: 1,
        owningDepartment: owning,
        firstQuarter: '2025-Q1' as const,
      },
    ],
    objectives: [
      { id: 'ob', department: objectiveOf, title: 'Ob', outcomes: ['o'], firstQuarter: '2025-Q1' as const },
    ],
    members: ['hans', 'otto'].map((id) =>
      memberSchema.parse({
        id,
        name: id,
        email: `${id}@example.org`,
        roles: ['department-head'],
        heads: id === 'hans' ? ['a'] : ['b'],
      }),
    ),
    kpis,
    actions: [],
  }));

/** What each department handed in for the past quarters: a reading of every KPI that it held then. */
export const submissionsOf = ({ kpis }: Definitions): Submission[] =>
  quarters.flatMap((quarter) =>
    departments.map((department) => ({
      department,
      quarter,
      version: 1,
      state: 'submitted' as const,
      history: false,
      submittedAt: '2026-10-01T09:00:00Z',
      submittedBy: 'hans',
      readings: kpis
        .filter((kpi) => departmentIn(kpi, quarter) === department)
        .map((kpi, i) => ({ kpi: kpi.id, actual: String(i + 1) })),
    })),
  );

const listOf = {
  department: 'departments',
  journey: 'journeys',
  capability: 'capabilities',
  outcome: 'outcomes',
  objective: 'objectives',
  member: 'members',
  kpi: 'kpis',
  action: 'actions',
} as const;

/** The definitions once everything has been altered. */
export const altogether = (definitions: Definitions, altered: readonly Altered[]): Definitions => {
  const next = { ...definitions } as Record<string, readonly { readonly id: string }[]>;
  for (const { kind, after } of altered) {
    if (kind === 'organisation') continue;
    const list = next[listOf[kind]] ?? [];
    next[listOf[kind]] = list.some(({ id }) => id === after.id)
      ? list.map((one) => (one.id === after.id ? after : one))
      : [...list, after];
  }
  return next as unknown as Definitions;
};
