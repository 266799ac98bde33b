// Organisations as they may be stored, made from a seed: odd texts, links that lead nowhere yet, KPIs that moved,
// quarters that were returned, targets set twice.

import { activeIn } from '../../shared/domain/active.ts';
import { capabilitySchema } from '../../shared/domain/capability.ts';
import { departmentSchema } from '../../shared/domain/department.ts';
import { journeySchema } from '../../shared/domain/journey.ts';
import { type Kpi, kpiSchema } from '../../shared/domain/kpi.ts';
import { departmentIn } from '../../shared/domain/kpi-in-quarter.ts';
import { memberSchema } from '../../shared/domain/member.ts';
import { objectiveSchema } from '../../shared/domain/objective.ts';
import { organisationSchema } from '../../shared/domain/organisation.ts';
import { outcomeSchema } from '../../shared/domain/outcome.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { addQuarters } from '../../shared/domain/quarter-steps.ts';
import {
  countingVersion,
  type Reading,
  type Submission,
  submissionSchema,
} from '../../shared/domain/submission.ts';
import type { Present, PresentQuarter } from '../../shared/exchange/plan-present.ts';
import { randomOf } from '../random.ts';

/** Business time of every import of the tests, and the quarter that is running then. */
export const at = '2026-07-20T09:00:00Z';
export const running: Quarter = '2026-Q3';

const texts = [
  'Order to dispatch',
  'Ärger, gelöst',
  'Say "yes"',
  "It's 50 % = half",
  '-1 and +2',
  'a;b',
  '  padded',
];

