import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DescribeTableCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { LOCAL_AWS } from '../../local/aws.ts';
import { createTableFromTemplate, localDynamoDbClient } from '../../local/dynamodb.ts';
import type { Functions, Outcome } from '../../local/functions.ts';
import type { EventSource } from '../../local/resources/event-source.ts';
import { type StreamPump, type StreamPumpProps, startStreamPump } from '../../local/stream.ts';
import { smallTemplate } from './fixtures/template.ts';

const endpoint = inject('dynamodbEndpoint');
const dynamoDb = localDynamoDbClient(endpoint);
const streams = new DynamoDBStreamsClient({ ...LOCAL_AWS, endpoint });

const source: EventSource = {
  id: 'Source',
  streamArn: 'unused',
  functionId: 'Echo',
  batchSize: 3,
  window: 0,
  retries: 2,
  bisect: true,
  partialAnswers: true,
  patterns: [{ dynamodb: { Keys: { pk: { S: [{ suffix: '|def' }] } } } }],
  failureQueue: 'arn:aws:sqs:eu-west-1:000000000000:Failed',
};

interface LambdaEvent {
  readonly Records: readonly {
    readonly eventName: string;
    readonly dynamodb: {
      readonly SequenceNumber: string;
      readonly ApproximateCreationDateTime: number;
      readonly Keys: { readonly sk: { readonly S: string } };
      readonly NewImage: Readonly<Record<string, object>>;
    };
  }[];
}

let table: string;
let streamArn: string;
let checkpointFile: string;
const running: StreamPump[] = [];

beforeEach(async () => {
  table = `stream-${randomUUID()}`;
  await createTableFromTemplate(dynamoDb, smallTemplate().Resources.Table, table);
  const described = await dynamoDb.send(new DescribeTableCommand({ TableName: table }));
  streamArn = described.Table?.LatestStreamArn ?? '';
  checkpointFile = join(mkdtempSync(join(tmpdir(), 'checkpoint-')), 'source.json');
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((pump) => pump.stop()));
});

async function put(sk: string, pk = 'acme|def', more: object = {}): Promise<void> {
  await dynamoDb.send(
    new PutItemCommand({ TableName: table, Item: { pk: { S: pk }, sk: { S: sk }, ...more } }),
  );
}

/** A pump whose function is this one; what it was given, batch by batch, by sort key. */
function pumpInto(
  answer: (keys: readonly string[], event: LambdaEvent) => Outcome,
  changes: Partial<EventSource> = {},
) {
  const batches: string[][] = [];
  const events: LambdaEvent[] = [];
  const failures = { add: vi.fn() };
  const invoke: Functions['invoke'] = async (_, event) => {
    const given = JSON.parse(JSON.stringify(event)) as LambdaEvent;
    const keys = given.Records.map(({ dynamodb }) => dynamodb.Keys.sk.S);
    batches.push(keys);
    events.push(given);
    return answer(keys, given);
  };
  const props: StreamPumpProps = {
    client: streams,
    streamArn,
    source: { ...source, ...changes },
    functions: { invoke },
    failures,
    checkpointFile,
    retryDelay: 1,
    onError: (error) => expect.unreachable(String(error)),
  };
  const pump = startStreamPump(props);
  running.push(pump);
  return { pump, batches, events, failures };
}

const done: Outcome = { ok: true, payload: null };
const thrown: Outcome = { ok: false, errorType: 'Error', errorMessage: 'poison', trace: [] };

