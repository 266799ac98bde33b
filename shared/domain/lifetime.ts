// Everything with a life has a first quarter and perhaps a quarter from which it is retired. "Active" is
// derived, so retiring something today does not rewrite last quarter's report.
import * as z from 'zod';
import { type Quarter, quarterSchema } from './quarter.ts';

export const lifetime = {
  firstQuarter: quarterSchema,
  retiredFrom: quarterSchema.optional(),
};
export interface Lifetime {
  readonly firstQuarter: Quarter;
  readonly retiredFrom?: Quarter | undefined;
}

/** The fields of every stored definition that the server alone writes. */
export const stamp = z.strictObject({
  version: z.int().min(1),
  updatedAt: z.iso.datetime(),
  updatedBy: z.string(),
});
export type Stamp = z.infer<typeof stamp>;
