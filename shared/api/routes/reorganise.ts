// The life of an organisation: departments and KPIs are renamed, merged, split, moved, handed over and retired; targets
// are set ahead; due dates are extended. Each says first what it would change.
import type { Route } from '../route.ts';
import { idParams, quarterParams } from '../schemas/list.ts';
import {
  copyBody,
  extensionBody,
  handOverBody,
  mergeBody,
  moveBody,
  renameBody,
  reorganisationView,
  restParams,
  restView,
  retireBody,
  retireParams,
  splitBody,
  targetsBody,
} from '../schemas/reorganise.ts';
import { analysts, deciders, everyone, heads } from './access.ts';

const common = {
  method: 'POST',
  area: 'reorganise',
  repeatable: true,
  status: 200,
  response: reorganisationView,
} as const;
const analystsMay = { ...common, access: analysts, scope: 'organisation' } as const;
const headsMay = { ...common, access: heads, scope: 'own-department' } as const;

/** Reorganisations. */
export const reorganiseRoutes = [
  {
    operationId: 'listRests',
    method: 'GET',
    path: '/v1/rests/{kind}/{id}',
    area: 'reorganise',
    summary: 'What rests on an entity, and would hang in the air without it',
    access: everyone,
    params: restParams,
    status: 200,
    response: restView,
  },
  {
    ...analystsMay,
    operationId: 'renameDepartment',
    path: '/v1/departments/{id}/name',
    summary: 'Renames a department; its id and everything that hangs on it stay',
    params: idParams,
    body: renameBody,
  },
  {
    ...analystsMay,
    operationId: 'mergeDepartment',
    path: '/v1/departments/{id}/merge',
    summary: 'Merges a department into another and retires it',
    params: idParams,
    body: mergeBody,
  },
  {
    ...analystsMay,
    operationId: 'splitDepartment',
    path: '/v1/departments/{id}/split',
    summary: 'Makes a new department of some KPIs and objectives of this one',
    params: idParams,
    body: splitBody,
  },
  {
    ...analystsMay,
    operationId: 'moveKpi',
    path: '/v1/kpis/{id}/move',
    summary: 'Moves a KPI to another department from the running quarter on',
    params: idParams,
    body: moveBody,
  },
  {
    ...analystsMay,
    operationId: 'handOver',
    path: '/v1/members/{id}/handover',
    summary: 'Hands a member’s KPIs, departments and open actions over to another',
    params: idParams,
    body: handOverBody,
  },
  {
    ...analystsMay,
    operationId: 'retire',
    path: '/v1/retirements/{kind}/{id}',
    summary: 'Retires an entity from a quarter on',
    params: retireParams,
    body: retireBody,
  },
  {
    ...headsMay,
    operationId: 'copyKpi',
    path: '/v1/kpis/{id}/copy',
    summary: 'Copies what a KPI means into a new one of an own department',
    params: idParams,
    body: copyBody,
  },
  {
    ...headsMay,
    operationId: 'setTargets',
    path: '/v1/departments/{id}/quarters/{quarter}/targets',
    summary: 'Sets the targets of a department’s KPIs from a quarter on, in one step',
    params: quarterParams,
    body: targetsBody,
  },
  {
    ...common,
    access: deciders,
    scope: 'organisation',
    operationId: 'extendDueDate',
    path: '/v1/departments/{id}/quarters/{quarter}/extension',
    summary: 'Gives a department more time to submit a quarter',
    params: quarterParams,
    body: extensionBody,
  },
] as const satisfies readonly Route[];
