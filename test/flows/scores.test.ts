// What the report says can be followed to what made it, and what a closed quarter has said stays said.
import { describe, expect, it } from 'vitest';
import { sealedAgain } from '../../shared/domain/seal.ts';
import { runNightly } from '../../shared/flows/nightly.ts';
import { traceAlignment } from '../../shared/flows/trace.ts';
import { boardReportSchema } from '../../shared/report/board-report.ts';
import { outcomeReportSchema } from '../../shared/report/outcome-report.ts';
import { readHead } from '../../shared/table/evaluation.ts';
import { shutGate } from '../../shared/table/gate.ts';
import { contentOf } from '../../shared/table/item.ts';
import { keys } from '../../shared/table/keys.ts';
import { putSeal } from '../../shared/table/seals.ts';
import { getItem } from '../../shared/table/table.ts';
import type { Company } from './company.ts';
import { dispatchBody, founded } from './company-story.ts';

const quarter = '2026-Q2' as const;
const evaluated = async (): Promise<Company> => {
  const company = await founded();
  await company.submit('service', '2026-Q1', { 'promise-kept': '0.9' }, true);
  await company.submit('service', quarter, { 'promise-kept': '0.9' });
  await company.submit('warehouse', quarter, { dispatch: '5' });
  await company.evaluate();
  return company;
};
const board = async (company: Company) => {
  const item = await getItem(company.table, keys.boardReport(company.org, quarter), true);
  if (item === undefined) throw new Error('no report');
  return contentOf(boardReportSchema, item);
};
const covered = (report: {
  views?: { history: readonly { quarter: string; covered: number }[] } | undefined;
}) => report.views?.history.map((one) => [one.quarter, one.covered]);

describe('the trace of alignment', () => {
  it('sums up to what the report says, page by page, of all and of each department', async () => {
    const company = await evaluated();
    const report = await board(company);
    const items: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await traceAlignment(company.table, company.org, { quarter, limit: 5, cursor });
      expect(page.alignment).toEqual(report.alignment);
      expect(page.items.length).toBeLessThanOrEqual(5);
      items.push(...page.items);
      cursor = page.cursor;
    } while (cursor !== undefined);
    const { hold, fail, waived, cannotTell, cost } = report.alignment;
    expect(items).toHaveLength(hold + fail + waived + cannotTell);
    const costs = items.map((one) => (one as { cost: number }).cost);
    expect(costs).toEqual(costs.toSorted((a, b) => b - a));
    expect(costs.reduce((sum, one) => sum + one, 0)).toBe(cost);
    for (const { id, alignment } of report.departments) {
      const own = await traceAlignment(company.table, company.org, { quarter, department: id, limit: 50 });
      expect(own.alignment).toEqual(alignment);
    }
    const one = await traceAlignment(company.table, company.org, {
      quarter,
      check: 'missing-counterpart',
      limit: 50,
    });
    expect(one.items).toEqual([
      {
        check: 'missing-counterpart',
        subject: { kind: 'kpi', ids: ['dispatch'] },
        verdict: 'fail',
        level: 'error',
        weight: 5,
        cost: 5,
        count: 'fail',
      },
    ]);
  });

  it('is there for the reporting quarter alone', async () => {
    const company = await founded();
    const asked = { quarter, limit: 5 };
    await expect(traceAlignment(company.table, company.org, asked)).rejects.toThrow(
      'Nothing was evaluated yet',
    );
    await company.submit('service', quarter, { 'promise-kept': '0.9' });
    await company.evaluate();
    await expect(
      traceAlignment(company.table, company.org, { ...asked, quarter: '2026-Q1' }),
    ).rejects.toThrow('Only 2026-Q2, the reporting quarter, is traced');
  });
});

describe('the figures of eight quarters', () => {
  it('begin with those before the organisation joined, computed once', async () => {
    const company = await evaluated();
    const history = (await board(company)).views?.history ?? [];
    expect(history.map((one) => one.before)).toEqual([...Array(history.length - 1).fill(true), false]);
    expect(history.at(-1)?.quarter).toBe(quarter);
    expect(history).toHaveLength(8);
    await company.submit('service', '2025-Q4', { 'promise-kept': '0.9' });
    await company.evaluate();
    expect((await board(company)).views?.history.slice(0, -1)).toEqual(history.slice(0, -1));
  });

  it('follow the reporting quarter until it closes, and stay as they are from then on', async () => {
    const company = await evaluated();
    expect(covered(await board(company))?.at(-1)).toEqual([quarter, 0]);
    await company.put('kpi', 'dispatch', dispatchBody(['promise-kept']));
    await company.evaluate();
    expect(covered(await board(company))?.at(-1)).toEqual([quarter, 1]);
    company.at = '2026-08-16T02:00:00Z';
    await runNightly(company.deps, company.org, company.at);
    await company.put('kpi', 'dispatch', dispatchBody([]));
    await company.evaluate();
    const closed = await board(company);
    expect(closed.coverage.covered).toBe(0);
    expect(covered(closed)?.at(-1)).toEqual([quarter, 1]);
    company.at = '2026-10-02T02:00:00Z';
    await runNightly(company.deps, company.org, company.at);
    const figures = (await readHead(company.table, company.org, true))?.figures ?? [];
    expect(figures.map((one) => one.quarter).slice(-2)).toEqual([quarter, '2026-Q3']);
    expect(figures.at(-2)).toMatchObject({ covered: 1, before: false });
    expect(figures).toHaveLength(8);
  });

  it('stay as they are from a seal on', async () => {
    const company = await evaluated();
    const sealed = { by: 'eve', at: company.at };
    const seal = sealedAgain(undefined, { quarter, digest: 'd'.repeat(64), ...sealed });
    await shutGate(company.table, company.org, quarter, sealed);
    await putSeal(company.table, company.writing('eve'), undefined, seal, { status: 200, body: null });
    await company.put('kpi', 'dispatch', dispatchBody(['promise-kept']));
    await company.evaluate();
    const report = await board(company);
    expect(report.coverage.covered).toBe(1);
    expect(covered(report)?.at(-1)).toEqual([quarter, 0]);
  });
});

describe('an outcome’s report', () => {
  it('stands beside the board’s, with who contributes and what it lacks', async () => {
    const company = await evaluated();
    const item = await getItem(company.table, keys.outcomeReport(company.org, quarter, 'on-time'), true);
    const report = item && contentOf(outcomeReportSchema, item);
    expect(report).toMatchObject({
      outcome: { id: 'on-time', statement: 'It comes on the day I was told.' },
      quarter,
      contributors: 2,
      marks: {
        close: { holds: 'no', why: 'never-validated' },
        clear: { holds: 'no', why: 'neither-tolerance-nor-clock' },
        can: { holds: 'cannot-tell', why: 'status-missing' },
      },
    });
    expect(report?.kpis.map(({ id, department, live }) => [id, department, live])).toEqual([
      ['promise-kept', 'service', true],
      ['dispatch', 'warehouse', true],
    ]);
    expect(report?.findings.map(({ check }) => check)).toContain('assumed-outcome');
  });
});
