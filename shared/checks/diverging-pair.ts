// Inside things get better while outside they get worse: the efficiency gain that the customer pays for.

import type { Calendar } from '../domain/calendar.ts';
import type { KpiFacts } from '../domain/facts.ts';
import type { Evidence } from '../domain/finding.ts';
import type { Level } from '../domain/finding-levels.ts';
import { targetIn } from '../domain/kpi-in-quarter.ts';
import type { Quarter } from '../domain/quarter.ts';
import { addQuarters, quarterIndex, quartersUpTo } from '../domain/quarter-steps.ts';
import { missedBy } from '../domain/status.ts';
import { type Check, cannotTell, type Example, fail, notApplicable, pass } from './check.ts';
import { faultOf } from './counterpart-faults.ts';
import { type CommonReading, divergence, type Movement, type Sense } from './divergence.ts';
import { figure, rounded, signed } from './figure.ts';
import { perEvaluation } from './per-evaluation.ts';

/** What is compared of a quarter: the actual, or for a range its distance to it. */
const valueIn = (kpi: KpiFacts, quarter: Quarter): number | undefined => {
  const actual = kpi.readings[quarter]?.actual;
  if (actual === undefined || kpi.direction !== 'range')
    return actual === undefined ? undefined : Number(actual);
  const target = targetIn(kpi, quarter)?.value;
  return target === undefined ? undefined : missedBy(actual, target, 'range').toNumber();
};

/** The widths of the scales on which customers answer: -100 to 100, 1 to 5, 1 to 7; wider where an actual says so. */
const scoreWidth = ({ sentiment, unit, readings }: KpiFacts): number | undefined => {
  if (sentiment === undefined || unit.kind === 'share') return undefined;
  if (sentiment === 'nps') return 200;
  const top = sentiment === 'csat' ? 5 : 7;
  const most = Math.max(...Object.values(readings).map((reading) => Number(reading?.actual ?? 0)));
  if (most <= top) return top - 1;
  return most <= 10 ? 10 : 100;
};

const senseOf = (kpi: KpiFacts): Sense => ({
  better: kpi.direction === 'higher' ? 1 : -1,
  width: scoreWidth(kpi),
});

/** The quarters of the window, each with its index and with the quarter of each lag before it. */
const windowOf = perEvaluation((_calendar: Calendar, { quarter, policy }) =>
  quartersUpTo(quarter, policy.divergenceQuarters).map((of) => ({
    of,
    index: quarterIndex(of),
    before: [0, 1, 2, 3, 4].map((lag) => addQuarters(of, -lag)),
  })),
);

const levelOf = (readings: number): Level => (readings >= 8 ? 'error' : readings >= 4 ? 'warning' : 'note');

interface Side {
  readonly id: string;
  readonly data: KpiFacts;
  readonly movement: Movement;
  readonly lag: number;
}
const evidenceOf = (quarters: readonly Quarter[], sides: readonly Side[]): Evidence => ({
  columns: ['KPI', 'name', 'owner', 'change in %', 'usual variation in %', ...quarters],
  rows: sides.map(({ id, data, movement, lag }) => [
    id,
    data.name,
    data.owner ?? null,
    rounded(movement.change),
    rounded(movement.variation),
    ...quarters.map((quarter) => {
      const actual = data.readings[addQuarters(quarter, -lag)]?.actual;
      return actual === undefined ? null : figure(actual, data.unit);
    }),
  ]),
});

