// Two organisations, their people, the functions that the stream and the clock wake, and a mail service: the project's
// own code on a table in memory, in an order, under faults and at times that one number decides.

import { sending } from '../../functions/mail/send.ts';
import { applying } from '../../functions/stream/apply.ts';
import { evaluating } from '../../functions/stream/evaluate.ts';
import { readingKpis } from '../../functions/stream/read-kpis.ts';
import { newMail, pendingChange, sourceChanges, writtenKpi } from '../../infra/stream-patterns.ts';
import { memberFields } from '../../shared/domain/member.ts';
import { type OrgId, orgId } from '../../shared/domain/slug.ts';
import type { FlowDeps } from '../../shared/flows/deps.ts';
import { noteMailEvent } from '../../shared/flows/send.ts';
import { runTick } from '../../shared/flows/tick.ts';
import { partitions } from '../../shared/table/keys.ts';
import { createOrganisation } from '../../shared/table/organisations.ts';
import type { Table } from '../../shared/table/table.ts';
import { randomOf } from '../random.ts';
import type { Seen } from './intents.ts';
import { MailService, type Moods } from './mail-service.ts';
import { MemoryTable } from './memory-table.ts';
import { type Outcome, type Wish, wish } from './people.ts';
import { calm, type Ended, type Process, runProcess, type Weather } from './process.ts';
import { Consumer } from './stream.ts';
import { Turns } from './turns.ts';

const kind: Moods = { refuses: 0, delays: 0, silent: 0, bounces: 0 };
const pageUrl = 'https://counterpart.example';
const quarterHour = 900_000;
/** Batches after which every function has caught up, or never will. */
const mostRounds = 300;

/** A wish, how it went, and the nonces of its tries, by which the audit knows them. */
export interface Wished extends Wish {
  readonly outcome: Outcome;
  readonly nonces: readonly string[];
}

/** A table in memory without faults. */
export const tableOf = (memory: MemoryTable): Table => ({
  name: 'simulated',
  client: { send: async (command: unknown) => memory.run(command) } as never,
});

/** One world. */
export class World {
  readonly memory: MemoryTable;
  readonly mails: MailService;
  readonly orgs = [orgId.parse('acme'), orgId.parse('acme-2')] as const;
  readonly wished: Wished[];
  /** Lines of level error that nothing explains: no fault was left, and every function had caught up. */
  readonly alarms: string[] = [];
  readonly random: () => number;
  readonly turns: Turns;
  /** The evaluation first. */
  readonly consumers: readonly [Consumer, ...Consumer[]];
  #weather: Weather = calm;
  #moods: Moods = kind;
  #isResting = false;
  #ticks = 0;
  #failedTick = 0;
  #doneTick = 0;
  #now = Date.parse('2026-06-25T09:00:00Z');
  #nonce = 0;

