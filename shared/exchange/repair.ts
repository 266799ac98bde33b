// What is wrong goes back to whoever can put it right: a file of the refused rows alone, each with what was wrong with
// it, and the way back, on which the repaired rows take the place of those that were refused.
import type { FileTable } from './grids.ts';
import { errorColumn, type RowError } from './rows.ts';

/** A refused row is wrong itself; a fault of a header or of a whole file is a fault of every row. */
const refusals = ({ file, firstRow = 2 }: FileTable, errors: readonly RowError[]) => {
  const own = errors.filter((error) => error.file === file);
  const ofAll = own.filter(({ row }) => row < firstRow);
  const byRow = Map.groupBy(own, ({ row }) => row);
  return (i: number): readonly RowError[] => [...ofAll, ...(byRow.get(i + firstRow) ?? [])];
};

const sentence = ({ column, found, expected }: RowError): string =>
  `${column === '' ? '' : `${column}: `}found ${found}, expected ${expected}`;

/** The refused rows of each table, with a column that says what was wrong; tables without any are left out. */
export const repairTables = (tables: readonly FileTable[], errors: readonly RowError[]): FileTable[] =>
  tables.flatMap((table) => {
    const refused = refusals(table, errors);
    const at = table.header.indexOf(errorColumn);
    const without = (cells: readonly string[]) => cells.filter((_, c) => c !== at);
    const header = without(table.header);
    const rows = table.rows.flatMap((cells, i) => {
      const faults = refused(i);
      const whole = header.map((_, c) => without(cells)[c] ?? '');
      return faults.length === 0 ? [] : [[...whole, faults.map(sentence).join('; ')]];
    });
    return rows.length === 0
      ? []
      : [{ file: table.file, name: table.name, header: [...header, errorColumn], rows, firstRow: 2 }];
  });

/**
 * The tables with the repaired rows in the places of the refused ones, in order, so that rows keep their numbers; a
 * refused row that did not come back is empty, and rows beyond are added. A table that was refused whole is replaced.
 * Repaired tables are matched by name.
 */
export const withRepairs = (
  tables: readonly FileTable[],
  errors: readonly RowError[],
  repaired: readonly FileTable[],
): FileTable[] =>
  tables.map((table) => {
    const repair = repaired.find(({ name }) => name === table.name);
    const refused = refusals(table, errors);
    if (repair === undefined) return table;
    if (table.rows.every((_, i) => refused(i).length > 0)) return repair;
    const place = table.header.map((name) => repair.header.indexOf(name));
    const back = repair.rows.map((cells) => place.map((c) => cells[c] ?? ''));
    const rows = table.rows.map((cells, i) => (refused(i).length === 0 ? cells : (back.shift() ?? [])));
    return { ...table, rows: [...rows, ...back] };
  });
