// Faults are told of the format's tables; people look for them in their own sheet.

import type { OwnResult } from '../../shared/exchange/own-sheet.ts';
import type { RowError } from '../../shared/exchange/rows.ts';
import { endsWithTable, type Matched } from './matching.ts';

const firstRow = 2;

/** The faults at the places of the own sheets that they come from, each once. */
export const inOwnSheets = (
  errors: readonly RowError[],
  { tables }: OwnResult,
  matched: readonly Matched[],
): readonly RowError[] => {
  const sheets = matched.filter(({ own }) => own !== undefined);
  const rowOf = (sheet: number, row: number): number => row + (sheets[sheet]?.source.firstRow ?? 2);
  const all = errors.map((error) => {
    const table = tables.find(({ name }) => endsWithTable(error.file, name));
    const place = table?.places[error.row - firstRow];
    const source = sheets[place?.sheet ?? -1]?.source;
    if (table === undefined || place === undefined || source === undefined) return error;
    const column = source.header[place.columns[table.header.indexOf(error.column)] ?? -1];
    const expected = error.expected.replace(/\brow (\d+) has it too/, (_, row: string) => {
      const other = table.places[Number(row) - firstRow];
      return `row ${other === undefined ? row : rowOf(other.sheet, other.row)} has it too`;
    });
    return {
      file: source.name,
      row: rowOf(place.sheet, place.row),
      column: column ?? '',
      found: column === undefined && error.column !== '' ? `${error.column}: ${error.found}` : error.found,
      expected,
    };
  });
  return [
    ...new Map(all.map((one) => [`${one.file} ${one.row} ${one.column} ${one.expected}`, one])).values(),
  ];
};
