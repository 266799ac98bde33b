// The table in memory is held to DynamoDB Local: any series of the commands that the service sends has the same answers
// and leaves the same items.
import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshTable } from '../table-fixture.ts';
import { MemoryTable } from './memory-table.ts';

type Make = (TableName: string) => unknown;
const pk = fc.constantFrom('acme|def', 'acme|finding', 'rival|def');
const sk = fc.constantFrom('a', 'a|1', 'b', 'kpi|x');
const key = fc.record({ pk, sk });
const version = fc.integer({ min: 0, max: 2 });
// Sort keys of the index differ from item to item, as they do in the service: the order of equal ones is nobody's promise.
const item = fc
  .record({
    pk,
    sk,
    version,
    line: fc.constantFrom('one', undefined),
    state: fc.constantFrom('queued', 'sent', undefined),
    gsi1pk: fc.constantFrom('acme|unresolved', undefined),
    level: fc.constantFrom('0', '1'),
  })
  .map(({ level, ...rest }) => ({ ...rest, gsi1sk: `${level}|${rest.pk}|${rest.sk}` }));
const condition = fc.oneof(
  fc.constant({}),
  fc.constantFrom('attribute_not_exists(pk)', 'attribute_exists(pk)').map((ConditionExpression) => ({
    ConditionExpression,
  })),
  version.map((one) => ({
    ConditionExpression: 'attribute_not_exists(pk) OR version <= :v',
    ExpressionAttributeValues: { ':v': one },
  })),
  version.map((one) => ({
    ConditionExpression: '#version = :v AND attribute_exists(#version)',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':v': one },
  })),
);
const update = fc.tuple(key, fc.constantFrom('queued', 'sent'), fc.boolean()).map(([Key, to, clears]) =>
  clears
    ? { Key, UpdateExpression: 'REMOVE version', ConditionExpression: 'attribute_exists(pk)' }
    : {
        Key,
        UpdateExpression: 'SET #state = :to, version = :one',
        ConditionExpression: '#state IN (:to, :queued)',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':to': to, ':queued': 'queued', ':one': 1 },
      },
);
const step = fc.oneof(
  fc.tuple(item, condition).map(([Item, when]) => (TableName: string) => ({
    Put: { TableName, Item, ...when },
  })),
  update.map((one) => (TableName: string) => ({ Update: { TableName, ...one } })),
  key.map((Key) => (TableName: string) => ({
    ConditionCheck: { TableName, Key, ConditionExpression: 'attribute_not_exists(pk)' },
  })),
  key.map((Key) => (TableName: string) => ({ Delete: { TableName, Key } })),
);
const question = fc
  .record({
    pk,
    index: fc.boolean(),
    newestFirst: fc.boolean(),
    limit: fc.constantFrom(1, 2, undefined),
    range: fc.nat(3),
  })
  .map(
    ({ pk: partition, index, newestFirst, limit, range }): Make =>
      (TableName) => {
        const sortKey = index ? 'gsi1sk' : 'sk';
        const part =
          ['', ' AND begins_with(#sk, :sk)', ' AND #sk >= :sk', ' AND #sk BETWEEN :sk AND :to'][range] ?? '';
        return new QueryCommand({
          TableName,
          ...(index ? { IndexName: 'unresolved' } : { ConsistentRead: true }),
          KeyConditionExpression: `#pk = :pk${part}`,
          FilterExpression: index
            ? 'attribute_exists(#line)'
            : 'attribute_exists(#line) OR attribute_exists(version)',
          ScanIndexForward: !newestFirst,
          ...(limit === undefined ? {} : { Limit: limit }),
          ExpressionAttributeNames: {
            '#pk': index ? 'gsi1pk' : 'pk',
            '#line': 'line',
            ...(part === '' ? {} : { '#sk': sortKey }),
          },
          ExpressionAttributeValues: {
            ':pk': index ? 'acme|unresolved' : partition,
            ...(part === '' ? {} : { ':sk': index ? '0' : 'a' }),
            ...(part.includes(':to') ? { ':to': index ? '0' : 'b' } : {}),
          },
        });
      },
  );
