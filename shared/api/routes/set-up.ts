// What an organisation defines, and who may.
import type * as z from 'zod';
import { capabilityFields, storedCapability } from '../../domain/capability.ts';
import { departmentFields, storedDepartment } from '../../domain/department.ts';
import { journeyFields, storedJourney } from '../../domain/journey.ts';
import { kpiFields, storedKpi } from '../../domain/kpi.ts';
import type { Role } from '../../domain/member.ts';
import { memberFields } from '../../domain/member.ts';
import { objectiveFields, storedObjective } from '../../domain/objective.ts';
import { organisationFields, storedOrganisation } from '../../domain/organisation.ts';
import { outcomeFields, storedOutcome } from '../../domain/outcome.ts';
import { policySchema } from '../../domain/policy.ts';
import type { Route } from '../route.ts';
import { idParams, pageOf, pageQuery, quarterParams } from '../schemas/list.ts';
import { memberView, meView, statutoryBody, targetBody } from '../schemas/set-up.ts';
import { analysts, everyone, executives, heads } from './access.ts';

const capitalised = <T extends string>(text: T) =>
  (text.slice(0, 1).toUpperCase() + text.slice(1)) as Capitalize<T>;

interface Kind<One, Many, Fields, View> {
  readonly one: One;
  readonly many: Many;
  readonly fields: Fields;
  readonly view: View;
  readonly writers: readonly Role[];
}

/** List, read and write one kind of definition. */
const definition = <
  const One extends string,
  const Many extends string,
  F extends z.ZodType,
  V extends z.ZodType,
>({
  one,
  many,
  fields,
  view,
  writers,
}: Kind<One, Many, F, V>) => {
  const title = capitalised(one);
  const common = { area: 'set-up', status: 200 } as const;
  return [
    {
      ...common,
      operationId: `list${capitalised(many)}`,
      method: 'GET',
      path: `/v1/${many}`,
      summary: `${title}s, by id`,
      access: everyone,
      query: pageQuery,
      response: pageOf(view),
    },
    {
      ...common,
      operationId: `get${title}`,
      method: 'GET',
      path: `/v1/${many}/{id}`,
      summary: `One ${one}`,
      access: everyone,
      params: idParams,
      response: view,
    },
    {
      ...common,
      operationId: `put${title}`,
      method: 'PUT',
      path: `/v1/${many}/{id}`,
      summary: `Defines a ${one}, or changes it`,
      access: writers,
      scope: writers === heads ? 'own-department' : 'organisation',
      versioned: true,
      params: idParams,
      body: fields,
      response: view,
    },
  ] as const;
};

/** Definitions, members, settings. */
export const setUpRoutes = [
  {
    operationId: 'getMe',
    method: 'GET',
    path: '/v1/me',
    area: 'set-up',
    summary: 'The caller, the organisation and its calendar',
    access: everyone,
    status: 200,
    response: meView,
  },
  {
    operationId: 'getOrganisation',
    method: 'GET',
    path: '/v1/organisation',
    area: 'set-up',
    summary: 'The organisation with its policy',
    access: everyone,
    status: 200,
    response: storedOrganisation,
  },
  {
    operationId: 'putOrganisation',
    method: 'PUT',
    path: '/v1/organisation',
    area: 'set-up',
    summary: 'Changes name, time zone, currency, fiscal year',
    access: analysts,
    scope: 'organisation',
    versioned: true,
    body: organisationFields,
    status: 200,
    response: storedOrganisation,
  },
  {
    operationId: 'putPolicy',
    method: 'PUT',
    path: '/v1/organisation/policy',
    area: 'set-up',
    summary: 'Changes thresholds, dates and which checks run',
    access: analysts,
    scope: 'organisation',
    versioned: true,
    body: policySchema,
    status: 200,
    response: storedOrganisation,
  },
  ...definition({
    one: 'department',
    many: 'departments',
    fields: departmentFields,
    view: storedDepartment,
    writers: analysts,
  }),
  ...definition({
    one: 'journey',
    many: 'journeys',
    fields: journeyFields,
    view: storedJourney,
    writers: analysts,
  }),
  ...definition({
    one: 'capability',
    many: 'capabilities',
    fields: capabilityFields,
    view: storedCapability,
    writers: analysts,
  }),
  ...definition({
    one: 'outcome',
    many: 'outcomes',
    fields: outcomeFields,
    view: storedOutcome,
    writers: analysts,
  }),
  ...definition({
    one: 'member',
    many: 'members',
    fields: memberFields,
    view: memberView,
    writers: analysts,
  }),
  ...definition({
    one: 'objective',
    many: 'objectives',
    fields: objectiveFields,
    view: storedObjective,
    writers: heads,
  }),
  ...definition({ one: 'kpi', many: 'kpis', fields: kpiFields, view: storedKpi, writers: heads }),
  {
    operationId: 'putTarget',
    method: 'PUT',
    path: '/v1/kpis/{id}/targets/{quarter}',
    area: 'set-up',
    summary: 'Sets the target that stands from a quarter on',
    access: heads,
    scope: 'own-department',
    versioned: true,
    params: quarterParams,
    body: targetBody,
    status: 200,
    response: storedKpi,
  },
  {
    operationId: 'putStatutory',
    method: 'PUT',
    path: '/v1/kpis/{id}/statutory',
    area: 'set-up',
    summary: 'Approves a KPI as statutory, or takes the approval back',
    access: executives,
    scope: 'organisation',
    versioned: true,
    params: idParams,
    body: statutoryBody,
    status: 200,
    response: storedKpi,
  },
] as const satisfies readonly Route[];
