// A process that uses the table: it waits its turn at each request, meets the store's faults, and may end at any of
// them without a word, as a function does that runs out of time.
import {
  ProvisionedThroughputExceededException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  GetCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../shared/table/table.ts';
import type { MemoryTable } from './memory-table.ts';
import type { Turns } from './turns.ts';

/** The shares of requests, 0..1, that meet each fault. */
export interface Weather {
  readonly throttle: number;
  readonly timeOut: number;
  readonly lostAcknowledgement: number;
  readonly conflict: number;
  readonly crash: number;
  /** Pages and batches that are cut, and reads that come late. */
  readonly cut: number;
  readonly late: number;
}
export const calm: Weather = {
  throttle: 0,
  timeOut: 0,
  lostAcknowledgement: 0,
  conflict: 0,
  crash: 0,
  cut: 0,
  late: 0,
};

/** What a process stands in. */
export interface Surroundings {
  readonly memory: MemoryTable;
  readonly turns: Turns;
  readonly random: () => number;
  readonly weather: () => Weather;
}

/** A living process. */
export interface Process {
  readonly table: Table;
  /** Waits for ever where the process has ended; what has effects outside the table asks this first. */
  readonly alive: () => Promise<void>;
  /** Ends the process without a word. */
  readonly crash: () => void;
}
export type Ended<T> = { readonly ended: 'returned'; readonly value: T } | { readonly ended: 'crashed' };

const never = new Promise<never>(() => undefined);
const metadata = { $metadata: { httpStatusCode: 400 } };
const timedOut = () => Object.assign(new Error('no answer in time'), { name: 'TimeoutError' });
const throttled = () => new ProvisionedThroughputExceededException({ message: 'throttled', ...metadata });
const isRead = (command: unknown): boolean =>
  [GetCommand, BatchGetCommand, QueryCommand, ScanCommand].some((kind) => command instanceof kind);

/** How often the SDK sends a request before it gives up. */
const attempts = 3;

/** Runs work as a process of its own. What it throws is thrown; a crash is told. */
export const runProcess = async <T>(
  { memory, turns, random, weather }: Surroundings,
  work: (process: Process) => Promise<T>,
): Promise<Ended<T>> => {
  let dead = false;
  const crashed = Promise.withResolvers<{ ended: 'crashed' }>();
  const crash = () => {
    dead = true;
    crashed.resolve({ ended: 'crashed' });
  };
  const alive = (): Promise<void> => (dead ? never : Promise.resolve());
  const strikes = (share: number): boolean => share > 0 && random() < share;
  const carryOut = (command: unknown): unknown => {
    const { cut, late } = weather();
    return memory.run(command, {
      behind: strikes(late) ? 1 + Math.floor(random() * 4) : 0,
      most: strikes(cut) ? 1 + Math.floor(random() * 3) : Number.POSITIVE_INFINITY,
    });
  };
  const send = async (command: unknown): Promise<unknown> => {
    let done = false;
    for (let attempt = 1; ; attempt++) {
      await turns.next();
      await alive();
      const now = weather();
      if (strikes(now.crash)) crash();
      await alive();
      if (command instanceof TransactWriteCommand && strikes(now.conflict))
        throw new TransactionCanceledException({
          message: 'conflict',
          CancellationReasons: (command.input.TransactItems ?? []).map((_step, i) => ({
            Code: i === 0 ? 'TransactionConflict' : 'None',
          })),
          ...metadata,
        });
      const fault = strikes(now.throttle) ? throttled() : strikes(now.timeOut) ? timedOut() : undefined;
      if (fault === undefined) {
        // The SDK's own token makes a transaction that is sent again the same transaction.
        const answer = done && command instanceof TransactWriteCommand ? {} : carryOut(command);
        done = true;
        if (strikes(now.crash)) crash();
        await alive();
        if (isRead(command) || !strikes(now.lostAcknowledgement)) return answer;
      }
      if (attempt === attempts) throw fault ?? timedOut();
    }
  };
  const client = { send } as unknown as Table['client'];
  const returned = work({ table: { name: 'simulated', client }, alive, crash }).then((value) => ({
    ended: 'returned' as const,
    value,
  }));
  returned.catch(() => undefined);
  return Promise.race([returned, crashed.promise]);
};
