import { readFile } from 'node:fs/promises';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { documentFile, measureCapacity } from '../../bench/capacity.ts';
import { capacityDocument } from '../../bench/capacity-document.ts';
import { meter } from '../../bench/capacity-meter.ts';
import { excessOf, type Row } from '../../bench/capacity-row.ts';
import { indexesOf, indexUnits, itemSize, writeUnits } from '../../bench/item-units.ts';
import { transact } from '../../shared/table/table.ts';
import { clientOf } from '../fresh-table.ts';
import { freshTable } from '../table-fixture.ts';

const resource: unknown = JSON.parse(inject('tableResource'));
const indexes = indexesOf(resource);

describe('units counted from sizes', () => {
  const text = (maxLength: number) => fc.string({ unit: fc.constantFrom('a', 'b', 'ä', '€'), maxLength });
  const anyItem = fc
    .record({
      version: fc.oneof(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 20 })),
      body: fc.option(text(1400), { nil: undefined }),
      zip: fc.option(fc.uint8Array({ minLength: 1, maxLength: 1400 }), { nil: undefined }),
      line: fc.option(text(900), { nil: undefined }),
      unresolved: fc.option(fc.constantFrom('1|a', '2|b'), { nil: undefined }),
      entity: fc.option(fc.constantFrom('x', 'y'), { nil: undefined }),
    })
    .map(({ unresolved, entity, ...rest }) => ({
      pk: 'acme|def',
      sk: 'kpi|wait',
      ...rest,
      ...(unresolved === undefined ? {} : { gsi1pk: 'acme|unresolved', gsi1sk: unresolved }),
      ...(entity === undefined ? {} : { gsi2pk: 'acme|audit|kpi|wait', gsi2sk: entity }),
    }));

  it('are those that DynamoDB Local reports for a single write over what was there, of table and indexes', async () => {
    const { table, look } = await freshTable();
    await fc.assert(
      fc.asyncProperty(anyItem, async (item) => {
        const before = await look(item);
        const { ConsumedCapacity } = await table.client.send(
          new PutCommand({ TableName: table.name, Item: item, ReturnConsumedCapacity: 'INDEXES' }),
        );
        const sizes = [before, item].map((one) => (one === undefined ? 0 : itemSize(one)));
        expect(writeUnits(Math.max(...sizes))).toBe(ConsumedCapacity?.Table?.CapacityUnits);
        const reported = Object.values(ConsumedCapacity?.GlobalSecondaryIndexes ?? {});
        expect(indexes.reduce((sum, index) => sum + indexUnits(index, before, item), 0)).toBe(
          reported.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('of a transaction are two per started KB of each item, which DynamoDB Local gets wrong', async () => {
    const fresh = await freshTable();
    const client = clientOf(inject('dynamodbEndpoint'));
    const measure = meter(client, resource, fresh.look);
    const table = fresh.through(client);
    const put = (i: number, bytes: number) => ({
      step: {
        Put: { TableName: table.name, Item: { pk: 'acme|def', sk: `kpi|${i}`, body: 'x'.repeat(bytes) } },
      },
    });
    const small = await measure(() =>
      transact(
        table,
        Array.from({ length: 10 }, (_, i) => put(i, 10)),
      ),
    );
    expect(small).toMatchObject({ write: 20, index: 0, trips: 1, transactions: [10] });
    const large = await measure(() => transact(table, [put(20, 1500), put(21, 900)]));
    expect(large.write).toBe(2 * 2 + 2 * 1);
    const shrunk = await measure(() => transact(table, [put(20, 10)]));
    expect(shrunk.write).toBe(2 * 2);
  });
});

describe('what operations cost', () => {
  let rows: Row[];
  beforeAll(async () => {
    rows = await measureCapacity(inject('dynamodbEndpoint'), resource);
  }, 240_000);

  it('stays within its limits', () => {
    expect(rows.flatMap((row) => excessOf(row).map((excess) => `${row.operation}: ${excess}`))).toEqual([]);
    expect(rows.length).toBeGreaterThan(20);
  });

  it('is told where it does not', () => {
    const [first] = rows;
    if (first === undefined) throw new Error('nothing was measured');
    const limit = { read: first.consumed.read - 0.5, trips: first.consumed.trips - 1, items: 0 };
    expect(excessOf({ ...first, limit })).toEqual([
      `read: found ${first.consumed.read}, expected at most ${limit.read}`,
      `trips: found ${first.consumed.trips}, expected at most ${limit.trips}`,
    ]);
  });

  it('stands in docs/capacity.md, to a tenth or one unit', async () => {
    const cellsOf = (text: string) =>
      text
        .split('\n')
        .filter((line) => line.startsWith('| '))
        .map((line) => line.split('|').map((cell) => cell.trim()));
    const written = cellsOf(await readFile(documentFile, 'utf8'));
    const measured = cellsOf(capacityDocument(rows));
    const [operation, read, write, index, trips, items, limit] = [1, 2, 3, 4, 5, 6, 7];
    const stable = (lines: string[][]) =>
      lines.map((cells) => [operation, trips, items, limit].map((at) => cells[at ?? 0]));
    expect(stable(written)).toEqual(stable(measured));
    for (const [i, cells] of measured.slice(1).entries())
      for (const at of [read, write, index]) {
        const now = Number(cells[at ?? 0]);
        const then = Number(written[i + 1]?.[at ?? 0]);
        expect(
          Math.abs(now - then),
          `${cells[1]}: found ${then} in the document, measured ${now}`,
        ).toBeLessThanOrEqual(Math.max(1, now / 10));
      }
  });
});
