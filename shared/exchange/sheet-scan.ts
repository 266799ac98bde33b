// Looks through a sheet's XML before it is parsed: a few bytes can claim a million rows, a formula may carry no
// result, and in merged cells nobody can say which row a value belongs to.

/** How large a sheet may be. */
export interface SheetLimits {
  readonly rows: number;
  readonly columns: number;
  /** Rows times columns, empty cells included: what reading it makes of it. */
  readonly cells: number;
}
/** What makes a sheet unusable: the row (0: the whole sheet), the column's letters, what was found and expected. */
export interface SheetFault {
  readonly row: number;
  readonly column: string;
  readonly found: string;
  readonly expected: string;
}

/** The place of a column by its letters: A is 1. */
const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

const mostFaults = 20;
const rowTags = /<(?:\w+:)?row\b[^<>]*?\br="(\d+)"/g;
/** A cell's tag: its attributes, and, where it holds a formula and nothing else, that formula. */
const cellTags =
  /<(?:\w+:)?c\s([^<>]*)>(\s*<(?:\w+:)?f\b[^<>]*(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*<\/(?:\w+:)?c>)?/g;
const mergeTags = /<(?:\w+:)?mergeCell\b[^<>]*?\bref="(([A-Z]+)(\d+):[A-Z]+(\d+))"/g;
const reference = /\br="([A-Z]+)(\d+)"/;

const tooLarge = (found: string, { rows, columns, cells }: SheetLimits): SheetFault => ({
  row: 0,
  column: '',
  found: found.length > 20 ? `${found.slice(0, 20)}...` : found,
  expected: `at most ${rows} rows, ${columns} columns, and ${cells} cells in all`,
});

const cellFault = (
  attributes: string,
  formula: string | undefined,
): Omit<SheetFault, 'row' | 'column'> | undefined => {
  if (/\bt="e"/.test(attributes))
    return { found: 'an error such as #N/A', expected: 'a value, or an empty cell' };
  if (formula === undefined) return undefined;
  return {
    found: 'a formula without a result',
    expected: 'a value; a spreadsheet program stores results when it saves the workbook',
  };
};

/** Cells of one column, from a row to a later one, that are merged; all from 1. */
export interface MergedRows {
  readonly column: number;
  readonly first: number;
  readonly last: number;
}

/** Where a sheet's cells are merged over several rows: its first column's value stands for each of them. */
export const mergedRows = (xml: string): MergedRows[] =>
  [...xml.matchAll(mergeTags)].flatMap(([, , column = '', first = '', last = '']) =>
    Number(last) > Number(first)
      ? [{ column: columnNumber(column), first: Number(first), last: Number(last) }]
      : [],
  );

/** Faults of a sheet's XML that parsing would hide, or not survive; at most 20. Merged cells are one unless `merges`. */
export const scanSheet = (xml: string, limits: SheetLimits, merges = false): SheetFault[] => {
  for (const [, row = ''] of xml.matchAll(rowTags))
    if (row.length > 7 || Number(row) > limits.rows) return [tooLarge(`row ${row}`, limits)];
  const faults: SheetFault[] = [];
  let [lastRow, lastColumn] = [0, 0];
  for (const [, attributes = '', formula] of xml.matchAll(cellTags)) {
    const [, column = '', row = ''] = reference.exec(attributes) ?? [];
    const outside = column.length > 3 || columnNumber(column) > limits.columns;
    if (outside || row.length > 7 || Number(row) > limits.rows)
      return [tooLarge(`cell ${column}${row}`, limits)];
    lastRow = Math.max(lastRow, Number(row));
    lastColumn = Math.max(lastColumn, columnNumber(column));
    const fault = cellFault(attributes, formula);
    if (fault !== undefined && faults.length < mostFaults)
      faults.push({ row: Number(row), column, ...fault });
  }
  if (lastRow * lastColumn > limits.cells) return [tooLarge(`${lastRow} rows of ${lastColumn}`, limits)];
  for (const [, range = '', column = '', row = ''] of xml.matchAll(mergeTags))
    if (!merges && faults.length < mostFaults)
      faults.push({
        row: Number(row),
        column,
        found: `merged cells ${range}`,
        expected: 'a value in each cell: unmerge them and repeat the value',
      });
  return faults;
};