export const divergingPair: Check<'kpi', 'kpi'> = {
  meta: {
    id: 'diverging-pair',
    group: 'readings',
    anchor: 'kpi',
    pair: { link: 'counterparts', kind: 'kpi-pair' },
    level: {
      'internal-efficiency': 'error',
      'customer-facing': undefined,
      financial: undefined,
      employee: undefined,
    },
    levels: ['error', 'warning', 'note'],
    title: 'Diverging pair',
    question: 'Does the customer gain where the inside figure gets better?',
    why: 'An efficiency gain decided without knowing what the customer values can harm the customer; the Voice of the Process and the Voice of the Customer then part.',
    messages: {
      diverging:
        '“{kpi}” got better by {inside}% while “{counterpart}” got worse by {outside}% ({readings} common readings in {window} quarters up to {quarter}, lag {lag}).',
      'early-sign':
        'At its last reading “{kpi}” got better by {inside}% while “{counterpart}” got worse by {outside}% ({readings} common readings, lag {lag}): an early sign.',
    },
    remedy: 'Find out what the gain costs the customer, and bring both series to move the same way.',
    reads: ['counterparts.contributions', 'counterparts.owner'],
    thresholds: ['divergenceQuarters', 'divergencePercent', 'earlySignPercent', 'liveQuarters'],
  },
  find: (kpi, context, counterpart) => {
    const { quarter, policy } = context;
    if (kpi.data?.perspective !== 'internal-efficiency') return notApplicable('not an internal KPI');
    const fault = faultOf(kpi, counterpart, context);
    if (fault !== undefined || counterpart.data === undefined)
      return notApplicable(`the counterpart does not count: ${fault}`);
    const [inside, outside] = [kpi.data, counterpart.data];
    const lag = inside.counterparts.find((link) => link.kpi === counterpart.id)?.lag ?? 0;
    const common: (CommonReading & { of: Quarter })[] = [];
    for (const { of, index, before } of windowOf(context.calendar, context)) {
      const [a, b] = [valueIn(inside, before[lag] ?? of), valueIn(outside, of)];
      if (a !== undefined && b !== undefined) common.push({ of, index, inside: a, outside: b });
    }
    const told = divergence(
      common,
      { inside: senseOf(inside), outside: senseOf(outside) },
      { change: policy.divergencePercent, earlySign: policy.earlySignPercent },
    );
    if (told.verdict === 'cannot-tell')
      return cannotTell(
        told.why === 'too-few'
          ? 'two quarters in which both were read'
          : 'a scale: one of the two is around zero',
      );
    const evidence = () =>
      evidenceOf(
        common.map(({ of }) => of),
        [
          { id: kpi.id, data: inside, movement: told.inside, lag },
          { id: counterpart.id, data: outside, movement: told.outside, lag: 0 },
        ],
      );
    if (told.verdict === 'not-diverging') {
      const figures = `inside ${signed(told.inside.change)}, customer ${signed(told.outside.change)}`;
      return told.withinVariation
        ? pass(`within its usual variation: ${figures}`, evidence())
        : pass(figures);
    }
    return fail({
      level: levelOf(common.length),
      message: told.verdict,
      data: {
        kpi: inside.name,
        counterpart: outside.name,
        inside: rounded(Math.abs(told.inside.change)),
        outside: rounded(Math.abs(told.outside.change)),
        readings: common.length,
        lag,
        ...(told.verdict === 'diverging' ? { window: policy.divergenceQuarters, quarter } : {}),
      },
      evidence: evidence(),
      related: [{ kind: 'kpi', id: counterpart.id }],
    });
  },
};

const outcomes = [{ id: 'easy', statement: 'I get help without asking twice.' }];
const helped = {
  id: 'helped',
  name: 'Customers helped at once',
  perspective: 'customer-facing',
  contributions: [{ outcome: 'easy', effect: '+' }],
  readings: {
    '2025-Q1': { actual: '84' },
    '2025-Q2': { actual: '82' },
    '2025-Q3': { actual: '79' },
    '2025-Q4': { actual: '77' },
    '2026-Q1': { actual: '74' },
    '2026-Q2': { actual: '72' },
  },
};
export const examples: readonly Example[] = [
  {
    title: 'Shorter calls, fewer customers helped',
    strategy: {
      outcomes,
      kpis: [
        {
          id: 'handling-time',
          name: 'Average handling time',
          unit: { kind: 'duration', symbol: 's' },
          direction: 'lower',
          counterparts: [{ kpi: 'helped' }],
          readings: {
            '2025-Q1': { actual: '410' },
            '2025-Q2': { actual: '396' },
            '2025-Q3': { actual: '380' },
            '2025-Q4': { actual: '361' },
            '2026-Q1': { actual: '350' },
            '2026-Q2': { actual: '332' },
          },
        },
        helped,
      ],
    },
    subject: ['handling-time', 'helped'],
    quarter: '2026-Q2',
    verdict: 'fail',
  },
  {
    title: 'Longer calls, fewer customers helped: nobody gains, and nobody is misled',
    strategy: {
      outcomes,
      kpis: [
        {
          id: 'handling-time',
          name: 'Average handling time',
          unit: { kind: 'duration', symbol: 's' },
          direction: 'lower',
          counterparts: [{ kpi: 'helped' }],
          readings: {
            '2025-Q1': { actual: '332' },
            '2025-Q2': { actual: '350' },
            '2025-Q3': { actual: '361' },
            '2025-Q4': { actual: '380' },
            '2026-Q1': { actual: '396' },
            '2026-Q2': { actual: '410' },
          },
        },
        helped,
      ],
    },
    subject: ['handling-time', 'helped'],
    quarter: '2026-Q2',
    verdict: 'pass',
  },
];

/** What the check's page says beyond its meta. */
export const prose = `A common reading at a quarter is the counterpart's actual of that quarter beside the internal KPI's of as many quarters before as the link's lag says. From four common readings in the last \`divergenceQuarters\` on, each series gets a Theil-Sen slope (the median of the slopes between all pairs of its points; the distance between quarters counts, so gaps stay gaps). Its change is the slope times the distance from the first to the last common quarter, in % of the series' |median|; for a score of customers' answers in % of the width of its scale (NPS 200; CSAT 4 and CES 6, or 10 or 100 where an actual lies above the usual scale). A KPI that is best within a range is followed by its distance to it.

The pair diverges when the inside gets better and the outside worse, both by more than \`divergencePercent\` and both by more than the series' own mean moving range. That gate is what keeps the check quiet: without it, unrelated noisy pairs are called diverging 12 to 22 % of the time, with it 3 %. Eight common readings make an error, four to seven a warning. With two or three there is only an early sign: the last change of both, in % of the reading before (a score's: of the width of its scale), beyond \`earlySignPercent\`.`;
