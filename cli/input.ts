// Reads CSV from a file or standard input. What can't be used is said with file, row, column, found and expected.
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';

/** Input that can't be used; the command ends with exit code 2. */
export class UnusableInput extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnusableInput';
  }
}

/** One thing that is wrong with an input, as people are told. */
export const fault = (file: string, row: number, column: string, found: string, expected: string): string =>
  `${file}, row ${row}, column ${column}: found ${found === '' ? 'nothing' : JSON.stringify(found)}, expected ${expected}`;

/** A row of a file: its number as an editor shows it, and its cells by column. */
export interface Row {
  readonly number: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A file's name for messages, its columns and its rows. */
export interface Sheet {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

const textOf = (path: string | undefined): string => {
  try {
    return readFileSync(path ?? 0, 'utf8');
  } catch (error) {
    throw new UnusableInput(
      `${path ?? 'standard input'}: can't be read (${error instanceof Error ? error.message : error})`,
    );
  }
};

/**
 * Reads a CSV file with a header, or standard input without a path. Columns may stand in any order; unknown ones
 * are ignored. Throws UnusableInput where a required column is missing or a row has more cells than the header.
 */
export const readCsv = (path: string | undefined, required: readonly string[]): Sheet => {
  const file = path ?? 'standard input';
  const parsed = Papa.parse<string[]>(textOf(path).replace(/^\uFEFF/, ''), { skipEmptyLines: false });
  const quotes = parsed.errors.find((error) => error.type === 'Quotes');
  if (quotes !== undefined)
    throw new UnusableInput(fault(file, (quotes.row ?? 0) + 1, '-', quotes.message, 'quotes in pairs'));
  const [header, ...lines] = parsed.data;
  const columns = (header ?? []).map((name) => name.trim().toLowerCase());
  const missing = required.filter((name) => !columns.includes(name));
  if (missing.length > 0)
    throw new UnusableInput(
      missing
        .map((name) => fault(file, 1, name, columns.join(','), `a header with a column "${name}"`))
        .join('\n'),
    );
  const rows = lines.flatMap((cells, i) => {
    const number = i + 2;
    if (cells.length === 1 && cells[0]?.trim() === '') return [];
    if (cells.length > columns.length)
      throw new UnusableInput(
        fault(
          file,
          number,
          String(columns.length + 1),
          cells[columns.length] ?? '',
          `${columns.length} cells as in the header`,
        ),
      );
    return [{ number, cells: Object.fromEntries(columns.map((name, c) => [name, (cells[c] ?? '').trim()])) }];
  });
  return { file, columns, rows };
};
