// The KPI library and what it reads and proposes. A function of its own: what it has learnt is too large for the others.
import { libraryRoutes } from '../../shared/api/routes/library.ts';
import { Refusal } from '../../shared/domain/problem.ts';
import { ownKpis } from '../../shared/flows/own-kpis.ts';
import { classify } from '../../shared/library/classify.ts';
import type { Entry } from '../../shared/library/entry.ts';
import { entryOf, library } from '../../shared/library/library.ts';
import { suggest } from '../../shared/library/suggest.ts';
import { apiHandler } from '../../shared/runtime/api-handler.ts';
import { apiStore } from '../../shared/runtime/api-store.ts';
import { apiEnvironment } from '../../shared/runtime/env.ts';
import { openTable } from '../../shared/table/table.ts';

const table = openTable(apiEnvironment().TABLE_NAME);

const shown = ({ kindred: _kindred, synonyms, counterparts, unit, ...entry }: Entry) => ({
  ...entry,
  synonyms: [...synonyms],
  unit: { ...unit },
  ...(counterparts === undefined ? {} : { counterparts: [...counterparts] }),
});

/** The handler of the library's routes. */
export const handler = apiHandler(
  libraryRoutes,
  {
    listLibrary: async (call) => {
      const { function: field, perspective, cursor, limit } = call.query;
      const fitting = library.filter(
        (entry) =>
          (field === undefined || entry.function === field) &&
          (perspective === undefined || entry.perspective === perspective),
      );
      const last = cursor === undefined ? -1 : fitting.findIndex(({ id }) => id === cursor);
      if (cursor !== undefined && last < 0)
        throw new Refusal('invalid-input', 'The list can’t go on from there.', [
          { path: '/cursor', found: JSON.stringify(cursor), expected: 'the cursor of the page before' },
        ]);
      const items = fitting.slice(last + 1, last + 1 + limit);
      const more = last + 1 + limit < fitting.length;
      return call.reply({ items: items.map(shown), ...(more ? { cursor: items.at(-1)?.id } : {}) });
    },
    getLibraryEntry: async (call) => {
      const entry = entryOf(call.params.id);
      if (entry === undefined)
        throw new Refusal('not-found', `There is no entry “${call.params.id}” in the library.`);
      return call.reply(shown(entry));
    },
    classifyKpis: async (call) =>
      call.reply({
        items: call.body.kpis.map(({ id, ...kpi }) => {
          const { reasons, ...reading } = classify(kpi);
          return { id, ...reading, reasons: [...reasons] };
        }),
      }),
    suggestCounterparts: async (call) =>
      call.reply({ items: suggest(call.body, await ownKpis(table, call.org)).map((one) => ({ ...one })) }),
  },
  apiStore(table),
);
