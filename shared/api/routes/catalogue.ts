// What anybody may ask, signed in or not.
import * as z from 'zod';
import type { Route } from '../route.ts';
import { checkView } from '../schemas/check.ts';
import { idParams } from '../schemas/list.ts';

/** What belongs to no organisation. */
export const catalogueRoutes = [
  {
    operationId: 'getHealth',
    method: 'GET',
    path: '/v1/health',
    area: 'catalogue',
    summary: 'Whether the service answers, and by which rules it judges',
    access: 'public',
    status: 200,
    response: z.strictObject({ status: z.literal('ok'), rulesVersion: z.string() }),
  },
  {
    operationId: 'getOpenApi',
    method: 'GET',
    path: '/v1/openapi.json',
    area: 'catalogue',
    summary: 'This description',
    access: 'public',
    status: 200,
    response: z.looseObject({ openapi: z.string() }),
  },
  {
    operationId: 'listChecks',
    method: 'GET',
    path: '/v1/checks',
    area: 'catalogue',
    summary: 'The alignment checks',
    access: 'public',
    status: 200,
    response: z.strictObject({ items: z.array(checkView) }),
  },
  {
    operationId: 'getCheck',
    method: 'GET',
    path: '/v1/checks/{id}',
    area: 'catalogue',
    summary: 'One check',
    access: 'public',
    params: idParams,
    status: 200,
    response: checkView,
  },
] as const satisfies readonly Route[];
