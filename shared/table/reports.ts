// Reports as they are read: one item each.
import type * as z from 'zod';
import { contentOf } from './item.ts';
import type { Key } from './keys.ts';
import { getItem, type Table } from './table.ts';

/** A stored report, or undefined where there is none yet. */
export const readReport = async <T>(table: Table, key: Key, schema: z.ZodType<T>): Promise<T | undefined> => {
  const item = await getItem(table, key);
  return item === undefined ? undefined : contentOf(schema, item);
};