  /** A world of its own seed, empty or as another one stands. */
  constructor(seed: number, begun?: World) {
    this.memory = begun?.memory.copy() ?? new MemoryTable();
    this.wished = [...(begun?.wished ?? [])];
    if (begun !== undefined) {
      this.#nonce = begun.#nonce;
      this.#now = begun.#now;
    }
    this.random = randomOf(seed);
    this.turns = new Turns(this.random);
    this.mails = new MailService(this.random, () => this.#moods);
    const consumer = (
      name: string,
      patterns: readonly unknown[],
      handlerOf: (
        process: Process,
      ) => (event: unknown) => Promise<{ batchItemFailures: { itemIdentifier: string }[] }>,
    ) =>
      new Consumer(name, this.memory, patterns, (event) => this.#run((process) => handlerOf(process)(event)));
    this.consumers = [
      consumer('evaluate', sourceChanges, (process) =>
        evaluating(
          () => this.#deps(process),
          () => this.now,
        ),
      ),
      consumer('apply', pendingChange, (process) => applying(() => this.#deps(process))),
      consumer('read-kpis', writtenKpi, (process) => readingKpis(() => this.#deps(process))),
      consumer('send', newMail, (process) =>
        sending(
          () => this.#deps(process),
          () => async (org, mail) => {
            await process.alive();
            const said = this.mails.take(org, mail.id);
            if (this.#weather.crash > 0 && this.random() < this.#weather.crash) process.crash();
            await process.alive();
            return said;
          },
          async () => [],
        ),
      ),
    ];
  }

  /** Business and machine time, which are one here. */
  get now(): string {
    return new Date(this.#now).toISOString();
  }

  /** A table without faults, for whoever looks at what there is. */
  get table(): Table {
    return tableOf(this.memory);
  }

  /** What flows get of a process. */
  #deps({ table }: Pick<Process, 'table'>): FlowDeps {
    return {
      table,
      machineNow: () => this.#now,
      log: (level, message, fields) => {
        if (level === 'error' && this.#isResting) this.alarms.push(`${message} ${JSON.stringify(fields)}`);
      },
    };
  }

  #run<T>(work: (process: Process) => Promise<T>): Promise<Ended<T>> {
    const { memory, turns, random } = this;
    return runProcess({ memory, turns, random, weather: () => this.#weather }, work);
  }

  readonly #stamp = () => ({
    at: this.now,
    machineNow: this.#now,
    nonce: String(++this.#nonce).padStart(8, '0'),
  });

  /** Both organisations with their first analysts. */
  async found(): Promise<void> {
    for (const org of this.orgs)
      await createOrganisation(
        this.table,
        { org, by: 'operator', ...this.#stamp() },
        { id: org, name: org, timeZone: 'Europe/Berlin', currency: 'EUR', fiscalStart: 1 },
        {
          ...memberFields.parse({ name: 'Ada', email: `ada@${org}.example`, roles: ['analyst'] }),
          id: 'ada',
        },
        `sub-${org}-ada`,
      );
  }

  setWeather(weather: Weather, moods: Moods): void {
    this.#weather = weather;
    this.#moods = moods;
  }

  heal(): void {
    this.setWeather(calm, kind);
  }

  /** Lets time pass, in milliseconds. */
  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** What people see in an organisation. */
  seen(org: OrgId): Seen {
    const actions = this.memory
      .sortKeys(partitions.definitions(org))
      .filter((sk) => sk.startsWith('action|'));
    return {
      findings: this.memory.sortKeys(partitions.findings(org)),
      actions: actions.map((sk) => sk.slice('action|'.length)),
    };
  }

  /** Somebody wants something. */
  async want(wanted: Omit<Wish, 'key'>): Promise<void> {
    const one: Wish = { ...wanted, key: `wish-${++this.#nonce}` };
    const nonces: string[] = [];
    const stamp = () => {
      const stamped = this.#stamp();
      nonces.push(stamped.nonce);
      return stamped;
    };
    this.wished.push({ ...one, outcome: await wish(one, (work) => this.#run(work), stamp), nonces });
  }

  /** Whether a tick failed and none that began later has done its work. */
  get owesTick(): boolean {
    return this.#failedTick >= this.#doneTick && this.#failedTick > 0;
  }

  /** The clock strikes the last quarter of an hour. What it fails at is tried at the next stroke. */
  async tick(): Promise<void> {
    const time = new Date(Math.floor(this.#now / quarterHour) * quarterHour).toISOString();
    const began = ++this.#ticks;
    try {
      const ended = await this.#run((process) => runTick({ ...this.#deps(process), pageUrl }, time));
      if (ended.ended === 'returned') this.#doneTick = Math.max(this.#doneTick, began);
      else this.#failedTick = this.#ticks;
    } catch (error) {
      if (this.#isResting) throw error;
      this.#failedTick = this.#ticks;
    }
  }

  /** The mail service tells something; a listener that ends before it took note is told again. */
  async hear(): Promise<boolean> {
    const told = this.mails.tell();
    if (told === undefined) return false;
    const { org, mail, event, messageId } = told;
    try {
      const ended = await this.#run((process) =>
        noteMailEvent(this.#deps(process), org, mail, event, messageId),
      );
      if (ended.ended === 'crashed') this.mails.again(told);
    } catch {
      this.mails.again(told);
    }
    return true;
  }

  /** The weather is fine, and every function catches up with the stream and the mail service. Throws where one never does. */
  async settle(): Promise<void> {
    this.heal();
    let rounds = 0;
    do {
      for (const consumer of this.consumers) {
        await consumer.redrive();
        while (!consumer.isIdle) {
          if (++rounds > mostRounds) throw new Error(`${consumer.name} never comes to rest`);
          await consumer.deliver(10);
          await consumer.redrive();
          if (consumer.hasParked) rounds += mostRounds / 5;
        }
      }
      while (await this.hear());
    } while (!this.consumers.every((consumer) => consumer.isIdle));
    this.#isResting = true;
  }

  /** Time passes until nothing is left in doubt. */
  async rest(): Promise<void> {
    for (let i = 0; i < 2; i++) {
      this.pass(2 * 3600_000);
      await this.tick();
      await this.settle();
    }
  }
}
