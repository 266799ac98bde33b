// Small random strategies whose ids collide all the time: links lead to things that are there, were there, or never
// were. Every field that a check reads varies.
import fc from 'fast-check';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { addQuarters } from '../../shared/domain/quarter-steps.ts';
import type { FactsOf } from '../../shared/domain/strategy-links.ts';
import type { StrategyMap } from '../../shared/domain/strategy-map.ts';
import { ordinary } from './world.ts';

/** The quarter that random strategies are judged in. */
export const judgedQuarter: Quarter = '2026-Q2';

/** The kinds that people define; touchpoints and measures follow from them. */
export type DefinedKind = Exclude<keyof FactsOf, 'touchpoint' | 'measure'>;

/** One change of a strategy: new facts of an entity, or none. */
export type Change = {
  [K in DefinedKind]: { readonly kind: K; readonly id: string; readonly data: FactsOf[K] | undefined };
}[DefinedKind];

const ids = {
  department: ['d1', 'd2', 'd3'],
  member: ['m1', 'm2'],
  journey: ['j1', 'j2'],
  capability: ['c1', 'c2'],
  outcome: ['o1', 'o2', 'o3'],
  objective: ['b1', 'b2'],
  kpi: ['k1', 'k2', 'k3', 'k4', 'k5', 'k6'],
  action: ['a1', 'a2'],
} as const satisfies Record<DefinedKind, readonly string[]>;
const events = ['asked', 'ordered', 'sent', 'works'] as const;

const idOf = (kind: DefinedKind) => fc.constantFrom(...ids[kind]);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const some = <T>(value: fc.Arbitrary<T>, maxLength = 2) => fc.array(value, { maxLength });
const quarter = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((n) => addQuarters(judgedQuarter, n));

const lifetime = {
  firstQuarter: fc.oneof(
    { weight: 6, arbitrary: fc.constant(ordinary.firstQuarter as Quarter) },
    { weight: 1, arbitrary: quarter(-2, 1) },
  ),
  retiredFrom: fc.oneof(
    { weight: 8, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: quarter(-1, 1) },
  ),
};
const instant = fc.constantFrom(
  '2024-01-05T10:00:00Z',
  '2026-04-20T10:00:00Z',
  '2026-06-20T10:00:00Z',
  '2026-07-05T10:00:00Z',
);
const touchpointId = fc.constantFrom('j1/t1', 'j1/t2', 'j2/t1', 'j9/t1');
const channel = fc.constantFrom('phone', 'web', 'shop');
const clock = fc
  .tuple(fc.constantFrom('j1', 'j1', 'j1', 'j2', 'j9'), fc.nat(2), fc.integer({ min: 1, max: 3 }), fc.nat(9))
  .map(([journey, from, length, odd]) => ({
    journey,
    from: odd === 0 ? 'lost' : (events[from] ?? 'asked'),
    to: events[Math.min(from + length, 3)] ?? 'works',
  }));
const unit = fc.constantFrom(
  { kind: 'count', symbol: '' } as const,
  { kind: 'share', symbol: '%' } as const,
  { kind: 'score', symbol: '' } as const,
  { kind: 'duration', symbol: 'h' } as const,
  { kind: 'duration', symbol: 'day' } as const,
);
const value = fc.integer({ min: -2, max: 12 }).map((n) => String(n / 2));
const targetOf = (direction: 'higher' | 'lower' | 'range') =>
  fc.record({
    from: quarter(-3, 0),
    value: direction === 'range' ? fc.tuple(value, value).map(([low, high]) => ({ low, high })) : value,
    setAt: instant,
    by: idOf('member'),
  });
const reading = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      actual: value,
      exceptions: maybe(fc.nat(1)),
      reasons: maybe(some(fc.constant({ theme: 'wait', count: 2 }))),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ notMeasured: 'the meter broke' }) },
);

