// Imports: a file is looked at, begun, followed; and everything is taken out again.
import { importRoutes } from '../../shared/api/routes/imports.ts';
import type { ChangeSet } from '../../shared/domain/change-set.ts';
import { Refusal } from '../../shared/domain/problem.ts';
import { exportTables, importTables, requireFits } from '../../shared/flows/import.ts';
import { apiHandler } from '../../shared/runtime/api-handler.ts';
import { apiStore } from '../../shared/runtime/api-store.ts';
import { apiEnvironment } from '../../shared/runtime/env.ts';
import { listChangeSets, readChangeItems, readChangeSet } from '../../shared/table/change-sets.ts';
import { openTable } from '../../shared/table/table.ts';

const table = openTable(apiEnvironment().TABLE_NAME);

/** A change set as lists show it. */
const viewOf = ({ chunks: _chunks, next: _next, moved: _moved, ...view }: ChangeSet) => ({
  ...view,
  passedOver: [...view.passedOver],
});

/** The handler of the routes of imports. */
export const handler = apiHandler(
  importRoutes,
  {
    importTables: async (call) => {
      const { tables, locale, file, apply } = call.body;
      const named = tables.map(({ file: own, ...one }) => ({
        ...one,
        file: own ?? (file === undefined ? one.name : `${file}, ${one.name}`),
      }));
      return importTables(
        table,
        { ...call, tables: named, locale, file },
        apply ? await call.writing() : undefined,
        ({ errors, items, ...outcome }) => call.reply({ ...outcome, errors: [...errors], items: [...items] }),
      );
    },
    listImports: async (call) => {
      const { items, ...rest } = await listChangeSets(table, call.org, call.query);
      return call.reply({ items: items.map(viewOf), ...rest });
    },
    getImport: async (call) => {
      const set = await readChangeSet(table, call.org, call.params.id);
      if (set === undefined) throw new Refusal('not-found', `There is no import “${call.params.id}”.`);
      return call.reply({ ...viewOf(set), items: await readChangeItems(table, call.org, set.id) });
    },
    exportTables: async (call) => {
      const tables = await exportTables(table, call.org, call.member, call.query);
      requireFits(tables);
      return call.reply({
        tables: tables.map(({ name, header, rows }) => ({
          name,
          header: [...header],
          rows: rows.map((row) => [...row]),
        })),
      });
    },
  },
  apiStore(table),
);
