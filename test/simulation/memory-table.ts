// A table in memory that answers the service's commands as DynamoDB does: conditions, transactions, pages that are cut
// before their filter, indexes, a stream. Reads that are not strong may see an earlier moment. A test holds it to
// DynamoDB Local.
import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  type BatchGetCommandInput,
  BatchWriteCommand,
  type BatchWriteCommandInput,
  DeleteCommand,
  type DeleteCommandInput,
  GetCommand,
  type GetCommandInput,
  PutCommand,
  type PutCommandInput,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
  type ScanCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { type Attributes, holds, type Placeholders, updated } from './expressions.ts';

/** What was written to the stream: a key, the item's type as it became, and its place. */
export interface Written {
  readonly pk: string;
  readonly sk: string;
  /** Undefined where the item was removed. */
  readonly item: Attributes | undefined;
  readonly isNew: boolean;
}

/** How a read or a batch goes, where DynamoDB leaves it open. */
export interface Reading {
  /** How many writes ago an eventually consistent read may look at. */
  readonly behind: number;
  /** The most items of a page, or keys of a batch. */
  readonly most: number;
}
const whole: Reading = { behind: 0, most: Number.POSITIVE_INFINITY };

interface Moment {
  readonly at: number;
  readonly item: Attributes | undefined;
}
interface Condition extends Placeholders {
  readonly expression: string | undefined;
}

interface Index {
  readonly keys: readonly [pk: string, sk: string];
  /** The attributes that it holds beside the keys. */
  readonly holds: readonly string[];
}
const indexes: Readonly<Record<string, Index>> = {
  unresolved: { keys: ['gsi1pk', 'gsi1sk'], holds: ['line'] },
  'by-entity': { keys: ['gsi2pk', 'gsi2sk'], holds: ['body', 'zip'] },
};
const own = ['pk', 'sk'] as const;
const byteOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const metadata = { $metadata: {} };
const defined = (item: Attributes): Attributes =>
  Object.freeze(Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)));
const conditionOf = (input: {
  ConditionExpression?: string | undefined;
  ExpressionAttributeNames?: Record<string, string> | undefined;
  ExpressionAttributeValues?: Record<string, unknown> | undefined;
}): Condition => ({
  expression: input.ConditionExpression,
  names: input.ExpressionAttributeNames,
  values: input.ExpressionAttributeValues,
});

/** How many moments of an item are remembered for late reads. */
const remembered = 6;

/** One table. */
export class MemoryTable {
  readonly #slots = new Map<string, Map<string, Moment[]>>();
  /** By index and partition: the slots that ever stood in it. */
  readonly #indexed = new Map<string, Set<Moment[]>>();
  readonly #stream: Written[] = [];
  #at = 0;

  /** Another table with the same items and an empty stream. */
  copy(): MemoryTable {
    const copy = new MemoryTable();
    copy.#at = this.#at;
    for (const item of this.items()) copy.#keep(copy.#moments(item), { at: 0, item });
    return copy;
  }

  /** The sort keys of a partition's items. */
  sortKeys(pk: string): string[] {
    return [...(this.#slots.get(pk) ?? [])].flatMap(([sk, moments]) =>
      moments.at(-1)?.item === undefined ? [] : [sk],
    );
  }

  /** Everything that was ever written, in order. */
  get stream(): readonly Written[] {
    return this.#stream;
  }

  /** Every item there is, by key. */
  items(): Attributes[] {
    const present: Attributes[] = [];
    for (const slots of this.#slots.values())
      for (const moments of slots.values()) {
        const item = moments.at(-1)?.item;
        if (item !== undefined) present.push(item);
      }
    return present.sort(
      (a, b) => byteOrder(String(a['pk']), String(b['pk'])) || byteOrder(String(a['sk']), String(b['sk'])),
    );
  }

  /** Carries out a command of the document client. */
  run(command: unknown, reading: Reading = whole): unknown {
    if (command instanceof GetCommand) return this.#get(command.input, reading);
    if (command instanceof BatchGetCommand) return this.#batchGet(command.input, reading);
    if (command instanceof QueryCommand) return this.#query(command.input, reading);
    if (command instanceof ScanCommand) return this.#scan(command.input, reading);
    if (command instanceof PutCommand) return this.#put(command.input);
    if (command instanceof UpdateCommand) return this.#update(command.input);
    if (command instanceof DeleteCommand) return this.#delete(command.input);
    if (command instanceof BatchWriteCommand) return this.#batchWrite(command.input, reading);
    if (command instanceof TransactWriteCommand) return this.#transact(command.input);
    throw new Error(`no such command is known: ${(command as object).constructor.name}`);
  }

  #moments(key: Attributes): Moment[] {
    const pk = String(key['pk']);
    const sk = String(key['sk']);
    const slots = this.#slots.get(pk) ?? new Map<string, Moment[]>();
    const moments = slots.get(sk) ?? [];
    this.#slots.set(pk, slots.set(sk, moments));
    return moments;
  }

  #read(moments: readonly Moment[], behind: number): Attributes | undefined {
    for (let i = moments.length - 1; i >= 0; i--) {
      const moment = moments[i];
      if (moment !== undefined && moment.at <= this.#at - behind) return moment.item;
    }
    // What is older than all that is remembered is forgotten: the oldest that is known is as late as a read gets.
    return moments.length === remembered ? moments[0]?.item : undefined;
  }

  #present(key: Attributes): Attributes | undefined {
    return this.#moments(key).at(-1)?.item;
  }

