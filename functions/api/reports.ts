// Reports as they were last written: one item, one read, whatever the size of the organisation.

import { reportRoutes } from '../../shared/api/routes/reports.ts';
import { sealRoutes } from '../../shared/api/routes/seals.ts';
import { Refusal } from '../../shared/domain/problem.ts';
import { comment, commentaryLines, commentaryViewOf } from '../../shared/flows/commentary.ts';
import { presentReport, readSealed, sealStands, sealViewOf } from '../../shared/flows/read-seal.ts';
import { reopenQuarter, sealQuarter } from '../../shared/flows/seal.ts';
import { keptSinceOf } from '../../shared/flows/since.ts';
import { traceAlignment } from '../../shared/flows/trace.ts';
import { boardReportSchema, departmentReportSchema } from '../../shared/report/board-report.ts';
import { journeyReportSchema } from '../../shared/report/journey-report.ts';
import { outcomeReportSchema } from '../../shared/report/outcome-report.ts';
import { apiHandler } from '../../shared/runtime/api-handler.ts';
import { apiStore } from '../../shared/runtime/api-store.ts';
import { apiEnvironment } from '../../shared/runtime/env.ts';
import { readHead } from '../../shared/table/evaluation.ts';
import { keys } from '../../shared/table/keys.ts';
import { readReport } from '../../shared/table/reports.ts';
import { allSeals } from '../../shared/table/seals.ts';
import { openTable } from '../../shared/table/table.ts';

const table = openTable(apiEnvironment().TABLE_NAME);

const howTo =
  'A report is written after the first evaluation, in the night after the organisation was set up; from then on each change updates the reporting quarter’s report within moments.';

/** The handler of the reports' routes. */
export const handler = apiHandler(
  [...reportRoutes, ...sealRoutes] as const,
  {
    listReports: async (call) => {
      const [head, seals] = await Promise.all([readHead(table, call.org), allSeals(table, call.org)]);
      const stands = new Map(seals.map(({ seal }) => [seal.quarter, sealStands(seal)]));
      const items = (head?.reported ?? []).map((report) => ({ ...report, ...stands.get(report.quarter) }));
      return call.reply({ items: items.reverse() });
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
    getJourneyReport: async (call) => {
      const { id, quarter } = call.params;
      const report = await readReport(table, keys.journeyReport(call.org, quarter, id), journeyReportSchema);
      if (report === undefined)
        throw new Refusal('not-found', `There is no report of the journey “${id}” for ${quarter}. ${howTo}`);
      return call.reply(report);
    },
    getSeal: async (call) => {
      const { quarter } = call.params;
      const [sealed, now] = await Promise.all([
        readSealed(table, call.org, quarter, call.query.revision),
        presentReport(table, call.org, quarter),
      ]);
      return call.reply({ ...sealViewOf(sealed, now), canonical: sealed.canonical }, sealed.kept.version);
    },
    sealReport: async (call) => {
      const { quarter } = call.params;
      const now = await presentReport(table, call.org, quarter);
      return sealQuarter(table, call, quarter, (sealed) =>
        call.reply(sealViewOf(sealed, now), sealed.kept.version),
      );
    },
    reopenReport: async (call) => {
      const { quarter } = call.params;
      const now = await presentReport(table, call.org, quarter);
      return reopenQuarter(table, call, quarter, call.body.reason, (sealed) =>
        call.reply(sealViewOf(sealed, now), sealed.kept.version),
      );
    },
    getSince: async (call) => call.reply(await keptSinceOf(table, call.org, call.params.quarter)),
    listCommentary: async (call) =>
      call.reply({ items: await commentaryLines(table, call.org, call.params.quarter) }),
    putCommentary: (call) =>
      comment(table, call, { ...call.params, ...call.body }, (after) =>
        call.reply(commentaryViewOf(after), after.version),
      ),
    getAlignmentTrace: async (call) =>
      call.reply(await traceAlignment(table, call.org, { ...call.params, ...call.query })),
  },
  apiStore(table),
);
