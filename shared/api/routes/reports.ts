// What the board and the departments see of a quarter.
import * as z from 'zod';
import { quarterSchema } from '../../domain/quarter.ts';
import { boardReportSchema, departmentReportSchema } from '../../report/board-report.ts';
import { journeyReportSchema } from '../../report/journey-report.ts';
import { outcomeReportSchema } from '../../report/outcome-report.ts';
import type { Route } from '../route.ts';
import { quarterParams } from '../schemas/list.ts';
import { alignmentTrace, traceQuery } from '../schemas/trace.ts';
import { everyone } from './access.ts';

/** Reports. */
export const reportRoutes = [
  {
    operationId: 'listReports',
    method: 'GET',
    path: '/v1/reports',
    area: 'reports',
    summary: 'The quarters that have a board report, newest first',
    access: everyone,
    status: 200,
    response: z.strictObject({
      items: z.array(
        z.strictObject({
          quarter: quarterSchema,
          asOf: z.string(),
          /** Absent while the quarter is not sealed. */
          sealed: z.strictObject({ revision: z.int(), digest: z.string(), at: z.string() }).optional(),
          /** Of a quarter that was sealed and is open again. */
          reopened: z.strictObject({ revision: z.int(), at: z.string() }).optional(),
        }),
      ),
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
    operationId: 'getOutcomeReport',
    method: 'GET',
    path: '/v1/reports/{quarter}/outcomes/{id}',
    area: 'reports',
    summary: 'A customer outcome’s report of a quarter',
    access: everyone,
    params: quarterParams,
    status: 200,
    response: outcomeReportSchema,
  },
  {
    operationId: 'getJourneyReport',
    method: 'GET',
    path: '/v1/reports/{quarter}/journeys/{id}',
    area: 'reports',
    summary: 'A journey’s report of a quarter: touchpoints, clocks, and segments that nobody watches',
    access: everyone,
    params: quarterParams,
    status: 200,
    response: journeyReportSchema,
  },
  {
    operationId: 'getAlignmentTrace',
    method: 'GET',
    path: '/v1/reports/{quarter}/scores/alignment',
    area: 'reports',
    summary: 'The check results that the reporting quarter’s alignment sums, dearest first',
    access: everyone,
    params: z.strictObject({ quarter: quarterSchema }),
    query: traceQuery,
    status: 200,
    response: alignmentTrace,
  },
] as const satisfies readonly Route[];
