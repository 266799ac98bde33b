// A table as any file holds it - a sheet, a CSV file, a list in JSON - before anybody knows what its columns mean.

/** A table's name, header and rows as text; what was typed as a number or a date is text already. */
export interface WorkbookTable {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The number of the first of `rows` as a spreadsheet numbers it; 2 where nothing is said. */
  readonly firstRow?: number;
}

const empty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** A table from all of a file's rows: the first row that is not empty is the header. */
export const tableFrom = (name: string, cells: readonly (readonly string[])[]): WorkbookTable => {
  const at = cells.findIndex((row) => !empty(row));
  const header = at === -1 ? [] : [...(cells[at] ?? [])];
  while (header.at(-1)?.trim() === '') header.pop();
  const width = header.length;
  const rows = cells
    .slice(at + 1)
    .map((row) => (row.slice(width).every((cell) => cell.trim() === '') ? row.slice(0, width) : row));
  while (rows.length > 0 && empty(rows.at(-1) ?? [])) rows.pop();
  return { name, header, rows: at === -1 ? [] : rows, firstRow: at + 2 };
};
