// CSV, both ways: as spreadsheet programs write it (comma, semicolon or tab; with or without a byte order mark) and
// as they may safely open it: a text that begins like a formula gets an apostrophe, which reading takes off again.
import Papa from 'papaparse';
import { tableFrom, type WorkbookTable } from './file-table.ts';
import { fileFault, UnusableFile } from './unusable-file.ts';

/** The largest CSV file, the most rows, and the longest cell. */
export interface CsvLimits {
  readonly bytes: number;
  readonly rows: number;
  readonly cell: number;
}
export const csvLimits: CsvLimits = { bytes: 50_000_000, rows: 200_000, cell: 5000 };

/** Empty rows that may stand before the header and after the last row. */
const emptyRows = 1000;

/** How a text begins that a spreadsheet program may take for a formula; a lone sign and a number are none. */
const formulaStart = '[=+\\-@\\t\\r\\n＝＋－＠]';
const unsafe = new RegExp(`^(?![+-]?(?:\\d+(?:[.,]\\d+)?)?$)(?:${formulaStart}|'(?=${formulaStart}|'))`);
const madeSafe = new RegExp(`^'(?=${formulaStart}|')`);

/** A text as it was before writing put an apostrophe before it. */
const unescaped = (text: string): string => text.replace(madeSafe, '');

/** The delimiter, as the header has it: names of columns contain none. */
const delimiterOf = (text: string): string => {
  const header = text.split(/\r?\n|\r/).find((line) => line.trim() !== '') ?? '';
  const counts = [',', ';', '\t'].map((one) => [one, header.split(one).length] as const);
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
};

const decoded = (bytes: Uint8Array, file: string): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw fileFault(
      file,
      'text that is not UTF-8 (Latin-1?)',
      'UTF-8; save it as “CSV UTF-8”, or as an .xlsx workbook',
    );
  }
};

/** The table of a CSV text: its name, its cells, a fault of its quotes. */
const parsed = (text: string, name: string, file: string, limits: CsvLimits): WorkbookTable => {
  const most = limits.rows + emptyRows;
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    preview: most,
  });
  const quotes = errors.find(({ type }) => type === 'Quotes');
  if (quotes !== undefined)
    throw new UnusableFile([
      {
        file,
        row: (quotes.row ?? 0) + 1,
        column: '',
        found: 'a quote without its pair',
        expected: 'quotes in pairs',
      },
    ]);
  const table = tableFrom(name, data);
  if (table.rows.length > limits.rows || data.length >= most)
    throw fileFault(file, `more than ${limits.rows} rows`, `at most ${limits.rows}`);
  const rows = table.rows.map((row, i) =>
    row.map((cell, c) => {
      if (cell.length <= limits.cell) return unescaped(cell);
      throw new UnusableFile([
        {
          file,
          row: i + (table.firstRow ?? 2),
          column: table.header[c] ?? String(c + 1),
          found: `${cell.length} characters`,
          expected: `at most ${limits.cell}`,
        },
      ]);
    }),
  );
  return { ...table, rows };
};

/**
 * A CSV file as a table of that name. `file` is its name for messages.
 * @throws UnusableFile where it is too large, not UTF-8, holds nothing, or has a quote without its pair
 */
export const readCsvTable = (
  bytes: Uint8Array,
  name: string,
  file: string,
  limits: CsvLimits = csvLimits,
): WorkbookTable => {
  if (bytes.length > limits.bytes)
    throw fileFault(file, `${Math.round(bytes.length / 1e6)} MB`, `at most ${limits.bytes / 1e6} MB`);
  const text = decoded(bytes, file).replace(/^\uFEFF/, '');
  if (text.includes('\u0000')) throw fileFault(file, 'bytes that are no text', 'a CSV file');
  const table = parsed(text, name, file, limits);
  if (table.header.length === 0)
    throw fileFault(file, 'an empty file', 'a header with the names of the columns');
  return table;
};

/** A table as CSV: commas, `\n`, nothing that a spreadsheet program runs. */
export const writeCsvTable = ({ header, rows }: Pick<WorkbookTable, 'header' | 'rows'>): string =>
  `${Papa.unparse(
    { fields: [...header], data: rows.map((row) => [...row]) },
    { newline: '\n', escapeFormulae: unsafe },
  )}\n`;
