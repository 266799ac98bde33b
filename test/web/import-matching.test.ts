// What the columns of a file mean: guessed from their names, each meaning once; and where a fault's cell stands.
import { describe, expect, it } from 'vitest';
import { tableNamed, tables } from '../../shared/exchange/tables.ts';
import {
  cellOf,
  columnsFor,
  doubled,
  isReady,
  lacking,
  matchedTable,
  tableToSend,
  withCell,
} from '../../web/import/matching.ts';

const file = {
  name: 'Departments',
  header: ['ID', 'Name', 'Functoin', 'Remarks of mine'],
  rows: [
    ['lab', 'Laboratory', 'operations', 'x'],
    ['ward', '', 'other'],
  ],
  firstRow: 2,
};

describe('a table of a file', () => {
  it('is taken for the one that its name means, and its columns for those that theirs mean', () => {
    const matched = matchedTable(file, '2026-Q3');
    expect(matched.table?.name).toBe('departments');
    expect(matched.columns).toEqual(['id', 'name', 'function', undefined]);
    expect(isReady(matched)).toBe(true);
  });

  it.each(tables.map(({ name }) => name))('knows its own header: %s', (name) => {
    const header = tableNamed(name)?.columns.map((column) => column.name) ?? [];
    expect(columnsFor(tableNamed(name), header)).toEqual(header);
  });

  it('is not ready while a required column is missing or two mean the same', () => {
    const { columns, ...rest } = matchedTable(file, '2026-Q3');
    expect(lacking({ ...rest, columns: columns.with(1, undefined) })).toEqual(['name']);
    expect(doubled({ ...rest, columns: columns.with(3, 'name') })).toEqual(['name']);
    expect(isReady({ ...rest, columns: columns.with(3, 'name') })).toBe(false);
  });

  it('is sent under the names of the format, without what means nothing', () => {
    expect(tableToSend(matchedTable(file, '2026-Q3'))).toEqual({
      name: 'departments',
      header: ['id', 'name', 'function'],
      rows: [
        ['lab', 'Laboratory', 'operations'],
        ['ward', '', 'other'],
      ],
      firstRow: 2,
    });
  });
});

describe('a fault', () => {
  const matched = [matchedTable(file, '2026-Q3')];
  it.each(['departments', 'departments.csv', 'my file.xlsx, departments', 'my.xlsx, sheet departments'])(
    'in “%s” is found at its cell, which can be typed over',
    (name) => {
      const place = cellOf({ file: name, row: 3, column: 'name' }, matched);
      if (place === undefined) throw new Error('not found');
      expect(withCell(matched, place, 'Ward')[0]?.source.rows).toEqual([
        ['lab', 'Laboratory', 'operations', 'x'],
        ['ward', 'Ward', 'other', ''],
      ]);
    },
  );

  it('of a whole file, of another file or beyond its rows has no cell', () => {
    for (const fault of [
      { file: 'departments', row: 0, column: '' },
      { file: 'kpis', row: 2, column: 'name' },
      { file: 'departments', row: 9, column: 'name' },
    ])
      expect(cellOf(fault, matched)).toBeUndefined();
  });
});
