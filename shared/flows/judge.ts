// Judging a state, and telling what that changes: which results differ from those of the state before, and what becomes
// of the findings. Nothing is read or written here.
import { runs } from '../checks/catalogue.ts';
import type { Check } from '../checks/check.ts';
import { type CheckResult, conditionOf, evaluate, isOn, reevaluate } from '../checks/evaluate.ts';
import { touch } from '../checks/touched.ts';
import type { Calendar } from '../domain/calendar.ts';
import { canonicalJson } from '../domain/canonical.ts';
import { dayOf } from '../domain/day.ts';
import type { Strategy } from '../domain/facts.ts';
import { type Finding, fingerprintOf } from '../domain/finding.ts';
import { contextOf } from '../domain/liveness.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Quarter } from '../domain/quarter.ts';
import { reconcile } from '../domain/reconcile.ts';
import { StrategyMap } from '../domain/strategy-map.ts';
import type { KeptFinding } from '../table/findings.ts';
import type { Change } from './hints.ts';

/** What is judged: an organisation's facts under its rules, at the instant that its calendar was taken. */
export interface State {
  readonly organisation: Organisation;
  readonly calendar: Calendar;
  readonly calendarAt: string;
  readonly strategy: Strategy;
}

/** Which results may differ between two states, before and after: of touched subjects only, where that is enough. */
export const judgeBoth = (
  before: State | undefined,
  after: State,
  changes: readonly Change[] | 'everything',
  checks: readonly Check[],
): { before: CheckResult[]; after: CheckResult[]; map: StrategyMap } => {
  if (before === undefined || changes === 'everything') {
    const map = new StrategyMap(after.strategy);
    return {
      before:
        before === undefined ? [] : evaluate(new StrategyMap(before.strategy), contextOf(before), checks),
      after: evaluate(map, contextOf(after), checks),
      map,
    };
  }
  const oldMap = new StrategyMap(before.strategy);
  const map = new StrategyMap(before.strategy);
  const context = contextOf(after);
  const running = checks.filter((check) => isOn(check, context));
  const anchors = new Map<string, Set<string>>();
  for (const change of changes) {
    touch(map, running, [change], anchors);
    if (change.data === undefined) map.remove(change.kind, change.id);
    else map.put(change.kind, change.id, change.data as never);
    touch(map, running, [change], anchors);
  }
  return {
    before: reevaluate(oldMap, context, running, anchors),
    after: reevaluate(map, context, running, anchors),
    map,
  };
};

/** The fingerprints whose verdict or condition differs between the results of two quarters' evaluations. */
export const differing = (
  before: readonly CheckResult[],
  was: Quarter,
  after: readonly CheckResult[],
  is: Quarter,
): Set<string> => {
  const key = ({ check, subject }: CheckResult) => `${check}|${subject.ids.join('|')}`;
  const text = ({ result }: CheckResult) =>
    canonicalJson(result.verdict === 'fail' ? result : result.verdict);
  const old = new Map(before.map((result) => [key(result), result]));
  const changed = new Set<string>();
  for (const result of after) {
    const same = old.get(key(result));
    old.delete(key(result));
    if (was === is && same !== undefined && text(same) === text(result)) continue;
    changed.add(fingerprintOf(result.check, result.subject, is));
    if (same !== undefined) changed.add(fingerprintOf(same.check, same.subject, was));
  }
  for (const gone of old.values()) changed.add(fingerprintOf(gone.check, gone.subject, was));
  return changed;
};

/** The findings that results make, end or change, as they are then; those that stay as they are, are left out. */
export const movedFindings = (
  stored: readonly KeptFinding[],
  results: readonly CheckResult[],
  state: Pick<State, 'organisation' | 'calendar' | 'calendarAt'>,
  at: string,
): Finding[] => {
  const context = contextOf(state);
  return reconcile(
    stored.map(({ finding }) => finding),
    {
      quarter: context.quarter,
      at,
      today: dayOf(state.calendarAt, state.calendar.timeZone),
      judged: results.map((result) => ({
        check: result.check,
        subject: result.subject,
        verdict: result.result.verdict,
        condition: conditionOf(result, context),
      })),
      covers: () => true,
      runs: (check) => runs(check, context),
    },
  );
};
