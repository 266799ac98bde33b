// The skeleton's promise: a submission becomes findings and reports, whatever the order, the repetition and the
// competition, and they are what a full evaluation gives.
import { describe, expect, it } from 'vitest';
import { forgetSheets } from '../../shared/flows/load.ts';
import { proveEvaluated, runNightly } from '../../shared/flows/nightly.ts';
import { boardReportSchema, departmentReportSchema } from '../../shared/report/board-report.ts';
import { dropSheets, readHead } from '../../shared/table/evaluation.ts';
import { unresolvedLines } from '../../shared/table/finding-lists.ts';
import { allFindings } from '../../shared/table/findings.ts';
import { contentOf } from '../../shared/table/item.ts';
import { keys } from '../../shared/table/keys.ts';
import { getItem } from '../../shared/table/table.ts';
import { Company, freshTable } from './company.ts';
import { dispatchBody, founded } from './company-story.ts';

const settled = { staleSheets: [], wrongFindings: [] };

const board = async (company: Company, quarter: '2026-Q2' | '2026-Q3' = '2026-Q2') => {
  const item = await getItem(company.table, keys.boardReport(company.org, quarter), true);
  return item && contentOf(boardReportSchema, item);
};
const open = async (company: Company) =>
  (await unresolvedLines(company.table, company.org))
    .map((line) => `${line.check} ${line.subject.ids.join('+')}`)
    .sort();

