// On target or not: does the process, as it runs, keep within what customers say is still acceptable?

import { convertValue } from '../domain/conversion.ts';
import type { KpiFacts } from '../domain/facts.ts';
import { type Context, isActive } from '../domain/liveness.ts';
import type { Quarter } from '../domain/quarter.ts';
import { overlapOf } from '../domain/segments.ts';
import type { MapNode } from '../domain/strategy-links.ts';
import { type Check, cannotTell, type Example, fail, notApplicable, pass } from './check.ts';
import { computedFigure, figure } from './figure.ts';
import { clockSpan, outcomeClock } from './outcome-clock.ts';
import { processLimits } from './process-limits.ts';

const window = 12;
const fewest = 8;

/** The last 12 actuals up to a quarter, oldest first. */
const lastActuals = ({ readings }: KpiFacts, quarter: Quarter): { quarter: Quarter; actual: string }[] =>
  (Object.keys(readings) as Quarter[])
    .filter((of) => of <= quarter)
    .sort()
    .flatMap((of) => {
      const actual = readings[of]?.actual;
      return actual === undefined ? [] : [{ quarter: of, actual }];
    })
    .slice(-window);

/** Whether a duration's clock covers all of the customer's; what is no time, or meets no customer's clock, does. */
const coversAll = (kpi: MapNode<'kpi'>, outcome: MapNode<'outcome'>, context: Context): boolean => {
  const clock = outcomeClock(outcome, context);
  if (clock === undefined || kpi.data?.unit.kind !== 'duration') return true;
  const span = 'missing' in clock ? undefined : clockSpan(kpi, clock.journey);
  if (span === undefined || 'missing' in clock) return false;
  const common = overlapOf(span, clock.span);
  return common.from === clock.span.from && common.to === clock.span.to;
};

export const unacceptableProcess: Check<'kpi', 'outcome'> = {
  meta: {
    id: 'unacceptable-process',
    group: 'readings',
    anchor: 'kpi',
    pair: { link: 'contributions', kind: 'kpi-outcome' },
    level: 'warning',
    levels: ['warning', 'note'],
    title: 'Unacceptable process',
    question: 'As long as nothing about it changes, does the process stay within the customers’ tolerance?',
    why: 'The Voice of the Process should equal the Voice of the Customer: a stable process that reaches beyond what customers accept will do so again, whatever its target says.',
    messages: {
      'too-high':
        'As it runs, “{kpi}” reaches {limit} in a quarter, above what customers of “{outcome}” accept ({tolerance}). Limits of quarterly means are not limits of single customers.',
      'too-low':
        'As it runs, “{kpi}” falls to {limit} in a quarter, below what customers of “{outcome}” accept ({tolerance}). Limits of quarterly means are not limits of single customers.',
      unstable:
        '“{kpi}” is not stable ({points} of its last {readings} readings say so): do not judge it against the tolerance of “{outcome}” ({tolerance}).',
    },
    remedy:
      'Change the process, not its target: move its mean or narrow its variation until the limits lie within the tolerance.',
    reads: ['contributions.clockJourney'],
    onByDefault: false,
  },
  find: (kpi, context, outcome) => {
    const { data } = kpi;
    const tolerance = outcome.data?.tolerance;
    if (data === undefined || tolerance === undefined || !isActive(outcome, context.quarter))
      return notApplicable('the outcome states no tolerance');
    if (tolerance.unit.kind !== data.unit.kind)
      return notApplicable('the tolerance is in another kind of unit');
    const accepted = convertValue(tolerance.value, tolerance.unit, data.unit);
    if (accepted === undefined)
      return cannotTell(
        `a tolerance that can be converted from ${tolerance.unit.symbol} to ${data.unit.symbol}`,
      );
    const actuals = lastActuals(data, context.quarter);
    if (actuals.length < fewest) return cannotTell(`${fewest} readings (there are ${actuals.length})`);
    const limits = processLimits(actuals.map(({ actual }) => Number(actual)));
    const unstable = new Set([...limits.outside, ...limits.runs]);
    const evidence = {
      columns: ['quarter', 'actual', 'sign'],
      rows: actuals.map(({ quarter, actual }, i) => [
        quarter,
        figure(actual, data.unit),
        limits.outside.includes(i) ? 'outside the limits' : limits.runs.includes(i) ? 'in a run' : null,
      ]),
    };
    const common = {
      kpi: data.name,
      outcome: outcome.data?.statement ?? '',
      tolerance: figure(tolerance.value, tolerance.unit),
    };
    if (unstable.size > 0)
      return fail({
        level: 'note',
        message: 'unstable',
        data: { ...common, points: unstable.size, readings: actuals.length },
        evidence,
      });
    const [limit, beyond] =
      tolerance.direction === 'lower'
        ? [limits.upper, limits.upper - Number(accepted)]
        : [limits.lower, Number(accepted) - limits.lower];
    if (beyond > limits.grain)
      return fail({
        level: 'warning',
        message: tolerance.direction === 'lower' ? 'too-high' : 'too-low',
        data: { ...common, limit: computedFigure(limit, data.unit) },
        evidence,
      });
    if (!coversAll(kpi, outcome, context))
      return cannotTell(
        'a clock that covers all of the customer’s: within tolerance so far, but only on part of it',
      );
    return pass();
  },
};

const hours = { kind: 'duration', symbol: 'h' };
const outcomes = [
  {
    id: 'soon',
    statement: 'It is here before I need it.',
    tolerance: { value: '2', unit: { kind: 'duration', symbol: 'day' }, direction: 'lower' },
  },
];
export const examples: readonly Example[] = [
  {
    title: 'On average in time, and as it runs often not',
    strategy: {
      outcomes,
      kpis: [
        {
          id: 'transit',
          name: 'Transit time',
          unit: hours,
          direction: 'lower',
          contributions: [{ outcome: 'soon', effect: '+' }],
          readings: {
            '2024-Q3': { actual: '40' },
            '2024-Q4': { actual: '46' },
            '2025-Q1': { actual: '39' },
            '2025-Q2': { actual: '45' },
            '2025-Q3': { actual: '41' },
            '2025-Q4': { actual: '47' },
            '2026-Q1': { actual: '38' },
            '2026-Q2': { actual: '44' },
          },
        },
      ],
    },
    subject: ['transit', 'soon'],
    quarter: '2026-Q2',
    verdict: 'fail',
  },
  {
    title: 'The same mean, and a narrow process',
    strategy: {
      outcomes,
      kpis: [
        {
          id: 'transit',
          name: 'Transit time',
          unit: hours,
          direction: 'lower',
          contributions: [{ outcome: 'soon', effect: '+' }],
          readings: {
            '2024-Q3': { actual: '42' },
            '2024-Q4': { actual: '43' },
            '2025-Q1': { actual: '42' },
            '2025-Q2': { actual: '43' },
            '2025-Q3': { actual: '42' },
            '2025-Q4': { actual: '43' },
            '2026-Q1': { actual: '42' },
            '2026-Q2': { actual: '43' },
          },
        },
      ],
    },
    subject: ['transit', 'soon'],
    quarter: '2026-Q2',
    verdict: 'pass',
  },
];

/** What the check's page says beyond its meta. */
export const prose = `An XmR chart of the last 12 readings, of which there must be at least 8: the natural limits are the mean plus and minus 2.66 times the mean moving range. A point outside them, or 8 points running on one side of the mean (a point on the mean is in no run), says that something about the process has changed; limits of such a process mean nothing, and the finding is a note that says so.

Quarterly figures are mostly means. A mean within the tolerance does not say that every customer was served within it; a mean beyond it does say that many were not.`;
