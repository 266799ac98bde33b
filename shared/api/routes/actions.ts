// What the board decides on findings, and how it ends.
import type * as z from 'zod';
import { actionFields } from '../../domain/action.ts';
import type { Route } from '../route.ts';
import { actionFilter, actionView, doneBody, dropBody } from '../schemas/action.ts';
import { idParams, pageOf, pageQuery } from '../schemas/list.ts';
import { everyone, executives, writers } from './access.ts';

const written = { method: 'POST', area: 'findings', scope: 'organisation', versioned: true } as const;

/** Actions. */
export const actionRoutes = [
  {
    operationId: 'listActions',
    method: 'GET',
    path: '/v1/actions',
    area: 'findings',
    summary: 'Actions, by id',
    access: everyone,
    query: pageQuery.extend(actionFilter.shape),
    status: 200,
    response: pageOf(actionView),
  },
  {
    operationId: 'getAction',
    method: 'GET',
    path: '/v1/actions/{id}',
    area: 'findings',
    summary: 'One action',
    access: everyone,
    params: idParams,
    status: 200,
    response: actionView,
  },
  {
    ...written,
    operationId: 'decideAction',
    path: '/v1/actions',
    summary: 'Decides an action on a finding, or on several of one cause',
    access: executives,
    body: actionFields,
    status: 201,
    response: actionView,
  },
  {
    ...written,
    operationId: 'finishAction',
    path: '/v1/actions/{id}/done',
    summary: 'Says that an action is done: an executive, or its owner',
    access: writers,
    params: idParams,
    body: doneBody,
    status: 200,
    response: actionView,
  },
  {
    ...written,
    operationId: 'dropAction',
    path: '/v1/actions/{id}/drop',
    summary: 'Drops an action, with a comment',
    access: executives,
    params: idParams,
    body: dropBody,
    status: 200,
    response: actionView,
  },
] as const satisfies readonly Route[];

/** What decides an action. */
export type ActionBody = z.input<typeof actionFields>;
