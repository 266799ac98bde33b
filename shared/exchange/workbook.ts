// Workbooks (.xlsx), both ways, in the browser and in Node: one sheet a table. Numbers and dates that were typed as
// such need no locale; they become text as the file's locale writes them, so that one reader serves CSV as well.
import { writeXlsx } from 'hucre/xlsx';
import readXlsxFile from 'read-excel-file/universal';
import { tableFrom, type WorkbookTable } from './file-table.ts';
import { type FileLocale, typedNumber } from './form.ts';
import { sheetOf } from './sheet-columns.ts';
import { type MergedRows, mergedRows, type SheetLimits, scanSheet } from './sheet-scan.ts';
import { fileFault, UnusableFile } from './unusable-file.ts';
import { type WorkbookSheet, xlsxSheet } from './workbook-sheet.ts';
import { BadZip, packStored, unzip, type ZipLimits } from './zip.ts';

/** What a workbook may hold; beyond it nothing is read. */
export interface WorkbookLimits extends ZipLimits, SheetLimits {
  /** Characters of one cell. */
  readonly cell: number;
}
export const workbookLimits: WorkbookLimits = {
  bytes: 20_000_000,
  entries: 200,
  unpacked: 150_000_000,
  rows: 200_000,
  columns: 100,
  cells: 5_000_000,
  cell: 5000,
};

/** How to read a workbook: its name for messages, the locale in which its text cells are written. */
export interface WorkbookReading {
  readonly file?: string;
  readonly locale?: FileLocale;
  readonly limits?: WorkbookLimits;
  /** Cells that are merged over several rows: refused, or their value repeated in each of them. */
  readonly merged?: 'refused' | 'repeated';
}

type Cell = string | { readonly number: string } | boolean | Date | null;

const dateText = (date: Date): string => {
  const instant = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  return instant.endsWith('T00:00:00.000Z') ? instant.slice(0, 10) : instant;
};

const cellText = (cell: Cell, locale: FileLocale): string => {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return cell instanceof Date ? dateText(cell) : typedNumber(Number(cell.number), locale);
};

const wanted = (name: string): boolean => name.endsWith('.xml') || name.endsWith('.rels');

const unzipped = async (bytes: Uint8Array, file: string, limits: WorkbookLimits) => {
  try {
    return await unzip(bytes, limits, wanted);
  } catch (error) {
    throw error instanceof BadZip ? fileFault(file, error.found, error.expected) : error;
  }
};

/** The name under which faults of a workbook's sheet are told. */
export const sheetFile = (file: string, sheet: string): string => `${file}, sheet ${sheet}`;

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** The names of the sheets by the part that holds each. */
const sheetNames = (parts: ReadonlyMap<string, Uint8Array>): Map<string, string> => {
  const tags = (part: string, tag: string) =>
    new TextDecoder().decode(parts.get(part)).match(new RegExp(`<(?:\\w+:)?${tag}\\s[^<>]*`, 'g')) ?? [];
  const targets = new Map(
    tags('xl/_rels/workbook.xml.rels', 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target').replace(/^\/?(?:xl\/)?/, 'xl/'),
    ]),
  );
  return new Map(
    tags('xl/workbook.xml', 'sheet').map((tag) => [
      targets.get(attribute(tag, '\\w+:id')) ?? '',
      attribute(tag, 'name'),
    ]),
  );
};

/** Refuses sheets that say nothing for sure. Returns where each sheet's cells are merged over several rows. */
const refuseSheets = (
  parts: ReadonlyMap<string, Uint8Array>,
  file: string,
  limits: WorkbookLimits,
  merges: boolean,
): ReadonlyMap<string, readonly MergedRows[]> => {
  const names = sheetNames(parts);
  const merged = new Map<string, readonly MergedRows[]>();
  for (const [name, content] of parts) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) continue;
    const where = sheetFile(file, names.get(name) ?? name);
    const xml = new TextDecoder().decode(content);
    const faults = scanSheet(xml, limits, merges);
    if (faults.length > 0) throw new UnusableFile(faults.map((fault) => ({ file: where, ...fault })));
    merged.set(names.get(name) ?? name, mergedRows(xml));
  }
  return merged;
};

/** Repeats a merged value in every row that it stands for. */
const repeated = (cells: string[][], merged: readonly MergedRows[]): string[][] => {
  for (const { column, first, last } of merged) {
    const value = cells[first - 1]?.[column - 1] ?? '';
    for (const row of cells.slice(first, last)) row[column - 1] = value;
  }
  return cells;
};

/**
 * The tables of a workbook, one a sheet, in its order; sheets without any cell are left out.
 * @throws UnusableFile for what is no workbook, is beyond the limits, or has cells that say nothing for sure
 */
export const readWorkbook = async (
  bytes: Uint8Array,
  {
    file = 'workbook.xlsx',
    locale = 'en',
    limits = workbookLimits,
    merged = 'refused',
  }: WorkbookReading = {},
): Promise<WorkbookTable[]> => {
  const parts = await unzipped(bytes, file, limits);
  const places = refuseSheets(parts, file, limits, merged === 'repeated');
  let sheets: { readonly sheet: string; readonly data: unknown }[];
  try {
    sheets = await readXlsxFile(packStored(parts), { parseNumber: (number) => ({ number }), trim: false });
  } catch (error) {
    throw fileFault(
      file,
      `a workbook that can’t be read (${error instanceof Error ? error.message : error})`,
      'an .xlsx workbook as spreadsheet programs write it',
    );
  }
  return sheets.flatMap(({ sheet, data }) => {
    const read = (data as Cell[][]).map((row) => row.map((cell) => cellText(cell, locale)));
    const cells = repeated(read, places.get(sheet) ?? []);
    const table = tableFrom(sheet.trim(), cells);
    for (const [i, row] of table.rows.entries())
      for (const [c, text] of row.entries())
        if (text.length > limits.cell)
          throw new UnusableFile([
            {
              file: sheetFile(file, table.name),
              row: i + (table.firstRow ?? 2),
              column: table.header[c] ?? String(c + 1),
              found: `${text.length} characters`,
              expected: `at most ${limits.cell}`,
            },
          ]);
    return table.header.length === 0 ? [] : [table];
  });
};

/** Sheets of any columns as a workbook. */
export const writeSheets = (sheets: readonly WorkbookSheet[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: sheets.map(xlsxSheet) });

/**
 * Tables of the import format as a workbook, one sheet each: numbers as numbers, days as dates, ids as text, and a
 * drop-down list where a column takes one of some words or an id of another sheet.
 */
export const writeWorkbook = (tables: readonly WorkbookTable[]): Promise<Uint8Array> => {
  const sizes = new Map(tables.map(({ name, rows }) => [name, rows.length]));
  return writeSheets(tables.map((table) => sheetOf(table, sizes)));
};
