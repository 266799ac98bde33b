// The published figures, read as they stand: a figure becomes a reading with the text of its cell and the place it
// was taken from, so that every number on a report can be followed back to the file.
import { readFileSync } from 'node:fs';
import { type Quarter, quarterSchema } from '../../shared/domain/quarter.ts';

/** The file beside this one; its bytes are those of the source, and a test holds their hash. */
export const sourceFile = 'trusts_quarterly.csv';
export const sourceText = readFileSync(new URL(sourceFile, import.meta.url), 'utf8');

/** A row of the file: its line (the header is line 1), the trust's code in lower case, the quarter, all cells. */
export interface SourceRow {
  readonly line: number;
  readonly trust: string;
  readonly quarter: Quarter;
  readonly cells: Readonly<Record<string, string>>;
}

/** The quarter of a period: `2018-19-Q1` is `2018-Q1`. Throws when it is no quarter of a financial year. */
const quarterOfPeriod = (period: string): Quarter =>
  quarterSchema.parse(period.replace(/^(\d{4})-\d{2}-/, '$1-'));

/** The cells of a line. The source quotes no cell, so commas alone part them; a quote would be misread, and throws. */
const cellsOf = (text: string): string[] => {
  if (text.includes('"')) throw new Error(`${sourceFile} quotes a cell, which nobody reads here: ${text}`);
  return text.split(',');
};

const [header = '', ...lines] = sourceText.trimEnd().split('\r\n');
const columns = cellsOf(header);

/** Every row, in the order of the file. */
export const sourceRows: readonly SourceRow[] = lines.map((text, i) => {
  const values = cellsOf(text);
  const cells = Object.fromEntries(columns.map((column, at) => [column, values[at] ?? '']));
  return {
    line: i + 2,
    trust: (cells['org_code'] ?? '').toLowerCase(),
    quarter: quarterOfPeriod(cells['period'] ?? ''),
    cells,
  };
});

const byPlace = new Map(sourceRows.map((row) => [`${row.trust} ${row.quarter}`, row]));

/** The row of a trust's quarter, or undefined: the source has none. */
export const rowOf = (trust: string, quarter: Quarter): SourceRow | undefined =>
  byPlace.get(`${trust} ${quarter}`);

/** Every quarter that the file speaks of, oldest first. */
export const sourceQuarters: readonly Quarter[] = [...new Set(sourceRows.map((row) => row.quarter))].sort();
