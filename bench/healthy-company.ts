// A made-up company whose measures are healthy: everything is linked, owned, clocked, validated and handed in, and its
// figures do what real ones do. What a check says of it is a false alarm. The same seed gives the same company.
import { type Strategy, strategySchema } from '../shared/domain/facts.ts';
import type { Perspective } from '../shared/domain/kpi.ts';
import type { Quarter } from '../shared/domain/quarter.ts';
import { withReadings } from '../shared/library/read-wording.ts';
import { heldOutSet } from '../test/library/held-out-set.ts';
import { laterSets } from '../test/library/later-sets.ts';
import { randomOf } from '../test/random.ts';
import { behaviourOf, readingsOf, readQuarters } from './healthy-figures.ts';

/** The quarter that is judged. */
export const healthyQuarter: Quarter = '2026-Q2';
const since = { firstQuarter: readQuarters[0] };
const journeysOfCompany = 3;
const outcomesOfCompany = 14;
const hours = { kind: 'duration', symbol: 'h' };
const count = { kind: 'count', symbol: '' };
const score = { kind: 'score', symbol: '' };

type Random = () => number;
type Facts = Record<string, unknown>;
const names = Map.groupBy([...heldOutSet, ...laterSets], ({ perspective }) => perspective);

/** Draws each name that people gave once before any comes again. */
const drawing = (random: Random) => {
  const left = new Map<Perspective, string[]>();
  return (perspective: Perspective): string => {
    let pool = left.get(perspective) ?? [];
    if (pool.length === 0) pool = (names.get(perspective) ?? []).map(({ name }) => name);
    const [name = ''] = pool.splice(Math.floor(random() * pool.length), 1);
    left.set(perspective, pool);
    return name;
  };
};

/** What the parts of one company are made with. */
interface Making {
  readonly random: Random;
  readonly nameOf: (perspective: Perspective) => string;
  readonly departments: readonly string[];
}

/** A KPI that keeps its target; a score has reasons beside it. */
const kpiOf = (
  { random, nameOf }: Making,
  id: string,
  {
    department,
    perspective,
    unit,
    target,
  }: { department: string; perspective: Perspective; unit: typeof count; target: number },
  more: Facts,
) => {
  const isScore = unit === score;
  const direction = unit === hours || (!isScore && random() < 0.4) ? 'lower' : 'higher';
  return {
    ...since,
    id,
    name: nameOf(perspective),
    department,
    objective: `objective-${department}`,
    owner: `head-${department}`,
    perspective,
    unit,
    direction,
    baseline: (target * (direction === 'higher' ? 0.8 : 1.25)).toFixed(2),
    targets: [{ from: readQuarters[0], value: String(target), setAt: '2023-06-01T09:00:00Z', by: 'analyst' }],
    ...(isScore ? { sentiment: 'csat' } : {}),
    readings: readingsOf(random, behaviourOf(random), { direction, target, isScore }),
    ...more,
  };
};

/** A level between 20 and 80. */
const levelOf = (random: Random): number => 20 + Math.round(random() * 60);

const partsOfClock = [
  { from: 'ordered', to: 'dispatched', share: 0.3 },
  { from: 'dispatched', to: 'delivered', share: 0.5 },
];

/** One outcome with two KPIs that hear the customer, one by the clock where there is one, and four inside. */
const outcomeWithKpis = (making: Making, o: number) => {
  const { random, departments } = making;
  const journey = `journey-${o % journeysOfCompany}`;
  const clock = o % 2 === 0 ? { journey, from: 'ordered', to: 'delivered' } : undefined;
  const outcome = `outcome-${o}`;
  const contributions = [{ outcome, effect: '+' }];
  const channels = ['web', 'phone'];
  // The first two are held by the departments whose touchpoints make the outcome.
  const holder = (i: number) =>
    departments[((i < 2 ? o % journeysOfCompany : o) + i) % departments.length] ?? '';
  const hearing = (i: number, unit: typeof count, target: number, more: Facts) =>
    kpiOf(
      making,
      `o${o}-k${i}`,
      { department: holder(i), perspective: 'customer-facing', unit, target },
      { contributions, ...more },
    );
  const whole = levelOf(random);
  const heard = [
    hearing(0, random() < 0.5 ? score : count, levelOf(random), {
      touchpoints: [`${journey}/middle`],
      channels,
    }),
    hearing(1, clock === undefined ? count : hours, whole, clock === undefined ? {} : { clock, channels }),
  ];
  const inside = [0, 1, 2, 3].map((i) => {
    const part = clock === undefined ? undefined : partsOfClock[i];
    const isBackOffice = i === 3 && random() < 0.2;
    const harmed = i === 2 && random() < 0.1 ? `outcome-${(o + 3) % outcomesOfCompany}` : undefined;
    const rationale = 'Less stock means a longer wait for the last few.';
    return kpiOf(
      making,
      `o${o}-k${i + 2}`,
      {
        department: holder(i + 2),
        perspective: 'internal-efficiency',
        unit: part === undefined && !isBackOffice ? count : hours,
        target: part === undefined ? levelOf(random) : Math.round(whole * part.share),
      },
      {
        contributions:
          harmed === undefined
            ? contributions
            : [...contributions, { outcome: harmed, effect: '-', rationale }],
        counterparts: [{ kpi: heard[part === undefined ? 0 : 1]?.id, lag: random() < 0.3 ? 1 : 0 }],
        ...(part === undefined ? {} : { clock: { journey, from: part.from, to: part.to } }),
        ...(isBackOffice ? { clock: { journey, from: 'restocked', to: 'planned' } } : {}),
        ...(i === 2 ? { touchpoints: [`${journey}/middle`], roomToAct: random() < 0.9 } : {}),
      },
    );
  });
  const tolerance = { value: (whole * 1.15).toFixed(2), unit: hours, direction: 'lower' };
  return {
    outcome: {
      ...since,
      id: outcome,
      statement: `Outcome ${o}.`,
      journey,
      touchpoints: [`${journey}/first`, `${journey}/middle`],
      ...(clock === undefined ? {} : { clock, tolerance }),
      weight: 1 + (o % 3),
      owningDepartment: holder(0),
      validation: { method: 'interviews', sampleSize: 60, date: '2026-01-15', source: 'panel' },
    },
    kpis: [...heard, ...inside],
  };
};

