// The import format's tables as sheets: each column's form says how its cells are written and what its list offers.
import type { WorkbookTable } from './file-table.ts';
import { type Column, type Table, tableNamed } from './tables.ts';
import type { SheetColumn, SheetList, WorkbookSheet } from './workbook-sheet.ts';

const widthOf = ({ name, form, example }: Column): number =>
  Math.min(48, Math.max(name.length + 3, example.length + 2, form.cell === 'date' ? 12 : 8));

const listOf = ({ form }: Column, sizes: ReadonlyMap<string, number>): SheetList | undefined => {
  if (form.words !== undefined) return { words: form.words };
  const target = form.one === undefined ? undefined : tableNamed(form.one);
  const rows = target && sizes.get(target.name);
  if (target === undefined || rows === undefined) return undefined;
  return {
    sheet: target.name,
    column: target.columns.findIndex(({ name }) => name === 'id'),
    last: rows + 201,
  };
};

/** A column of the format as a sheet's column; `sizes` holds the rows of the workbook's other sheets. */
export const sheetColumn = (column: Column, sizes: ReadonlyMap<string, number>): SheetColumn => {
  const list = listOf(column, sizes);
  return {
    name: column.name,
    kind: column.form.cell ?? 'text',
    width: widthOf(column),
    hint: column.doc,
    ...(list && { list, strict: column.form.words !== undefined }),
  };
};

const plainColumn = (name: string): SheetColumn => ({
  name,
  kind: 'text',
  width: Math.max(12, name.length + 3),
});

/** A table as a sheet; a column that the format does not know is written as text. */
export const sheetOf = (table: WorkbookTable, sizes: ReadonlyMap<string, number>): WorkbookSheet => {
  const known: Table | undefined = tableNamed(table.name);
  const columns = table.header.map((name) => {
    const column = known?.columns.find((one) => one.name === name);
    return column === undefined ? plainColumn(name) : sheetColumn(column, sizes);
  });
  return { name: table.name, columns, rows: table.rows };
};
