// What addresses and lists have in common.
import * as z from 'zod';
import { quarterSchema } from '../../domain/quarter.ts';
import { slug } from '../../domain/slug.ts';

/** A page of a list; `cursor` asks for the next one. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), cursor: z.string().optional() });

export const idParams = z.strictObject({ id: slug });
export const quarterParams = z.strictObject({ id: slug, quarter: quarterSchema });
const pageSize = { error: 'a whole number from 1 to 50' };
export const pageQuery = z.strictObject({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number(pageSize).int(pageSize).min(1, pageSize).max(50, pageSize).default(50),
});