const command: fc.Arbitrary<Make> = fc.oneof(
  fc.tuple(item, condition).map(
    ([Item, when]): Make =>
      (TableName) =>
        new PutCommand({ TableName, Item, ...when }),
  ),
  update.map(
    (one): Make =>
      (TableName) =>
        new UpdateCommand({ TableName, ...one }),
  ),
  key.map(
    (Key): Make =>
      (TableName) =>
        new DeleteCommand({ TableName, Key, ReturnValues: 'ALL_OLD' }),
  ),
  key.map(
    (Key): Make =>
      (TableName) =>
        new GetCommand({ TableName, Key, ConsistentRead: true }),
  ),
  fc.uniqueArray(key, { minLength: 1, maxLength: 3, selector: (one) => `${one.pk} ${one.sk}` }).map(
    (Keys): Make =>
      (TableName) =>
        new BatchGetCommand({ RequestItems: { [TableName]: { Keys, ConsistentRead: true } } }),
  ),
  fc.uniqueArray(key, { minLength: 1, maxLength: 3, selector: (one) => `${one.pk} ${one.sk}` }).map(
    (all): Make =>
      (TableName) =>
        new BatchWriteCommand({
          RequestItems: { [TableName]: all.map((Key) => ({ DeleteRequest: { Key } })) },
        }),
  ),
  fc
    .uniqueArray(step, { minLength: 1, maxLength: 3, selector: (make) => JSON.stringify(placeOf(make(''))) })
    .map(
      (steps): Make =>
        (TableName) =>
          new TransactWriteCommand({ TransactItems: steps.map((make) => make(TableName)) }),
    ),
  question,
  fc.constant<Make>(
    (TableName) =>
      new ScanCommand({
        TableName,
        FilterExpression: 'begins_with(pk, :tenant)',
        ExpressionAttributeValues: { ':tenant': 'acme|' },
      }),
  ),
);

function placeOf(made: object): unknown {
  const [one] = Object.values(made) as { Key?: object; Item?: { pk: string; sk: string } }[];
  return one?.Key ?? { pk: one?.Item?.pk, sk: one?.Item?.sk };
}

/** What an answer says, without what only a real store adds; items that come in no order are sorted. */
const saidBy = async (answer: () => unknown): Promise<unknown> => {
  try {
    const {
      $metadata: _metadata,
      Count: _count,
      ScannedCount: _scanned,
      ConsumedCapacity: _capacity,
      ItemCollectionMetrics: _metrics,
      UnprocessedKeys,
      UnprocessedItems,
      Responses,
      ...rest
    } = (await answer()) as Record<string, unknown>;
    const found = Object.values((Responses ?? {}) as Record<string, { pk: string; sk: string }[]>).flat();
    return {
      ...rest,
      found: found.map((one) => JSON.stringify(Object.entries(one).sort())).sort(),
      rest: [UnprocessedKeys, UnprocessedItems].filter((left) => Object.keys(left ?? {}).length > 0),
    };
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return error.name;
    if (error instanceof TransactionCanceledException)
      return (error.CancellationReasons ?? []).map(({ Code }) => Code);
    throw error;
  }
};
const isScan = (made: unknown): boolean => made instanceof ScanCommand;
const inOrder = (said: unknown): unknown => {
  const items = (said as { Items?: { pk: string; sk: string }[] }).Items ?? [];
  return [...items].sort((a, b) => (`${a.pk} ${a.sk}` < `${b.pk} ${b.sk}` ? -1 : 1));
};

describe('the table in memory', () => {
  it('answers as DynamoDB Local does, and keeps the same items', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 4, maxLength: 30 }), async (makes) => {
        const fresh = await freshTable();
        const memory = new MemoryTable();
        const client: DynamoDBDocumentClient = fresh.table.client;
        for (const make of makes) {
          const made = make(fresh.table.name);
          const real = await saidBy(() => client.send(made as never));
          const ours = await saidBy(() => memory.run(made));
          if (isScan(made)) expect(inOrder(ours)).toEqual(inOrder(real));
          else expect(ours).toEqual(real);
        }
        expect(memory.items()).toEqual(await fresh.scan());
        await fresh.drop();
      }),
      { numRuns: Number(process.env['SERIES'] ?? 30) },
    );
  }, 120_000);

  it('refuses an expression that it does not know', () => {
    const put = { TableName: 't', Item: { pk: 'a', sk: 'b' } };
    expect(() =>
      new MemoryTable().run(new PutCommand({ ...put, ConditionExpression: 'size(pk) > :n' })),
    ).toThrow('no such expression is known');
  });

  it('lets a late read see an earlier moment, and a strong one never', () => {
    const memory = new MemoryTable();
    const Key = { pk: 'a', sk: 'b' };
    for (const version of [1, 2]) memory.run(new PutCommand({ TableName: 't', Item: { ...Key, version } }));
    const behind = { behind: 1, most: 9 };
    const versionOf = (answer: unknown) => (answer as { Item?: { version: number } }).Item?.version;
    expect(versionOf(memory.run(new GetCommand({ TableName: 't', Key }), behind))).toBe(1);
    expect(versionOf(memory.run(new GetCommand({ TableName: 't', Key, ConsistentRead: true }), behind))).toBe(
      2,
    );
  });
});
