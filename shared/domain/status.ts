// Status is derived, never typed. Never green without a target and a reading of the quarter.
import type Big from 'big.js';
import { big, type Decimal } from './decimal.ts';
import { type Direction, type Kpi, type TargetValue, targetIn } from './kpi.ts';
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

/** The scale on which a miss is judged near: |target - baseline| where a baseline differs, else |target|. */
const scaleOf = (actual: Decimal, target: TargetValue, baseline: Decimal | undefined): Big => {
  const bound = typeof target === 'string' ? target : big(actual).lt(target.low) ? target.low : target.high;
  const distance = baseline === undefined ? big(0) : big(bound).minus(baseline).abs();
  return distance.gt(0) ? distance : big(bound).abs();
};

/** The status of one actual against one target. `nearPercent` is of the scale; a zero scale has no near. */
export const judgeActual = (
  actual: Decimal | undefined,
  target: TargetValue | undefined,
  kpi: Pick<Kpi, 'direction' | 'baseline'>,
  policy: Pick<Policy, 'nearPercent'>,
): Status => {
  if (actual === undefined) return 'no-reading';
  if (target === undefined) return 'no-target';
  const missed = missedBy(actual, target, kpi.direction);
  if (missed.eq(0)) return 'on-target';
  const near = scaleOf(actual, target, kpi.baseline).times(policy.nearPercent).div(100);
  return missed.lte(near) ? 'near-target' : 'off-target';
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
