// Everything of one organisation is deleted, and nothing of any other. The whole table is walked, since only that finds
// what no list names any more; the organisation's own record goes last, so that a run that broke off is simply run
// again.
import { BatchWriteCommand, DeleteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { OrgId } from '../domain/slug.ts';
import { type Key, keys } from './keys.ts';
import { sent, type Table } from './table.ts';

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Deletes up to 25 items; those that DynamoDB leaves unprocessed are asked for again until none is left. */
const deleteBatch = async ({ client, name }: Table, batch: readonly Key[]): Promise<void> => {
  let left = batch.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } }));
  for (let attempt = 0; left.length > 0; attempt++) {
    if (attempt > 0) await pause(Math.min(2 ** attempt * 10, 5_000));
    const answer = await sent(client.send(new BatchWriteCommand({ RequestItems: { [name]: left } })));
    left = (answer.UnprocessedItems?.[name] ?? []) as typeof left;
  }
};

const isKey = (one: Key, other: Key): boolean => one.pk === other.pk && one.sk === other.sk;

/**
 * Deletes every item of an organisation, its place in the due list first, its own record last. `onPage` is told of
 * each page how many items are gone in all; what it throws ends the run, which may be begun again at any time.
 * Returns how many items were deleted.
 */
export const deleteTenant = async (
  table: Table,
  org: OrgId,
  onPage: (deleted: number) => void = () => undefined,
): Promise<number> => {
  const { client, name } = table;
  const own = keys.definition(org, 'organisation', org);
  const remove = async (key: Key): Promise<number> => {
    const command = new DeleteCommand({ TableName: name, Key: key, ReturnValues: 'ALL_OLD' });
    return (await sent(client.send(command))).Attributes === undefined ? 0 : 1;
  };
  let deleted = await remove(keys.due(org));
  let start: Record<string, unknown> | undefined;
  do {
    const page = await sent(
      client.send(
        new ScanCommand({
          TableName: name,
          ConsistentRead: true,
          ProjectionExpression: 'pk, sk',
          FilterExpression: 'begins_with(pk, :tenant)',
          ExpressionAttributeValues: { ':tenant': `${org}|` },
          ExclusiveStartKey: start,
        }),
      ),
    );
    const found = ((page.Items ?? []) as Key[]).filter((key) => !isKey(key, own));
    for (let i = 0; i < found.length; i += 25) await deleteBatch(table, found.slice(i, i + 25));
    deleted += found.length;
    onPage(deleted);
    start = page.LastEvaluatedKey;
  } while (start !== undefined);
  return deleted + (await remove(own));
};