const kpi = fc.constantFrom('higher', 'higher', 'lower', 'lower', 'range').chain((direction) =>
  fc.record({
    ...lifetime,
    department: idOf('department'),
    objective: maybe(idOf('objective')),
    capability: maybe(idOf('capability')),
    name: fc.constantFrom('On time', 'on  TIME', 'Calls', 'Satisfaction'),
    unit,
    direction: fc.constant(direction),
    perspective: fc.constantFrom(
      ...(['customer-facing', 'internal-efficiency'] as const).flatMap((one) => [one, one, one, one]),
      'financial',
      'employee',
    ),
    perspectiveConfirmed: fc.boolean(),
    perspectiveReading: maybe(
      fc.record({
        perspective: fc.constantFrom('customer-facing', 'internal-efficiency', 'cannot-tell'),
        confidence: fc.constantFrom(0, 0.8, 0.9),
        reasons: fc.constant(['its words']),
      }),
    ),
    owner: fc.constantFrom('m1', 'm1', 'm2', 'm2', 'm9', undefined),
    baseline: maybe(value),
    everyQuarters: fc.constantFrom(1, 1, 2, 4),
    clock: maybe(fc.oneof(clock, fc.constant('on-no-journey' as const))),
    touchpoints: some(touchpointId),
    channels: some(channel),
    counterparts: fc.uniqueArray(fc.record({ kpi: fc.constantFrom(...ids.kpi, 'k9'), lag: fc.nat(2) }), {
      selector: (link) => link.kpi,
      maxLength: 2,
    }),
    contributions: fc.uniqueArray(
      fc.record({
        outcome: fc.constantFrom(...ids.outcome, 'o9'),
        effect: fc.constantFrom('+', '-'),
        lag: fc.nat(1),
        rationale: maybe(fc.constant('it costs time')),
      }),
      { selector: (link) => link.outcome, minLength: 1, maxLength: 3 },
    ),
    sentiment: maybe(fc.constantFrom('nps', 'csat', 'ces')),
    roomToAct: maybe(fc.boolean()),
    targets: some(targetOf(direction), 3),
    formerDepartments: some(fc.record({ department: idOf('department'), until: quarter(-2, 0) }), 1),
    changes: some(
      fc.record({
        field: fc.constant('direction'),
        was: fc.constantFrom('higher', 'lower'),
        is: fc.constant(direction),
        at: instant,
        by: idOf('member'),
      }),
      1,
    ),
    statutory: fc.oneof(
      { weight: 5, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constant({ reason: 'law', by: 'm1', at: '2025-01-01T00:00:00Z' }) },
    ),
    readings: fc
      .tuple(
        fc.array(reading, { minLength: 12, maxLength: 12 }),
        fc.constantFrom(12, 12, 6, 3, 0),
        fc.nat(3),
        fc.constantFrom(0, 1, -1),
      )
      .map(([list, count, gap, trend]) =>
        Object.fromEntries(
          list
            .map((one, i) => {
              const moved =
                trend === 0 || !('actual' in one) ? one : { ...one, actual: String(20 + trend * i) };
              return [addQuarters(judgedQuarter, i - 11), moved] as const;
            })
            .slice(12 - count)
            .filter((_, i) => gap === 0 || i % 4 !== gap),
        ),
      ),
  }),
) as fc.Arbitrary<unknown>;

