// Which department has the greater impact on customers? Impact of a department on an outcome = the outcome's share of
// all importance x the department's share of the live KPIs on it x how far those moved over a year. Every factor is
// shown; where one is missing there is no figure, and nobody is named.
import { activeContributors, contributionTo, holderOf } from '../../domain/contribution.ts';
import type { KpiFacts } from '../../domain/facts.ts';
import type { TargetValue } from '../../domain/kpi.ts';
import { targetIn } from '../../domain/kpi-in-quarter.ts';
import { type Context, isActive, isLive } from '../../domain/liveness.ts';
import { addQuarters } from '../../domain/quarter-steps.ts';
import { missedBy } from '../../domain/status.ts';
import type { MapNode } from '../../domain/strategy-links.ts';
import type { StrategyMap } from '../../domain/strategy-map.ts';
import { rounded } from './rounded.ts';
import type { Impact, ImpactByDepartment, Movement, Part } from './shape.ts';

/** Over how many quarters a movement is taken. */
const movementQuarters = 4;

/** Held within -1..1. */
const held = (value: number): number => rounded(Math.max(-1, Math.min(1, value)));

/** How good a value is, in the KPI's unit: greater is better in its own direction; within a range nothing is missed. */
const goodness = (value: string, { direction }: KpiFacts, target: TargetValue): number => {
  if (direction === 'range') return -Number(missedBy(value, target, direction));
  return direction === 'lower' ? -Number(value) : Number(value);
};

/** Change over four quarters in the KPI's own direction / |target - baseline|, held within -1..1; or what is missing. */
const movementOf = (
  kpi: KpiFacts,
  { quarter }: Context,
): { readonly movement: number } | { readonly missing: readonly string[] } => {
  const earlier = addQuarters(quarter, -movementQuarters);
  const now = kpi.readings[quarter]?.actual;
  const then = kpi.readings[earlier]?.actual;
  const target = targetIn(kpi, quarter)?.value;
  const { baseline } = kpi;
  if (now === undefined || then === undefined || target === undefined || baseline === undefined)
    return {
      missing: [
        ...(now === undefined ? [`reading ${quarter}`] : []),
        ...(then === undefined ? [`reading ${earlier}`] : []),
        ...(target === undefined ? ['target'] : []),
        ...(baseline === undefined ? ['baseline'] : []),
      ],
    };
  const scale = Math.abs(
    typeof target === 'string' ? Number(target) - Number(baseline) : goodness(baseline, kpi, target),
  );
  if (scale === 0) return { missing: ['other-baseline'] };
  const change = goodness(now, kpi, target) - goodness(then, kpi, target);
  return { movement: held(change / scale) };
};

const movementFor = (kpi: MapNode<'kpi'>, outcome: string, context: Context): Movement => {
  const effect = contributionTo(kpi, outcome)?.effect ?? '+';
  const moved = kpi.data === undefined ? { missing: ['kpi'] } : movementOf(kpi.data, context);
  if ('missing' in moved) return { kpi: kpi.id, effect, missing: [...moved.missing] };
  return { kpi: kpi.id, effect, movement: rounded(moved.movement * (effect === '+' ? 1 : -1)), missing: [] };
};

/** The importance of all active outcomes together. */
const totalImportance = (map: StrategyMap, { quarter }: Context): number =>
  map
    .all('outcome')
    .reduce((sum, outcome) => sum + (isActive(outcome, quarter) ? (outcome.data?.weight ?? 0) : 0), 0);

/** The impact on one outcome of every department that has a live KPI on it, by department. */
export const impactOn = (outcome: MapNode<'outcome'>, total: number, context: Context): Impact[] => {
  const live = activeContributors(outcome, context.quarter).filter((kpi) => isLive(kpi, context));
  const byDepartment = Map.groupBy(live, (kpi) => holderOf(kpi, context.quarter));
  return [...byDepartment]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([department, kpis]): Impact => {
      const movements = kpis.map((kpi) => movementFor(kpi, outcome.id, context));
      const share = kpis.length / live.length;
      const importance = total > 0 ? (outcome.data?.weight ?? 0) / total : undefined;
      const missing = [
        ...(importance === undefined ? ['importance'] : []),
        ...new Set(movements.flatMap((one) => one.missing)),
      ];
      const movement = movements.every((one) => one.movement !== undefined)
        ? movements.reduce((sum, one) => sum + (one.movement ?? 0), 0) / movements.length
        : undefined;
      const factors = { department, outcome: outcome.id, share: rounded(share), missing, kpis: movements };
      return {
        ...factors,
        ...(importance === undefined ? {} : { importance: rounded(importance) }),
        ...(movement === undefined ? {} : { movement: rounded(movement) }),
        ...(importance === undefined || movement === undefined
          ? {}
          : { impact: rounded(importance * share * movement) }),
      };
    });
};

/** Of an impact what is the department's own. */
export const partOf = ({ department: _its, share: _share, impact: _impact, ...part }: Impact): Part => part;

/** The impact of every department on every active outcome that it has a live KPI on. */
export const impacts = (map: StrategyMap, context: Context): Impact[] => {
  const total = totalImportance(map, context);
  return map
    .all('outcome')
    .filter((outcome) => isActive(outcome, context.quarter))
    .flatMap((outcome) => impactOn(outcome, total, context));
};

/**
 * Impact by department, the greatest first. A department's figure sums the outcomes that can be told; a winner is
 * named only where every factor of every department is there and one is ahead of all others, for the better.
 */
export const impactByDepartment = (list: readonly Impact[]): ImpactByDepartment => {
  const departments = [...Map.groupBy(list, ({ department }) => department)]
    .map(([department, own]) => {
      const told = own.flatMap(({ impact }) => (impact === undefined ? [] : [impact]));
      return {
        department,
        ...(told.length === 0 ? {} : { impact: held(told.reduce((sum, one) => sum + one, 0)) }),
        told: told.length,
        cannotTell: own.length - told.length,
      };
    })
    .sort(
      (a, b) =>
        (b.impact ?? Number.NEGATIVE_INFINITY) - (a.impact ?? Number.NEGATIVE_INFINITY) ||
        (a.department < b.department ? -1 : 1),
    );
  const [first, second] = departments;
  const isTold = departments.every(({ cannotTell }) => cannotTell === 0);
  const ahead = first?.impact !== undefined && first.impact > Math.max(0, second?.impact ?? 0);
  return { departments, ...(isTold && ahead ? { winner: first.department } : {}) };
};
