// Opens an organisation in the import format: a folder of CSV files, a workbook, or a JSON file of the same tables.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import * as z from 'zod';
import { readCsvTable } from '../shared/exchange/csv.ts';
import type { Dataset } from '../shared/exchange/dataset.ts';
import { cellOf, type FileLocale, typedNumber } from '../shared/exchange/form.ts';
import { type FileTable, gridsOf } from '../shared/exchange/grids.ts';
import { nearest } from '../shared/exchange/nearest.ts';
import { type Places, placesOf } from '../shared/exchange/places.ts';
import { readDataset } from '../shared/exchange/read.ts';
import { tableNamed, tables } from '../shared/exchange/tables.ts';
import { UnusableFile } from '../shared/exchange/unusable-file.ts';
import { readWorkbook, sheetFile } from '../shared/exchange/workbook.ts';
import { UnusableInput } from './input.ts';

const names = tables.map(({ name }) => name);

/** The tables of a folder. Other CSV files may lie there, but none that is nearly named as a table is. */
const folderTables = (folder: string): FileTable[] => {
  const files = readdirSync(folder).filter((name) => extname(name).toLowerCase() === '.csv');
  const found = files.sort().flatMap((file): FileTable[] => {
    const name = basename(file, extname(file));
    const meant = tableNamed(name.toLowerCase())?.name ?? nearest(name, names);
    if (meant === undefined) return [];
    if (meant !== name.toLowerCase())
      throw new UnusableInput(`${join(folder, file)}: found a table "${name}", expected ${meant}`);
    return [{ ...readCsvTable(readFileSync(join(folder, file)), meant, file), file }];
  });
  if (found.length === 0)
    throw new UnusableInput(`${folder}: found no table, expected CSV files named ${names.join(', ')}`);
  return found;
};

const jsonTables = z.record(
  z.string(),
  z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
);

const jsonFileTables = (path: string, locale: FileLocale): FileTable[] => {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UnusableInput(
      `${path}: can't be read as JSON (${error instanceof Error ? error.message : error})`,
    );
  }
  const parsed = jsonTables.safeParse(value);
  if (!parsed.success)
    throw new UnusableInput(
      `${path}: expected an object of tables, each a list of rows: ${z.prettifyError(parsed.error)}`,
    );
  return Object.entries(parsed.data).map(([name, rows]) => {
    const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const text = (cell: unknown) => {
      if (cell === null || cell === undefined) return '';
      return typeof cell === 'number' ? typedNumber(cell, locale) : cellOf(cell);
    };
    return {
      file: `${basename(path)}, table ${name}`,
      name,
      header,
      rows: rows.map((row) => header.map((column) => text(row[column]))),
    };
  });
};

const workbookTables = async (path: string, locale: FileLocale): Promise<FileTable[]> => {
  const file = basename(path);
  const read = await readWorkbook(readFileSync(path), { file, locale });
  return read.map((table) => ({ ...table, file: sheetFile(file, table.name) }));
};

/**
 * The tables of a folder of CSV files, of a workbook or of a JSON file, as they stand there.
 * @throws UnusableInput or UnusableFile for what can't be read
 */
export const openTables = async (path: string, locale: FileLocale): Promise<FileTable[]> => {
  if (!existsSync(path))
    throw new UnusableInput(
      `${path}: found nothing, expected a folder of CSV files, a workbook (.xlsx) or a JSON file`,
    );
  if (statSync(path).isDirectory()) return folderTables(path);
  switch (extname(path).toLowerCase()) {
    case '.xlsx':
      return await workbookTables(path, locale);
    case '.json':
      return jsonFileTables(path, locale);
    default:
      throw new UnusableInput(
        `${path}: found a file that is neither .xlsx nor .json, expected one of them or a folder of CSV files`,
      );
  }
};

/** An organisation from files, and where each of its things stands in them. */
export interface OpenedDataset {
  readonly dataset: Dataset;
  readonly places: Places;
}

/** Reads an organisation from files. Throws UnusableInput or UnusableFile with every fault, a line each. */
export const openDataset = async (path: string, locale: FileLocale): Promise<OpenedDataset> => {
  const { grids, errors } = gridsOf(await openTables(path, locale));
  if (errors.length > 0) throw new UnusableFile(errors);
  const result = readDataset(grids, locale);
  if (result.dataset === undefined) throw new UnusableFile(result.errors);
  return { dataset: result.dataset, places: placesOf(grids) };
};
