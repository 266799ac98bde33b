// Checks write what a row is about as its id with its name beside it. People read names: the two become one column, and
// an id is left only where nothing has a name.
import type { FindingView } from '../../shared/report/finding-line.ts';

type Evidence = Pick<FindingView['evidence'], 'columns' | 'rows'>;

/** Columns that hold the name of what the column before them identifies. */
const names: readonly string[] = ['name', 'statement'];

/** Evidence with each id and the name after it in one column, under the heading of the id. */
export const namedTogether = ({ columns, rows }: Evidence): Evidence => {
  const isName = (place: number): boolean => place > 0 && names.includes(columns[place] ?? '');
  const kept = columns.flatMap((_column, place) => (isName(place) ? [] : [place]));
  return {
    columns: kept.map((place) => columns[place] ?? ''),
    rows: rows.map((row) =>
      kept.map((place) => (isName(place + 1) ? (row[place + 1] ?? row[place]) : row[place]) ?? null),
    ),
  };
};