/** What one seed makes. `readings` quarters are handed in, the last of them open. */
export const presentOf = (seed: number, quarters = 4): Present => {
  const random = randomOf(seed);
  const below = (n: number) => Math.floor(random() * n);
  const chance = (share: number) => random() < share;
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const maybe = <T>(share: number, make: () => T): T | undefined => (chance(share) ? make() : undefined);
  const some = <T>(list: readonly T[], most: number): T[] =>
    list.filter(() => chance(most / list.length)).slice(0, most);
  const text = () => pick(texts);
  const prose = () => `${text()}\n${text()}`;
  const number = () => `${below(1000)}${chance(0.5) ? `.${below(100)}${pick(['0', '1', ''])}` : ''}`;
  const life = () => ({
    firstQuarter: pick<Quarter>(['2024-Q1', '2025-Q3']),
    retiredFrom: maybe(0.1, (): Quarter => '2027-Q1'),
  });
  const departments = ['d1', 'd2', 'd3', 'd4'].map((id) =>
    departmentSchema.parse({ id, name: text(), function: 'other', charter: maybe(0.5, prose), ...life() }),
  );
  const ids = departments.map(({ id }) => id);
  const members = ['ana', 'm1', 'm2', 'm3'].map((id, i) =>
    memberSchema.parse({
      id,
      name: text(),
      email: `${id}@example.org`,
      roles: i === 0 ? ['analyst'] : ['department-head', ...(chance(0.3) ? ['auditor'] : [])],
      heads: i === 0 ? [] : some(ids, 2),
      deputyOf: maybe(0.3, () => [{ department: pick(ids), until: '2026-12-31' }]) ?? [],
      locale: pick(['en-US', 'en-GB', 'de-DE']),
      mail: { digest: 'never', reminders: chance(0.5) },
      status: i > 0 && chance(0.2) ? 'removed' : 'active',
    }),
  );
  const active = members.filter(({ status }) => status === 'active').map(({ id }) => id);
  const touchpoints = ['j1/t1', 'j1/t2', 'gone/t9'];
  const clock = () => ({ journey: pick(['j1', 'gone']), from: 'a', to: 'b' });
  const journeys = ['j1', 'j2'].map((id) =>
    journeySchema.parse({
      id,
      name: text(),
      events: ['a', 'b', 'c'].map((event) => ({
        id: event,
        name: text(),
        seenBy: pick(['customer', 'inside']),
      })),
      touchpoints: ['t1', 't2'].map((one) => ({
        id: one,
        name: text(),
        channels: some(['web', 'van'], 2),
        owners: some([...ids, 'nobody'], 2),
        momentOfTruth: chance(0.5),
      })),
      segments: maybe(0.5, () => [
        { from: 'a', to: 'b', duration: number(), unit: { kind: 'duration', symbol: 'h' } },
      ]),
      ...life(),
      changes: maybe(0.3, () => [
        { field: 'name', was: 'a', is: 'b', at: '2026-01-05T10:00:00Z', by: 'ana' },
      ]),
    }),
  );
  const outcomes = ['o1', 'o2', 'o3'].map((id) =>
    outcomeSchema.parse({
      id,
      statement: prose(),
      segment: maybe(0.5, text),
      journey: maybe(0.5, () => 'j1'),
      touchpoints: some(touchpoints, 2),
      clock: maybe(0.4, clock),
      tolerance: maybe(0.5, () => ({
        value: number(),
        unit: pick([
          { kind: 'count', symbol: '' },
          { kind: 'duration', symbol: 'day' },
        ]),
        direction: 'lower',
      })),
      weight: pick([1, 2, 0.5, 3.25]),
      owningDepartment: maybe(0.7, () => pick(ids)),
      validation: maybe(0.4, () => ({
        method: text(),
        sampleSize: 1 + below(90),
        date: '2026-03-31',
        source: text(),
      })),
      ...life(),
    }),
  );
  const capabilities = ['c1', 'c2'].map((id) =>
    capabilitySchema.parse({
      id,
      name: text(),
      description: maybe(0.5, prose),
      departments: some([...ids, 'nobody'], 2),
      outcomes: some(['o1', 'o2', 'gone'], 2),
      ...life(),
    }),
  );
  const objectives = ['b1', 'b2', 'b3'].map((id) =>
    objectiveSchema.parse({
      id,
      department: pick(ids),
      title: text(),
      lastQuarter: maybe(0.3, (): Quarter => '2026-Q4'),
      outcomes: some(['o1', 'o2'], 2),
      capability: maybe(0.3, () => 'c1'),
      ...life(),
    }),
  );
  const kpiIds = ['k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'k7', 'k8'];
  const kpis = kpiIds.map((id): Kpi => {
    const direction = pick(['higher', 'lower', 'range'] as const);
    const value = (): unknown =>
      direction === 'range' ? { low: '1', high: number().replace(/^0/, '1') } : number();
    const target = (from: Quarter, setAt: string) => ({
      from,
      value: direction === 'range' ? { low: '0', high: '9.5' } : value(),
      reason: maybe(0.5, prose),
      setAt,
      by: pick(active),
    });
    return kpiSchema.parse({
      id,
      department: pick(ids),
      objective: maybe(0.5, () => pick(['b1', 'b2'])),
      capability: maybe(0.3, () => 'c2'),
      name: text(),
      definition: maybe(0.6, prose),
      unit: pick([
        { kind: 'count', symbol: '' },
        { kind: 'money', symbol: 'EUR' },
        { kind: 'duration', symbol: 'h' },
      ]),
      direction,
      perspective: pick(['customer-facing', 'internal-efficiency', 'financial', 'employee']),
      perspectiveConfirmed: chance(0.3),
      owner: maybe(0.8, () => pick(active)),
      baseline: maybe(0.4, number),
      everyQuarters: pick([1, 2, 4]),
      clock: maybe(0.5, () => pick([clock(), 'on-no-journey'])),
      touchpoints: some(touchpoints, 2),
      channels: some(['web', 'van'], 2),
      counterparts: some(['k1', 'k2', 'gone'], 3).map((kpi) => ({ kpi, lag: below(3) })),
      contributions: some(['o1', 'o2', 'gone'], 3).map((outcome) => ({
        outcome,
        effect: pick(['+', '-']),
        lag: below(3),
        rationale: maybe(0.5, prose),
      })),
      sentiment: maybe(0.2, () => 'nps'),
      roomToAct: maybe(0.4, () => chance(0.5)),
      ...life(),
      targets: [
        target('2025-Q1', '2025-01-02T10:00:00Z'),
        ...(chance(0.4) ? [target('2025-Q1', '2025-02-02T10:00:00Z')] : []),
        ...(chance(0.4) ? [target('2026-Q1', '2026-01-02T10:00:00Z')] : []),
      ],
      formerDepartments: chance(0.3) ? [{ department: pick(ids), until: '2025-Q4' }] : [],
      changes: [],
      statutory: maybe(0.1, () => ({
        reason: 'The law asks for it.',
        by: 'ana',
        at: '2026-01-05T10:00:00Z',
      })),
    });
  });
  const submissions: Submission[] = [];
  for (let back = quarters - 1; back >= 0; back--) {
    const quarter = addQuarters(running, -back);
    for (const department of ids) {
      if (chance(0.2)) continue;
      const held = kpis.filter((kpi) => activeIn(kpi, quarter) && departmentIn(kpi, quarter) === department);
      const versions = 1 + below(2);
      for (let version = 1; version <= versions; version++) {
        const readings = held.map(
          ({ id }): Reading =>
            chance(0.8)
              ? {
                  kpi: id,
                  actual: number(),
                  note: maybe(0.3, prose),
                  exceptions: maybe(0.2, () => below(9)),
                  reasons: maybe(0.3, () => [
                    { theme: text().trim(), count: 1 + below(5), quote: maybe(0.5, prose) },
                  ]),
                  source: maybe(0.2, () => ({ file: 'figures.csv', row: 1 + below(9), column: 'rate' })),
                }
              : { kpi: id, notMeasured: prose() },
        );
        submissions.push(
          submissionSchema.parse({
            department,
            quarter,
            version,
            state:
              version < versions
                ? pick(['accepted', 'submitted'])
                : pick(['submitted', 'accepted', 'returned']),
            readings,
            submittedAt: '2026-07-01T09:00:00Z',
            submittedBy: 'm1',
          }),
        );
      }
    }
  }
  const groups = Map.groupBy(submissions, ({ department, quarter }) => `${department} ${quarter}`);
  const organisation = organisationSchema.parse({
    id: 'acme',
    name: text(),
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    fiscalStart: 1,
    policy: {
      ...defaultPolicy,
      nearPercent: pick([5, 7.5]),
      reminderDays: pick([[14, 3], [7], []]),
      checks: chance(0.5) ? { watermelon: chance(0.5) } : {},
    },
  });
  const definitions = {
    departments,
    members,
    journeys,
    capabilities,
    outcomes,
    objectives,
    kpis,
    actions: [],
  };
  const named = {
    department: departments,
    member: members,
    journey: journeys,
    capability: capabilities,
  } as const;
  const more = { outcome: outcomes, objective: objectives, kpi: kpis } as const;
  const versions = new Map<string, number>([['organisation|acme', 1]]);
  for (const [kind, list] of Object.entries({ ...named, ...more }))
    for (const { id } of list) versions.set(`${kind}|${id}`, 1 + below(4));
  return {
    organisation,
    definitions,
    versions,
    quarters: new Map(
      [...groups].map(([key, list]): [string, PresentQuarter] => [
        key,
        { latest: list.at(-1) as Submission, counting: countingVersion(list) },
      ]),
    ),
    evaluated: chance(0.5),
    sealed: new Set(),
  };
};
