/**
 * Reads the records of a DynamoDB stream in order, shard after shard (DynamoDB Local has one open shard at a time),
 * from where a checkpoint says. It knows nothing of functions: who reads decides when a record counts as dealt with.
 */
import {
  type _Record,
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import * as z from 'zod';

/** The sequence number of the last record dealt with, by shard. */
export const Checkpoint = z.record(z.string(), z.string());
export type Checkpoint = z.infer<typeof Checkpoint>;

/** A record and where it stands. */
export interface StreamRecord {
  readonly shard: string;
  readonly sequence: string;
  readonly record: _Record;
}

/** Reads on, page by page. */
export interface StreamReader {
  /** The next records of the oldest shard that is not read to its end; none if there is nothing new. */
  read(): Promise<readonly StreamRecord[]>;
}

/** Opens a reader that begins after the checkpoint, or with the oldest record that there is. */
export function openStreamReader(
  client: DynamoDBStreamsClient,
  arn: string,
  checkpoint: Checkpoint,
): StreamReader {
  const after = new Map(Object.entries(checkpoint));
  const finished = new Set<string>();
  let place: { readonly shard: string; readonly iterator: string } | undefined;

  const nextPlace = async (): Promise<typeof place> => {
    const shard = inOrder(await describe(client, arn)).find((id) => !finished.has(id));
    if (shard === undefined) return undefined;
    const iterator = await iteratorOf(client, arn, shard, after.get(shard));
    return iterator === undefined ? undefined : { shard, iterator };
  };

  return {
    read: async () => {
      place ??= await nextPlace();
      if (place === undefined) return [];
      const { shard, iterator } = place;
      place = undefined;
      const page = await client
        .send(new GetRecordsCommand({ ShardIterator: iterator }))
        .catch((error: unknown) => {
          // What was there is gone: go on with the oldest record that there is. Hints may come twice.
          if (error instanceof TrimmedDataAccessException) after.delete(shard);
          else if (!(error instanceof ExpiredIteratorException)) throw error;
          return undefined;
        });
      if (page === undefined) return [];
      const { NextShardIterator: next, Records = [] } = page;
      if (next === undefined) finished.add(shard);
      else place = { shard, iterator: next };
      const records = Records.map((record) => ({
        shard,
        sequence: record.dynamodb?.SequenceNumber ?? '',
        record,
      }));
      const last = records.at(-1);
      if (last !== undefined) after.set(shard, last.sequence);
      return records;
    },
  };
}

async function iteratorOf(
  client: DynamoDBStreamsClient,
  StreamArn: string,
  ShardId: string,
  after: string | undefined,
): Promise<string | undefined> {
  const oldest = new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' });
  if (after === undefined) return (await client.send(oldest)).ShardIterator;
  const next = { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: after } as const;
  const answer = client.send(new GetShardIteratorCommand({ StreamArn, ShardId, ...next }));
  return (
    await answer.catch((error: unknown) => {
      if (error instanceof TrimmedDataAccessException) return client.send(oldest);
      throw error;
    })
  ).ShardIterator;
}

async function describe(client: DynamoDBStreamsClient, StreamArn: string): Promise<Shard[]> {
  const shards: Shard[] = [];
  let start: string | undefined;
  do {
    const from = start === undefined ? {} : { ExclusiveStartShardId: start };
    const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn, ...from }));
    shards.push(...(StreamDescription?.Shards ?? []));
    start = StreamDescription?.LastEvaluatedShardId;
  } while (start !== undefined);
  return shards;
}

/** Parents before children. */
function inOrder(shards: readonly Shard[]): string[] {
  const parents = new Map(shards.map(({ ShardId, ParentShardId }) => [ShardId ?? '', ParentShardId]));
  const depth = (id: string): number => {
    const parent = parents.get(id);
    return parent === undefined || !parents.has(parent) ? 0 : 1 + depth(parent);
  };
  return [...parents.keys()].sort((a, b) => depth(a) - depth(b));
}
