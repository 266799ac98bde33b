// Reports as they are read: one item each. They are derived, so one that another build wrote in a form that doesn't fit
// is as good as none until the evaluation has written it anew.
import type * as z from 'zod';
import { beingRebuilt, derivedOf } from './item.ts';
import type { Key } from './keys.ts';
import { getItem, type Table } from './table.ts';

/** A stored report; undefined where there is none yet. Refuses (`temporarily-unavailable`) one that does not fit. */
export const readReport = async <T>(
  table: Table,
  key: Key,
  schema: z.ZodType<T>,
  strong = false,
): Promise<T | undefined> => {
  const item = await getItem(table, key, strong);
  if (item === undefined) return undefined;
  const report = derivedOf(schema, item);
  if (report === undefined) throw beingRebuilt('The report');
  return report;
};

/** The same where a missing report is worked out on the spot: undefined also where it does not fit. */
export const readFitting = async <T>(
  table: Table,
  key: Key,
  schema: z.ZodType<T>,
): Promise<T | undefined> => {
  const item = await getItem(table, key);
  return item === undefined ? undefined : derivedOf(schema, item);
};
