// Reads a filled-in quarter: the readings, or every fault at its sheet, row and column.
import { faultsOf } from '../domain/problem.ts';
import { type Reading, readingSchema } from '../domain/submission.ts';
import { valueFault } from '../domain/unit.ts';
import type { WorkbookTable } from './file-table.ts';
import type { FileLocale } from './form.ts';
import type { FileTable } from './grids.ts';
import { didYouMean } from './nearest.ts';
import { type Entry, type RowError, readRows } from './rows.ts';
import type { Table } from './tables.ts';
import { aboutTable, figuresTable, type QuarterTemplate, templateReasons } from './template.ts';

/** What came of reading: the quarter's readings, by KPI, or everything that is wrong. */
export type TemplateResult =
  | { readonly readings: readonly Reading[]; readonly errors: readonly [] }
  | { readonly readings: undefined; readonly errors: readonly RowError[] };

const fields = {
  actual: 'actual',
  not_measured: 'notMeasured',
  note: 'note',
  exceptions: 'exceptions',
} as const;
const columnOf = (path: string): string =>
  path === '/notMeasured' ? 'not_measured' : (path.split('/')[1] ?? 'kpi');

class TemplateReader {
  readonly errors: RowError[] = [];
  readonly #tables: readonly FileTable[];
  readonly #locale: FileLocale;

  constructor(tables: readonly FileTable[], locale: FileLocale) {
    this.#tables = tables;
    this.#locale = locale;
  }

  /** The rows of a sheet; one that is missing is a fault if it is needed. */
  rows(table: Table, needed: boolean): readonly Entry[] {
    const found = this.#tables.find(({ name }) => name.trim().toLowerCase() === table.name);
    if (found === undefined) {
      if (needed)
        this.errors.push({
          file: this.#tables[0]?.file ?? 'the workbook',
          row: 0,
          column: '',
          found: `no sheet “${table.name}”`,
          expected: 'the workbook that was downloaded for this quarter',
        });
      return [];
    }
    const header = found.header.map((name) => name.trim().toLowerCase());
    const { entries, errors } = readRows({ ...found, table, header }, this.#locale);
    this.errors.push(...errors);
    return entries;
  }

  blame(entry: Entry, column: string, expected: string): undefined {
    this.errors.push(entry.blame(column, entry.values.get(column), expected));
    return undefined;
  }
}

const readFigure = (
  reader: TemplateReader,
  entry: Entry,
  { rows, department, quarter }: QuarterTemplate,
  reasons: readonly Entry[],
): Reading | undefined => {
  const id = String(entry.values.get('kpi'));
  const kpi = rows.find((row) => row.kpi.id === id)?.kpi;
  if (kpi === undefined)
    return reader.blame(
      entry,
      'kpi',
      `${didYouMean(
        id,
        rows.map((row) => row.kpi.id),
      )}: what “${department.id}” hands in for ${quarter}`,
    );
  const written = Object.entries(fields).flatMap(([column, field]) =>
    entry.values.has(column) ? [[field, entry.values.get(column)] as const] : [],
  );
  if (written.length === 0 && reasons.length === 0) return undefined;
  const why = reasons.map(({ values }) =>
    Object.fromEntries([...values].filter(([column]) => column !== 'kpi')),
  );
  const given = { kpi: id, ...Object.fromEntries(written), ...(why.length > 0 && { reasons: why }) };
  const parsed = readingSchema.safeParse(given);
  if (!parsed.success) {
    for (const fault of faultsOf(parsed.error, given))
      reader.blame(entry, columnOf(fault.path), fault.expected);
    return undefined;
  }
  const { actual } = parsed.data;
  const fault = actual === undefined ? undefined : valueFault(actual, kpi.unit);
  return fault === undefined ? parsed.data : reader.blame(entry, 'actual', fault);
};

/**
 * The readings of a filled-in template. KPIs that nothing was written for are left out; tables are those of the
 * workbook, each under the name that its faults are told with. `template`: the quarter as it is asked now.
 */
export const readTemplate = (
  tables: readonly (WorkbookTable & { readonly file: string })[],
  template: QuarterTemplate,
  locale: FileLocale,
): TemplateResult => {
  const reader = new TemplateReader(tables, locale);
  const { department, quarter } = template;
  for (const entry of reader.rows(aboutTable, true))
    for (const [column, expected] of [
      ['department', department.id],
      ['quarter', quarter],
    ] as const)
      if (entry.values.get(column) !== expected)
        reader.blame(entry, column, `${expected}: the template of ${department.name}, ${quarter}`);
  const reasons = Map.groupBy(reader.rows(templateReasons, false), ({ values }) => String(values.get('kpi')));
  const figures = reader.rows(figuresTable, true);
  const readings = figures.flatMap((entry) => {
    const own = reasons.get(String(entry.values.get('kpi'))) ?? [];
    const reading = readFigure(reader, entry, template, own);
    return reading === undefined ? [] : [reading];
  });
  const named = new Set(figures.map(({ values }) => String(values.get('kpi'))));
  for (const [kpi, entries] of reasons)
    if (!named.has(kpi))
      for (const entry of entries) reader.blame(entry, 'kpi', 'a KPI of the sheet figures');
  return reader.errors.length > 0 ? { readings: undefined, errors: reader.errors } : { readings, errors: [] };
};
