// An audit entry as it is shown.
import * as z from 'zod';

/** Who did what to which entity, and the chain that it stands in. */
export const auditView = z.strictObject({
  id: z.string(),
  at: z.string(),
  by: z.string(),
  action: z.string(),
  entity: z.strictObject({ kind: z.string(), id: z.string() }),
  version: z.int(),
  payload: z.json().optional(),
  payloadHash: z.string(),
  previous: z.string(),
  hash: z.string(),
});
