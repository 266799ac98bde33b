// What a file that can't be used is answered with: every fault with its place, as rows are, whichever door it came by.
import type { RowError } from './rows.ts';

/** A fault in one line: file, row and column where it has them, what was found, what was expected. */
export const told = ({ file, row, column, found, expected }: RowError): string => {
  const place = [file, ...(row > 0 ? [`row ${row}`] : []), ...(column === '' ? [] : [`column ${column}`])];
  const cell = row > 0 && found !== 'nothing' ? JSON.stringify(found) : found;
  return `${place.join(', ')}: found ${cell}, expected ${expected}`;
};

/** A file that can't be read at all, or not as tables; thrown by the readers of workbooks and CSV. */
export class UnusableFile extends Error {
  readonly errors: readonly RowError[];
  constructor(errors: readonly RowError[]) {
    super(errors.map(told).join('\n'));
    this.name = 'UnusableFile';
    this.errors = errors;
  }
}

/** A fault of a whole file or sheet, where no row is to blame: row 0, no column. */
export const fileFault = (file: string, found: string, expected: string): UnusableFile =>
  new UnusableFile([{ file, row: 0, column: '', found, expected }]);
