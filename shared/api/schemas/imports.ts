// Imports: tables as any file holds them, what they would change, and how far a recorded change has come. A change set
// is any change of more than a few entities: an import, a merge, a hand-over.
import * as z from 'zod';
import { changeItem, changeSetStates, passedOver } from '../../domain/change-set.ts';
import { importLimits } from '../../domain/import-limits.ts';
import { quarterSchema } from '../../domain/quarter.ts';
import { line } from '../../domain/slug.ts';

const { tables, columns, rows, cell } = importLimits;
const cellText = z.string().max(cell, { error: `a cell of at most ${cell} characters` });
const cells = z.array(cellText).max(columns, { error: `at most ${columns} columns` });

/** A table of a file: a sheet of a workbook, or one CSV file. */
export const importTable = z.strictObject({
  name: line(80),
  /** What faults call it, such as `kpis.csv`; the whole file's name and its own where nothing is said. */
  file: line(200).optional(),
  header: cells,
  rows: z.array(cells).max(rows, { error: `at most ${rows} rows; import the rest in another file` }),
  /** The number of the first of `rows` as a spreadsheet numbers it. */
  firstRow: z.int().min(1).max(2_000_000).default(2),
});

/** What is imported, and whether it is applied or only looked at. */
export const importBody = z.strictObject({
  tables: z
    .array(importTable)
    .min(1, { error: 'at least one table' })
    .max(tables, { error: `at most ${tables} tables` }),
  /** How the file writes numbers and dates. */
  locale: z.enum(['en', 'de']).default('en'),
  /** What people call the file; faults and the list of imports name it. */
  file: line(200).optional(),
  apply: z.boolean(),
});

/** One fault, where a person finds it: file or sheet, row as a spreadsheet numbers it, column. */
export const rowError = z.strictObject({
  file: z.string(),
  row: z.int(),
  column: z.string(),
  found: z.string(),
  expected: z.string(),
});

const counts = { created: z.int(), changed: z.int(), unchanged: z.int() };

/** What an import would do, or has begun to do. */
export const importView = z.strictObject({
  /** Under which its progress is found; where nothing is recorded there is none. */
  id: z.string().optional(),
  state: z.enum(['invalid', 'checked', ...changeSetStates]),
  /** At most 1,000; `errorCount` counts them all. */
  errors: z.array(rowError),
  errorCount: z.int(),
  ...counts,
  /** The first 500, in the order in which they are applied. */
  items: z.array(changeItem),
});

/** A recorded change set and how far it has come. */
export const changeSetView = z.strictObject({
  id: z.string(),
  /** What made it: `import`, or the operation that changes many entities at once. */
  kind: z.string(),
  state: z.enum(changeSetStates),
  file: z.string().optional(),
  by: z.string(),
  at: z.string(),
  /** Entities to write, and how many of them are dealt with. */
  total: z.int(),
  done: z.int(),
  ...counts,
  passedOver: z.array(passedOver),
});

/** The same with its first 500 entities. */
export const changeSetDetail = z.strictObject({ ...changeSetView.shape, items: z.array(changeItem) });

/** Which part of everything is asked for; all of it where nothing is said. */
export const exportQuery = z.strictObject({
  /** The first and the last quarter whose readings are wanted. */
  from: quarterSchema.optional(),
  to: quarterSchema.optional(),
  /** Names of tables, separated by commas. */
  tables: z
    .string()
    .max(400)
    .regex(/^[a-z_]+(,[a-z_]+)*$/, { error: 'names of tables, separated by commas' })
    .optional(),
});

/** Everything that an organisation owns, in the import format. */
export const exportView = z.strictObject({
  tables: z.array(
    z.strictObject({ name: z.string(), header: z.array(z.string()), rows: z.array(z.array(z.string())) }),
  ),
});
