// Reads an example from its folder: the import format, beside it what a file of that format does not say - figures
// that are only a draft, figures of quarters that end later. Every figure gets its row in the file as its source,
// unless its own row names another one.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCsvTable } from '../shared/exchange/csv.ts';
import type { Dataset, DatasetSubmission } from '../shared/exchange/dataset.ts';
import { type FileTable, gridsOf } from '../shared/exchange/grids.ts';
import { type Known, readDataset } from '../shared/exchange/read.ts';
import { tableNamed } from '../shared/exchange/tables.ts';
import { UnusableFile } from '../shared/exchange/unusable-file.ts';
import type { Example } from './example.ts';

/** Days after a quarter's last day on which the people of an example hand in. */
const handInAfterDays = 10;

const sourceColumns = ['source_file', 'source_row', 'source_column'] as const;

/** The table of readings with a source for every row: its own, or its place in this file. */
export const withSources = (table: FileTable): FileTable => {
  const added = sourceColumns.filter((column) => !table.header.includes(column));
  const header = [...table.header, ...added];
  const at = (column: string): number => header.indexOf(column);
  const rows = table.rows.map((cells, i) => {
    const row = header.map((_, c) => cells[c] ?? '');
    if (row.every((cell) => cell.trim() === '') || row[at('source_file')] !== '') return row;
    row[at('source_file')] = table.file;
    row[at('source_row')] = String(i + (table.firstRow ?? 2));
    row[at('source_column')] = row[at('actual')] === '' ? 'not_measured' : 'actual';
    return row;
  });
  return { ...table, header, rows };
};

/** The tables of a folder below the example's, each under the name that its figures are to be followed to. */
const tablesIn = (folder: string, below: string): FileTable[] => {
  const path = join(folder, below);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith('.csv') && tableNamed(basename(name, '.csv')) !== undefined)
    .sort()
    .map((name) => {
      const file = join(below, name);
      const table = { ...readCsvTable(readFileSync(join(path, name)), basename(name, '.csv'), file), file };
      return table.name === 'readings' ? withSources(table) : table;
    });
};

/** Reads tables. Throws an UnusableFile that names every fault. */
const read = (tables: readonly FileTable[], known?: Known): Dataset => {
  const { grids, errors } = gridsOf(tables);
  const result = errors.length > 0 ? { dataset: undefined, errors } : readDataset(grids, 'en', known);
  if (result.dataset === undefined) throw new UnusableFile(result.errors);
  return result.dataset;
};

const knownIn = ({ departments, members, objectives, kpis }: Dataset): Known => {
  const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
  return {
    departments: ids(departments),
    members: ids(members),
    objectives: ids(objectives),
    kpis: new Map(kpis.map((kpi) => [kpi.id, kpi])),
  };
};

/** The example in a folder. Throws an UnusableFile with every fault of its files, or an Error that says what it lacks. */
export const readExample = (place: URL): Example => {
  const folder = fileURLToPath(place);
  const dataset = read(tablesIn(folder, ''));
  const further = (below: string): readonly DatasetSubmission[] => {
    const tables = tablesIn(folder, below);
    return tables.length === 0 ? [] : read(tables, knownIn(dataset)).submissions;
  };
  const { organisation, asOf } = dataset;
  if (organisation === undefined || asOf === undefined)
    throw new Error(`${folder}: found no organisation with as_of, expected one row of both`);
  const { members } = dataset;
  const analyst = members.find(({ fields }) => fields.roles.includes('analyst'));
  if (analyst === undefined) throw new Error(`${folder}: found no analyst among the members, expected one`);
  const { id, ...fields } = organisation;
  const drafts = further('draft');
  return {
    ...dataset,
    organisation: { id, fields },
    asOf,
    analyst,
    members: members.filter((member) => member !== analyst),
    submissions: [...dataset.submissions, ...drafts, ...further('later')],
    drafts: drafts.map(({ department, quarter }) => ({ department, quarter })),
    handInAfterDays,
  };
};
