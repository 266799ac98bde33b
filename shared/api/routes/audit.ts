// Who did what, when.
import * as z from 'zod';
import type { Route } from '../route.ts';
import { auditView } from '../schemas/audit.ts';
import { pageOf, pageQuery } from '../schemas/list.ts';
import { inspectors } from './access.ts';

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
      kind: z.string().max(40).optional(),
      id: z.string().max(120).optional(),
    }),
    status: 200,
    response: pageOf(auditView),
  },
] as const satisfies readonly Route[];
