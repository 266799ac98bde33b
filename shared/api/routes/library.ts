// The KPI library: what a field measures, who experiences it, and which counterpart shows what customers feel of it.
import type { Route } from '../route.ts';
import {
  classifyBody,
  classifyView,
  entryView,
  libraryQuery,
  suggestBody,
  suggestView,
} from '../schemas/library.ts';
import { idParams, pageOf } from '../schemas/list.ts';
import { everyone } from './access.ts';

const common = { area: 'library', access: everyone, status: 200 } as const;

/** Nothing here is written: both calls that take a body only read it. */
export const libraryRoutes = [
  {
    ...common,
    operationId: 'listLibrary',
    method: 'GET',
    path: '/v1/library',
    summary: 'Entries of the KPI library, by function',
    query: libraryQuery,
    response: pageOf(entryView),
  },
  {
    ...common,
    operationId: 'getLibraryEntry',
    method: 'GET',
    path: '/v1/library/{id}',
    summary: 'One entry of the KPI library',
    params: idParams,
    response: entryView,
  },
  {
    ...common,
    operationId: 'classifyKpis',
    method: 'POST',
    scope: 'organisation',
    path: '/v1/classify',
    summary: 'Who experiences what these KPIs measure, read from their wording',
    body: classifyBody,
    response: classifyView,
  },
  {
    ...common,
    operationId: 'suggestCounterparts',
    method: 'POST',
    scope: 'organisation',
    path: '/v1/suggest',
    summary: 'At most five counterparts for a KPI, the organisation’s own and the library’s',
    body: suggestBody,
    response: suggestView,
  },
] as const satisfies readonly Route[];
