// Who goes next: everything that waits - for the store, or for time to pass - goes on one at a time, in an order that
// the seed decides. So two runs of a seed are the same to the last step, and each seed is another interleaving.

/** Real turns of the event loop after which everything that can go on without waiting has done so. */
const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

/** One run's order. */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** Waits for the next turn. */
  next(): Promise<void> {
    return new Promise((go) => {
      this.#waiting.push(go);
    });
  }

  /** Gives turns until every task has ended. What a task throws is thrown. */
  async until<T>(tasks: readonly Promise<T>[]): Promise<T[]> {
    let ended = false;
    const all = Promise.all(tasks).finally(() => {
      ended = true;
    });
    all.catch(() => undefined);
    for (let idle = 0; !ended; ) {
      await settled();
      const [go] = this.#waiting.splice(Math.floor(this.#random() * this.#waiting.length), 1);
      go?.();
      idle = go === undefined ? idle + 1 : 0;
      if (idle > 1000 && !ended) throw new Error('a task waits for something that nobody gives');
    }
    return all;
  }

  /** Lets timers wait for a turn instead of the clock while something runs. */
  async withTimers<T>(work: () => Promise<T>): Promise<T> {
    const { setTimeout } = globalThis;
    globalThis.setTimeout = ((run: () => void) => void this.next().then(run)) as unknown as typeof setTimeout;
    try {
      return await work();
    } finally {
      globalThis.setTimeout = setTimeout;
    }
  }
}
