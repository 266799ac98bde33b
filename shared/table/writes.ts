// How the table is written: single items, and the steps of a transaction, each named by the condition that it stands
// on.
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Refusal } from '../domain/problem.ts';
import type { Item } from './item.ts';
import type { Key } from './keys.ts';
import { conditionFailed, type Guarded, sent, type Table } from './table.ts';

/** Puts an item, whatever is there. */
export const putItem = async (table: Table, item: Item): Promise<void> => {
  await sent(table.client.send(new PutCommand({ TableName: table.name, Item: item })));
};

/** Whether a write went through; false where its own condition refused it. */
export const wentThrough = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    await sent(write);
    return true;
  } catch (error) {
    if (conditionFailed(error)) return false;
    throw error;
  }
};

const isAbsent = { ConditionExpression: 'attribute_not_exists(pk)' };

/** Puts an item where there is none; returns whether there was none. */
export const putIfAbsent = (table: Table, item: Item): Promise<boolean> =>
  wentThrough(table.client.send(new PutCommand({ TableName: table.name, Item: item, ...isAbsent })));

/** The step that stores an item where there is none. */
export const putNew = (table: Table, item: Item, otherwise?: () => Refusal): Guarded => ({
  step: { Put: { TableName: table.name, Item: item, ...isAbsent } },
  ...(otherwise === undefined ? {} : { otherwise }),
});

/** The step that stores an item over the version that was read; 0 expects that there is none. */
export const putOver = (table: Table, item: Item, version: number, otherwise: () => Refusal): Guarded =>
  version === 0
    ? putNew(table, item, otherwise)
    : {
        step: {
          Put: {
            TableName: table.name,
            Item: item,
            ConditionExpression: 'version = :before',
            ExpressionAttributeValues: { ':before': version },
          },
        },
        otherwise,
      };

/** The step that holds where there is no item of this key. */
export const absent = (table: Table, key: Key, otherwise: () => Refusal): Guarded => ({
  step: { ConditionCheck: { TableName: table.name, Key: key, ...isAbsent } },
  otherwise,
});

/** The step that holds where there is an item of this key. */
export const present = (table: Table, key: Key, otherwise: () => Refusal): Guarded => ({
  step: {
    ConditionCheck: {
      TableName: table.name,
      Key: key,
      ConditionExpression: 'attribute_exists(pk)',
    },
  },
  otherwise,
});

/** The step that holds while an item stands at the version that was read; 0: while there is none. */
export const stillAt = (table: Table, key: Key, version: number, otherwise: () => Refusal): Guarded =>
  version === 0
    ? absent(table, key, otherwise)
    : {
        step: {
          ConditionCheck: {
            TableName: table.name,
            Key: key,
            ConditionExpression: 'version = :before',
            ExpressionAttributeValues: { ':before': version },
          },
        },
        otherwise,
      };
