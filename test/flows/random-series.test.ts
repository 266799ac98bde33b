// After any series of writes, with two evaluators at once and faults in the store, what is stored is what a full
// evaluation of the sources gives. A failing seed is printed by fast-check and can be given back to it.
import * as fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import { localDynamoDbClient } from '../../local/dynamodb.ts';
import { canonicalJson, sha256Hex } from '../../shared/domain/canonical.ts';
import { Refusal } from '../../shared/domain/problem.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import type { Hint } from '../../shared/flows/hints.ts';
import { proveEvaluated, runNightly } from '../../shared/flows/nightly.ts';
import { writeReports } from '../../shared/flows/write-reports.ts';
import { boardReportSchema } from '../../shared/report/board-report.ts';
import { readHead } from '../../shared/table/evaluation.ts';
import { unresolvedLines } from '../../shared/table/finding-lists.ts';
import { contentOf } from '../../shared/table/item.ts';
import { keys } from '../../shared/table/keys.ts';
import { getItem, openTable } from '../../shared/table/table.ts';
import { injectFaults } from '../faults.ts';
import { Company, freshTable } from './company.ts';

const departments = ['warehouse', 'service', 'sales'] as const;
const kpis = ['k1', 'k2', 'k3', 'k4', 'k5'] as const;
const outcomes = ['o1', 'o2'] as const;
const quarters: readonly Quarter[] = ['2026-Q1', '2026-Q2', '2026-Q3'];

type Act =
  | { readonly act: 'kpi'; readonly id: string; readonly body: Record<string, unknown> }
  | { readonly act: 'outcome'; readonly id: string; readonly retired: boolean }
  | { readonly act: 'objective'; readonly id: string; readonly outcomes: string[] }
  | { readonly act: 'department'; readonly id: string; readonly retired: boolean }
  | { readonly act: 'member'; readonly status: 'active' | 'removed' }
  | {
      readonly act: 'submit';
      readonly department: string;
      readonly quarter: Quarter;
      readonly actual: string | undefined;
    }
  | {
      readonly act: 'decide';
      readonly department: string;
      readonly quarter: Quarter;
      readonly state: 'accepted' | 'returned';
    }
  | { readonly act: 'evaluate'; readonly evaluators: number }
  | { readonly act: 'night' };

/** What every series begins with: there is something to lose. */
const prelude: readonly Act[] = [
  ...outcomes.map((id) => ({ act: 'outcome', id, retired: false }) as const),
  ...departments.map((id) => ({ act: 'department', id, retired: false }) as const),
  { act: 'member', status: 'active' },
  { act: 'submit', department: 'warehouse', quarter: '2026-Q2', actual: '5' },
  { act: 'evaluate', evaluators: 1 },
];

const someOf = (ids: readonly string[]) => fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 2 });
const department = fc.constantFrom(...departments);
const quarter = fc.constantFrom(...quarters);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .record({
        id: fc.constantFrom(...kpis),
        department,
        perspective: fc.constantFrom('internal-efficiency', 'customer-facing', 'financial'),
        owner: fc.constantFrom('hanna', undefined),
        counterparts: someOf(kpis),
        contributions: someOf([...outcomes, 'nowhere']),
        retiredFrom: fc.option(quarter, { nil: undefined, freq: 8 }),
      })
      .map(({ id, counterparts, contributions, ...rest }) => ({
        act: 'kpi' as const,
        id,
        body: {
          ...rest,
          name: `KPI ${id}`,
          unit: { kind: 'count', symbol: '' },
          direction: 'higher',
          counterparts: counterparts.map((kpi) => ({ kpi })),
          contributions: contributions.map((outcome) => ({ outcome, effect: '+' })),
        },
      })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('outcome' as const),
      id: fc.constantFrom(...outcomes),
      retired: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('objective' as const),
      id: fc.constantFrom('a', 'b'),
      outcomes: someOf(outcomes),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('department' as const), id: department, retired: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('member' as const),
      status: fc.constantFrom('active' as const, 'removed' as const),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('submit' as const),
      department,
      quarter,
      actual: fc.option(fc.integer({ min: 0, max: 99 }).map(String), { nil: undefined, freq: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('decide' as const),
      department,
      quarter,
      state: fc.constantFrom('accepted' as const, 'returned' as const),
    }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      act: fc.constant('evaluate' as const),
      evaluators: fc.integer({ min: 1, max: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ act: 'night' as const }) },
);

/** Evaluates until it goes through, as the stream does: a passing fault is tried again, the rest of the hints stay. */
const persist = async (work: () => Promise<unknown>): Promise<void> => {
  for (let attempt = 0; ; attempt++) {
    try {
      await work();
      return;
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind !== 'temporarily-unavailable' || attempt > 12)
        throw error;
    }
  }
};

