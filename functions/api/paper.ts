// The board pack: the board report of a quarter - the sealed one, where it is sealed -, set as a PDF in the member's
// formats.
import { languageFor, tagFor } from '../../languages/language-for.ts';
import { paperRoutes } from '../../shared/api/routes/paper.ts';
import { seenByBoard } from '../../shared/flows/beside-report.ts';
import { boardPack } from '../../shared/paper/board-pack.ts';
import type { PaperLanguage } from '../../shared/paper/pen.ts';
import { press } from '../../shared/paper/press.ts';
import { setPaper } from '../../shared/paper/typst.ts';
import { apiHandler } from '../../shared/runtime/api-handler.ts';
import { apiStore } from '../../shared/runtime/api-store.ts';
import { apiEnvironment } from '../../shared/runtime/env.ts';
import { openTable } from '../../shared/table/table.ts';

const table = openTable(apiEnvironment().TABLE_NAME);

/** The words of the pack for a locale. */
const paperIn = async (locale: string): Promise<PaperLanguage | undefined> => {
  const language = await languageFor(locale);
  return language && { tag: tagFor(locale), ...language };
};

/** The handler of the papers' routes. */
export const handler = apiHandler(
  paperRoutes,
  {
    getBoardPack: async (call) => {
      const { report, ...beside } = await seenByBoard(table, call.org, call.params.quarter);
      const { timeZone, fiscalStart } = report.calendar;
      const place = { locale: call.member.locale, timeZone, fiscalStart };
      const { pdf } = setPaper(
        await press(),
        boardPack(report, place, beside, await paperIn(call.member.locale)),
      );
      return call.reply(Buffer.from(pdf).toString('base64'));
    },
  },
  apiStore(table),
);
