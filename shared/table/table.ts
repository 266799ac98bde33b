// The one way to DynamoDB. Its exceptions become refusals that the caller can explain; nothing else of the SDK
// leaves this folder.
import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { Refusal } from '../domain/problem.ts';
import type { Item } from './item.ts';
import { byEntityIndex, type Key, unresolvedIndex } from './keys.ts';

export type Step = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
/** A step of a transaction, and what it means when its condition does not hold. */
export interface Guarded {
  readonly step: Step;
  readonly otherwise?: () => Refusal;
}

/** A table and the client that reaches it. */
export interface Table {
  readonly name: string;
  readonly client: DynamoDBDocumentClient;
}

/** ms; without these a connection that hangs would eat all of a function's time. */
const patience = { connectionTimeout: 1000, requestTimeout: 5000, throwOnRequestTimeout: true };

/** The table of this name. A client may be given, so that tests can count, cut and break. */
export const openTable = (
  name: string,
  client: DynamoDBClient = new DynamoDBClient({ requestHandler: patience }),
): Table => ({
  name,
  client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
});

const passing = new Set([
  'ProvisionedThroughputExceededException',
  'ThrottlingException',
  'RequestLimitExceeded',
  'InternalServerError',
  'TransactionInProgressException',
  'TransactionConflictException',
  'TimeoutError',
  'ServiceUnavailable',
  'ServiceUnavailableException',
]);
/** What Node calls a connection that was not made, or broke. */
const broken = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)/;
const transient = (error: unknown): boolean =>
  error instanceof Error &&
  (passing.has(error.name) ||
    (error as { $retryable?: unknown }).$retryable !== undefined ||
    broken.test(String((error as { code?: unknown }).code)));

/** A passing fault as a refusal that says when to try again; anything else as it is. */
export const asRefusal = (error: unknown): unknown =>
  error instanceof Refusal || !transient(error)
    ? error
    : new Refusal('temporarily-unavailable', 'The store did not answer in time; try again.', [], 2);

/** The answer to one command, with a passing fault made a refusal. */
export const sent = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    throw asRefusal(error);
  }
};

/** Whether a write was refused by its own condition. */
export const conditionFailed = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ConditionalCheckFailedException';

/** One item, or undefined. */
export const getItem = async (
  { client, name }: Table,
  key: Key,
  strong = false,
): Promise<Item | undefined> => {
  const { Item } = await sent(
    client.send(new GetCommand({ TableName: name, Key: key, ConsistentRead: strong })),
  );
  return Item as Item | undefined;
};

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Many items in any order, each once; keys that DynamoDB leaves unprocessed are asked for again. */
export const getItems = async (
  { client, name }: Table,
  wanted: readonly Key[],
  strong = false,
): Promise<Item[]> => {
  const found: Item[] = [];
  const once = [...new Map(wanted.map((key) => [`${key.pk} ${key.sk}`, key])).values()];
  for (let start = 0; start < once.length; start += 100) {
    let rest: readonly Key[] = once.slice(start, start + 100);
    for (let attempt = 0; rest.length > 0; attempt++) {
      if (attempt === 8) throw new Refusal('temporarily-unavailable', 'The store is busy; try again.', [], 2);
      if (attempt > 0) await pause(2 ** attempt * 10);
      const answer = await sent(
        client.send(
          new BatchGetCommand({ RequestItems: { [name]: { Keys: [...rest], ConsistentRead: strong } } }),
        ),
      );
      found.push(...((answer.Responses?.[name] ?? []) as Item[]));
      rest = (answer.UnprocessedKeys?.[name]?.Keys ?? []) as Key[];
    }
  }
  return found;
};

