// Opens an organisation in the import format: a folder of CSV files, or one JSON file of the same tables.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import Papa from 'papaparse';
import * as z from 'zod';
import type { FileLocale } from '../shared/exchange/form.ts';
import { type ReadResult, readDataset } from '../shared/exchange/read.ts';
import type { Grid } from '../shared/exchange/rows.ts';
import { tableNamed, tables } from '../shared/exchange/tables.ts';
import { UnusableInput } from './input.ts';

const known = tables.map(({ name }) => name).join(', ');

const gridOf = (file: string, name: string, cells: readonly (readonly string[])[]): Grid => {
  const table = tableNamed(name);
  if (table === undefined)
    throw new UnusableInput(`${file}: found a table "${name}", expected one of ${known}`);
  const [header = [], ...rows] = cells;
  return { file, table, header: header.map((one) => one.trim().toLowerCase()), rows };
};

const folderGrids = (folder: string): Grid[] => {
  const files = readdirSync(folder).filter(
    (name) =>
      extname(name).toLowerCase() === '.csv' && tableNamed(basename(name, extname(name))) !== undefined,
  );
  if (files.length === 0)
    throw new UnusableInput(`${folder}: found no table, expected CSV files named ${known}`);
  return files.sort().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8').replace(/^\uFEFF/, '');
    const { data, errors } = Papa.parse<string[]>(text, { delimitersToGuess: [',', ';', '\t'] });
    const broken = errors.find((error) => error.type === 'Quotes');
    if (broken !== undefined)
      throw new UnusableInput(
        `${name}, row ${(broken.row ?? 0) + 1}: found ${broken.message}, expected quotes in pairs`,
      );
    return gridOf(name, basename(name, extname(name)), data);
  });
};

const jsonTables = z.record(
  z.string(),
  z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
);

const jsonGrids = (path: string): Grid[] => {
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
    const cells = rows.map((row) =>
      header.map((column) => (row[column] === null || row[column] === undefined ? '' : String(row[column]))),
    );
    return gridOf(basename(path), name, [header, ...cells]);
  });
};

/** Reads an organisation from a folder of CSV files or a JSON file. Throws UnusableInput with every fault, a line each. */
export const openDataset = (path: string, locale: FileLocale): NonNullable<ReadResult['dataset']> => {
  if (!existsSync(path))
    throw new UnusableInput(`${path}: found nothing, expected a folder of CSV files or a JSON file`);
  const result = readDataset(statSync(path).isDirectory() ? folderGrids(path) : jsonGrids(path), locale);
  if (result.dataset !== undefined) return result.dataset;
  throw new UnusableInput(
    result.errors
      .map(
        ({ file, row, column, found, expected }) =>
          `${file}, row ${row}, column ${column}: found ${JSON.stringify(found)}, expected ${expected}`,
      )
      .join('\n'),
  );
};
