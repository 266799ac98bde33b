// The faults that every other test relies on are what they claim to be.
import {
  BatchGetCommand,
  BatchWriteCommand,
  QueryCommand,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { Crash, type FaultPlan } from '../faults.ts';
import type { FreshTable } from '../fresh-table.ts';
import { randomOf } from '../random.ts';
import { broken, freshTable } from '../table-fixture.ts';

let fresh: FreshTable;
const pk = 'acme|def';
const key = (i: number) => ({ pk, sk: `kpi|${i}` });
beforeEach(async () => {
  fresh = await freshTable();
  for (let i = 0; i < 6; i++) await fresh.put(key(i));
});

const through = (plan: FaultPlan, attempts = 1) => {
  const { table, faults } = broken(fresh, plan, attempts);
  const TableName = table.name;
  return {
    faults,
    query: (over: object = {}) =>
      table.client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': pk },
          ...over,
        }),
      ),
    put: (i: number) =>
      table.client.send(new TransactWriteCommand({ TransactItems: [{ Put: { TableName, Item: key(i) } }] })),
    getAll: () =>
      table.client.send(
        new BatchGetCommand({ RequestItems: { [TableName]: { Keys: [0, 1, 2, 3, 4, 5].map(key) } } }),
      ),
    putAll: (from: number) =>
      table.client.send(
        new BatchWriteCommand({
          RequestItems: {
            [TableName]: [from, from + 1, from + 2].map((i) => ({ PutRequest: { Item: key(i) } })),
          },
        }),
      ),
  };
};
const count = async () => (await fresh.scan()).length;

describe('an injected fault', () => {
  it('throttles before anything is done, under the SDK’s retries', async () => {
    const alone = through({ rules: [{ fault: 'throttle' }] });
    await expect(alone.put(9)).rejects.toMatchObject({ name: 'ProvisionedThroughputExceededException' });
    expect(await count()).toBe(6);
    const retried = through({ rules: [{ fault: 'throttle', times: 2 }] }, 3);
    await retried.put(9);
    expect(retried.faults.injected).toHaveLength(2);
    expect(await count()).toBe(7);
  });

  it('times out before, or loses the answer after', async () => {
    await expect(through({ rules: [{ fault: 'time-out' }] }).put(7)).rejects.toMatchObject({
      name: 'TimeoutError',
    });
    expect(await count()).toBe(6);
    await expect(through({ rules: [{ fault: 'lost-acknowledgement' }] }).put(7)).rejects.toMatchObject({
      name: 'TimeoutError',
    });
    expect(await count()).toBe(7);
  });

  it('makes transactions conflict, and nothing else', async () => {
    const { put, query } = through({ rules: [{ fault: 'conflict', times: Infinity }] });
    await query();
    await expect(put(7)).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'TransactionConflict' }],
    });
  });

  it('cuts a page short with the cursor that DynamoDB gives', async () => {
    const page = await through({ seed: 4, rules: [{ fault: 'short-page' }] }).query();
    const found = page.Items?.length ?? 0;
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(6);
    expect(page.LastEvaluatedKey).toEqual(key(found - 1));
  });

  it('empties a page with a cursor after which everything is still to come, in either direction', async () => {
    for (const over of [{}, { ScanIndexForward: false }]) {
      const { query } = through({ rules: [{ fault: 'empty-page' }] });
      const page = await query(over);
      expect(page.Items).toEqual([]);
      const rest = await query({ ...over, ExclusiveStartKey: page.LastEvaluatedKey });
      expect(rest.Items).toHaveLength(6);
      expect(rest.LastEvaluatedKey).toBeUndefined();
    }
  });

  it('leaves a part of a batch unprocessed, and does the other', async () => {
    const { getAll, putAll, faults } = through({ seed: 2, rules: [{ fault: 'unprocessed', times: 2 }] });
    const read = await getAll();
    const name = fresh.table.name;
    expect((read.Responses?.[name]?.length ?? 0) + (read.UnprocessedKeys?.[name]?.Keys?.length ?? 0)).toBe(6);
    expect(read.UnprocessedKeys?.[name]?.Keys?.length).toBeGreaterThan(0);
    const written = await putAll(10);
    const left = written.UnprocessedItems?.[name]?.length ?? 0;
    expect(left).toBeGreaterThan(0);
    expect(await count()).toBe(6 + 3 - left);
    expect(faults.injected).toHaveLength(2);
    expect((await getAll()).UnprocessedKeys).toEqual({});
  });

  it('crashes before or after, past the SDK’s retries', async () => {
    const before = through({ rules: [{ fault: 'crash-before', on: ['TransactWriteItems'] }] }, 3);
    await before.query();
    await expect(before.put(7)).rejects.toBeInstanceOf(Crash);
    expect(await count()).toBe(6);
    const after = through({ rules: [{ fault: 'crash-after' }] }, 3);
    await expect(after.put(7)).rejects.toThrow('crash after TransactWriteItems');
    expect(await count()).toBe(7);
  });
});

describe('a plan', () => {
  it('strikes where it says: after some, so often, at this kind of item', async () => {
    const { query, put, faults } = through({
      rules: [
        { fault: 'time-out', on: ['Query'], skip: 2, times: 2 },
        { fault: 'throttle', touching: 'head', times: Infinity },
      ],
    });
    const ends = [];
    for (let i = 0; i < 6; i++)
      ends.push(
        await query().then(
          () => 'ok',
          () => 'fault',
        ),
      );
    expect(ends).toEqual(['ok', 'ok', 'fault', 'fault', 'ok', 'ok']);
    await put(7);
    expect(faults.injected.map(({ touched }) => touched)).toEqual([['def'], ['def']]);
  });

  it('strikes the same requests for the same seed, others for another, and none once it is healed', async () => {
    const run = async (seed: number) => {
      const { query, faults } = through({
        seed,
        rules: [{ fault: 'time-out', times: Infinity, share: 0.5 }],
      });
      const ends: boolean[] = [];
      for (let i = 0; i < 16; i++)
        ends.push(
          await query().then(
            () => true,
            () => false,
          ),
        );
      faults.heal();
      await query();
      expect(faults.injected).toHaveLength(ends.filter((fine) => !fine).length);
      return ends;
    };
    const first = await run(1);
    expect(await run(1)).toEqual(first);
    expect(await run(2)).not.toEqual(first);
  });

  it('draws numbers that are spread over 0 to 1', () => {
    const random = randomOf(3);
    const drawn = Array.from({ length: 1000 }, random);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThan(1);
    for (let tenth = 0; tenth < 10; tenth++)
      expect(drawn.filter((one) => Math.floor(one * 10) === tenth).length).toBeGreaterThan(60);
  });
});
