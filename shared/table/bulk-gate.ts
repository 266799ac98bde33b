// The gate that lets one change of many entities at a time through. It stays when the change has ended, and counts:
// whoever judged before knows by the number that there is more to judge.
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Refusal } from '../domain/problem.ts';
import type { OrgId } from '../domain/slug.ts';
import { attributeOf } from './item.ts';
import { keys } from './keys.ts';
import { type Guarded, getItem, type Table } from './table.ts';
import { wentThrough } from './writes.ts';

/** Whether a change of many entities is being applied. */
export interface BulkGate {
  /** How many there were, the running one included. */
  readonly serial: number;
  readonly running: boolean;
  /** The last one's id. */
  readonly id: string;
  /** Whether the organisation's evaluation begins when it has ended. */
  readonly begins: boolean;
}

/** The gate, read strongly; undefined before the first change of many entities. */
export const readBulkGate = async (table: Table, org: OrgId): Promise<BulkGate | undefined> => {
  const item = await getItem(table, keys.bulkGate(org), true);
  return item === undefined
    ? undefined
    : {
        serial: attributeOf(z.int(), item, 'serial'),
        running: attributeOf(z.boolean(), item, 'running'),
        id: attributeOf(z.string(), item, 'id'),
        begins: attributeOf(z.boolean(), item, 'begins'),
      };
};

/** The refusal of whoever comes while a change of many entities is being applied. */
export const bulkRunning = (id: string): Refusal =>
  new Refusal(
    'conflict',
    `Another change of many entities is being applied: ${id}. Try again when it has ended.`,
    [],
    5,
  );

/** Refuses (`conflict`) while a change of many entities is being applied. */
export const requireNoBulk = async (table: Table, org: OrgId): Promise<BulkGate | undefined> => {
  const gate = await readBulkGate(table, org);
  if (gate?.running) throw bulkRunning(gate.id);
  return gate;
};

/** The gate moved from how it was read. */
export const movedGate = (
  table: Table,
  org: OrgId,
  before: BulkGate | undefined,
  after: BulkGate,
  otherwise: () => Refusal,
): Guarded => ({
  step: {
    Put: {
      TableName: table.name,
      Item: { ...keys.bulkGate(org), type: 'bulk', ...after },
      ...(before === undefined
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: 'serial = :serial AND running = :running AND begins = :begins',
            ExpressionAttributeValues: {
              ':serial': before.serial,
              ':running': before.running,
              ':begins': before.begins,
            },
          }),
    },
  },
  otherwise,
});

/** The condition that the gate stands as it was read, and closed: nothing was applied in between. */
export const gateHolds = (
  table: Table,
  org: OrgId,
  gate: BulkGate | undefined,
  otherwise: () => Refusal,
): Guarded => ({
  step: {
    ConditionCheck: {
      TableName: table.name,
      Key: keys.bulkGate(org),
      ...(gate === undefined
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: 'serial = :serial AND running = :no',
            ExpressionAttributeValues: { ':serial': gate.serial, ':no': false },
          }),
    },
  },
  otherwise,
});

/** Notes that evaluation shall begin after the running change; false: it has ended meanwhile. */
export const beginAfterBulk = async (table: Table, org: OrgId, gate: BulkGate): Promise<boolean> => {
  if (gate.begins) return true;
  const { step } = movedGate(table, org, gate, { ...gate, begins: true }, () => bulkRunning(gate.id));
  return step.Put === undefined || wentThrough(table.client.send(new PutCommand(step.Put)));
};
