// What a schema asks for, as a short text: two builds that write the same shapes agree on it without a number that
// somebody would have to raise.
import * as z from 'zod';
import { contentHash } from './canonical.ts';

/** The hash of what these schemas ask for, by name: 16 hex digits. Rules that are code are no part of it. */
export const shapeHash = (schemas: Readonly<Record<string, z.ZodType>>): string =>
  contentHash(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      z.toJSONSchema(schema, { unrepresentable: 'any' }),
    ]),
  ).slice(0, 16);
