// The table's stream and a function that it wakes: batches of any size, in order, again after a failure or a crash, now
// and then twice. What fails three times is parked, as in a failure queue, and brought again later; nothing is dropped.
import { compilePatterns } from '../../local/event-pattern.ts';
import type { MemoryTable, Written } from './memory-table.ts';
import type { Ended } from './process.ts';

interface Record {
  readonly eventID: string;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly dynamodb: {
    readonly SequenceNumber: string;
    readonly Keys: { readonly pk: { readonly S: string }; readonly sk: { readonly S: string } };
    readonly NewImage?: { readonly [name: string]: { readonly S: string } };
  };
}
type Answer = { readonly batchItemFailures: readonly { readonly itemIdentifier: string }[] };

const recordOf = ({ pk, sk, item, isNew }: Written, place: number): Record => {
  const texts = Object.entries(item ?? {}).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, { S: value }] as const] : [],
  );
  return {
    eventID: String(place),
    eventName: item === undefined ? 'REMOVE' : isNew ? 'INSERT' : 'MODIFY',
    dynamodb: {
      SequenceNumber: String(place),
      Keys: { pk: { S: pk }, sk: { S: sk } },
      ...(item === undefined ? {} : { NewImage: Object.fromEntries(texts) }),
    },
  };
};

const mostTries = 3;
/** How many records back one may come twice. */
const lately = 40;

/** One function's place in the stream. */
export class Consumer {
  readonly name: string;
  readonly #memory: MemoryTable;
  readonly #matches: (record: unknown) => boolean;
  readonly #handle: (event: unknown) => Promise<Ended<Answer>>;
  readonly #parked: Record[] = [];
  #place = 0;
  #tries = 0;

  constructor(
    name: string,
    memory: MemoryTable,
    patterns: readonly unknown[],
    handle: (event: unknown) => Promise<Ended<Answer>>,
  ) {
    this.name = name;
    this.#memory = memory;
    this.#matches = compilePatterns(patterns, name);
    this.#handle = handle;
  }

  /** Whether nothing waits for it. */
  get isIdle(): boolean {
    return this.#parked.length === 0 && this.#ahead(this.#place, 1).length === 0;
  }

  /** Whether something was parked that failed three times. */
  get hasParked(): boolean {
    return this.#parked.length > 0;
  }

  #ahead(from: number, most: number): Record[] {
    const found: Record[] = [];
    for (let place = from; place < this.#memory.stream.length && found.length < most; place++) {
      const written = this.#memory.stream[place];
      const record = written && recordOf(written, place);
      if (record !== undefined && this.#matches(record)) found.push(record);
    }
    return found;
  }

  async #failedOf(records: readonly Record[]): Promise<ReadonlySet<string>> {
    const all = new Set(records.map(({ eventID }) => eventID));
    const ended = await this.#handle({ Records: records });
    if (ended.ended === 'crashed') return all;
    return new Set(ended.value.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  }

  /** Delivers the next batch of at most so many records; those that fail stay, and are parked at the third time. */
  async deliver(most: number): Promise<void> {
    const batch = this.#ahead(this.#place, most);
    const last = batch.at(-1);
    if (last === undefined) {
      this.#place = this.#memory.stream.length;
      return;
    }
    const failed = await this.#failedOf(batch);
    const first = batch.find(({ eventID }) => failed.has(eventID));
    if (first === undefined) {
      this.#place = Math.max(this.#place, Number(last.eventID) + 1);
      this.#tries = 0;
    } else if (++this.#tries < mostTries) this.#place = Math.max(this.#place, Number(first.eventID));
    else {
      this.#parked.push(...batch.filter(({ eventID }) => failed.has(eventID)));
      this.#place = Math.max(this.#place, Number(last.eventID) + 1);
      this.#tries = 0;
    }
  }

  /** Delivers some of what was delivered lately once more, as after a time-out whose work goes on. */
  async repeat(random: () => number): Promise<void> {
    const from = Math.max(0, this.#place - 1 - Math.floor(random() * lately));
    const batch = this.#ahead(from, 3).filter(({ eventID }) => Number(eventID) < this.#place);
    if (batch.length > 0) await this.#failedOf(batch);
  }

  /** Brings what was parked once more. */
  async redrive(): Promise<void> {
    const parked = this.#parked.splice(0);
    if (parked.length === 0) return;
    const failed = await this.#failedOf(parked);
    this.#parked.push(...parked.filter(({ eventID }) => failed.has(eventID)));
  }
}
