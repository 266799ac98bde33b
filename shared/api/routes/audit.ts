// Who did what, when.
import * as z from 'zod';
import type { Route } from '../route.ts';
import { auditView } from '../schemas/audit.ts';
import { pageOf, pageQuery } from '../schemas/list.ts';
import { inspectors } from './access.ts';

const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z?)?$/, {
  error: 'a day such as 2026-12-31, or an instant in UTC',
});
/** One entity, by kind and id together, and a span of time: both ends belong to it; a day is meant in UTC. */
const auditFilter = {
  kind: z.string().max(40).optional(),
  id: z.string().max(120).optional(),
  from: instant.optional(),
  to: instant.optional(),
};

/** The audit. */
export const auditRoutes = [
  {
    operationId: 'listAudit',
    method: 'GET',
    path: '/v1/audit',
    area: 'audit',
    summary: 'Audit entries, newest first, of everything or of one entity',
    access: inspectors,
    query: z.strictObject({
      ...pageQuery.shape,
      ...auditFilter,
    }),
    status: 200,
    response: pageOf(auditView),
  },
  {
    operationId: 'exportAudit',
    method: 'GET',
    path: '/v1/audit/export',
    area: 'audit',
    summary:
      'Audit entries as lines of a file, oldest first, 200 at a time: the texts put together are the file',
    access: inspectors,
    query: z.strictObject({
      format: z.enum(['csv', 'jsonl']),
      cursor: pageQuery.shape.cursor,
      ...auditFilter,
    }),
    status: 200,
    response: z.strictObject({ text: z.string(), count: z.int(), cursor: z.string().optional() }),
  },
] as const satisfies readonly Route[];
