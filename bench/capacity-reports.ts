// What it costs to read the reports of companies of three sizes: one item each, whatever the number of KPIs.
import { catalogue } from '../shared/checks/catalogue.ts';
import { evaluate } from '../shared/checks/evaluate.ts';
import { calendarAt } from '../shared/domain/calendar.ts';
import type { Context } from '../shared/domain/liveness.ts';
import { defaultPolicy } from '../shared/domain/policy.ts';
import { strategyFrom } from '../shared/domain/sources.ts';
import { StrategyMap } from '../shared/domain/strategy-map.ts';
import { boardReportSchema, departmentReportSchema } from '../shared/report/board-report.ts';
import { buildReports } from '../shared/report/build-reports.ts';
import { outcomeReportSchema } from '../shared/report/outcome-report.ts';
import { writeReport } from '../shared/table/evaluation.ts';
import { keys } from '../shared/table/keys.ts';
import { readReport } from '../shared/table/reports.ts';
import { clientOf, type FreshTable } from '../test/fresh-table.ts';
import { meter } from './capacity-meter.ts';
import type { Row } from './capacity-row.ts';
import { asOf, type CompanySize, definitionsOf, departmentId, reported, submissionOf } from './company.ts';
import { company } from './stored-company.ts';

const organisation = {
  id: company,
  name: 'The Company',
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  fiscalStart: 1,
  policy: defaultPolicy,
};

const reportsOf = (size: CompanySize) => {
  const definitions = definitionsOf(size);
  const submissions = definitions.departments.map(({ id }) => submissionOf(definitions.kpis, id, reported));
  const calendar = calendarAt(asOf, organisation);
  const context: Context = { quarter: reported, calendar, policy: organisation.policy };
  const map = new StrategyMap(strategyFrom(definitions, submissions, reported));
  const results = evaluate(map, context, catalogue);
  const coverageHistory = [{ quarter: '2026-Q1' as const, covered: 80, internal: 100, before: true }];
  return buildReports({
    organisation,
    map,
    context,
    checks: catalogue,
    results,
    lives: new Map(),
    asOf,
    coverageHistory,
  });
};

const sizes: readonly { readonly size: CompanySize; readonly read: number }[] = [
  { size: { departments: 50, kpisPerDepartment: 4, outcomes: 30 }, read: 3 },
  { size: { departments: 50, kpisPerDepartment: 400, outcomes: 30 }, read: 3 },
  { size: { departments: 500, kpisPerDepartment: 10, outcomes: 30 }, read: 8 },
];

/** Measures reading the board report of each size, and a department's report. */
export const measureReports = async (
  fresh: FreshTable,
  endpoint: string,
  resource: unknown,
): Promise<Row[]> => {
  const client = clientOf(endpoint);
  const measure = meter(client, resource, fresh.look);
  const table = fresh.through(client);
  const rows: Row[] = [];
  const board = keys.boardReport(company, reported);
  for (const { size, read } of sizes) {
    const { departments, kpisPerDepartment, outcomes } = size;
    await writeReport(fresh.table, board, reportsOf(size).board, rows.length);
    rows.push({
      operation: `board report: ${(departments * kpisPerDepartment).toLocaleString('en')} KPIs, ${departments} departments, ${outcomes} outcomes`,
      consumed: await measure(() => readReport(table, board, boardReportSchema)),
      limit: { read, trips: 1 },
    });
  }
  const outcome = reportsOf({ departments: 50, kpisPerDepartment: 50, outcomes: 30 }).outcomes.get(
    'outcome-000',
  );
  const outcomeKey = keys.outcomeReport(company, reported, 'outcome-000');
  await writeReport(fresh.table, outcomeKey, outcome, 0);
  rows.push({
    operation: 'outcome report: 2,500 KPIs, 170 of them on it',
    consumed: await measure(() => readReport(table, outcomeKey, outcomeReportSchema)),
    limit: { read: 8, trips: 1 },
  });
  const one = reportsOf({ departments: 5, kpisPerDepartment: 50, outcomes: 30 }).departments.get(
    departmentId(0),
  );
  const key = keys.departmentReport(company, reported, departmentId(0));
  await writeReport(fresh.table, key, one, 0);
  rows.push({
    operation: 'department report of 50 KPIs',
    consumed: await measure(() => readReport(table, key, departmentReportSchema)),
    limit: { read: 8, trips: 1 },
  });
  return rows;
};
