// Status is derived, never typed. Never green without a target and a reading of the quarter.
import type Big from 'big.js';
import type { Decimal } from './decimal.ts';
import { big, compareDecimal } from './exact.ts';
import type { Direction, Kpi, TargetValue } from './kpi.ts';
import { targetIn } from './kpi-in-quarter.ts';
import type { Policy } from './policy.ts';
import type { Quarter } from './quarter.ts';

export const statuses = ['no-reading', 'no-target', 'off-target', 'near-target', 'on-target'] as const;
export type Status = (typeof statuses)[number];

/** How far an actual misses its target, in the KPI's unit: 0 when it is met, else positive; exact. */
export const missedBy = (actual: Decimal, target: TargetValue, direction: Direction): Big => {
  const value = big(actual);
  if (typeof target !== 'string') {
    if (value.lt(target.low)) return big(target.low).minus(value);
    return value.gt(target.high) ? value.minus(target.high) : big(0);
  }
  const gap = direction === 'lower' ? value.minus(target) : big(target).minus(value);
  return gap.gt(0) ? gap : big(0);
};

/** The bound that an actual misses, or undefined where it meets its target. */
const missedBound = (actual: Decimal, target: TargetValue, direction: Direction): Decimal | undefined => {
  if (typeof target !== 'string') {
    if (compareDecimal(actual, target.low) < 0) return target.low;
    return compareDecimal(actual, target.high) > 0 ? target.high : undefined;
  }
  const side = compareDecimal(actual, target);
  return side === 0 || side === (direction === 'lower' ? -1 : 1) ? undefined : target;
};

/**
 * Whether a miss is at most `nearPercent` of its scale: of |bound - baseline| where a baseline differs, else of
 * |bound|; a zero scale has no near. Doubles decide where they are far from the limit, exact decimals where not.
 */
const isNear = (
  actual: Decimal,
  bound: Decimal,
  baseline: Decimal | undefined,
  nearPercent: number,
): boolean => {
  const from = baseline === undefined || compareDecimal(baseline, bound) === 0 ? '0' : baseline;
  const [x, y, z] = [Number(actual), Number(bound), Number(from)];
  const beyond = Math.abs(x - y) * 100 - Math.abs(y - z) * nearPercent;
  const doubt = 1e-10 * (Math.abs(x) + Math.abs(y) + Math.abs(z));
  if (Math.abs(beyond) > doubt) return beyond < 0;
  return big(actual).minus(bound).abs().times(100).lte(big(bound).minus(from).abs().times(nearPercent));
};

/** The status of one actual against one target. */
export const judgeActual = (
  actual: Decimal | undefined,
  target: TargetValue | undefined,
  kpi: Pick<Kpi, 'direction' | 'baseline'>,
  policy: Pick<Policy, 'nearPercent'>,
): Status => {
  if (actual === undefined) return 'no-reading';
  if (target === undefined) return 'no-target';
  const bound = missedBound(actual, target, kpi.direction);
  if (bound === undefined) return 'on-target';
  return isNear(actual, bound, kpi.baseline, policy.nearPercent) ? 'near-target' : 'off-target';
};

/** The status of a KPI in a quarter. */
export const statusIn = (
  kpi: Pick<Kpi, 'direction' | 'baseline' | 'targets'> & {
    readonly readings: Partial<Record<Quarter, { readonly actual?: Decimal | undefined }>>;
  },
  quarter: Quarter,
  policy: Pick<Policy, 'nearPercent'>,
): Status => judgeActual(kpi.readings[quarter]?.actual, targetIn(kpi, quarter)?.value, kpi, policy);

/**
 * Which way a change from one actual to the next goes: 1 better, -1 worse, 0 neither.
 * Within a range better means nearer to it.
 */
export const improvement = (
  before: Decimal,
  after: Decimal,
  direction: Direction,
  target?: TargetValue,
): -1 | 0 | 1 => {
  if (direction === 'range') {
    if (target === undefined || typeof target === 'string') return 0;
    return missedBy(before, target, direction).cmp(missedBy(after, target, direction));
  }
  const up = big(after).cmp(before);
  return direction === 'higher' ? up : up === 0 ? 0 : up === 1 ? -1 : 1;
};