const factsOf: { readonly [K in DefinedKind]: fc.Arbitrary<unknown> } = {
  department: fc.record({
    ...lifetime,
    name: fc.constant('Department'),
    function: fc.constant('other'),
    charter: maybe(fc.constant('We keep our word.')),
    counted: fc.subarray([addQuarters(judgedQuarter, -1), judgedQuarter]),
  }),
  member: fc.record({ status: fc.constantFrom('active', 'active', 'active', 'active', 'removed') }),
  journey: fc.record({
    ...lifetime,
    name: fc.constant('Journey'),
    events: fc
      .oneof(
        { weight: 4, arbitrary: fc.constant([...events]) },
        { weight: 1, arbitrary: fc.subarray([...events], { minLength: 2 }) },
      )
      .map((list) => list.map((id) => ({ id, name: id, seenBy: 'customer' }))),
    segments: some(
      fc.record({
        from: fc.constantFrom(...events),
        to: fc.constantFrom(...events),
        duration: fc.constantFrom('1', '24'),
        unit: fc.constantFrom({ kind: 'duration', symbol: 'h' }, { kind: 'duration', symbol: 'working-day' }),
      }),
      4,
    ),
    touchpoints: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('t1', 't2'),
        name: fc.constant('Touchpoint'),
        channels: some(channel),
        owners: some(idOf('department'), 3),
        momentOfTruth: fc.boolean(),
      }),
      { selector: ({ id }) => id },
    ),
  }),
  capability: fc.record({
    ...lifetime,
    name: fc.constant('Capability'),
    departments: some(idOf('department'), 3),
    outcomes: some(idOf('outcome')),
  }),
  outcome: fc.record({
    ...lifetime,
    statement: fc.constant('It comes when I was told.'),
    weight: fc.constant(1),
    journey: maybe(idOf('journey')),
    touchpoints: some(touchpointId, 3),
    clock: maybe(clock),
    tolerance: maybe(
      fc.record({
        value: fc.constantFrom('-9', '3', '90'),
        unit,
        direction: fc.constantFrom('higher', 'lower'),
      }),
    ),
    owningDepartment: maybe(idOf('department')),
    validation: maybe(
      fc.record({
        method: fc.constant('survey'),
        sampleSize: fc.constant(40),
        date: fc.constantFrom('2024-05-01', '2026-01-15'),
        source: fc.constant('panel'),
      }),
    ),
  }),
  objective: fc.record({
    ...lifetime,
    department: idOf('department'),
    title: fc.constant('Objective'),
    lastQuarter: maybe(quarter(-1, 1)),
    outcomes: fc.uniqueArray(fc.constantFrom(...ids.outcome, 'o9'), { maxLength: 2 }),
    capability: maybe(idOf('capability')),
  }),
  kpi,
  action: fc.record({
    findings: fc.constant(['0'.repeat(32)]),
    text: fc.constant('We look into it.'),
    owner: fc.constantFrom(...ids.member, 'm9'),
    dueQuarter: quarter(-1, 1),
    state: fc.constantFrom('open', 'open', 'done', 'dropped'),
    decided: fc.constant({ by: 'm1', at: '2026-01-05T10:00:00Z', quarter: addQuarters(judgedQuarter, -2) }),
  }),
};

const withoutUndefined = (facts: object): object =>
  Object.fromEntries(Object.entries(facts).filter(([, one]) => one !== undefined));

const changeOf = (kind: DefinedKind): fc.Arbitrary<Change> =>
  fc
    .tuple(
      idOf(kind),
      fc.oneof({ weight: 8, arbitrary: factsOf[kind] }, { weight: 1, arbitrary: fc.constant(undefined) }),
    )
    .map(([id, facts]) => ({ kind, id, data: facts && { ...withoutUndefined(facts), id } }) as Change);

/** A random change; KPIs change most. */
export const anyChange: fc.Arbitrary<Change> = fc.oneof(
  { weight: 8, arbitrary: changeOf('kpi') },
  { weight: 3, arbitrary: changeOf('outcome') },
  { weight: 2, arbitrary: changeOf('journey') },
  ...(['department', 'member', 'capability', 'objective', 'action'] as const).map((kind) => ({
    weight: 1,
    arbitrary: changeOf(kind),
  })),
);

/** Makes a change in a map. */
export const applyChange = (map: StrategyMap, { kind, id, data }: Change): void => {
  if (data === undefined) map.remove(kind, id);
  else map.put<DefinedKind>(kind, id, data);
};