describe('evaluation', () => {
  it('does not begin before a department head has submitted', async () => {
    const company = await founded();
    await company.submit('service', '2025-Q4', { 'promise-kept': '0.9' }, true);
    expect(await company.evaluate()).toBe(false);
    expect(await readHead(company.table, company.org)).toBeUndefined();
  });

  it('names the internal KPI without a counterpart in findings, board report and department report', async () => {
    const company = await founded();
    await company.submit('service', '2026-Q2', { 'promise-kept': '0.9' });
    expect(await company.evaluate()).toBe(true);
    expect(await open(company)).toContain('missing-counterpart dispatch');
    const report = await board(company);
    expect(report?.headline).toMatchObject({ message: 'one-gap', data: { gaps: 1, internal: 1 } });
    expect(report?.completeness).toMatchObject({ submitted: 1, expected: 2 });
    expect(report?.decisions.map((line) => line.check)).toContain('missing-counterpart');
    const item = await getItem(
      company.table,
      keys.departmentReport(company.org, '2026-Q2', 'warehouse'),
      true,
    );
    expect(item && contentOf(departmentReportSchema, item).findings.map((line) => line.check)).toContain(
      'missing-counterpart',
    );
    expect(await proveEvaluated(company.deps, company.org, company.at)).toEqual(settled);
  });

  it('clears by a link and comes back with the same fingerprint, its first sight and its history', async () => {
    const company = await founded();
    await company.submit('service', '2026-Q2', { 'promise-kept': '0.9' });
    await company.evaluate();
    const find = async () =>
      (await allFindings(company.table, company.org)).find(
        ({ finding }) => finding.condition.check === 'missing-counterpart',
      )?.finding;
    const first = await find();
    company.at = '2026-07-21T09:00:00Z';
    await company.put('kpi', 'dispatch', dispatchBody(['promise-kept']));
    await company.evaluate();
    expect(await open(company)).not.toContain('missing-counterpart dispatch');
    expect((await find())?.life).toMatchObject({ state: 'resolved', resolution: 'cleared' });
    expect((await board(company))?.coverage).toMatchObject({ covered: 1, internal: 1 });
    company.at = '2026-07-22T09:00:00Z';
    await company.put('kpi', 'dispatch', dispatchBody([]));
    await company.evaluate();
    const again = await find();
    expect(again?.fingerprint).toBe(first?.fingerprint);
    expect(again?.life.firstSeen).toEqual(first?.life.firstSeen);
    expect(again?.life.events.map((event) => event.event)).toEqual(['found', 'resolved', 'reopened']);
  });

  it('flags a counterpart that does not exist yet, and clears when the other side defines and reads it', async () => {
    const company = await founded();
    await company.put('kpi', 'dispatch', dispatchBody(['later']));
    await company.submit('service', '2026-Q2', { 'promise-kept': '0.9' });
    await company.evaluate();
    const line = (await unresolvedLines(company.table, company.org)).find(
      (one) => one.check === 'missing-counterpart',
    );
    expect(line?.reasons).toEqual(['not-found']);
    await company.put('kpi', 'later', {
      ...dispatchBody([]),
      name: 'Waiting time felt',
      department: 'service',
      perspective: 'customer-facing',
    });
    await company.submit('service', '2026-Q2', { 'promise-kept': '0.9', later: '3' });
    await company.evaluate();
    expect(await open(company)).not.toContain('missing-counterpart dispatch');
  });

  it('does not count a counterpart that was not read for two due quarters', async () => {
    const company = await founded();
    await company.put('kpi', 'dispatch', dispatchBody(['promise-kept']));
    await company.submit('service', '2025-Q4', { 'promise-kept': '0.9' }, true);
    await company.submit('warehouse', '2026-Q2', { dispatch: '20' });
    await company.evaluate();
    const line = (await unresolvedLines(company.table, company.org)).find(
      (one) => one.check === 'missing-counterpart',
    );
    expect(line?.reasons).toEqual(['not-measured']);
  });

  it('gives the same whether hints come twice, late, in another order, or to two evaluators at once', async () => {
    const company = await founded();
    await company.submit('service', '2026-Q2', { 'promise-kept': '0.9' });
    await company.put('kpi', 'dispatch', dispatchBody(['promise-kept']));
    await company.submit('warehouse', '2026-Q2', { dispatch: '20' });
    const hints = company.takeHints();
    await Promise.all([
      company.evaluate([...hints].reverse()),
      company.evaluate(hints),
      company.evaluate([...hints, ...hints]),
    ]);
    expect(await proveEvaluated(company.deps, company.org, company.at)).toEqual(settled);
    expect(await board(company)).toMatchObject({ completeness: { submitted: 2 }, coverage: { covered: 1 } });
  });

  it('goes on where an evaluation of many findings was cut, eighty at a time', async () => {
    const company = await Company.found(await freshTable());
    await company.put('department', 'warehouse', { name: 'Warehouse', function: 'operations' });
    for (let i = 0; i < 120; i++)
      await company.put('kpi', `kpi-${i}`, {
        ...dispatchBody([]),
        owner: undefined,
        contributions: [],
        name: `KPI ${i}`,
      });
    await company.submit('warehouse', '2026-Q2', { 'kpi-1': '5' });
    await company.evaluate();
    const lines = await unresolvedLines(company.table, company.org);
    expect(lines.length).toBeGreaterThan(3 * 80);
    expect(lines.filter((line) => line.check === 'missing-counterpart')).toHaveLength(120);
    expect((await readHead(company.table, company.org, true))?.pending).toEqual([]);
    expect(await proveEvaluated(company.deps, company.org, company.at)).toEqual(settled);
    expect(await board(company)).toMatchObject({ unresolved: lines.length });
  });

  it('moves the calendar at night: a due quarter without a submission is found, and passes with its quarter', async () => {
    const company = await founded();
    company.at = '2026-07-10T09:00:00Z';
    await company.submit('service', '2026-Q2', { 'promise-kept': '0.9' });
    await company.evaluate();
    expect(await open(company)).not.toContain('missing-submission warehouse');
    company.at = '2026-07-16T01:00:00Z';
    await runNightly(company.deps, company.org, company.at);
    expect(await open(company)).toContain('missing-submission warehouse');
    company.at = '2026-10-02T01:00:00Z';
    await runNightly(company.deps, company.org, company.at);
    expect(await open(company)).not.toContain('missing-submission warehouse');
    const passed = (await allFindings(company.table, company.org)).find(
      ({ finding }) => finding.condition.check === 'missing-submission',
    );
    expect(passed?.finding.life).toMatchObject({ state: 'resolved', resolution: 'quarter-passed' });
    expect((await board(company, '2026-Q3'))?.quarter).toBe('2026-Q3');
    expect((await board(company))?.quarter).toBe('2026-Q2');
    expect(company.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('makes the sheets anew where one that HEAD names is lost', async () => {
    const company = await founded();
    await company.submit('service', '2026-Q2', { 'promise-kept': '0.9' });
    await company.evaluate();
    const head = await readHead(company.table, company.org, true);
    await dropSheets(company.table, company.org, Object.entries(head?.sheets ?? {}));
    forgetSheets();
    await company.put('kpi', 'dispatch', dispatchBody(['promise-kept']));
    expect(await company.evaluate()).toBe(true);
    expect(await open(company)).not.toContain('missing-counterpart dispatch');
    expect(await proveEvaluated(company.deps, company.org, company.at)).toEqual(settled);
  });

  it('raises an alarm, and heals, when sheets lack what sources say', async () => {
    const company = await founded();
    await company.submit('service', '2026-Q2', { 'promise-kept': '0.9' });
    await company.evaluate();
    await company.put('kpi', 'dispatch', dispatchBody(['promise-kept']));
    company.takeHints();
    await runNightly(company.deps, company.org, '2026-07-21T00:00:00Z');
    expect(company.logged.map(({ message }) => message)).toContain('nightly proof failed');
    expect(await open(company)).not.toContain('missing-counterpart dispatch');
    expect(await proveEvaluated(company.deps, company.org, company.at)).toEqual(settled);
  });
});
