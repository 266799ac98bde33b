/**
 * An event source: reads the table's stream, hands matching records to a function in batches, and notes how far it
 * came only after the function has dealt with them. A kill in between repeats records; it never loses one.
 */
import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { type Batch, decide } from './batch.ts';
import { compilePatterns } from './event-pattern.ts';
import type { Failures } from './failures.ts';
import type { Functions } from './functions.ts';
import { openKeptFile } from './kept-file.ts';
import type { EventSource } from './resources/event-source.ts';
import { toLambdaRecord } from './stream-event.ts';
import { failureMessage } from './stream-failure.ts';
import { Checkpoint, openStreamReader, type StreamRecord } from './stream-reader.ts';

/** Milliseconds between two looks at an empty stream. */
const PAUSE = 200;

/** Milliseconds after which it is noted that records were passed over; reading them again would do no harm. */
const PASSED_OVER = 5000;

export interface StreamPumpProps {
  readonly client: DynamoDBStreamsClient;
  /** The stream in DynamoDB Local. */
  readonly streamArn: string;
  readonly source: EventSource;
  readonly functions: Pick<Functions, 'invoke'>;
  readonly failures: Pick<Failures, 'add'>;
  /** File of the checkpoint. */
  readonly checkpointFile: string;
  /** Milliseconds before the first repetition of a failed batch; each further one waits twice as long. */
  readonly retryDelay: number;
  /** Told when the stream can't be read, which only happens when DynamoDB Local is gone. */
  readonly onError: (error: unknown) => void;
}

/** A running event source. */
export interface StreamPump {
  /** Deals with everything that is in the stream now without waiting for a batch to fill; resolves to how many records. */
  drain(): Promise<number>;
  /** Stops after the batch that is being dealt with. */
  stop(): Promise<void>;
}

/** Starts reading after the checkpoint and goes on until it is stopped. */
export function startStreamPump(props: StreamPumpProps): StreamPump {
  const { client, streamArn, source, checkpointFile, onError } = props;
  const matches = compilePatterns(source.patterns, `${source.id}.FilterCriteria`);
  const checkpoint = openKeptFile<Checkpoint>(checkpointFile, Checkpoint, () => ({}));
  const reader = openStreamReader(client, streamArn, checkpoint.get());
  let gathered: StreamRecord[] = [];
  let since = 0;
  let stopped = false;

  let place = checkpoint.get();
  let written = performance.now();
  const write = (): void => {
    if (place !== checkpoint.get()) checkpoint.set(place);
    written = performance.now();
  };
  const moveOn = (records: readonly StreamRecord[]): void => {
    if (records.length === 0) return;
    place = { ...place, ...Object.fromEntries(records.map(({ shard, sequence }) => [shard, sequence])) };
  };
  const deliverGathered = async (most: number): Promise<void> => {
    while (gathered.length >= Math.max(1, most) && !stopped) {
      const records = gathered.slice(0, source.batchSize);
      if (!(await deliver({ records, retries: 0 }, props, () => stopped))) return;
      gathered = gathered.slice(records.length);
      moveOn(records);
      write();
    }
  };
  const step = async (flush: boolean): Promise<number> => {
    const read = await reader.read();
    const wanted = read.filter(({ record }) => matches(toLambdaRecord(record, streamArn)));
    if (gathered.length === 0) since = performance.now();
    gathered.push(...wanted);
    if (gathered.length === 0) moveOn(read);
    if (performance.now() - written > PASSED_OVER) write();
    const full = flush || performance.now() - since >= source.window;
    await deliverGathered(full ? 1 : source.batchSize);
    return read.length;
  };

  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work);
    turn = next.catch(() => undefined);
    return next;
  };
  const loop = async (): Promise<void> => {
    while (!stopped) {
      const read = await inTurn(() => step(false));
      if (read === 0) await pause(PAUSE);
    }
  };
  const looping = loop().catch((error: unknown) => {
    if (!stopped) onError(error);
  });
  return {
    drain: async () => {
      let total = 0;
      for (;;) {
        const read = await inTurn(() => step(true));
        if (read === 0) return total;
        total += read;
      }
    },
    stop: async () => {
      stopped = true;
      await looping;
      write();
    },
  };
}

/** Whether the batch is dealt with: handled, or laid aside; not when the pump was stopped in between. */
async function deliver(
  whole: Batch<StreamRecord>,
  { streamArn, source, functions, failures, retryDelay }: StreamPumpProps,
  isStopped: () => boolean,
): Promise<boolean> {
  const queue: Batch<StreamRecord>[] = [whole];
  for (let batch = queue.shift(); batch !== undefined; batch = queue.shift()) {
    if (batch.retries > 0) await pause(retryDelay * 2 ** (batch.retries - 1));
    if (isStopped()) return false;
    const Records = batch.records.map(({ record }) => toLambdaRecord(record, streamArn));
    const outcome = await functions.invoke(source.functionId, { Records });
    if (isStopped() && !outcome.ok) return false;
    const decision = decide(batch, outcome, source);
    if (decision.kind === 'again') queue.unshift(...decision.batches);
    if (decision.kind === 'given-up' && source.failureQueue !== undefined) {
      failures.add(source.failureQueue, failureMessage(decision.records, outcome, source, streamArn));
    }
  }
  return true;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
