// One history: what people want, when functions wake, how the weather is, all by one seed; then rest, and the laws.
import type { Quarter } from '../../shared/domain/quarter.ts';
import { brokenLaws, evaluationLaw } from './laws.ts';
import type { Moods } from './mail-service.ts';
import type { Intent } from './people.ts';
import type { Weather } from './process.ts';
import { World } from './world.ts';

const departments = ['warehouse', 'service'] as const;
const outcomes = ['o1', 'o2'] as const;
const kpis = ['k1', 'k2', 'k3'] as const;
const quarters: readonly Quarter[] = ['2026-Q1', '2026-Q2', '2026-Q3'];
const hour = 3600_000;
const spans = [hour / 4, hour, 7 * hour, 24 * hour, 7 * 24 * hour, 31 * 24 * hour];

type Pick = <T>(list: readonly T[]) => T;
const pickBy =
  (random: () => number): Pick =>
  (list) => {
    const one = list[Math.floor(random() * list.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  };

const kpiIntent = (pick: Pick): Intent => {
  const id = pick(kpis);
  return {
    do: 'define',
    kind: 'kpi',
    id,
    body: {
      name: pick(['Orders picked per hour', 'Deliveries on the promised day', 'Calls answered']),
      unit: { kind: 'count', symbol: '' },
      direction: 'higher',
      department: pick(departments),
      perspective: pick(['internal-efficiency', 'customer-facing']),
      owner: 'hanna',
      counterparts: [{ kpi: pick(kpis.filter((other) => other !== id)) }].slice(pick([0, 0, 1])),
      contributions: [{ outcome: pick([...outcomes, 'nowhere']), effect: '+' }],
    },
  };
};

const headBody = (pick: Pick) => ({
  name: 'Hanna',
  email: 'hanna@acme.example',
  roles: ['department-head'],
  heads: ['warehouse'],
  mail: pick([
    { digest: 'weekly', reminders: true },
    { digest: 'weekly', reminders: true },
    { digest: 'never', reminders: false, unsubscribedAt: '2026-07-01T00:00:00Z' },
  ]),
});

const intentOf = (pick: Pick): Intent =>
  pick<() => Intent>([
    () => kpiIntent(pick),
    () => kpiIntent(pick),
    () => ({
      do: 'define',
      kind: 'outcome',
      id: pick(outcomes),
      body: { statement: pick(['It works.', 'It comes.']) },
    }),
    () => ({ do: 'define', kind: 'member', id: 'hanna', body: headBody(pick) }),
    () => ({
      do: 'submit',
      department: pick(departments),
      quarter: pick(quarters),
      actuals: { [pick(kpis)]: '5' },
    }),
    () => ({ do: 'submit', department: 'warehouse', quarter: '2026-Q2', actuals: { k1: pick(['5', '7']) } }),
    () => ({
      do: 'decide',
      department: pick(departments),
      quarter: pick(quarters),
      state: pick(['accepted', 'returned']),
    }),
  ])();

/** What both organisations begin with. */
const prelude: readonly Intent[] = [
  ...outcomes.map((id): Intent => ({ do: 'define', kind: 'outcome', id, body: { statement: 'It works.' } })),
  ...departments.map(
    (id): Intent => ({ do: 'define', kind: 'department', id, body: { name: id, function: 'other' } }),
  ),
  { do: 'define', kind: 'member', id: 'hanna', body: headBody(([first]) => first as never) },
  ...kpis.map(
    (id): Intent => ({ ...(kpiIntent(([first]) => first as never) as Intent & { do: 'define' }), id }),
  ),
];

const weatherOf = (random: () => number): readonly [Weather, Moods] => {
  const share = (most: number) => (random() < 0.5 ? 0 : random() * most);
  return [
    {
      throttle: share(0.6),
      timeOut: share(0.4),
      lostAcknowledgement: share(0.4),
      conflict: share(0.2),
      crash: share(0.04),
      cut: share(0.5),
      late: share(0.5),
    },
    { refuses: share(0.2), delays: share(0.4), silent: share(0.3), bounces: share(0.3) },
  ];
};

/** How much happens in a history. */
const steps = 14;

const live = async (world: World): Promise<void> => {
  const { random, turns, consumers } = world;
  const pick = pickBy(random);
  const asks = (): Promise<void> =>
    world.want({ org: pick(world.orgs), by: pick(['ada', 'hanna']), intent: intentOf(pick) });
  for (let step = 0; step < steps; step++) {
    if (random() < 0.3) world.setWeather(...weatherOf(random));
    // The stream brings one batch at a time to each function; what it brings twice may come beside another one.
    const busy = new Set<object>();
    const deliver = async (): Promise<void> => {
      const consumer = pick(consumers);
      if (busy.has(consumer)) return consumer.repeat(random);
      busy.add(consumer);
      return consumer.deliver(1 + Math.floor(random() * 8));
    };
    const acts = [
      asks,
      asks,
      asks,
      deliver,
      deliver,
      deliver,
      () => world.tick(),
      () => world.hear(),
      () => pick(consumers).redrive(),
      () => pick(consumers).repeat(random),
    ];
    if (random() < 0.4) world.pass(pick(spans));
    await turns.until(Array.from({ length: 1 + Math.floor(random() * 5) }, async () => pick(acts)()));
  }
};

/** What a history came to. */
export interface History {
  /** Sentences about what broke a law; none is the good case. */
  readonly broken: readonly string[];
  /** How many items were written, and mails sent. */
  readonly writes: number;
  readonly mails: number;
}

/** Lives one history to its end. The same seed lives the same history. */
export const simulate = async (seed: number): Promise<History> => {
  const world = new World(seed);
  const { turns } = world;
  const broken: string[] = [];
  await turns.withTimers(async () => {
    await world.found();
    for (const org of world.orgs)
      for (const intent of prelude) await turns.until([world.want({ org, by: 'ada', intent })]);
    await live(world);
    await turns.until([world.settle()]);
    // Before the nightly run, which would heal what the stream has lost.
    for (const org of world.orgs) broken.push(...(await evaluationLaw(world, org)));
    await turns.until([world.rest()]);
    broken.push(...(await brokenLaws(world)));
  });
  return {
    broken,
    writes: world.memory.stream.length,
    mails: [...world.mails.out.values()].reduce((sum, times) => sum + times, 0),
  };
};
