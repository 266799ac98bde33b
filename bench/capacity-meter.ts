// Counts what a piece of work consumes: read and write units, items in transactions, and how many requests had to wait
// for one another. It stands in the SDK's middleware stack of the client under measure, and nowhere else.
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Attributes, type Index, indexesOf, indexUnits, itemSize, writeUnits } from './item-units.ts';

/** What some work has consumed. Units as DynamoDB bills them; index units are those of writes. */
export interface Consumed {
  readonly read: number;
  readonly write: number;
  readonly index: number;
  /** Requests that waited for one another: the longest chain. */
  readonly trips: number;
  readonly requests: number;
  /** Items of each transaction, in order. */
  readonly transactions: readonly number[];
}

interface Capacity {
  readonly CapacityUnits?: number;
  readonly Table?: { readonly CapacityUnits?: number };
  readonly GlobalSecondaryIndexes?: Readonly<Record<string, { readonly CapacityUnits?: number }>>;
}
interface TransactStep {
  readonly Put?: { readonly Item: Attributes };
  readonly ConditionCheck?: { readonly Key: Attributes };
}

const reads = new Set(['GetItem', 'BatchGetItem', 'Query']);

/** An item as it stands, read past the meter. */
export type Look = (key: { readonly pk: string; readonly sk: string }) => Promise<Attributes | undefined>;

/** Twice the units of the larger of before and after, per item; an index is written once, beside the transaction. */
const countTransaction = async (steps: readonly TransactStep[], indexes: readonly Index[], look: Look) => {
  let write = 0;
  let index = 0;
  for (const { Put, ConditionCheck } of steps) {
    const item = Put?.Item ?? ConditionCheck?.Key;
    if (item === undefined) throw new Error('found a step that is neither Put nor ConditionCheck');
    const before = await look({ pk: String(item['pk']), sk: String(item['sk']) });
    const sizes = [before, Put?.Item].map((one) => (one === undefined ? 0 : itemSize(one)));
    write += 2 * writeUnits(Math.max(...sizes));
    if (Put !== undefined) for (const one of indexes) index += indexUnits(one, before, Put.Item);
  }
  return { write, index };
};

const nothing: Consumed = { read: 0, write: 0, index: 0, trips: 0, requests: 0, transactions: [] };

/** Puts a meter into a client; the answer measures work that is done through it, one at a time. */
export const meter = (client: DynamoDBClient, tableResource: unknown, look: Look) => {
  const indexes = indexesOf(tableResource);
  let consumed = nothing;
  let depth = 0;
  const add = (more: Partial<Consumed>) => {
    consumed = {
      ...consumed,
      read: consumed.read + (more.read ?? 0),
      write: consumed.write + (more.write ?? 0),
      index: consumed.index + (more.index ?? 0),
      requests: consumed.requests + 1,
      transactions: [...consumed.transactions, ...(more.transactions ?? [])],
    };
  };
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const operation = String(context['commandName']).replace(/Command$/, '');
      const level = depth + 1;
      const input = args.input as unknown as Attributes;
      if (operation === 'TransactWriteItems') {
        const steps = input['TransactItems'] as TransactStep[];
        const units = await countTransaction(steps, indexes, look);
        const result = await next(args);
        add({ ...units, transactions: [steps.length] });
        depth = Math.max(depth, level);
        return result;
      }
      const result = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'INDEXES' } });
      const reported = (result.output as { ConsumedCapacity?: Capacity | Capacity[] }).ConsumedCapacity ?? [];
      for (const one of [reported].flat()) {
        const index = Object.values(one.GlobalSecondaryIndexes ?? {});
        const units = reads.has(operation)
          ? { read: one.CapacityUnits ?? 0 }
          : {
              write: one.Table?.CapacityUnits ?? 0,
              index: index.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0),
            };
        add(units);
      }
      depth = Math.max(depth, level);
      return result;
    },
    { step: 'serialize', priority: 'high', name: 'meter' },
  );
  return async (work: () => Promise<unknown>): Promise<Consumed> => {
    consumed = nothing;
    depth = 0;
    await work();
    return { ...consumed, trips: depth };
  };
};
