// A small organisation as it is stored, for imports whose outcome can be told by hand.
import { departmentSchema } from '../../shared/domain/department.ts';
import { journeySchema } from '../../shared/domain/journey.ts';
import { kpiSchema } from '../../shared/domain/kpi.ts';
import { memberSchema } from '../../shared/domain/member.ts';
import { objectiveSchema } from '../../shared/domain/objective.ts';
import { organisationSchema } from '../../shared/domain/organisation.ts';
import { outcomeSchema } from '../../shared/domain/outcome.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { type Submission, submissionSchema } from '../../shared/domain/submission.ts';
import type { FileTable } from '../../shared/exchange/grids.ts';
import type { Present, PresentQuarter } from '../../shared/exchange/plan-present.ts';

const firstQuarter = '2024-Q1';

/** A department's quarter with one submitted version. */
export const handedIn = (
  department: string,
  quarter: string,
  readings: object[],
): [string, PresentQuarter] => {
  const latest: Submission = submissionSchema.parse({
    department,
    quarter,
    version: 1,
    state: 'submitted',
    readings,
    submittedAt: '2026-07-10T09:00:00Z',
    submittedBy: 'hanna',
  });
  return [`${department} ${quarter}`, { latest, counting: latest }];
};

/**
 * Acme with the departments warehouse (headed by hanna) and service, one journey, one outcome, one objective, the KPIs
 * dispatch (warehouse) and promise (service), and 2026-Q2 of the warehouse handed in. All versions are 1.
 */
export const smallPresent = (more: Partial<Present> = {}): Present => {
  const definitions: Present['definitions'] = {
    departments: ['warehouse', 'service'].map((id) =>
      departmentSchema.parse({ id, name: id, function: 'operations', charter: 'We send it.', firstQuarter }),
    ),
    members: [
      memberSchema.parse({ id: 'ana', name: 'Ana', email: 'ana@example.org', roles: ['analyst'] }),
      memberSchema.parse({
        id: 'hanna',
        name: 'Hanna',
        email: 'hanna@example.org',
        roles: ['department-head'],
        heads: ['warehouse'],
        mail: { digest: 'never', reminders: false },
      }),
      memberSchema.parse({
        id: 'rob',
        name: 'Rob',
        email: 'rob@example.org',
        roles: ['executive'],
        status: 'removed',
      }),
    ],
    journeys: [
      journeySchema.parse({
        id: 'buying',
        name: 'Buying',
        events: [
          { id: 'ordered', name: 'Ordered', seenBy: 'customer' },
          { id: 'sent', name: 'Sent', seenBy: 'inside' },
          { id: 'works', name: 'Works', seenBy: 'customer' },
        ],
        touchpoints: [{ id: 'door', name: 'Door', owners: ['service'], momentOfTruth: true }],
        firstQuarter,
      }),
    ],
    capabilities: [],
    outcomes: [
      outcomeSchema.parse({
        id: 'on-time',
        statement: 'It comes.',
        owningDepartment: 'service',
        firstQuarter,
      }),
    ],
    objectives: [
      objectiveSchema.parse({ id: 'quick', department: 'warehouse', title: 'Quick', firstQuarter }),
    ],
    kpis: [
      kpiSchema.parse({
        id: 'dispatch',
        department: 'warehouse',
        name: 'Order to dispatch',
        unit: { kind: 'duration', symbol: 'h' },
        direction: 'lower',
        perspective: 'internal-efficiency',
        owner: 'hanna',
        clock: { journey: 'buying', from: 'ordered', to: 'sent' },
        counterparts: [{ kpi: 'promise', lag: 1 }],
        contributions: [{ outcome: 'on-time', effect: '+', rationale: 'Late out, late there.' }],
        firstQuarter,
        targets: [
          { from: '2025-Q1', value: '24', setAt: '2025-01-05T10:00:00Z', by: 'hanna', reason: 'Agreed' },
        ],
        statutory: { reason: 'The law asks.', by: 'ana', at: '2025-01-05T10:00:00Z' },
      }),
      kpiSchema.parse({
        id: 'promise',
        department: 'service',
        name: 'Promised day kept',
        unit: { kind: 'share', symbol: '' },
        direction: 'higher',
        perspective: 'customer-facing',
        firstQuarter,
      }),
    ],
    actions: [],
  };
  const ids: [string, readonly { readonly id: string }[]][] = [
    ['department', definitions.departments],
    ['member', definitions.members],
    ['journey', definitions.journeys],
    ['outcome', definitions.outcomes],
    ['objective', definitions.objectives],
    ['kpi', definitions.kpis],
  ];
  return {
    organisation: organisationSchema.parse({
      id: 'acme',
      name: 'Acme',
      timeZone: 'Europe/Berlin',
      currency: 'EUR',
      policy: { ...defaultPolicy, nearPercent: 7 },
    }),
    definitions,
    versions: new Map([
      ['organisation|acme', 1],
      ...ids.flatMap(([kind, list]) => list.map(({ id }): [string, number] => [`${kind}|${id}`, 1])),
    ]),
    quarters: new Map([
      handedIn('warehouse', '2026-Q2', [
        { kpi: 'dispatch', actual: '26.5', note: 'Strike in May', reasons: [{ theme: 'strike', count: 3 }] },
      ]),
    ]),
    evaluated: true,
    sealed: new Set(),
    ...more,
  };
};

/** A file's table from lines of CSV without quotes. */
export const fileTable = (name: string, ...lines: readonly string[]): FileTable => {
  const [header = [], ...rows] = lines.map((line) => line.split(','));
  return { file: `${name}.csv`, name, header, rows };
};
