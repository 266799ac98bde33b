// The figure did not come to the target, so the target came to the figure.
import type { Calendar } from '../domain/calendar.ts';
import { addDays, type Day, isAfterDay } from '../domain/day.ts';
import { compareDecimal } from '../domain/exact.ts';
import type { KpiFacts } from '../domain/facts.ts';
import type { DefinitionChange, Direction, Target, TargetValue } from '../domain/kpi.ts';
import { targetIn } from '../domain/kpi-in-quarter.ts';
import type { Quarter } from '../domain/quarter.ts';
import { firstDay } from '../domain/quarter-steps.ts';
import { judgeActual } from '../domain/status.ts';
import { type Check, type Example, fail, notApplicable, pass } from './check.ts';
import { targetFigure } from './figure.ts';
import { perEvaluation } from './per-evaluation.ts';

const watched = ['direction', 'perspective', 'clock'] as const;

/** The last day on which a quarter's rules may still change. */
const lastDayOfGrace = perEvaluation(
  (calendar: Calendar, { quarter, policy }): Day =>
    addDays(firstDay(quarter, calendar.fiscalStart), policy.graceDays),
);

const same = (a: TargetValue, b: TargetValue): boolean =>
  typeof a === 'string' || typeof b === 'string'
    ? typeof a === typeof b && compareDecimal(a as string, b as string) === 0
    : compareDecimal(a.low, b.low) === 0 && compareDecimal(a.high, b.high) === 0;

const bySetAt = (a: Target, b: Target): number => Date.parse(a.setAt) - Date.parse(b.setAt);

/** The target that stood when the grace was over, or the first one ever set for the quarter. */
const targetBefore = (
  { targets }: KpiFacts,
  quarter: Quarter,
  isLate: (at: string) => boolean,
): Target | undefined =>
  targetIn({ targets: targets.filter(({ setAt }) => !isLate(setAt)) }, quarter) ??
  targets.filter(({ from }) => from <= quarter).sort(bySetAt)[0];

/** The net late change of a field: what it was when the grace was over, and what it has become. */
const netChange = (
  field: DefinitionChange['field'],
  late: readonly DefinitionChange[],
): DefinitionChange | undefined => {
  const ofField = late
    .filter((change) => change.field === field)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const [first, last] = [ofField[0], ofField.at(-1)];
  return first !== undefined && last !== undefined && first.was !== last.is
    ? { ...last, was: first.was }
    : undefined;
};

export const movedTarget: Check<'kpi'> = {
  meta: {
    id: 'moved-target',
    group: 'readings',
    anchor: 'kpi',
    level: 'error',
    levels: ['error', 'note'],
    title: 'Moved target',
    question: 'Did target, direction, perspective and clock stand while the quarter ran?',
    why: 'KPIs belong in board reporting and are reviewed regularly; a goal that moves once the result is in sight reviews nothing.',
    messages: {
      turned:
        '“{kpi}” was {before} and became on-target when its {what} changed later than {days} days into {quarter}.',
      moved:
        'The {what} of “{kpi}” changed later than {days} days into {quarter} (its status: {before} before, {after} after).',
    },
    remedy: 'Let the change stand from the next quarter on; the finding passes with its quarter.',
    reads: [],
    thresholds: ['graceDays', 'nearPercent'],
  },
  find: ({ data }, context) => {
    const { quarter, calendar, policy } = context;
    if (data === undefined || data.firstQuarter === quarter) return notApplicable('it is its first quarter');
    const grace = lastDayOfGrace(calendar, context);
    const isLate = (at: string): boolean => at >= grace && isAfterDay(at, grace, calendar.timeZone);
    if (!data.targets.some(({ setAt }) => isLate(setAt)) && !data.changes.some(({ at }) => isLate(at)))
      return pass();
    const now = targetIn(data, quarter);
    const old = targetBefore(data, quarter, isLate);
    const target =
      now !== undefined && old !== undefined && !same(old.value, now.value)
        ? { was: old, is: now }
        : undefined;
    const late = data.changes.filter(({ at }) => isLate(at));
    const changes = watched.flatMap((field) => netChange(field, late) ?? []);
    if (target === undefined && changes.length === 0)
      return now !== undefined && now === old && isLate(now.setAt)
        ? notApplicable('it is its first target')
        : pass();
    const actual = data.readings[quarter]?.actual;
    const direction = (changes.find(({ field }) => field === 'direction')?.was ??
      data.direction) as Direction;
    const before = judgeActual(actual, old?.value, { ...data, direction }, policy);
    const after = judgeActual(actual, now?.value, data, policy);
    const turned = (before === 'off-target' || before === 'near-target') && after === 'on-target';
    const what = [...(target ? ['target'] : []), ...changes.map(({ field }) => field)].join(' and ');
    const said = { kpi: data.name, what, days: policy.graceDays, quarter, before };
    return fail({
      level: turned ? 'error' : 'note',
      ...(turned ? { message: 'turned', data: said } : { message: 'moved', data: { ...said, after } }),
      evidence: {
        columns: ['what', 'was', 'is', 'when', 'by', 'reason'],
        rows: [
          ...(target
            ? [
                [
                  'target',
                  targetFigure(target.was.value, data.unit),
                  targetFigure(target.is.value, data.unit),
                  target.is.setAt,
                  target.is.by,
                  target.is.reason ?? null,
                ],
              ]
            : []),
          ...changes.map(({ field, was, is, at, by }) => [field, was, is, at, by, null]),
        ],
      },
    });
  },
};

export const examples: readonly Example[] = [
  {
    title: 'Lowered two weeks before the quarter’s end',
    strategy: {
      kpis: [
        {
          id: 'helped',
          name: 'Customers helped at once',
          targets: [
            { from: '2026-Q1', value: '85', setAt: '2025-12-10T09:00:00Z' },
            { from: '2026-Q2', value: '70', setAt: '2026-06-16T09:00:00Z', reason: 'Two people are ill' },
          ],
          readings: { '2026-Q2': { actual: '72' } },
        },
      ],
    },
    subject: ['helped'],
    quarter: '2026-Q2',
    verdict: 'fail',
  },
  {
    title: 'Lowered for the next quarter',
    strategy: {
      kpis: [
        {
          id: 'helped',
          name: 'Customers helped at once',
          targets: [
            { from: '2026-Q1', value: '85', setAt: '2025-12-10T09:00:00Z' },
            { from: '2026-Q3', value: '70', setAt: '2026-06-16T09:00:00Z', reason: 'Two people are ill' },
          ],
          readings: { '2026-Q2': { actual: '72' } },
        },
      ],
    },
    subject: ['helped'],
    quarter: '2026-Q2',
    verdict: 'pass',
  },
];

/** What the check's page says beyond its meta. */
export const prose = `Compared are the target, direction, perspective and clock that stood \`graceDays\` after the quarter's first day with those that stand now: changes that were taken back in between leave nothing to say. A change made after the quarter's end still moves the goal of that quarter, and is told. Imported history carries the day on which each target was really set, and so is not late.

It is an error where the KPI was off or near target before the change and is on target after it, else a note.`;
