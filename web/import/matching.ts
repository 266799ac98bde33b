// Which column of a file means which column of the format: guessed from the names, shown, and changed by hand.
import type { Quarter } from '../../shared/domain/quarter.ts';
import type { WorkbookTable } from '../../shared/exchange/file-table.ts';
import { nearest } from '../../shared/exchange/nearest.ts';
import { fromHeader, ownMeanings } from '../../shared/exchange/own-columns.ts';
import { type Table, tableNamed, tables } from '../../shared/exchange/tables.ts';

/** A table of a file, and what its columns mean; a column without a meaning is left out. */
export interface Matched {
  readonly source: WorkbookTable;
  /** The table as it was read, where its header was looked for further down. */
  readonly raw?: WorkbookTable;
  /** Given for a company's own sheet of KPIs: its columns mean fields of a KPI. The department of all rows, where no column says it. */
  readonly own?: { readonly department: string };
  /** The table of the format; undefined: it is left out. */
  readonly table: Table | undefined;
  /** A column's name in the format for each column of the file. */
  readonly columns: readonly (string | undefined)[];
}

const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');

const meant = (name: string, names: readonly string[]): string | undefined => {
  const known = plain(name);
  return names.find((one) => one === known) ?? (known === '' ? undefined : nearest(known, names));
};

/** The columns of a table as a file's header means them, each meaning once, the exact ones first. */
export const columnsFor = (table: Table | undefined, header: readonly string[]): (string | undefined)[] => {
  if (table === undefined) return header.map(() => undefined);
  const names = table.columns.map(({ name }) => name);
  const taken = new Set(header.map(plain).filter((name) => names.includes(name)));
  const used = new Set<string>();
  return header.map((name) => {
    const exact = names.includes(plain(name)) ? plain(name) : undefined;
    const guess =
      exact ??
      meant(
        name,
        names.filter((one) => !taken.has(one)),
      );
    if (guess === undefined || used.has(guess)) return undefined;
    used.add(guess);
    return guess;
  });
};

/** The table as an own sheet of KPIs, from its header on; undefined where none of its rows looks like one. */
export const ownSheet = (raw: WorkbookTable, reporting: Quarter): Matched | undefined => {
  const source = fromHeader(raw, reporting);
  if (source === undefined) return undefined;
  const columns = ownMeanings(source.header, reporting);
  return { source, raw, table: undefined, columns, own: { department: source.name } };
};

const isMostly = (table: Table, columns: readonly (string | undefined)[]): boolean => {
  const required = table.columns.filter((column) => column.required);
  return required.filter(({ name }) => columns.includes(name)).length * 2 > required.length;
};

/** What a table of a file is taken for. */
export const matchedTable = (source: WorkbookTable, reporting: Quarter): Matched => {
  const name = meant(
    source.name,
    tables.map((table) => table.name),
  );
  const table = name === undefined ? undefined : tableNamed(name);
  const columns = columnsFor(table, source.header);
  const own = table !== undefined && isMostly(table, columns) ? undefined : ownSheet(source, reporting);
  return own ?? { source, table, columns };
};

/** The required columns of the format that no column of the file gives. */
export const lacking = ({ table, columns, own }: Matched): string[] => {
  if (own !== undefined)
    return [
      ...(columns.includes('name') ? [] : ['name']),
      ...(columns.includes('department') || own.department.trim() !== '' ? [] : ['department']),
    ];
  return (table?.columns ?? [])
    .filter(({ name, required }) => required && !columns.includes(name))
    .map(({ name }) => name);
};

/** The meanings that two columns have. */
export const doubled = ({ columns }: Matched): string[] =>
  [...new Set(columns.filter((name, i) => name !== undefined && columns.indexOf(name) !== i))].filter(
    (name) => name !== undefined,
  );

/** Whether a table is imported at all. */
export const isTaken = ({ table, own }: Matched): boolean => table !== undefined || own !== undefined;

/** Whether a table can be sent. */
export const isReady = (matched: Matched): boolean =>
  !isTaken(matched) || (lacking(matched).length === 0 && doubled(matched).length === 0);

/** A table as it is sent: named and headed as the format does, with the columns that mean something. */
export const tableToSend = ({ source, table, columns }: Matched) => {
  const kept = columns.flatMap((name, i) => (name === undefined ? [] : [[name, i] as const]));
  return {
    name: table?.name ?? source.name,
    header: kept.map(([name]) => name),
    rows: source.rows.map((row) => kept.map(([, i]) => row[i] ?? '')),
    firstRow: source.firstRow ?? 2,
  };
};

/** Whether a fault's file is the table of that name. */
export const endsWithTable = (file: string, name: string): boolean =>
  [name, `${name}.csv`].some(
    (end) => file === end || [' ', ',', '/'].some((mark) => file.endsWith(mark + end)),
  );

/** The table that a fault's file names. */
export const isFaultOf = (file: string, { table, source, own }: Matched): boolean =>
  own === undefined ? endsWithTable(file, table?.name ?? source.name) : file === source.name;

/** Where a fault's cell stands in the file, or undefined where it is no cell. */
export const cellOf = (
  { file, row, column }: { readonly file: string; readonly row: number; readonly column: string },
  matched: readonly Matched[],
): { readonly table: number; readonly row: number; readonly column: number } | undefined => {
  const table = matched.findIndex((one) => isFaultOf(file, one));
  const found = matched[table];
  if (found === undefined) return undefined;
  const at = row - (found.source.firstRow ?? 2);
  const c = (found.own === undefined ? found.columns : found.source.header).indexOf(column);
  return at < 0 || at >= found.source.rows.length || c === -1 ? undefined : { table, row: at, column: c };
};

/** The tables with one cell typed over. */
export const withCell = (
  matched: readonly Matched[],
  place: { readonly table: number; readonly row: number; readonly column: number },
  text: string,
): readonly Matched[] =>
  matched.map((one, t) => {
    if (t !== place.table) return one;
    const rows = one.source.rows.map((row, r) =>
      r === place.row
        ? Array.from({ length: one.source.header.length }, (_, c) =>
            c === place.column ? text : (row[c] ?? ''),
          )
        : row,
    );
    return { ...one, source: { ...one.source, rows } };
  });
