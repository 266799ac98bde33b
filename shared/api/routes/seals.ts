// Sealing a report, what changed since, and what executives say about it.
import * as z from 'zod';
import { quarterSchema } from '../../domain/quarter.ts';
import { sinceSchema } from '../../report/since.ts';
import type { Route } from '../route.ts';
import { commentaryBody, commentaryParams, commentaryView, reopenBody, sealView } from '../schemas/seal.ts';
import { everyone, executives } from './access.ts';

const params = z.strictObject({ quarter: quarterSchema });
const revision = { error: 'a revision, from 1 on' };
const written = { area: 'reports', access: executives, scope: 'organisation', versioned: true } as const;

/** Seals and commentary. */
export const sealRoutes = [
  {
    operationId: 'getSeal',
    method: 'GET',
    path: '/v1/reports/{quarter}/seal',
    area: 'reports',
    summary: 'The sealed report of a quarter to the byte, its digest, and what has changed since',
    access: everyone,
    params,
    query: z.strictObject({ revision: z.coerce.number(revision).int(revision).min(1, revision).optional() }),
    status: 200,
    response: sealView,
  },
  {
    ...written,
    operationId: 'sealReport',
    method: 'POST',
    path: '/v1/reports/{quarter}/seal',
    summary: 'Seals the report of a quarter: nothing is handed in any more, and the text stays as it is',
    params,
    body: z.strictObject({}),
    status: 201,
    response: sealView,
  },
  {
    ...written,
    operationId: 'reopenReport',
    method: 'POST',
    path: '/v1/reports/{quarter}/reopen',
    summary: 'Reopens a sealed quarter for a reason; the sealed text stays, the next seal is a new revision',
    params,
    body: reopenBody,
    status: 200,
    response: sealView,
  },
  {
    operationId: 'getSince',
    method: 'GET',
    path: '/v1/reports/{quarter}/since',
    area: 'reports',
    summary: 'New, resolved, reopened and decided since the board last met',
    access: everyone,
    params,
    status: 200,
    response: sinceSchema,
  },
  {
    operationId: 'listCommentary',
    method: 'GET',
    path: '/v1/reports/{quarter}/commentary',
    area: 'reports',
    summary: 'What executives say about a quarter’s report, its outcomes and findings',
    access: everyone,
    params,
    status: 200,
    response: z.strictObject({ items: z.array(commentaryView) }),
  },
  {
    ...written,
    operationId: 'putCommentary',
    method: 'PUT',
    path: '/v1/reports/{quarter}/commentary/{about}',
    summary: 'Says something about a report, an outcome or a finding; a sealed quarter takes no more',
    params: commentaryParams,
    body: commentaryBody,
    status: 200,
    response: commentaryView,
  },
] as const satisfies readonly Route[];
