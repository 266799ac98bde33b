// One history: what people want, when functions wake, how the weather is, all by one seed; then rest, and the laws.
import { forgetSheets } from '../../shared/flows/load.ts';
import { type Intent, intentOf, type Pick, people, prelude } from './intents.ts';
import { brokenLaws, evaluationLaw } from './laws.ts';
import type { Moods } from './mail-service.ts';
import type { Weather } from './process.ts';
import { World } from './world.ts';

const hour = 3600_000;
const spans = [hour / 4, hour, 7 * hour, 24 * hour, 7 * 24 * hour, 31 * 24 * hour];

const pickBy =
  (random: () => number): Pick =>
  (list) => {
    const one = list[Math.floor(random() * list.length)];
    if (one === undefined) throw new Error('nothing to pick from');
    return one;
  };

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
  const [evaluate, ...others] = consumers;
  const pick = pickBy(random);
  const [acme, other] = world.orgs;
  const asks = (): Promise<void> => {
    const org = pick([acme, acme, acme, other]);
    return world.want({
      org,
      by: pick(people),
      intent: intentOf(pick, org, world.seen(org)),
      twice: random() < 0.2,
    });
  };
  for (let step = 0; step < steps; step++) {
    if (random() < 0.3) world.setWeather(...weatherOf(random));
    // The stream brings one batch at a time to each function; what it brings twice may come beside another one.
    const busy = new Set<object>();
    const deliver = async (consumer = pick([evaluate, evaluate, evaluate, ...others])): Promise<void> => {
      if (busy.has(consumer)) return consumer.repeat(random);
      busy.add(consumer);
      return consumer.deliver(1 + Math.floor(random() * 8));
    };
    const rush = [asks, () => deliver(evaluate)];
    const day = [
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
    const [acts, most] = random() < 0.3 ? [rush, 8] : [day, 5];
    if (random() < 0.4) world.pass(pick(spans));
    await turns.until(Array.from({ length: 1 + Math.floor(random() * most) }, async () => pick(acts)()));
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

const firstSubmission: Intent = {
  do: 'submit',
  department: 'warehouse',
  quarter: '2026-Q2',
  actuals: { k1: '5' },
};

// Both organisations with all that they begin with, and one of them evaluated: the same for every history.
let founded: Promise<World> | undefined;
const found = async (): Promise<World> => {
  const world = new World(0);
  await world.found();
  for (const org of world.orgs)
    for (const intent of [...prelude(org), ...(org === world.orgs[0] ? [firstSubmission] : [])])
      await world.turns.until([world.want({ org, by: 'ada', intent, twice: false })]);
  await world.turns.until([world.settle()]);
  return world;
};

/** Lives one history to its end. The same seed lives the same history. */
export const simulate = async (seed: number): Promise<History> => {
  founded ??= new World(0).turns.withTimers(found);
  const world = new World(seed, await founded);
  const { turns } = world;
  const broken: string[] = [];
  forgetSheets();
  await turns.withTimers(async () => {
    await live(world);
    await turns.until([world.settle()]);
    // Before the nightly run, which would heal what the stream has lost; a tick that was cut off is still owed.
    if (!world.owesTick) for (const org of world.orgs) broken.push(...(await evaluationLaw(world, org)));
    await turns.until([world.rest()]);
    broken.push(...(await brokenLaws(world)));
  });
  return {
    broken,
    writes: world.memory.stream.length,
    mails: [...world.mails.out.values()].reduce((sum, times) => sum + times, 0),
  };
};
