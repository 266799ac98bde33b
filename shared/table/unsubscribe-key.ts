// The key under which an organisation's unsubscribe links are signed. Made once, when the first mail is.
import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { OrgId } from '../domain/slug.ts';
import { jsonOf } from './item.ts';
import { keys } from './keys.ts';
import { getItem, type Table } from './table.ts';
import { putIfAbsent } from './writes.ts';

const keySchema = z.strictObject({ key: z.string().min(40) });

/** An organisation's key, or undefined before its first mail. */
export const readUnsubscribeKey = async (table: Table, org: OrgId): Promise<string | undefined> => {
  const item = await getItem(table, keys.unsubscribeKey(org), true);
  return item === undefined ? undefined : jsonOf(keySchema, item, 'body').key;
};

/** The organisation's key; made where there is none yet. */
export const unsubscribeKeyOf = async (table: Table, org: OrgId): Promise<string> => {
  const known = await readUnsubscribeKey(table, org);
  if (known !== undefined) return known;
  const key = randomBytes(32).toString('hex');
  const item = { ...keys.unsubscribeKey(org), type: 'unsubscribe-key', body: JSON.stringify({ key }) };
  if (await putIfAbsent(table, item)) return key;
  return (await readUnsubscribeKey(table, org)) ?? key;
};
