// Every route, once. Add one here and it exists in the gateway, the tests and the documentation; its function
// then fails to compile until somebody answers it.
import * as z from 'zod';
import { capabilityFields, storedCapability } from '../domain/capability.ts';
import { departmentFields, storedDepartment } from '../domain/department.ts';
import { findingStates, levels } from '../domain/finding.ts';
import { journeyFields, storedJourney } from '../domain/journey.ts';
import { kpiFields, storedKpi } from '../domain/kpi.ts';
import { memberFields, type Role } from '../domain/member.ts';
import { objectiveFields, storedObjective } from '../domain/objective.ts';
import { organisationFields, storedOrganisation } from '../domain/organisation.ts';
import { outcomeFields, storedOutcome } from '../domain/outcome.ts';
import { policySchema } from '../domain/policy.ts';
import { quarterSchema } from '../domain/quarter.ts';
import { slug } from '../domain/slug.ts';
import { draftSchema, submissionSchema } from '../domain/submission.ts';
import {
  boardReportSchema,
  departmentReportSchema,
  findingLine,
  findingView,
} from '../report/board-report.ts';
import type { Area, Route } from './route.ts';
import {
  auditView,
  checkView,
  commentBody,
  idParams,
  memberView,
  meView,
  noteBody,
  pageOf,
  pageQuery,
  previewView,
  quarterParams,
  quarterSheet,
  receiptView,
  submissionBody,
  targetBody,
} from './schemas.ts';

const everyone: readonly Role[] = ['executive', 'department-head', 'analyst', 'auditor'];
const analysts: readonly Role[] = ['analyst'];
const heads: readonly Role[] = ['department-head'];
const deciders: readonly Role[] = ['executive', 'analyst'];

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

const declared = [
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
    operationId: 'getQuarterSheet',
    method: 'GET',
    path: '/v1/departments/{id}/quarters/{quarter}',
    area: 'submissions',
    summary: 'A department’s quarter: its KPIs, last quarter’s figures, the submission, and the own draft',
    access: everyone,
    params: quarterParams,
    status: 200,
    response: quarterSheet,
  },
  {
    operationId: 'putDraft',
    method: 'PUT',
    path: '/v1/departments/{id}/quarters/{quarter}/draft',
    area: 'submissions',
    summary: 'Saves the draft; it is neither audited nor evaluated',
    access: heads,
    scope: 'own-department',
    params: quarterParams,
    body: draftSchema,
    status: 200,
    response: z.strictObject({ savedAt: z.string() }),
  },
  {
    operationId: 'previewSubmission',
    method: 'POST',
    path: '/v1/departments/{id}/quarters/{quarter}/preview',
    area: 'submissions',
    summary: 'What the findings would be, with nothing stored',
    access: heads,
    scope: 'own-department',
    params: quarterParams,
    body: submissionBody,
    status: 200,
    response: previewView,
  },
  {
    operationId: 'submitQuarter',
    method: 'POST',
    path: '/v1/departments/{id}/quarters/{quarter}/submission',
    area: 'submissions',
    summary: 'Submits the quarter’s readings as a new version',
    access: heads,
    scope: 'own-department',
    versioned: true,
    params: quarterParams,
    body: submissionBody,
    status: 201,
    response: receiptView,
  },
  {
    operationId: 'submitHistory',
    method: 'POST',
    path: '/v1/departments/{id}/quarters/{quarter}/history',
    area: 'submissions',
    summary: 'Hands in a closed quarter before the organisation’s first evaluation',
    access: analysts,
    scope: 'organisation',
    versioned: true,
    params: quarterParams,
    body: submissionBody,
    status: 201,
    response: receiptView,
  },
  {
    operationId: 'listVersions',
    method: 'GET',
    path: '/v1/departments/{id}/quarters/{quarter}/versions',
    area: 'submissions',
    summary: 'Every submitted version of a department’s quarter, newest first',
    access: everyone,
    params: quarterParams,
    status: 200,
    response: z.strictObject({ items: z.array(submissionSchema) }),
  },
  {
    operationId: 'returnSubmission',
    method: 'POST',
    path: '/v1/departments/{id}/quarters/{quarter}/submission/return',
    area: 'submissions',
    summary: 'Returns the submission with a comment',
    access: deciders,
    scope: 'organisation',
    versioned: true,
    params: quarterParams,
    body: commentBody,
    status: 200,
    response: receiptView,
  },
  {
    operationId: 'acceptSubmission',
    method: 'POST',
    path: '/v1/departments/{id}/quarters/{quarter}/submission/accept',
    area: 'submissions',
    summary: 'Accepts the submission',
    access: deciders,
    scope: 'organisation',
    versioned: true,
    params: quarterParams,
    body: z.strictObject({}),
    status: 200,
    response: receiptView,
  },
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
    access: ['executive', 'department-head'],
    scope: 'organisation',
    versioned: true,
    params: z.strictObject({
      fingerprint: z.string().regex(/^[0-9a-f]{32}$/, { error: '32 hexadecimal digits' }),
    }),
    body: noteBody,
    status: 200,
    response: findingView,
  },
  {
    operationId: 'listReports',
    method: 'GET',
    path: '/v1/reports',
    area: 'reports',
    summary: 'The quarters that have a board report, newest first',
    access: everyone,
    status: 200,
    response: z.strictObject({
      items: z.array(z.strictObject({ quarter: quarterSchema, asOf: z.string() })),
    }),
  },
  {
    operationId: 'getBoardReport',
    method: 'GET',
    path: '/v1/reports/{quarter}/board',
    area: 'reports',
    summary: 'The board report of a quarter',
    access: everyone,
    params: z.strictObject({ quarter: quarterSchema }),
    status: 200,
    response: boardReportSchema,
  },
  {
    operationId: 'getDepartmentReport',
    method: 'GET',
    path: '/v1/reports/{quarter}/departments/{id}',
    area: 'reports',
    summary: 'A department’s report of a quarter',
    access: everyone,
    params: quarterParams,
    status: 200,
    response: departmentReportSchema,
  },
  {
    operationId: 'listAudit',
    method: 'GET',
    path: '/v1/audit',
    area: 'audit',
    summary: 'Audit entries, newest first, of everything or of one entity',
    access: ['executive', 'auditor'],
    query: z.strictObject({
      ...pageQuery.shape,
      kind: z.string().max(40).optional(),
      id: z.string().max(120).optional(),
    }),
    status: 200,
    response: pageOf(auditView),
  },
] as const satisfies readonly Route[];

/** Every route, as it is declared. */
export type Declared = (typeof declared)[number];
export type OperationId = Declared['operationId'];
/** The route of an operation, with its own schemas. */
export type RouteOf<Id extends OperationId> = Extract<Declared, { readonly operationId: Id }>;
/** The operations of an area. */
export type OperationOf<A extends Area> = Extract<Declared, { readonly area: A }>['operationId'];

/** Every route, for whoever walks through them. */
export const routes: readonly Route[] = declared;
