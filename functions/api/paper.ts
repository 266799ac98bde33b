// The board pack: the board report of a quarter - the sealed one, where it is sealed -, set as a PDF in the member's
// formats.
import { paperRoutes } from '../../shared/api/routes/paper.ts';
import { Refusal } from '../../shared/domain/problem.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import type { OrgId } from '../../shared/domain/slug.ts';
import { presentReport, readSealed } from '../../shared/flows/seal.ts';
import { boardPack, reportDigest } from '../../shared/paper/board-pack.ts';
import { press } from '../../shared/paper/press.ts';
import { setPaper } from '../../shared/paper/typst.ts';
import { boardReportSchema } from '../../shared/report/board-report.ts';
import { apiHandler } from '../../shared/runtime/api-handler.ts';
import { apiStore } from '../../shared/runtime/api-store.ts';
import { apiEnvironment } from '../../shared/runtime/env.ts';
import { readSeal } from '../../shared/table/seals.ts';
import { openTable } from '../../shared/table/table.ts';

const table = openTable(apiEnvironment().TABLE_NAME);

/** What the board sees of a quarter, and what names it: the seal's digest, or that of the present figures. */
const boardOf = async (org: OrgId, quarter: Quarter) => {
  const kept = await readSeal(table, org, quarter);
  if (kept?.seal.state === 'sealed') {
    const { canonical } = await readSealed(table, org, quarter);
    const report = boardReportSchema.parse((JSON.parse(canonical) as { board: unknown }).board);
    return { report, digest: `${kept.seal.digest.slice(0, 16)} (sealed)` };
  }
  const report = await presentReport(table, org, quarter);
  if (report === undefined)
    throw new Refusal('not-found', `There is no board report of ${quarter}, so there is no pack of it.`);
  return { report, digest: reportDigest(report) };
};

/** The handler of the papers' routes. */
export const handler = apiHandler(
  paperRoutes,
  {
    getBoardPack: async (call) => {
      const { report, digest } = await boardOf(call.org, call.params.quarter);
      const { timeZone, fiscalStart } = report.calendar;
      const place = { locale: call.member.locale, timeZone, fiscalStart };
      const { pdf } = setPaper(await press(), boardPack(report, place, digest));
      return call.reply(Buffer.from(pdf).toString('base64'));
    },
  },
  apiStore(table),
);