const play = async (company: Company, acts: readonly Act[], faulty: () => Company['deps']): Promise<void> => {
  const hints: Hint[] = [];
  let day = 20;
  for (const one of acts) {
    switch (one.act) {
      case 'kpi':
        await company.put('kpi', one.id, one.body);
        break;
      case 'outcome':
        await company.put('outcome', one.id, {
          statement: `Outcome ${one.id}`,
          retiredFrom: one.retired ? '2026-Q2' : undefined,
        });
        break;
      case 'objective':
        await company.put('objective', one.id, {
          department: 'sales',
          title: `Objective ${one.id}`,
          outcomes: one.outcomes,
        });
        break;
      case 'department':
        await company.put('department', one.id, {
          name: `Department ${one.id}`,
          function: 'other',
          retiredFrom: one.retired ? '2026-Q2' : undefined,
        });
        break;
      case 'member':
        await company.put('member', 'hanna', {
          name: 'Hanna',
          email: 'hanna@example.org',
          roles: ['department-head'],
          status: one.status,
        });
        break;
      case 'submit':
        await company.submit(
          one.department,
          one.quarter,
          Object.fromEntries(kpis.map((kpi) => [kpi, one.actual])),
        );
        break;
      case 'decide':
        await company.decide(one.department, one.quarter, one.state);
        break;
      case 'evaluate': {
        const batch = hints.splice(0);
        const deps = faulty();
        await Promise.all(
          Array.from({ length: one.evaluators }, () => persist(() => company.evaluate(batch, deps))),
        );
        break;
      }
      case 'night': {
        day += 30;
        company.at = new Date(Date.UTC(2026, 6, day)).toISOString();
        const batch = hints.splice(0);
        await persist(() => company.evaluate(batch));
        await runNightly(company.deps, company.org, company.at);
        break;
      }
    }
    hints.push(...company.takeHints());
  }
  await persist(() => company.evaluate(hints));
};

/** The stored board report is what HEAD says was written, and writing it anew from the same state changes nothing. */
const expectReportsCurrent = async (company: Company): Promise<void> => {
  const stored = async () => {
    const head = await readHead(company.table, company.org, true);
    if (head === undefined) return undefined;
    const quarter = head.calendar.reportingQuarter;
    const item = await getItem(company.table, keys.boardReport(company.org, quarter), true);
    const report = item && contentOf(boardReportSchema, item);
    expect(head.reports[`${quarter}|`]).toBe(sha256Hex(canonicalJson({ ...report, asOf: '' })).slice(0, 16));
    return report;
  };
  const before = await stored();
  await writeReports(company.deps, company.org);
  expect(await stored()).toEqual(before);
};

const faultPlan = (seed: number) =>
  ({
    seed,
    rules: [
      { fault: 'throttle', share: 0.05, times: Number.POSITIVE_INFINITY },
      {
        fault: 'lost-acknowledgement',
        on: ['TransactWriteItems'],
        share: 0.1,
        times: Number.POSITIVE_INFINITY,
      },
      { fault: 'conflict', share: 0.1, times: Number.POSITIVE_INFINITY },
      { fault: 'short-page', share: 0.2, times: Number.POSITIVE_INFINITY },
      { fault: 'empty-page', share: 0.1, times: Number.POSITIVE_INFINITY },
      { fault: 'unprocessed', share: 0.2, times: Number.POSITIVE_INFINITY },
    ],
  }) as const;

describe('any series of writes', () => {
  it('leaves the findings of a full evaluation, with faults in the store and two evaluators at once', async () => {
    const table = await freshTable();
    let round = 0;
    const injections: { readonly injected: readonly unknown[] }[] = [];
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { minLength: 4, maxLength: 24 }),
        fc.integer({ min: 1, max: 1e6 }),
        async (acts, seed) => {
          const company = await Company.found(table, `org-${++round}`);
          const other = await Company.found(table, `org-${round}-other`);
          const faulty = () => {
            const client = localDynamoDbClient(inject('dynamodbEndpoint'));
            const faults = injectFaults(client, faultPlan(seed));
            injections.push(faults);
            return { ...company.deps, table: openTable(table.name, client) };
          };
          await play(company, [...prelude, ...acts], faulty);
          const proof = await proveEvaluated(company.deps, company.org, company.at);
          if (proof !== undefined) expect(proof).toEqual({ staleSheets: [], wrongFindings: [] });
          expect(company.logged.filter(({ message }) => message === 'nightly proof failed')).toEqual([]);
          await expectReportsCurrent(company);
          expect(await readHead(table, other.org, true)).toBeUndefined();
          expect(await unresolvedLines(table, other.org)).toEqual([]);
        },
      ),
      { numRuns: Number(process.env['SERIES'] ?? 25), endOnFailure: true },
    );
    expect(injections.flatMap(({ injected }) => injected).length).toBeGreaterThan(round);
  }, 120_000);
});
