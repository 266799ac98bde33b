// Counts the false alarms of every check over healthy companies.
import { catalogue } from '../shared/checks/catalogue.ts';
import { evaluate } from '../shared/checks/evaluate.ts';
import type { Context } from '../shared/domain/liveness.ts';
import { defaultPolicy } from '../shared/domain/policy.ts';
import { addQuarters } from '../shared/domain/quarter-steps.ts';
import { StrategyMap } from '../shared/domain/strategy-map.ts';
import { healthyCompany, healthyQuarter } from './healthy-company.ts';

/** The most errors in a hundred KPIs of the checks that are on by default. */
export const mostErrors = 3;
/** The most alarms of any level in a hundred KPIs with which a check is quiet, */
export const mostAlarms = 1.5;
/** and the most in a hundred subjects that it is asked of at all: a rare subject is no excuse. */
export const mostPerJudged = 5;

/** What one check said; levels are alarms per 100 KPIs. */
export interface NoiseRow {
  readonly check: string;
  /** Subjects that it passed or failed. */
  readonly judged: number;
  readonly error: number;
  readonly warning: number;
  readonly note: number;
  readonly perJudged: number;
  readonly isQuiet: boolean;
}

const context: Context = {
  quarter: healthyQuarter,
  calendar: {
    reportingQuarter: healthyQuarter,
    lastDueQuarter: healthyQuarter,
    lastClosedQuarter: addQuarters(healthyQuarter, -1),
    extended: [],
    timeZone: 'UTC',
    fiscalStart: 1,
  },
  policy: {
    ...defaultPolicy,
    checks: Object.fromEntries(catalogue.map(({ meta }) => [meta.id, true])),
  },
};

/** The false alarms over so many companies; `errors` counts the checks that are on by default, per 100 KPIs. */
export const measureNoise = (
  companies: number,
): { readonly kpis: number; readonly rows: readonly NoiseRow[]; readonly errors: number } => {
  const counts = new Map(
    catalogue.map(({ meta }) => [meta.id, { judged: 0, fail: 0, error: 0, warning: 0, note: 0 }]),
  );
  let kpis = 0;
  for (let seed = 1; seed <= companies; seed++) {
    const strategy = healthyCompany(seed);
    kpis += strategy.kpis.length;
    for (const { check, result } of evaluate(new StrategyMap(strategy), context, catalogue)) {
      const count = counts.get(check);
      if (count === undefined) continue;
      if (result.verdict === 'crashed') throw new Error(`${check}: ${result.error}`);
      if (result.verdict === 'pass' || result.verdict === 'fail') count.judged += 1;
      if (result.verdict === 'fail') {
        count.fail += 1;
        count[result.level] += 1;
      }
    }
  }
  const per = (count: number): number => (count * 100) / kpis;
  const rows = [...counts].map(([check, { judged, fail, error, warning, note }]): NoiseRow => {
    const perJudged = judged === 0 ? 0 : (fail * 100) / judged;
    return {
      check,
      judged,
      error: per(error),
      warning: per(warning),
      note: per(note),
      perJudged,
      isQuiet: judged > 0 && per(fail) <= mostAlarms && perJudged <= mostPerJudged,
    };
  });
  const on = new Set(catalogue.filter(({ meta }) => meta.onByDefault ?? true).map(({ meta }) => meta.id));
  const errors = rows.filter(({ check }) => on.has(check)).reduce((sum, { error }) => sum + error, 0);
  return { kpis, rows, errors };
};