describe('a stream pump', () => {
  it('hands matching records over in order, in batches, as Lambda does', async () => {
    for (const sk of ['1', '2', '3', '4'])
      await put(sk, 'acme|def', { zip: { B: new Uint8Array([1, 2, 3]) } });
    await put('other', 'acme|audit');
    const { pump, batches, events } = pumpInto(() => done);
    await pump.drain();
    expect(batches.flat()).toEqual(['1', '2', '3', '4']);
    expect(Math.max(...batches.map(({ length }) => length))).toBeLessThanOrEqual(3);
    const [first] = events[0]?.Records ?? [];
    expect(first).toMatchObject({
      eventName: 'INSERT',
      eventSource: 'aws:dynamodb',
      eventSourceARN: streamArn,
    });
    expect(first?.dynamodb.NewImage).toMatchObject({ sk: { S: '1' }, zip: { B: 'AQID' } });
    expect(Math.abs((first?.dynamodb.ApproximateCreationDateTime ?? 0) - Date.now() / 1000)).toBeLessThan(60);
  });

  it('delivers a change by itself', async () => {
    const { batches } = pumpInto(() => done);
    await put('1');
    await vi.waitFor(() => expect(batches).toEqual([['1']]), { timeout: 15_000, interval: 20 });
  });

  it('gathers records for as long as its window says', async () => {
    const { batches } = pumpInto(() => done, { window: 400 });
    for (const sk of ['1', '2']) await put(sk);
    await vi.waitFor(() => expect(batches.flat()).toHaveLength(2), { timeout: 15_000, interval: 20 });
    expect(batches).toEqual([['1', '2']]);
  });

  it('begins again with the record that the answer names', async () => {
    for (const sk of ['1', '2', '3']) await put(sk);
    let failed = false;
    const { pump, batches } = pumpInto(
      (_, { Records }) => {
        const second = Records.find(({ dynamodb }) => dynamodb.Keys.sk.S === '2');
        if (failed || !second) return done;
        failed = true;
        return {
          ok: true,
          payload: { batchItemFailures: [{ itemIdentifier: second.dynamodb.SequenceNumber }] },
        };
      },
      { window: 300 },
    );
    await vi.waitFor(
      () =>
        expect(batches).toEqual([
          ['1', '2', '3'],
          ['2', '3'],
        ]),
      { timeout: 15_000, interval: 20 },
    );
    await pump.drain();
    expect(batches).toHaveLength(2);
  });

  it('halves a batch that fails, lays the poison record aside, and goes on with the rest', async () => {
    for (const sk of ['1', 'poison', '3', '4']) await put(sk);
    const handled: string[] = [];
    const { pump, failures } = pumpInto(
      (keys) => {
        if (keys.includes('poison')) return thrown;
        handled.push(...keys);
        return done;
      },
      { batchSize: 10 },
    );
    await pump.drain();
    expect(handled).toEqual(['1', '3', '4']);
    expect(failures.add).toHaveBeenCalledTimes(1);
    expect(failures.add).toHaveBeenCalledWith(
      source.failureQueue,
      expect.objectContaining({
        DDBStreamBatchInfo: expect.objectContaining({ batchSize: 1, streamArn }),
        requestContext: expect.objectContaining({ condition: 'RetryAttemptsExhausted' }),
      }),
    );
  });

  it('tries a failing record as often as the template says', async () => {
    await put('poison');
    const { pump, batches } = pumpInto(() => thrown);
    await pump.drain();
    expect(batches).toEqual([['poison'], ['poison'], ['poison']]);
  });

  it('goes on after the last record that was dealt with when it is started anew', async () => {
    await put('1');
    const first = pumpInto(() => done);
    await first.pump.drain();
    await first.pump.stop();
    await put('2');
    const second = pumpInto(() => done);
    await second.pump.drain();
    expect(second.batches).toEqual([['2']]);
  });

  it('notes how far it came only after the function has dealt with the records', async () => {
    await put('1');
    const noted: string[] = [];
    const read = () => (existsSync(checkpointFile) ? readFileSync(checkpointFile, 'utf8') : 'nothing');
    const { pump } = pumpInto(() => {
      noted.push(read());
      return done;
    });
    await pump.drain();
    expect(noted).toEqual(['nothing']);
    expect(read()).toContain('shardId');
  });

  it('starts where the oldest record is when its checkpoint names a shard that is gone', async () => {
    await put('1');
    writeFileSync(checkpointFile, JSON.stringify({ 'shardId-gone': '000' }));
    const { pump, batches } = pumpInto(() => done);
    await pump.drain();
    expect(batches).toEqual([['1']]);
  });
});