const events = [
  ['restocked', 'inside'],
  ['planned', 'inside'],
  ['asked', 'customer'],
  ['ordered', 'customer'],
  ['dispatched', 'inside'],
  ['delivered', 'customer'],
  ['works', 'customer'],
].map(([id, seenBy]) => ({ id, name: id, seenBy }));

const journeyOf = (j: number, departments: readonly string[]) => ({
  ...since,
  id: `journey-${j}`,
  name: `Journey ${j}`,
  events,
  touchpoints: ['first', 'middle', 'last'].map((id, t) => ({
    id,
    name: id,
    channels: t === 0 ? ['web', 'phone'] : ['web'],
    owners: [departments[(j + t) % departments.length]],
    momentOfTruth: t === 1,
  })),
});

/** What a department measures of its money and its people. */
const supportOf = (making: Making, department: string, d: number) =>
  (['financial', 'employee'] as const).map((perspective, i) =>
    kpiOf(
      making,
      `d${d}-k${i}`,
      { department, perspective, unit: count, target: levelOf(making.random) },
      { contributions: [{ outcome: `outcome-${d}`, effect: '+' }] },
    ),
  );

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

/**
 * A healthy company of about a hundred KPIs, its wordings read. In one of four, two regions keep the same three
 * measures, as regions do.
 */
export const healthyCompany = (seed: number): Strategy => {
  const random = randomOf(seed * 7919 + 1);
  const departments = Array.from(
    { length: 8 + (seed % 5) },
    (_, i) => `department-${String(i).padStart(2, '0')}`,
  );
  const making: Making = { random, nameOf: drawing(random), departments };
  const parts = Array.from({ length: outcomesOfCompany }, (_, o) => outcomeWithKpis(making, o));
  const kpis = [
    ...parts.flatMap((part) => part.kpis),
    ...departments.flatMap((department, d) => supportOf(making, department, d)),
  ];
  const region = departments.at(-1) ?? '';
  const twins = kpis
    .filter(({ perspective, department }) => perspective === 'internal-efficiency' && department !== region)
    .slice(0, seed % 4 === 0 ? 3 : 0)
    .map((kpi) => ({
      ...kpi,
      id: `${kpi.id}-region`,
      department: region,
      objective: `objective-${region}`,
      owner: `head-${region}`,
    }));
  const together = departments.slice(0, 2);
  return withReadings(
    strategySchema.parse({
      departments: departments.map((id) => ({
        ...since,
        id,
        name: id,
        function: 'other',
        charter: 'We keep what was promised.',
        counted: readQuarters,
      })),
      journeys: Array.from({ length: journeysOfCompany }, (_, j) => journeyOf(j, departments)),
      capabilities: [{ ...since, id: 'together', name: 'Together', departments: together, outcomes: [] }],
      outcomes: parts.map(({ outcome }) => outcome).sort(byId),
      objectives: departments.map((department, d) => ({
        ...since,
        id: `objective-${department}`,
        department,
        title: 'What was promised',
        outcomes: [`outcome-${d}`],
      })),
      members: departments.map((id) => ({ id: `head-${id}`, status: 'active' })),
      kpis: [...kpis, ...twins]
        .map((kpi) => (together.includes(kpi.department) ? { ...kpi, capability: 'together' } : kpi))
        .sort(byId),
      actions: [],
    }),
  );
};
