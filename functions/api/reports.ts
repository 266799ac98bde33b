// Reports as they were last written: one item, one read, whatever the size of the organisation.

import { reportRoutes } from '../../shared/api/routes/reports.ts';
import { Refusal } from '../../shared/domain/problem.ts';
import { traceAlignment } from '../../shared/flows/trace.ts';
import { boardReportSchema, departmentReportSchema } from '../../shared/report/board-report.ts';
import { outcomeReportSchema } from '../../shared/report/outcome-report.ts';
import { apiHandler } from '../../shared/runtime/api-handler.ts';
import { apiStore } from '../../shared/runtime/api-store.ts';
import { apiEnvironment } from '../../shared/runtime/env.ts';
import { readHead } from '../../shared/table/evaluation.ts';
import { keys } from '../../shared/table/keys.ts';
import { readReport } from '../../shared/table/reports.ts';
import { openTable } from '../../shared/table/table.ts';

const table = openTable(apiEnvironment().TABLE_NAME);

const howTo =
  'A report is written after the first evaluation, in the night after the organisation was set up; from then on each change updates the reporting quarter’s report within moments.';

/** The handler of the reports' routes. */
export const handler = apiHandler(
  reportRoutes,
  {
    listReports: async (call) => {
      const head = await readHead(table, call.org);
      return call.reply({ items: [...(head?.reported ?? [])].reverse() });
    },
    getBoardReport: async (call) => {
      const { quarter } = call.params;
      const report = await readReport(table, keys.boardReport(call.org, quarter), boardReportSchema);
      if (report === undefined)
        throw new Refusal('not-found', `There is no board report of ${quarter}. ${howTo}`);
      return call.reply(report);
    },
    getDepartmentReport: async (call) => {
      const { id, quarter } = call.params;
      const report = await readReport(
        table,
        keys.departmentReport(call.org, quarter, id),
        departmentReportSchema,
      );
      if (report === undefined)
        throw new Refusal('not-found', `There is no report of “${id}” for ${quarter}. ${howTo}`);
      return call.reply(report);
    },
    getOutcomeReport: async (call) => {
      const { id, quarter } = call.params;
      const report = await readReport(table, keys.outcomeReport(call.org, quarter, id), outcomeReportSchema);
      if (report === undefined)
        throw new Refusal('not-found', `There is no report of the outcome “${id}” for ${quarter}. ${howTo}`);
      return call.reply(report);
    },
    getAlignmentTrace: async (call) =>
      call.reply(await traceAlignment(table, call.org, { ...call.params, ...call.query })),
  },
  apiStore(table),
);