  #keep(moments: Moment[], moment: Moment): void {
    moments.push(moment);
    if (moments.length > remembered) moments.shift();
    for (const [index, { keys }] of Object.entries(indexes)) {
      const pk = moment.item?.[keys[0]];
      if (pk === undefined) continue;
      const name = `${index} ${String(pk)}`;
      this.#indexed.set(name, (this.#indexed.get(name) ?? new Set()).add(moments));
    }
  }

  #write(key: Attributes, item: Attributes | undefined): void {
    const moments = this.#moments(key);
    const isNew = moments.at(-1)?.item === undefined;
    this.#keep(moments, { at: ++this.#at, item });
    this.#stream.push({ pk: String(key['pk']), sk: String(key['sk']), item, isNew });
  }

  #meets(key: Attributes, { expression, ...placeholders }: Condition): boolean {
    return expression === undefined || holds(expression, this.#present(key), placeholders);
  }

  #require(key: Attributes, condition: Condition): void {
    if (!this.#meets(key, condition))
      throw new ConditionalCheckFailedException({ message: 'The conditional request failed', ...metadata });
  }

  #get({ Key, ConsistentRead }: GetCommandInput, { behind }: Reading): unknown {
    const item = this.#read(this.#moments(Key ?? {}), ConsistentRead === true ? 0 : behind);
    return item === undefined ? {} : { Item: { ...item } };
  }

  #batchGet({ RequestItems }: BatchGetCommandInput, { behind, most }: Reading): unknown {
    const [name = '', { Keys = [], ConsistentRead = false } = {}] =
      Object.entries(RequestItems ?? {})[0] ?? [];
    const taken = Keys.slice(0, Math.max(1, most));
    const rest = Keys.slice(taken.length);
    return {
      Responses: {
        [name]: taken.flatMap((key) => {
          const item = this.#read(this.#moments(key), ConsistentRead ? 0 : behind);
          return item === undefined ? [] : [{ ...item }];
        }),
      },
      ...(rest.length === 0 ? {} : { UnprocessedKeys: { [name]: { Keys: rest, ConsistentRead } } }),
    };
  }

  /** The items that a query's key condition meets, in the order of the index. */
  #matching(input: QueryCommandInput, behind: number): Attributes[] {
    const [pkName, skName] = indexes[input.IndexName ?? '']?.keys ?? own;
    const placeholders = { names: input.ExpressionAttributeNames, values: input.ExpressionAttributeValues };
    const pk = String(input.ExpressionAttributeValues?.[':pk']);
    const slots =
      input.IndexName === undefined
        ? [...(this.#slots.get(pk)?.values() ?? [])]
        : [...(this.#indexed.get(`${input.IndexName} ${pk}`) ?? [])];
    const late = input.ConsistentRead === true ? 0 : behind;
    const found = slots.flatMap((moments) => {
      const item = this.#read(moments, late);
      return item?.[pkName] === undefined || item[skName] === undefined ? [] : [item];
    });
    const placeOf = (item: Attributes) =>
      `${String(item[skName])}\u0000${String(item['pk'])}\u0000${String(item['sk'])}`;
    const sorted = found
      .filter((item) => holds(input.KeyConditionExpression ?? '', item, placeholders))
      .sort((a, b) => byteOrder(placeOf(a), placeOf(b)));
    if (input.ScanIndexForward === false) sorted.reverse();
    const start = input.ExclusiveStartKey;
    if (start === undefined) return sorted;
    const after = placeOf(start);
    return sorted.filter((item) =>
      input.ScanIndexForward === false ? placeOf(item) < after : placeOf(item) > after,
    );
  }

  #query(input: QueryCommandInput, { behind, most }: Reading): unknown {
    const index = indexes[input.IndexName ?? ''];
    const names = [...new Set([...(index?.keys ?? []), ...own])];
    const held = new Set([...names, ...(index?.holds ?? [])]);
    const all = this.#matching(input, behind).map((item) =>
      index === undefined
        ? item
        : Object.fromEntries(Object.entries(item).filter(([name]) => held.has(name))),
    );
    return this.#page(
      input,
      all,
      Math.min(input.Limit ?? Number.POSITIVE_INFINITY, Math.max(1, most)),
      names,
    );
  }

  #scan(input: ScanCommandInput, { most }: Reading): unknown {
    const start = input.ExclusiveStartKey;
    const key = (item: Attributes) => `${String(item['pk'])}\u0000${String(item['sk'])}`;
    const all = this.items().filter((item) => start === undefined || key(item) > key(start));
    return this.#page(input, all, Math.max(1, most), [...own]);
  }

  /** A page of what was found: cut first, filtered then. A full page names its last key, though nothing may follow. */
  #page(
    input: Pick<
      ScanCommandInput,
      'FilterExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues'
    >,
    all: readonly Attributes[],
    most: number,
    names: readonly string[],
  ): unknown {
    const page = all.slice(0, most);
    const last = page.at(-1);
    const placeholders = { names: input.ExpressionAttributeNames, values: input.ExpressionAttributeValues };
    const { FilterExpression: filter } = input;
    return {
      Items: page
        .filter((item) => filter === undefined || holds(filter, item, placeholders))
        .map((item) => ({ ...item })),
      ...(last === undefined || page.length < most
        ? {}
        : { LastEvaluatedKey: Object.fromEntries(names.map((name) => [name, last[name]])) }),
    };
  }

  #put(input: PutCommandInput): unknown {
    const item = defined(input.Item ?? {});
    this.#require(item, conditionOf(input));
    this.#write(item, item);
    return {};
  }

  #update(input: UpdateCommandInput): unknown {
    const key = input.Key ?? {};
    const condition = conditionOf(input);
    this.#require(key, condition);
    this.#write(
      key,
      defined(updated(input.UpdateExpression ?? '', { ...key, ...this.#present(key) }, condition)),
    );
    return {};
  }

  #delete(input: DeleteCommandInput): unknown {
    const key = input.Key ?? {};
    this.#require(key, conditionOf(input));
    const before = this.#present(key);
    if (before !== undefined) this.#write(key, undefined);
    return input.ReturnValues === 'ALL_OLD' && before !== undefined ? { Attributes: before } : {};
  }

  #batchWrite({ RequestItems }: BatchWriteCommandInput, { most }: Reading): unknown {
    const [name = '', requests = []] = Object.entries(RequestItems ?? {})[0] ?? [];
    const taken = requests.slice(0, Math.max(1, most));
    for (const { PutRequest, DeleteRequest } of taken) {
      if (PutRequest?.Item !== undefined) this.#put({ TableName: name, Item: PutRequest.Item });
      if (DeleteRequest?.Key !== undefined) this.#delete({ TableName: name, Key: DeleteRequest.Key });
    }
    const rest = requests.slice(taken.length);
    return rest.length === 0 ? {} : { UnprocessedItems: { [name]: rest } };
  }

  #transact({ TransactItems = [] }: TransactWriteCommandInput): unknown {
    const reasons = TransactItems.map(({ Put, Update, Delete, ConditionCheck }) => {
      const one = Put ?? Update ?? Delete ?? ConditionCheck;
      const key = Put?.Item ?? Update?.Key ?? Delete?.Key ?? ConditionCheck?.Key ?? {};
      return one === undefined || this.#meets(key, conditionOf(one)) ? 'None' : 'ConditionalCheckFailed';
    });
    if (reasons.some((reason) => reason !== 'None'))
      throw new TransactionCanceledException({
        message: 'Transaction cancelled',
        CancellationReasons: reasons.map((Code) => ({ Code })),
        ...metadata,
      });
    for (const { Put, Update, Delete } of TransactItems) {
      if (Put !== undefined) this.#put({ TableName: Put.TableName, Item: Put.Item });
      if (Update !== undefined)
        this.#update({ ...Update, ConditionExpression: undefined } as UpdateCommandInput);
      if (Delete !== undefined) this.#delete({ TableName: Delete.TableName, Key: Delete.Key });
    }
    return {};
  }
}
