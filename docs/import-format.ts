// The page about the import format, written by the format itself: tables, columns, an example that is read before it
// is shown, and the words that faults are told in.
import { defaultPolicy } from '../shared/domain/policy.ts';
import { durationSymbols, unitKinds } from '../shared/domain/unit.ts';
import { csvLimits, writeCsvTable } from '../shared/exchange/csv.ts';
import { mostErrors, readDataset } from '../shared/exchange/read.ts';
import { errorColumn, type Grid } from '../shared/exchange/rows.ts';
import { type Column, type Table, tables } from '../shared/exchange/tables.ts';
import { told } from '../shared/exchange/unusable-file.ts';
import { workbookLimits } from '../shared/exchange/workbook.ts';
import { grid, sample } from '../test/exchange/samples.ts';
import type { Page } from './generate.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');
const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const markdown = (columns: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  line(columns),
  line(columns.map(() => '---')),
  ...rows.map(line),
];

const columnRow = ({ name, form, required, example, doc }: Column): string[] => [
  `\`${name}\``,
  form.name,
  required ? 'yes' : '',
  `\`${example}\``,
  doc,
];
const tableText = ({ name, doc, key, columns }: Table): string[] => [
  `### ${name}`,
  '',
  `${doc} A row is named by ${key.map((one) => `\`${one}\``).join(' + ')}.`,
  '',
  ...markdown(['column', 'form', 'needed', 'example', 'what it says'], columns.map(columnRow)),
  '',
];

const symbols: Readonly<Record<(typeof unitKinds)[number], string>> = {
  count: 'what is counted, or empty; 0 or more',
  share: 'empty; written from 0 to 1: `0.95` is 95 %',
  duration: `${durationSymbols.map((symbol) => `\`${symbol}\``).join(', ')}; 0 or more; a working day is its own unit`,
  money: 'a currency of three capital letters, `EUR`',
  score: 'empty, or the scale’s name',
  rate: 'per what, `1/h`',
  other: 'anything of at most 20 characters',
};

const forms = [
  ['text', 'as it is; spaces at both ends are taken off'],
  ['id', '1 to 40 of `a-z`, `0-9`, `-`; given by you, never changed'],
  ['ids', 'with `;` between them: `web;shop`'],
  ['number', '`26.5` (locale `en`) or `26,5` (locale `de`), without thousands marks'],
  [
    'date',
    '`2026-03-31`; in locale `de` also `31.3.2026`; `3/4/2026` can be read in two ways and is refused',
  ],
  ['date and time, UTC', '`2026-03-31T09:00:00Z`'],
  ['quarter', '`2026-Q3`: the year is the one in which the fiscal year starts'],
  ['yes or no', '`yes`, `no`, `true`, `false`, `1`, `0`, `ja`, `nein`'],
];

/** The example's files as text; throws where the example no longer reads. */
const example = (): string[] => {
  const grids = sample();
  const { errors } = readDataset(grids, 'en');
  if (errors.length > 0) throw new Error(errors.map(told).join('\n'));
  return grids.flatMap(({ file, header, rows }) => [
    `\`${file}\``,
    '',
    '```csv',
    writeCsvTable({ header, rows }).trimEnd(),
    '```',
    '',
  ]);
};

const faulty: readonly Grid[] = [
  grid('readings', 'kpi,quarter,actual', 'promise,2026-Q2,91', 'dispach,2026-Q2,26.5'),
  grid('targets', 'kpi,from,value', 'dispatch,Q1 2025,24'),
  grid('segments', 'journey,form,to,duration,unit', 'buying,order-placed,dispatched,2,day'),
];
const faults = (): string[] => readDataset(sample(...faulty), 'en').errors.map(told);

const settings = Object.entries(defaultPolicy).filter(([name]) => name !== 'checks');