/** What a query asks for. */
export interface Question {
  readonly pk: string;
  readonly begins?: string;
  /** The first sort key, and with it the last one. */
  readonly from?: string;
  readonly to?: string;
  readonly index?: string;
  readonly strong?: boolean;
  readonly newestFirst?: boolean;
  readonly limit?: number;
  readonly after?: Readonly<Record<string, string>> | undefined;
  readonly filter?: {
    readonly expression: string;
    readonly names: Record<string, string>;
    readonly values: Record<string, unknown>;
  };
}
const indexKeys: Readonly<Record<string, readonly [string, string]>> = {
  [unresolvedIndex]: ['gsi1pk', 'gsi1sk'],
  [byEntityIndex]: ['gsi2pk', 'gsi2sk'],
};

const queryOnce = async ({ client, name }: Table, question: Question, start: Question['after']) => {
  const [pk, sk] = (question.index && indexKeys[question.index]) || ['pk', 'sk'];
  const range =
    question.begins !== undefined
      ? ' AND begins_with(#sk, :sk)'
      : question.from === undefined
        ? ''
        : question.to === undefined
          ? ' AND #sk >= :sk'
          : ' AND #sk BETWEEN :sk AND :to';
  const answer = await sent(
    client.send(
      new QueryCommand({
        TableName: name,
        ...(question.index === undefined ? {} : { IndexName: question.index }),
        KeyConditionExpression: `#pk = :pk${range}`,
        ExpressionAttributeNames: {
          '#pk': pk as string,
          ...(range === '' ? {} : { '#sk': sk as string }),
          ...question.filter?.names,
        },
        ExpressionAttributeValues: {
          ':pk': question.pk,
          ...(range === '' ? {} : { ':sk': question.begins ?? question.from }),
          ...(range.includes(':to') ? { ':to': question.to } : {}),
          ...question.filter?.values,
        },
        ...(question.filter === undefined ? {} : { FilterExpression: question.filter.expression }),
        ...(question.strong === true && question.index === undefined ? { ConsistentRead: true } : {}),
        ...(question.newestFirst === true ? { ScanIndexForward: false } : {}),
        ...(question.limit === undefined ? {} : { Limit: question.limit }),
        ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      }),
    ),
  );
  return { items: (answer.Items ?? []) as Item[], next: answer.LastEvaluatedKey as Question['after'] };
};

/** Everything that a question finds, page after page; a short or an empty page is not the end. */
export const queryAll = async (table: Table, question: Question): Promise<Item[]> => {
  const found: Item[] = [];
  let start = question.after;
  do {
    const { items, next } = await queryOnce(table, question, start);
    found.push(...items);
    start = next;
  } while (start !== undefined);
  return found;
};

/** Up to `limit` items and the key to go on after, page after page until they are together. */
export const queryPage = async (
  table: Table,
  question: Question & { readonly limit: number },
): Promise<{ items: Item[]; next: Question['after'] }> => {
  const found: Item[] = [];
  let start = question.after;
  do {
    const { items, next } = await queryOnce(
      table,
      { ...question, limit: question.limit - found.length },
      start,
    );
    found.push(...items);
    start = next;
  } while (start !== undefined && found.length < question.limit);
  return { items: found, next: start };
};

/**
 * One transaction. A condition that does not hold throws what its step says; a conflict with another transaction
 * is tried again, then refused as temporary.
 */
export const transact = async (table: Table, steps: readonly Guarded[]): Promise<void> => {
  const command = { TransactItems: steps.map(({ step }) => step) };
  for (let attempt = 0; ; attempt++) {
    try {
      await table.client.send(new TransactWriteCommand(command));
      return;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw asRefusal(error);
      const reasons = (error.CancellationReasons ?? []).map((reason) => reason.Code);
      const failed = reasons.indexOf('ConditionalCheckFailed');
      if (failed >= 0) throw steps[failed]?.otherwise?.() ?? error;
      const passingReason = reasons.some(
        (code) =>
          code === 'TransactionConflict' ||
          code === 'ThrottlingError' ||
          code === 'ProvisionedThroughputExceeded',
      );
      if (!passingReason) throw error;
      if (attempt === 6) throw new Refusal('temporarily-unavailable', 'The store is busy; try again.', [], 1);
      await pause(2 ** attempt * (5 + Math.random() * 10));
    }
  }
};
