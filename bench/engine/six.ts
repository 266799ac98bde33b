// The six checks that are compared: the same question put to the engine, to a pass written by hand and to SQLite.
import { catalogue } from '../../shared/checks/catalogue.ts';
import type { Check } from '../../shared/checks/check.ts';
import { type CheckResult, evaluate } from '../../shared/checks/evaluate.ts';
import type { Strategy } from '../../shared/domain/facts.ts';
import { StrategyMap } from '../../shared/domain/strategy-map.ts';
import { context } from './strategy.ts';

const ids = [
  'missing-counterpart',
  'unlinked-kpi',
  'orphan-objective',
  'unserved-outcome',
  'unheard-outcome',
  'watermelon',
];

/** The six checks of the comparison. */
export const six: readonly Check[] = catalogue.filter(({ meta }) => ids.includes(meta.id));

/** A failure as all three name it: `check level subject`. */
export type Failing = string;
const failing = (check: string, level: string, subject: readonly string[]): Failing =>
  `${check} ${level} ${subject.join('/')}`;

/** The failures among results, sorted. */
export const failuresOf = (results: readonly CheckResult[]): Failing[] =>
  results
    .flatMap(({ check, subject, result }) =>
      result.verdict === 'fail' ? [failing(check, result.level, subject.ids)] : [],
    )
    .sort();

/** The engine: a map from the facts, then the checks. */
export const byEngine = (strategy: Strategy, checks: readonly Check[]): CheckResult[] =>
  evaluate(new StrategyMap(strategy), context, checks);

export { failing };
