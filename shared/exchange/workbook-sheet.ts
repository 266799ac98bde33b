// A sheet as it is written: what each column holds, so that a spreadsheet program shows numbers as numbers, offers
// lists where there are some words to choose from, and runs no text as a formula.
import type { CellStyle, CellValue, DataValidation, WriteSheet } from 'hucre/xlsx';

/** What a list offers: some words, or what stands in a column of another sheet (rows `first` to `last`). */
export type SheetList =
  | { readonly words: readonly string[] }
  | { readonly sheet: string; readonly column: number; readonly last: number };

/** A column of a sheet. `strict`: nothing but what the list offers. `width` in characters. */
export interface SheetColumn {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'date';
  readonly width: number;
  readonly list?: SheetList;
  readonly strict?: boolean;
  /** What the reader is told on the column's cells. */
  readonly hint?: string;
  /** Shown for reading only; drawn paler. */
  readonly given?: boolean;
}
/** A sheet: its rows as text in locale `en`, each cell written as its column's kind where it can be. */
export interface WorkbookSheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Number formats of single cells by `row,column`, both from 0, the header not counted. */
  readonly formats?: ReadonlyMap<string, string>;
}

/** Rows that are ready to be typed into below those that are there. */
const spareRows = 200;

const plainNumber = /^-?\d+(?:\.\d+)?$/;
const digits = (text: string): number => text.replace(/[-.]/g, '').replace(/^0+/, '').length;

/** The cell as what it is; a number beyond a double's 15 digits, and what is none, stays text. */
const written = (text: string, { kind }: SheetColumn): CellValue => {
  if (text === '') return null;
  if (kind === 'number' && plainNumber.test(text) && digits(text) <= 15) return Number(text);
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(text) && text >= '1900-03-01')
    return new Date(`${text}T00:00:00Z`);
  // `_x0041_` is an escape in this format: a text that looks like one is escaped itself.
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
};

const formats = { text: '@', number: 'General', date: 'yyyy-mm-dd' } as const;
const errorWords = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!)$/;

const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

const headStyle: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7EDEF' } },
  numFmt: '@',
};
const styleOf = ({ kind, given }: SheetColumn): CellStyle => ({
  numFmt: formats[kind],
  ...(given ? { font: { color: { rgb: '5F6B70' } } } : {}),
});

/** Words that fit into a list of their own; a program refuses longer ones. */
const fits = (words: readonly string[]): boolean =>
  words.join(',').length <= 255 && !words.some((word) => /[,"]/.test(word));

const validationOf = (column: SheetColumn, at: number, rows: number): DataValidation[] => {
  const { list, strict, name, hint } = column;
  if (list === undefined || ('words' in list && !fits(list.words))) return [];
  const source =
    'words' in list
      ? { values: [...list.words] }
      : { formula1: `'${list.sheet}'!$${letters(list.column)}$2:$${letters(list.column)}$${list.last}` };
  return [
    {
      type: 'list',
      ...source,
      range: `${letters(at)}2:${letters(at)}${rows + 1 + spareRows}`,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: strict ? 'stop' : 'warning',
      errorTitle: name.slice(0, 32),
      errorMessage:
        'words' in list
          ? `One of ${list.words.join(', ')}`.slice(0, 225)
          : `An id of the sheet ${list.sheet}`,
      ...(hint === undefined
        ? {}
        : { showInputMessage: true, inputTitle: name.slice(0, 32), inputMessage: hint.slice(0, 255) }),
    },
  ];
};

/** A sheet for the writer of workbooks: header bold and frozen, lists, widths. */
export const xlsxSheet = ({ name, columns, rows, formats = new Map() }: WorkbookSheet): WriteSheet => {
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  for (const [c] of columns.entries()) cells.set(`0,${c}`, { style: headStyle });
  for (const [place, numFmt] of formats) {
    const [r = 0, c = 0] = place.split(',').map(Number);
    const column = columns[c];
    if (column !== undefined) cells.set(`${r + 1},${c}`, { style: { ...styleOf(column), numFmt } });
  }
  for (const [r, row] of rows.entries())
    for (const [c, text] of row.entries())
      if (errorWords.test(text)) cells.set(`${r + 1},${c}`, { richText: [{ text }] });
  return {
    name,
    columns: columns.map((column) => ({ width: column.width, style: styleOf(column) })),
    rows: [
      columns.map((column) => column.name),
      ...rows.map((row) => columns.map((column, c) => written(row[c] ?? '', column))),
    ],
    cells,
    freezePane: { rows: 1 },
    dataValidations: columns.flatMap((column, c) => validationOf(column, c, rows.length)),
  };
};
