/** A table of a fresh name on a DynamoDB Local, with its whole content in view. The benchmarks use it too. */
import { randomUUID } from 'node:crypto';
import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { LOCAL_AWS } from '../local/aws.ts';
import { createTableFromTemplate } from '../local/dynamodb.ts';
import { contentHash } from '../shared/domain/canonical.ts';
import { type Item, unpacked } from '../shared/table/item.ts';
import type { Key } from '../shared/table/keys.ts';
import { getItem, openTable, type Table } from '../shared/table/table.ts';

export interface FreshTable {
  readonly table: Table;
  /** Every item, by key, whatever client the table is used through. */
  scan(): Promise<Item[]>;
  /** The hash of all items; zipped content is compared unzipped. */
  hash(): Promise<string>;
  /** How many commands that may write were sent to it through its own client. */
  writes(): number;
  /** One item as it stands, or undefined. */
  look(key: Key): Promise<Item | undefined>;
  /** Puts an item as it is, past every rule: what an older release, an operator or a bug may have left. */
  put(item: Item): Promise<void>;
  /** The same table through another client. */
  through(client: DynamoDBClient): Table;
  /** Takes the table away; for runs that make thousands. */
  drop(): Promise<void>;
}

/** A client for a local endpoint that tries a request up to `attempts` times. */
export const clientOf = (endpoint: string, attempts = 1): DynamoDBClient =>
  new DynamoDBClient({ ...LOCAL_AWS, endpoint, maxAttempts: attempts });

const inOrder = (a: Item, b: Item): number =>
  a.pk < b.pk ? -1 : a.pk > b.pk ? 1 : a.sk < b.sk ? -1 : a.sk > b.sk ? 1 : 0;

const scanAll = async (client: DynamoDBDocumentClient, name: string): Promise<Item[]> => {
  const items: Item[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName: name, ConsistentRead: true, ExclusiveStartKey: start }),
    );
    items.push(...((page.Items ?? []) as Item[]));
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return items.sort(inOrder);
};

const readable = (item: Item): unknown =>
  item['zip'] === undefined ? item : { ...item, zip: unpacked({ zip: item['zip'] }) };

const made: FreshTable[] = [];

/** Takes away every table that this process has made, so that a long run does not carry them all. */
export const dropTables = async (): Promise<void> => {
  await Promise.all(made.splice(0).map((table) => table.drop()));
};

/**
 * The resource but for its stream, which nobody reads here: each write to a table with a stream makes DynamoDB Local
 * walk through all streams that there ever were, and after a thousand tests one put takes half a second.
 */
const withoutStream = (resource: unknown): unknown => {
  const { Properties, ...rest } = z
    .looseObject({ Properties: z.looseObject({ StreamSpecification: z.unknown() }) })
    .parse(resource);
  const { StreamSpecification: _stream, ...properties } = Properties;
  return { ...rest, Properties: properties };
};

/** Makes the table that a template's resource describes, without its stream. */
export const makeTable = async (endpoint: string, resource: unknown): Promise<FreshTable> => {
  const name = `table-${randomUUID()}`;
  const client = clientOf(endpoint, 3);
  let writes = 0;
  let dropped = false;
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        if (/^(Put|Update|Delete|BatchWrite|TransactWrite)/.test(commandName ?? '')) writes += 1;
        return next(args);
      },
    { step: 'initialize', name: 'countWrites' },
  );
  await createTableFromTemplate(client, withoutStream(resource), name);
  const clean = DynamoDBDocumentClient.from(client);
  const scan = () => scanAll(clean, name);
  const fresh: FreshTable = {
    table: openTable(name, client),
    scan,
    writes: () => writes,
    hash: async () => contentHash((await scan()).map(readable)),
    look: (key) => getItem(openTable(name, client), { pk: key.pk, sk: key.sk }, true),
    put: async (item) => {
      await clean.send(new PutCommand({ TableName: name, Item: item }));
    },
    through: (other) => openTable(name, other),
    drop: async () => {
      if (dropped) return;
      dropped = true;
      await client.send(new DeleteTableCommand({ TableName: name }));
      client.destroy();
    },
  };
  made.push(fresh);
  return fresh;
};
