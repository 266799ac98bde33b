// How a member hears of what the checks find.
import type { Route } from '../route.ts';
import {
  preferencesBody,
  preferencesView,
  unsubscribedView,
  unsubscribeParams,
} from '../schemas/preferences.ts';
import { everyone, writers } from './access.ts';

/** Preferences, and the link that stops all mail. */
export const preferenceRoutes = [
  {
    operationId: 'getPreferences',
    method: 'GET',
    path: '/v1/me/preferences',
    area: 'findings',
    summary: 'The caller’s mail preferences',
    access: everyone,
    status: 200,
    response: preferencesView,
  },
  {
    operationId: 'putPreferences',
    method: 'PUT',
    path: '/v1/me/preferences',
    area: 'findings',
    summary: 'Sets the caller’s mail preferences, and starts mail again that a link has stopped',
    access: writers,
    scope: 'organisation',
    versioned: true,
    body: preferencesBody,
    status: 200,
    response: preferencesView,
  },
  {
    operationId: 'unsubscribe',
    method: 'POST',
    path: '/v1/unsubscribe/{token}',
    area: 'findings',
    summary:
      'Stops all mail of the member whom a mail’s signed link names; without signing in, with one click',
    access: 'public',
    params: unsubscribeParams,
    status: 200,
    response: unsubscribedView,
  },
] as const satisfies readonly Route[];
