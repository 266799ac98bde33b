// Seals: how each quarter's stands, and the sealed texts, which are written once under the name of their content. The
// quarter's gate is an item that every submission's transaction looks for: where it is, nothing is handed in.
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { sha256Hex } from '../domain/canonical.ts';
import { Refusal } from '../domain/problem.ts';
import type { Quarter } from '../domain/quarter.ts';
import { type Seal, sealSchema } from '../domain/seal.ts';
import type { OrgId } from '../domain/slug.ts';
import { auditEntryOf, commit, type StoredAnswer, type Writing } from './commit.ts';
import { attributeOf, content, contentOf, type Item, packed, unpacked } from './item.ts';
import { keys, partitions } from './keys.ts';
import { keepingAside } from './known-fields.ts';
import { conditionFailed, type Guarded, getItem, queryAll, sent, type Table } from './table.ts';

/** How a quarter's seal stands, with the version that guards it and the hash of its last audit entry. */
export interface KeptSeal {
  readonly seal: Seal;
  readonly version: number;
  readonly auditHash: string;
}

const read = (item: Item): KeptSeal => ({
  seal: contentOf(sealSchema, item),
  version: attributeOf(z.int().min(1), item, 'version'),
  auditHash: String(item['auditHash'] ?? ''),
});

/** A quarter's seal, or undefined where it was never sealed. */
export const readSeal = async (
  table: Table,
  org: OrgId,
  quarter: Quarter,
  strong = false,
): Promise<KeptSeal | undefined> => {
  const item = await getItem(table, keys.seal(org, quarter), strong);
  return item === undefined ? undefined : read(item);
};

/** Every quarter's seal, oldest first. */
export const allSeals = async (table: Table, org: OrgId, strong = false): Promise<KeptSeal[]> =>
  (await queryAll(table, { pk: partitions.seals(org), strong })).map(read);

/** The sort-key part of a sealed text: what it is, and its digest, so that another text is another item. */
const partName = (part: string, digest: string): string => `${part}|${digest}`;

/** Writes a sealed text ahead of the seal that names it. Doing it twice does no harm. Returns its digest. */
export const writeSealedText = async (
  table: Table,
  org: OrgId,
  where: { readonly quarter: Quarter; readonly revision: number; readonly part: string },
  text: string,
): Promise<string> => {
  const digest = sha256Hex(text);
  const key = keys.sealedText(org, where.quarter, where.revision, partName(where.part, digest));
  const item = { ...key, type: 'sealed', schema: 1, ...packed(text) };
  await sent(table.client.send(new PutCommand({ TableName: table.name, Item: item })));
  return digest;
};

/** A sealed text to the byte, or undefined. */
export const readSealedText = async (
  table: Table,
  org: OrgId,
  where: { readonly quarter: Quarter; readonly revision: number; readonly part: string },
  digest: string,
): Promise<string | undefined> => {
  const item = await getItem(
    table,
    keys.sealedText(org, where.quarter, where.revision, partName(where.part, digest)),
    true,
  );
  return item === undefined ? undefined : unpacked(item);
};

/** Shuts a quarter's gate: from now on nothing is handed in for it. Returns whether it was open. */
export const shutGate = async (
  table: Table,
  org: OrgId,
  quarter: Quarter,
  by: { readonly by: string; readonly at: string },
): Promise<boolean> => {
  const item = { ...keys.gate(org, quarter), type: 'gate', ...content(by) };
  const put = new PutCommand({
    TableName: table.name,
    Item: item,
    ConditionExpression: 'attribute_not_exists(pk)',
  });
  try {
    await sent(table.client.send(put));
    return true;
  } catch (error) {
    if (conditionFailed(error)) return false;
    throw error;
  }
};

/** Opens a gate again that a seal which did not come about has shut. */
export const openGate = async (table: Table, org: OrgId, quarter: Quarter): Promise<void> => {
  await sent(table.client.send(new DeleteCommand({ TableName: table.name, Key: keys.gate(org, quarter) })));
};

/** Stores how a quarter's seal stands: sealed, which the shut gate must witness, or reopened, which opens it. */
export const putSeal = async (
  table: Table,
  writing: Writing,
  before: KeptSeal | undefined,
  seal: Seal,
  answer: Omit<StoredAnswer, 'hash'>,
): Promise<void> => {
  const { org } = writing;
  const { quarter, revision, digest, state } = seal;
  const expected = before?.version ?? 0;
  const audit = auditEntryOf(writing, {
    action: state === 'sealed' ? 'report.seal' : 'report.reopen',
    entity: { kind: 'report', id: quarter },
    version: expected + 1,
    payload: { revision, digest, ...(seal.reopened === undefined ? {} : { reason: seal.reopened.reason }) },
    previous: before?.auditHash ?? '',
  });
  const put: Guarded = {
    step: {
      Put: {
        TableName: table.name,
        Item: {
          ...keys.seal(org, quarter),
          type: 'seal',
          schema: 1,
          version: expected + 1,
          auditHash: audit.hash,
          ...content(keepingAside(before?.seal, seal)),
        },
        ...(expected === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : { ConditionExpression: 'version = :before', ExpressionAttributeValues: { ':before': expected } }),
      },
    },
    otherwise: () =>
      new Refusal('stale-version', `The seal of ${quarter} has changed since it was read.`, [
        {
          path: 'If-Match',
          found: `"${expected}"`,
          expected: 'the present version of the seal; read it again',
        },
      ]),
  };
  const gate: Guarded =
    state === 'sealed'
      ? {
          step: {
            ConditionCheck: {
              TableName: table.name,
              Key: keys.gate(org, quarter),
              ConditionExpression: 'attribute_exists(pk)',
            },
          },
          otherwise: () => new Refusal('conflict', 'The quarter was opened meanwhile; seal it again.', [], 1),
        }
      : { step: { Delete: { TableName: table.name, Key: keys.gate(org, quarter) } } };
  await commit(table, writing, [put, gate], audit, answer);
};
