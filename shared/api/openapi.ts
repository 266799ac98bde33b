// The routes as OpenAPI 3.1: a view of what is declared, so that it can't say anything else. It is generated into a
// file that the service serves; the generator itself stays out of the service.

import * as z from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponseObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { storedCapability } from '../domain/capability.ts';
import { storedDepartment } from '../domain/department.ts';
import { storedJourney } from '../domain/journey.ts';
import { storedKpi } from '../domain/kpi.ts';
import { storedObjective } from '../domain/objective.ts';
import { storedOrganisation } from '../domain/organisation.ts';
import { storedOutcome } from '../domain/outcome.ts';
import { policySchema } from '../domain/policy.ts';
import { type ProblemKind, problemKinds } from '../domain/problem.ts';
import { submissionSchema } from '../domain/submission.ts';
import { unitSchema } from '../domain/unit.ts';
import { boardReportSchema, departmentReportSchema } from '../report/board-report.ts';
import { findingLine, findingView } from '../report/finding-line.ts';
import { outcomeReportSchema } from '../report/outcome-report.ts';
import { problemUri, titleOf } from './problem-document.ts';
import { problemType, type Route } from './route.ts';
import { routes } from './routes.ts';
import { auditView } from './schemas/audit.ts';
import { checkView } from './schemas/check.ts';
import { problemDocument } from './schemas/problem.ts';
import { quarterSheet, receiptView } from './schemas/quarter.ts';
import { memberView, meView } from './schemas/set-up.ts';

/** Schemas that stand once, under a name. */
const named = {
  AuditEntry: auditView,
  BoardReport: boardReportSchema,
  Capability: storedCapability,
  Check: checkView,
  Department: storedDepartment,
  DepartmentReport: departmentReportSchema,
  Finding: findingView,
  FindingLine: findingLine,
  Journey: storedJourney,
  Kpi: storedKpi,
  Me: meView,
  Member: memberView,
  Objective: storedObjective,
  Organisation: storedOrganisation,
  Outcome: storedOutcome,
  OutcomeReport: outcomeReportSchema,
  Policy: policySchema,
  Problem: problemDocument,
  QuarterSheet: quarterSheet,
  Receipt: receiptView,
  Submission: submissionSchema,
  Unit: unitSchema,
};

const kindsOf = ({ access, params, query, body, versioned, repeatable, path }: Route): ProblemKind[] => [
  ...((params ?? query ?? body) ? (['invalid-input'] as const) : []),
  ...(access === 'public' ? [] : (['unauthorized', 'forbidden'] as const)),
  ...(path.includes('{') ? (['not-found'] as const) : []),
  ...(body === undefined ? [] : (['too-large', 'unsupported-media-type'] as const)),
  ...(versioned
    ? (['conflict', 'stale-version', 'idempotency-key-reused', 'precondition-required'] as const)
    : []),
  ...(repeatable ? (['conflict', 'idempotency-key-reused'] as const) : []),
  ...(path.includes('/quarters/') && body !== undefined
    ? (['quarter-closed', 'quarter-not-begun'] as const)
    : []),
  'too-many-requests',
  'internal',
  'temporarily-unavailable',
];

/** The answers that tell of problems, each once under the names of what it tells: eighty operations share twenty. */
const problemAnswers = new Map<string, ZodOpenApiResponseObject>();
const problemAnswer = (kinds: readonly ProblemKind[]): ZodOpenApiResponseObject => {
  const id = kinds.join('-or-');
  let answer = problemAnswers.get(id);
  if (answer === undefined) {
    answer = {
      id,
      description: kinds.map((kind) => `${titleOf(kind)} (\`${problemUri(kind)}\`)`).join('; '),
      content: { [problemType]: { schema: problemDocument } },
    };
    problemAnswers.set(id, answer);
  }
  return answer;
};

const problemResponses = (route: Route): ZodOpenApiResponsesObject => {
  const byStatus = Map.groupBy(kindsOf(route), (kind) => problemKinds[kind]);
  return Object.fromEntries([...byStatus].map(([status, kinds]) => [String(status), problemAnswer(kinds)]));
};

const versionHeaders = z.object({
  'If-Match': z.string().optional().meta({ description: 'The version that is changed, such as "3"' }),
  'If-None-Match': z.literal('*').optional().meta({ description: 'There must be nothing yet' }),
  'Idempotency-Key': z
    .string()
    .max(100)
    .optional()
    .meta({ description: 'A request that was carried out under this key has the same answer again' }),
});

const repeatableHeaders = versionHeaders.pick({ 'Idempotency-Key': true });

const etag = z.object({
  ETag: z.string().optional().meta({ description: 'The version of what is answered' }),
});

const operationOf = (route: Route): ZodOpenApiOperationObject => {
  const { params, query, body, versioned, access } = route;
  const request = {
    ...(params === undefined ? {} : { path: params }),
    ...(query === undefined ? {} : { query }),
    ...(versioned ? { header: versionHeaders } : {}),
    ...(route.repeatable ? { header: repeatableHeaders } : {}),
  };
  return {
    operationId: route.operationId,
    summary: route.summary,
    tags: [route.area],
    ...(access === 'public'
      ? { security: [] }
      : {
          description: `For ${access.join(', ')}${route.scope === 'own-department' ? ', of the own department' : ''}.`,
        }),
    ...(Object.keys(request).length === 0 ? {} : { requestParams: request }),
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      [String(route.status)]: {
        description: route.summary,
        ...(versioned ? { headers: etag } : {}),
        content: {
          [route.media ?? 'application/json']: {
            schema: route.media === undefined ? route.response : { type: 'string', format: 'binary' },
          },
        },
      },
      ...problemResponses(route),
    },
  } as ZodOpenApiOperationObject;
};

const paths = (): ZodOpenApiPathsObject => {
  const byPath = Map.groupBy(routes, (route) => route.path);
  return Object.fromEntries(
    [...byPath].map(([path, list]) => [
      path,
      Object.fromEntries(list.map((route) => [route.method.toLowerCase(), operationOf(route)])),
    ]),
  );
};

/** The API's description. `version` is the service's. */
export const openApiDocument = (version: string) =>
  createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Counterpart',
      version,
      description:
        'Cross-department KPI alignment: every internal measure needs a customer-facing counterpart. Values are decimal strings, instants ISO 8601 in UTC, quarters `YYYY-Qn`.',
    },
    servers: [{ url: '/' }],
    security: [{ accessToken: [] }],
    tags: [...new Set(routes.map(({ area }) => area))].map((name) => ({ name })),
    paths: paths(),
    components: {
      schemas: named,
      securitySchemes: {
        accessToken: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'An access token of the organisation’s sign-in',
        },
      },
    },
  });