/** The page docs/import-format.md. */
export const importFormatPage = (): Page => ({
  path: 'docs/import-format.md',
  text: `${[
    '# The import format',
    '',
    'An organisation as tables: who, what customers want, what is measured, and the figures. The same tables are',
    '',
    '- a **folder** of CSV files, one a table, named as the table: `kpis.csv`;',
    '- a **workbook** (`.xlsx`), one sheet a table, named as the table: `kpis`;',
    '- a **JSON** file, `{"kpis": [{"id": "dispatch-time", ...}], ...}`.',
    '',
    'Tables that have no rows may be left out, and so may columns that are not needed. The order of tables and columns is',
    'free, the order of rows counts where a table says so. A table or column that the format does not know is a fault: the',
    'answer names the one that was probably meant. In a folder other CSV files may lie beside them.',
    '',
    `A column \`${errorColumn}\` is passed over: in it a repair file says what was wrong with its row.`,
    '',
    '## How cells are written',
    '',
    ...markdown(['form', 'is written'], forms),
    '',
    'Spreadsheets are written in their people’s own locale. The locale of a file is given when it is read (`--locale de`, or',
    'the choice on the page); a number with the other locale’s point is refused with a hint instead of being read as another',
    'number. In a workbook, cells that were typed as numbers or dates need no locale at all; results of formulas are taken,',
    'a formula without a stored result, an error such as `#N/A` and merged cells are refused. Zeros at the end of a number',
    'say nothing: `0.80` is `0.8`.',
    '',
    'CSV: UTF-8 with or without a byte order mark (or UTF-16 with one); comma, semicolon or tab, as the header has it; quotes',
    'in pairs. Exports put an apostrophe before a text that a spreadsheet program could run as a formula; reading takes it',
    'off again. In a workbook such a text is text.',
    '',
    `At most ${workbookLimits.rows.toLocaleString('en')} rows a table and ${workbookLimits.cell.toLocaleString('en')} characters a cell; a workbook of at most ${workbookLimits.bytes / 1e6} MB that unpacks to at most ${workbookLimits.unpacked / 1e6} MB, a CSV file of at most ${csvLimits.bytes / 1e6} MB.`,
    '',
    '## Units',
    '',
    'A unit is a kind and a symbol. Values are compared and converted within a kind only.',
    '',
    ...markdown(
      ['kind', 'symbol, and how values are written'],
      unitKinds.map((kind) => [`\`${kind}\``, symbols[kind]]),
    ),
    '',
    '## Tables',
    '',
    ...tables.flatMap(tableText),
    '### Settings of `policy`',
    '',
    'A list has `;` between its numbers; an empty one is `none`. `checks.<id>` switches a check on or off.',
    '',
    ...markdown(
      ['setting', 'default'],
      settings.map(([name, value]) => [
        `\`${name}\``,
        Array.isArray(value) ? value.join(';') : String(value),
      ]),
    ),
    '',
    '## How faults are told',
    '',
    `All at once (at most ${mostErrors.toLocaleString('en')}), each with file, row as a spreadsheet numbers it, column, what was found and what was expected; nothing is written before there are none.`,
    '',
    '```',
    ...faults(),
    '```',
    '',
    'The rows that were refused come back as a workbook or CSV of their own, each with what was wrong with it; repaired,',
    'they take the places of the refused ones.',
    '',
    '## A department’s quarter',
    '',
    'What a department hands in can also be filled in as a workbook that is made for its quarter: the sheet `figures` has a',
    'row for each of its KPIs, with the target and the last figure beside an empty cell (a share in percent: there `95` stands',
    'for `0.95`), the sheet `reasons` takes what customers said beside a score, and `about` says whose quarter it is. It is read',
    'back as that quarter’s readings; a KPI that nothing was written for is left out.',
    '',
    '## A whole small example',
    '',
    'Save each block as the file that it names, and `npm run -s counterpart -- check <folder>` judges it.',
    '',
    ...example(),
  ]
    .join('\n')
    .trimEnd()}\n`,
});
