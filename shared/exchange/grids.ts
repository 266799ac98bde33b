// From the tables of a file to those of the import format: each sheet or file must be one that the format knows, and
// what is misspelt is answered with the name that was meant.
import type { WorkbookTable } from './file-table.ts';
import { didYouMean } from './nearest.ts';
import type { Grid, RowError } from './rows.ts';
import { tableNamed, tables } from './tables.ts';

/** A table, and the name that its faults are told under. */
export interface FileTable extends WorkbookTable {
  readonly file: string;
}

const names = tables.map(({ name }) => name);
const known = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');

/**
 * The grids of a file's tables, each column by the format's own name; an unknown table, one that stands there twice
 * and a file without any table are faults.
 */
export const gridsOf = (
  fileTables: readonly FileTable[],
): { readonly grids: Grid[]; readonly errors: RowError[] } => {
  const grids: Grid[] = [];
  const errors: RowError[] = [];
  const fault = (file: string, found: string, expected: string) =>
    errors.push({ file, row: 0, column: '', found, expected });
  for (const { file, name, header, rows, firstRow = 2 } of fileTables) {
    const table = tableNamed(known(name));
    if (table === undefined) fault(file, `a table “${name.slice(0, 60)}”`, didYouMean(known(name), names));
    else if (grids.some((one) => one.table === table)) fault(file, `${table.name} twice`, 'each table once');
    else if (header.length > 0 || rows.length > 0)
      grids.push({ file, table, header: header.map(known), rows, firstRow });
  }
  if (fileTables.length === 0) fault('the file', 'no table', `tables named ${names.join(', ')}`);
  return { grids, errors };
};
