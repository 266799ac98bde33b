// A department's quarter as a workbook: each KPI with its target and last figure beside an empty cell, the reasons
// behind scores on a sheet of their own. Filled in, it is read back by read-template.ts.
import type { Kpi, TargetValue } from '../domain/kpi.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { Reading } from '../domain/submission.ts';
import { idIn, number, text, whole } from './form.ts';
import type { Column, Table } from './tables.ts';
import type { SheetColumn, WorkbookSheet } from './workbook-sheet.ts';

/** A KPI of the quarter with what is known of it: a row of the quarter's page. */
export interface TemplateRow {
  readonly kpi: Pick<Kpi, 'id' | 'name' | 'unit' | 'direction' | 'sentiment'>;
  readonly target?: TargetValue | undefined;
  /** The last reading that counts. */
  readonly previous?: { readonly quarter: Quarter; readonly reading: Reading } | undefined;
  /** What is written already: a draft, or the version that was submitted. */
  readonly reading?: Reading | undefined;
}
/** Whose quarter it is, and its KPIs. */
export interface QuarterTemplate {
  readonly department: { readonly id: string; readonly name: string };
  readonly quarter: Quarter;
  readonly rows: readonly TemplateRow[];
}

const column = (name: string, form: Column['form'], doc: string, required = false): Column => ({
  name,
  path: name,
  form,
  required,
  doc,
  example: '',
});
const given = ['name', 'unit', 'better', 'target', 'last_quarter', 'last_actual'] as const;

/** The sheets that are filled in; the columns of the first that say what is known are passed over when it is read. */
export const figuresTable: Table = {
  name: 'figures',
  doc: 'One row a KPI: an actual, or why it was not measured.',
  key: ['kpi'],
  columns: [
    column('kpi', text, 'KPI', true),
    ...given.map((name) => column(name, text, 'For your information')),
    column('actual', number, 'The figure of this quarter, in the KPI’s unit'),
    column('not_measured', text, 'Or: why there is no figure'),
    column('note', text, 'What the reader should know'),
    column('exceptions', whole, 'How often staff broke the rule for a customer'),
  ],
};
export const templateReasons: Table = {
  name: 'reasons',
  doc: 'What customers said beside a score.',
  key: ['kpi', 'theme'],
  columns: [
    column('kpi', idIn('figures'), 'KPI that is a score', true),
    column('theme', text, 'Theme', true),
    column('count', whole, 'How often', true),
    column('quote', text, 'One of them, in the customer’s words'),
  ],
};
/** Says whose quarter the workbook is, so that none is handed in as another. */
export const aboutTable: Table = {
  name: 'about',
  doc: 'Whose quarter this is.',
  key: ['department'],
  columns: [column('department', text, 'Department', true), column('quarter', text, 'Quarter', true)],
};

const widths: Readonly<Record<string, number>> = {
  kpi: 24,
  name: 40,
  unit: 10,
  better: 9,
  target: 12,
  last_quarter: 13,
  last_actual: 12,
  actual: 12,
  not_measured: 32,
  note: 40,
  exceptions: 11,
  theme: 32,
  quote: 48,
};
const numbers: ReadonlySet<string> = new Set(['target', 'last_actual', 'actual', 'exceptions', 'count']);

const sheetColumns = (table: Table, more: (name: string) => Partial<SheetColumn>): SheetColumn[] =>
  table.columns.map(({ name, doc }) => ({
    name,
    kind: numbers.has(name) ? 'number' : 'text',
    width: widths[name] ?? 14,
    hint: doc,
    ...more(name),
  }));

const targetText = (target: TargetValue | undefined): string => {
  if (target === undefined) return '';
  return typeof target === 'string' ? target : `${target.low} to ${target.high}`;
};

const figureRow = ({ kpi, target, previous, reading }: TemplateRow): string[] => [
  kpi.id,
  kpi.name,
  kpi.unit.kind === 'share' ? '%' : kpi.unit.symbol,
  kpi.direction,
  targetText(target),
  previous?.quarter ?? '',
  previous?.reading.actual ?? previous?.reading.notMeasured ?? '',
  reading?.actual ?? '',
  reading?.notMeasured ?? '',
  reading?.note ?? '',
  reading?.exceptions === undefined ? '' : String(reading.exceptions),
];

/** Shares are stored from 0 to 1 and shown in percent; a cell in percent takes 95 for 0.95. */
const percentCells = (rows: readonly TemplateRow[]): Map<string, string> => {
  const shown = ['target', 'last_actual', 'actual'].map((name) =>
    figuresTable.columns.findIndex((one) => one.name === name),
  );
  return new Map(
    rows.flatMap(({ kpi }, r) =>
      kpi.unit.kind === 'share' ? shown.map((c) => [`${r},${c}`, '0.0##%'] as const) : [],
    ),
  );
};

/** The sheets of a department's quarter, to be written with `writeSheets`. */
export const templateSheets = ({ department, quarter, rows }: QuarterTemplate): WorkbookSheet[] => {
  const kpis = { sheet: figuresTable.name, column: 0, last: rows.length + 1 };
  const isGiven = (name: string) => name === 'kpi' || given.some((one) => one === name);
  return [
    {
      name: figuresTable.name,
      columns: sheetColumns(figuresTable, (name) => (isGiven(name) ? { given: true } : {})),
      rows: rows.map(figureRow),
      formats: percentCells(rows),
    },
    {
      name: templateReasons.name,
      columns: sheetColumns(templateReasons, (name) => (name === 'kpi' ? { list: kpis, strict: true } : {})),
      rows: rows.flatMap(({ kpi, reading }) =>
        (reading?.reasons ?? []).map(({ theme, count, quote }) => [
          kpi.id,
          theme,
          String(count),
          quote ?? '',
        ]),
      ),
    },
    {
      name: aboutTable.name,
      columns: sheetColumns(aboutTable, () => ({ given: true })),
      rows: [[department.id, quarter]],
    },
  ];
};
