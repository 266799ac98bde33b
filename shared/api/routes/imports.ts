// Many entities at once: a file is looked at, applied, followed; and everything is taken out again.
import { importLimits } from '../../domain/import-limits.ts';
import type { Route } from '../route.ts';
import {
  changeSetDetail,
  changeSetView,
  exportQuery,
  exportView,
  importBody,
  importView,
} from '../schemas/imports.ts';
import { idParams, pageOf, pageQuery } from '../schemas/list.ts';
import { everyone, exporters, importers } from './access.ts';

/** Imports and the export. */
export const importRoutes = [
  {
    operationId: 'importTables',
    method: 'POST',
    path: '/v1/imports',
    area: 'imports',
    summary: 'Says what tables would change and what speaks against it; with `apply` begins to change it',
    access: importers,
    scope: 'organisation',
    repeatable: true,
    largest: {
      bytes: importLimits.bytes,
      remedy: 'import it in parts: the definitions first, then the readings year by year',
    },
    body: importBody,
    status: 200,
    response: importView,
  },
  {
    operationId: 'listImports',
    method: 'GET',
    path: '/v1/imports',
    area: 'imports',
    summary: 'Imports and other changes of many entities, newest first',
    access: everyone,
    query: pageQuery,
    status: 200,
    response: pageOf(changeSetView),
  },
  {
    operationId: 'getImport',
    method: 'GET',
    path: '/v1/imports/{id}',
    area: 'imports',
    summary: 'How far an import has come, and what it changes',
    access: everyone,
    params: idParams,
    status: 200,
    response: changeSetDetail,
  },
  {
    operationId: 'exportTables',
    method: 'GET',
    path: '/v1/export',
    area: 'imports',
    summary: 'Everything that the organisation owns, in the import format',
    access: exporters,
    query: exportQuery,
    status: 200,
    response: exportView,
  },
] as const satisfies readonly Route[];
