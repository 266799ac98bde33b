// The strategy that the engine is timed on: the made-up company, with faults of all six compared checks planted by
// number, so that equal findings mean something.
import type { KpiFacts, Strategy } from '../../shared/domain/facts.ts';
import type { Context } from '../../shared/domain/liveness.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { strategyFrom } from '../../shared/domain/sources.ts';
import { definitionsOf, reported, submissionsOf } from '../company.ts';

/** What the evaluations are told beside the strategy. */
export const context: Context = {
  quarter: reported,
  calendar: {
    reportingQuarter: reported,
    lastDueQuarter: reported,
    lastClosedQuarter: '2026-Q1',
    extended: [],
    timeZone: 'Europe/Berlin',
    fiscalStart: 1,
  },
  policy: defaultPolicy,
};

/** KPIs of one department. */
const perDepartment = 100;

const planted = (kpi: KpiFacts, i: number): KpiFacts => {
  if (i % 97 === 5) return { ...kpi, contributions: [] };
  const last = kpi.readings[reported];
  if (kpi.perspective === 'customer-facing' && i % 40 === 0 && last?.actual !== undefined)
    return { ...kpi, readings: { ...kpi.readings, [reported]: { ...last, actual: '0.01' } } };
  return kpi;
};

/** A strategy of so many KPIs, the same each time: one outcome for 40 KPIs, at least 30. */
export const strategyOfSize = (kpis: number): Strategy => {
  const definitions = definitionsOf({
    departments: Math.ceil(kpis / perDepartment),
    kpisPerDepartment: perDepartment,
    outcomes: Math.max(30, Math.round(kpis / 40)),
  });
  const strategy = strategyFrom(definitions, submissionsOf(definitions), reported);
  const every = (rest: number) =>
    new Set(strategy.outcomes.filter((_, i) => i % 29 === rest).map(({ id }) => id));
  const [harmed, unheard] = [every(3), every(11)];
  return {
    ...strategy,
    outcomes: strategy.outcomes.map((outcome, i) =>
      i % 23 === 7 ? { ...outcome, retiredFrom: '2026-Q1' } : outcome,
    ),
    objectives: strategy.objectives.map((objective, i) =>
      i % 31 === 4 ? { ...objective, outcomes: [] } : objective,
    ),
    kpis: strategy.kpis.map(planted).map((kpi) => ({
      ...kpi,
      contributions: kpi.contributions
        .filter(({ outcome }) => !(kpi.perspective === 'customer-facing' && unheard.has(outcome)))
        .map((one) => (harmed.has(one.outcome) ? { ...one, effect: '-' as const } : one)),
    })),
  };
};
