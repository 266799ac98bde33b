// Value must be close to the customer, clear, and something the company can do: three marks on every outcome, each
// with its reason.

import { assumedOutcome } from '../../checks/assumed-outcome.ts';
import { incompleteCapability } from '../../checks/incomplete-capability.ts';
import { clockSpan, outcomeClock } from '../../checks/outcome-clock.ts';
import { activeContributors, contributionTo } from '../../domain/contribution.ts';
import { asksReading } from '../../domain/kpi-in-quarter.ts';
import { type Context, isActive, isLive } from '../../domain/liveness.ts';
import { statusIn } from '../../domain/status.ts';
import type { MapNode } from '../../domain/strategy-links.ts';
import type { Mark, Marks } from './shape.ts';

const mark = (holds: Mark['holds'], why: string, data: Mark['data'] = {}): Mark => ({ holds, why, data });

/** Close: validated with customers, and not too long ago. */
const closeMark = (outcome: MapNode<'outcome'>, context: Context): Mark => {
  const validation = outcome.data?.validation;
  if (validation === undefined) return mark('no', 'never-validated');
  const { method, sampleSize, date } = validation;
  const lapsed = assumedOutcome.find(outcome, context, undefined as never).verdict === 'fail';
  return mark(lapsed ? 'no' : 'yes', lapsed ? 'lapsed' : 'validated', { method, sampleSize, date });
};

/**
 * Clear: it has a clock, and one live customer-facing KPI runs over all of it; without a clock a tolerance, and a live
 * customer-facing KPI in the same kind of unit. A tolerance does not excuse a clock that stops too early.
 */
const clearMark = (outcome: MapNode<'outcome'>, context: Context): Mark => {
  const hearing = activeContributors(outcome, context.quarter).filter(
    (kpi) => kpi.data?.perspective === 'customer-facing' && isLive(kpi, context),
  );
  const clock = outcomeClock(outcome, context);
  if (clock !== undefined) {
    if ('missing' in clock) return mark('cannot-tell', 'clock-off-journey', { missing: clock.missing });
    const covering = hearing.find((kpi) => {
      const span = clockSpan(kpi, clock.journey);
      return span !== undefined && span.from <= clock.span.from && clock.span.to <= span.to;
    });
    return covering === undefined
      ? mark('no', 'clock-not-covered', { heard: hearing.length })
      : mark('yes', 'clock-covered', { kpi: covering.data?.name ?? covering.id });
  }
  const tolerance = outcome.data?.tolerance;
  if (tolerance === undefined) return mark('no', 'neither-tolerance-nor-clock');
  const covering = hearing.find((kpi) => kpi.data?.unit.kind === tolerance.unit.kind);
  return covering === undefined
    ? mark('no', 'tolerance-not-measured', { unit: tolerance.unit.kind, heard: hearing.length })
    : mark('yes', 'tolerance-measured', { kpi: covering.data?.name ?? covering.id });
};

/**
 * Can: every KPI that helps the outcome, and is to be read in the quarter, is on target, and every capability that
 * serves it is complete.
 */
const canMark = (outcome: MapNode<'outcome'>, context: Context): Mark => {
  const { quarter, policy } = context;
  const helping = activeContributors(outcome, quarter).filter(
    (kpi) => contributionTo(kpi, outcome.id)?.effect === '+',
  );
  if (helping.length === 0) return mark('no', 'unserved');
  const incomplete = outcome.links.capabilities.find(
    (capability) =>
      isActive(capability, quarter) &&
      incompleteCapability.find(capability, context, undefined as never).verdict === 'fail',
  );
  if (incomplete !== undefined)
    return mark('no', 'capability-incomplete', { capability: incomplete.data?.name ?? incomplete.id });
  const statuses = helping.flatMap(({ data }) =>
    data !== undefined && asksReading(data, quarter) ? [statusIn(data, quarter, policy)] : [],
  );
  const on = statuses.filter((status) => status === 'on-target').length;
  const missed = statuses.filter((status) => status === 'off-target' || status === 'near-target').length;
  const data = { on, kpis: statuses.length };
  if (missed > 0) return mark('no', 'off-target', data);
  if (on < statuses.length || statuses.length === 0) return mark('cannot-tell', 'status-missing', data);
  return mark('yes', 'on-target', data);
};

/** The three marks of an active outcome. */
export const marksOf = (outcome: MapNode<'outcome'>, context: Context): Marks => ({
  close: closeMark(outcome, context),
  clear: clearMark(outcome, context),
  can: canMark(outcome, context),
});
