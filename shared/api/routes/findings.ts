// What the checks found, and what people say about it.
import * as z from 'zod';
import { findingStates, levels } from '../../domain/finding.ts';
import { slug } from '../../domain/slug.ts';
import { findingLine, findingView } from '../../report/finding-line.ts';
import type { Route } from '../route.ts';
import { noteBody } from '../schemas/finding.ts';
import { pageOf, pageQuery } from '../schemas/list.ts';
import { answerable, everyone } from './access.ts';

/** Findings. */
export const findingRoutes = [
  {
    operationId: 'listFindings',
    method: 'GET',
    path: '/v1/findings',
    area: 'findings',
    summary: 'Unresolved findings, worst and oldest first',
    access: everyone,
    query: z.strictObject({
      ...pageQuery.shape,
      level: z.enum(levels).optional(),
      check: slug.optional(),
      department: slug.optional(),
      state: z.enum(findingStates).optional(),
    }),
    status: 200,
    response: pageOf(z.strictObject({ ...findingLine.shape, text: z.string(), version: z.int() })),
  },
  {
    operationId: 'getFinding',
    method: 'GET',
    path: '/v1/findings/{fingerprint}',
    area: 'findings',
    summary: 'One finding with its evidence and history',
    access: everyone,
    params: z.strictObject({
      fingerprint: z.string().regex(/^[0-9a-f]{32}$/, { error: '32 hexadecimal digits' }),
    }),
    status: 200,
    response: findingView,
  },
  {
    operationId: 'acknowledgeFinding',
    method: 'POST',
    path: '/v1/findings/{fingerprint}/acknowledgement',
    area: 'findings',
    summary: 'Acknowledges a finding: no reminders until the next quarter, no score changes',
    access: answerable,
    scope: 'organisation',
    versioned: true,
    params: z.strictObject({
      fingerprint: z.string().regex(/^[0-9a-f]{32}$/, { error: '32 hexadecimal digits' }),
    }),
    body: noteBody,
    status: 200,
    response: findingView,
  },
] as const satisfies readonly Route[];
