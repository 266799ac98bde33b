// Green outside, red inside: the internal figure is on target while the customer's is off.
import type { KpiFacts } from '../domain/facts.ts';
import { asksReading, targetIn } from '../domain/kpi-in-quarter.ts';
import type { Policy } from '../domain/policy.ts';
import type { Quarter } from '../domain/quarter.ts';
import { addQuarters } from '../domain/quarter-steps.ts';
import { statusIn } from '../domain/status.ts';
import { type Check, cannotTell, type Example, fail, notApplicable, pass } from './check.ts';
import { faultOf } from './counterpart-faults.ts';
import { figure, targetFigure } from './figure.ts';

const told: ReadonlySet<string> = new Set(['on-target', 'near-target', 'off-target']);

const isRedInside = (inside: KpiFacts, outside: KpiFacts, quarter: Quarter, policy: Policy): boolean =>
  statusIn(inside, quarter, policy) === 'on-target' && statusIn(outside, quarter, policy) === 'off-target';

const rowOf = (id: string, kpi: KpiFacts, quarter: Quarter, policy: Policy): (string | null)[] => {
  const [actual, target] = [kpi.readings[quarter]?.actual, targetIn(kpi, quarter)];
  return [
    id,
    kpi.name,
    quarter,
    actual === undefined ? null : figure(actual, kpi.unit),
    target === undefined ? null : targetFigure(target.value, kpi.unit),
    statusIn(kpi, quarter, policy),
    kpi.owner ?? null,
  ];
};

export const watermelon: Check<'kpi', 'kpi'> = {
  meta: {
    id: 'watermelon',
    group: 'readings',
    anchor: 'kpi',
    pair: { link: 'counterparts', kind: 'kpi-pair' },
    level: {
      'internal-efficiency': 'error',
      'customer-facing': undefined,
      financial: undefined,
      employee: undefined,
    },
    levels: ['error', 'warning'],
    title: 'Watermelon',
    question: 'When the internal KPI is on target, is the customer’s figure at least not off?',
    why: 'Success metrics that come from internal process performance are out of step with what customers perceive: a report all in green, and customers who leave.',
    messages: {
      once: '“{kpi}” is on target in {quarter} while its counterpart “{counterpart}” is off target.',
      again:
        '“{kpi}” is on target in {quarter}, as in {before}, while its counterpart “{counterpart}” is off target both times.',
    },
    remedy:
      'Bring the counterpart back to its target, or set the internal target where customers are content.',
    reads: ['counterparts.contributions', 'counterparts.owner'],
    thresholds: ['nearPercent', 'liveQuarters'],
  },
  find: (kpi, context, counterpart) => {
    const { quarter, policy } = context;
    if (kpi.data?.perspective !== 'internal-efficiency') return notApplicable('not an internal KPI');
    const fault = faultOf(kpi, counterpart, context);
    if (fault !== undefined || counterpart.data === undefined)
      return notApplicable(`the counterpart does not count: ${fault}`);
    const [inside, outside] = [kpi.data, counterpart.data];
    if (!asksReading(outside, quarter))
      return notApplicable('the counterpart’s rhythm asks no reading of the quarter');
    const [own, its] = [statusIn(inside, quarter, policy), statusIn(outside, quarter, policy)];
    if (own === 'no-reading' && !asksReading(inside, quarter))
      return notApplicable('the KPI’s own rhythm asks no reading of the quarter');
    if (!told.has(own) || !told.has(its))
      return cannotTell(
        ...(told.has(own) ? [] : [`the KPI’s status: ${own}`]),
        ...(told.has(its) ? [] : [`the counterpart’s status: ${its}`]),
      );
    if (own !== 'on-target' || its !== 'off-target') return pass();
    const before = addQuarters(quarter, -Math.max(inside.everyQuarters, outside.everyQuarters));
    const again = isRedInside(inside, outside, before, policy);
    const quarters = again ? [quarter, before] : [quarter];
    return fail({
      level: again ? 'error' : 'warning',
      message: again ? 'again' : 'once',
      data: { kpi: inside.name, counterpart: outside.name, quarter, ...(again ? { before } : {}) },
      evidence: {
        columns: ['KPI', 'name', 'quarter', 'actual', 'target', 'status', 'owner'],
        rows: quarters.flatMap((of) => [
          rowOf(kpi.id, inside, of, policy),
          rowOf(counterpart.id, outside, of, policy),
        ]),
      },
      related: [{ kind: 'kpi', id: counterpart.id }],
    });
  },
};

const outcomes = [{ id: 'easy', statement: 'I get help without asking twice.' }];
const seconds = { kind: 'duration', symbol: 's' };
const inside = {
  id: 'handling-time',
  name: 'Average handling time',
  unit: seconds,
  direction: 'lower',
  counterparts: [{ kpi: 'helped' }],
  targets: [{ from: '2026-Q1', value: '360' }],
  readings: { '2026-Q2': { actual: '332' } },
};
export const examples: readonly Example[] = [
  {
    title: 'Calls are short enough, customers are not helped',
    strategy: {
      outcomes,
      kpis: [
        inside,
        {
          id: 'helped',
          name: 'Customers helped at once',
          perspective: 'customer-facing',
          contributions: [{ outcome: 'easy', effect: '+' }],
          targets: [{ from: '2026-Q1', value: '85' }],
          readings: { '2026-Q2': { actual: '72' } },
        },
      ],
    },
    subject: ['handling-time', 'helped'],
    quarter: '2026-Q2',
    verdict: 'fail',
  },
  {
    title: 'Nearly helped is not off target',
    strategy: {
      outcomes,
      kpis: [
        inside,
        {
          id: 'helped',
          name: 'Customers helped at once',
          perspective: 'customer-facing',
          contributions: [{ outcome: 'easy', effect: '+' }],
          targets: [{ from: '2026-Q1', value: '85' }],
          readings: { '2026-Q2': { actual: '82' } },
        },
      ],
    },
    subject: ['handling-time', 'helped'],
    quarter: '2026-Q2',
    verdict: 'pass',
  },
];

/** What the check's page says beyond its meta. */
export const prose = `Both statuses are of the same quarter, whatever the link's lag: this is what a reader of the quarter's report sees side by side. Near target is neither on nor off. The finding is an error when it was so in the previous quarter of which both rhythms ask a reading, too. A quarter of which the counterpart's rhythm asks no reading is not judged.`;
