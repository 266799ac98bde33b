// From cells to records: one table's rows, each cell read by its column's form, every fault with its place.
import type { FileLocale, Value } from './form.ts';
import { didYouMean } from './nearest.ts';
import type { Column, Table } from './tables.ts';

/** A fault of one cell or row: file, row as a spreadsheet numbers it, column, what was found, what was expected. */
export interface RowError {
  readonly file: string;
  readonly row: number;
  readonly column: string;
  readonly found: string;
  readonly expected: string;
}
/** One table as it was read: its header and its rows, as text. */
export interface Grid {
  readonly file: string;
  readonly table: Table;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The number of the first of `rows` in its file; 2 where nothing is said. */
  readonly firstRow?: number;
}
/** The column in which a repair file says what was wrong with its row; readers pass over it. */
export const errorColumn = 'error';
/** A row's values by the path of their columns, and how to say what is wrong with one of them. */
export interface Entry {
  readonly row: number;
  readonly values: ReadonlyMap<string, Value>;
  readonly blame: (path: string, found: unknown, expected: string) => RowError;
}

const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
};

const headerErrors = ({ file, table, header, firstRow = 2 }: Grid): RowError[] => {
  const names = table.columns.map(({ name }) => name);
  const row = firstRow - 1;
  const at = (column: string, found: string, expected: string) => ({ file, row, column, found, expected });
  return [
    ...header
      .filter((name) => !names.includes(name) && name !== errorColumn)
      .map((name) => at(name, name === '' ? 'a column without a name' : name, didYouMean(name, names))),
    ...header
      .filter((name, i) => header.indexOf(name) !== i)
      .map((name) => at(name, name, 'each column once')),
    ...table.columns
      .filter(({ name, required }) => required && !header.includes(name))
      .map(({ name, doc }) => at(name, 'nothing', `a column "${name}": ${doc}`)),
  ];
};

/** Reads a table's rows. A row with a fault is left out of the entries; empty rows are passed over. */
export const readRows = (
  grid: Grid,
  locale: FileLocale,
): { readonly entries: Entry[]; readonly errors: RowError[] } => {
  const { file, table, header, rows, firstRow = 2 } = grid;
  const errors = headerErrors(grid);
  if (errors.length > 0) return { entries: [], errors };
  const byName = new Map(table.columns.map((column) => [column.name, column]));
  const byPath = new Map(table.columns.map((column) => [column.path, column.name]));
  const columns = header.flatMap((name, c): [number, Column][] => {
    const column = byName.get(name);
    return column === undefined ? [] : [[c, column]];
  });
  const entries: Entry[] = [];
  const seen = new Map<string, number>();
  for (const [i, cells] of rows.entries()) {
    const row = i + firstRow;
    if (cells.every((cell) => cell.trim() === '')) continue;
    const blame: Entry['blame'] = (path, found, expected) => ({
      file,
      row,
      column: byPath.get(path) ?? path,
      found: shown(found ?? 'nothing'),
      expected,
    });
    const before = errors.length;
    const values = new Map<string, Value>();
    if (cells.length > header.length)
      errors.push(
        blame(String(header.length + 1), cells[header.length], `${header.length} cells, as in the header`),
      );
    for (const [c, column] of columns) {
      const cell = (cells[c] ?? '').trim();
      if (cell === '') {
        if (column.required) errors.push(blame(column.path, 'nothing', `${column.form.name}: ${column.doc}`));
        continue;
      }
      const parsed = column.form.parse(cell, locale);
      if ('expected' in parsed) errors.push(blame(column.path, cell, parsed.expected));
      else values.set(column.path, parsed.value);
    }
    if (errors.length > before) continue;
    const key = table.key.map((name) => String(values.get(byName.get(name)?.path ?? '') ?? '')).join(' ');
    const twice = seen.get(key);
    if (twice !== undefined) {
      errors.push(
        blame(
          byName.get(table.key[0] ?? '')?.path ?? '',
          key,
          `each ${table.key.join(' + ')} once; row ${twice} has it too`,
        ),
      );
      continue;
    }
    seen.set(key, row);
    entries.push({ row, values, blame });
  }
  return { entries, errors };
};

/** The entry's values as a nested object: `unit.kind` becomes `{unit: {kind}}`. Only the given paths, or all. */
export const nested = ({ values }: Entry, skip: readonly string[] = []): Record<string, unknown> => {
  const object: Record<string, unknown> = {};
  for (const [path, value] of values) {
    if (skip.includes(path)) continue;
    const steps = path.split('.');
    let at = object;
    for (const step of steps.slice(0, -1)) {
      at[step] ??= {};
      at = at[step] as Record<string, unknown>;
    }
    at[steps.at(-1) as string] = value;
  }
  return object;
};
