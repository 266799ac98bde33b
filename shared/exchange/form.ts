// How a cell is written: each form turns a text into a value, or says what it expected. Spreadsheets are written by
// people in their own locale, so a decimal comma is understood where the locale says so, and refused with a hint
// where it does not.
import { decimal } from '../domain/decimal.ts';
import { big } from '../domain/exact.ts';
import { quarterSchema } from '../domain/quarter.ts';

/** The locales in which a file may be written. */
export const fileLocales = ['en', 'de'] as const;
export type FileLocale = (typeof fileLocales)[number];

export type Value = string | number | boolean | readonly string[];
/** What a cell holds, or what should have stood there. */
export type Parsed = { readonly value: Value } | { readonly expected: string };

/** A form: its name in the documentation, how it is read, and how a spreadsheet holds it. */
export interface Form {
  readonly name: string;
  readonly parse: (text: string, locale: FileLocale) => Parsed;
  /** A spreadsheet's own kind of cell; text where nothing is said. */
  readonly cell?: 'number' | 'date';
  /** The only words that it takes. */
  readonly words?: readonly string[];
  /** The table whose id it is. */
  readonly one?: string;
}

const ok = (value: Value): Parsed => ({ value });
const want = (expected: string): Parsed => ({ expected });

const separators = { en: { point: '.', group: ',' }, de: { point: ',', group: '.' } } as const;

// Without zeros at the end, as a spreadsheet's own number has none: 0.80 is 0.8 whichever file it comes from.
const parseDecimal = (text: string, locale: FileLocale): Parsed => {
  const { point } = separators[locale];
  const other = locale === 'en' ? 'de' : 'en';
  const plain = text.replace(point, '.');
  if (decimal.safeParse(plain).success && !(locale === 'de' && text.includes('.')))
    return ok(big(plain).toFixed());
  if (decimal.safeParse(text.replace(separators[other].point, '.')).success)
    return want(
      `a number with a decimal ${point === '.' ? 'point' : 'comma'}; for one written as here give --locale ${other}`,
    );
  return want(`a number such as 12${point}5, without thousands marks`);
};

const iso = /^(\d{4})-(\d{2})-(\d{2})$/;
const parseDate = (text: string, locale: FileLocale): Parsed => {
  const found = iso.exec(text) ?? (locale === 'de' ? /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) : null);
  if (found === null)
    return want(
      `a date such as 2026-03-31${locale === 'de' ? ' or 31.3.2026' : ''}; 3/4/2026 can be read in two ways`,
    );
  const [year, month, day] = iso.test(text) ? [found[1], found[2], found[3]] : [found[3], found[2], found[1]];
  const value = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  const days = new Date(`${value}T00:00:00Z`);
  return Number.isNaN(days.getTime()) || days.toISOString().slice(0, 10) !== value
    ? want('a day that exists')
    : ok(value);
};

/** One line of text. */
export const text: Form = { name: 'text', parse: (cell) => ok(cell) };
/** An id of `a-z`, `0-9`, `-`. */
export const id: Form = { name: 'id', parse: (cell) => ok(cell) };
/** Several ids with `;` between them. */
export const ids: Form = {
  name: 'ids, separated by ;',
  parse: (cell) =>
    ok(
      cell
        .split(';')
        .map((one) => one.trim())
        .filter((one) => one !== ''),
    ),
};
/** The id of a row of another table. */
export const idIn = (table: string): Form => ({ name: `id in ${table}`, parse: id.parse, one: table });
/** Ids of rows of another table with `;` between them. */
export const idsIn = (table: string): Form => ({ name: `ids in ${table}, separated by ;`, parse: ids.parse });
export const number: Form = { name: 'number', parse: parseDecimal, cell: 'number' };
/** A number that is no figure of a KPI: a weight. */
export const weight: Form = {
  name: 'number',
  cell: 'number',
  parse: (cell, locale) => {
    const parsed = parseDecimal(cell, locale);
    return 'value' in parsed ? ok(Number(parsed.value)) : parsed;
  },
};
export const whole: Form = {
  name: 'whole number',
  cell: 'number',
  parse: (cell) => (/^-?\d{1,9}$/.test(cell) ? ok(Number(cell)) : want('a whole number')),
};
export const date: Form = { name: 'date', parse: parseDate, cell: 'date' };
export const instant: Form = {
  name: 'date and time, UTC',
  parse: (cell) =>
    /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(cell) ? ok(cell) : want('an instant such as 2026-03-31T09:00:00Z'),
};
export const quarter: Form = {
  name: 'quarter',
  parse: (cell) => (quarterSchema.safeParse(cell).success ? ok(cell) : want('a quarter such as 2026-Q3')),
};
export const yesNo: Form = {
  name: 'yes or no',
  words: ['yes', 'no'],
  parse: (cell) => {
    const lower = cell.toLowerCase();
    if (['yes', 'true', '1', 'ja'].includes(lower)) return ok(true);
    return ['no', 'false', '0', 'nein'].includes(lower) ? ok(false) : want('yes or no');
  },
};
/** One of some words. */
export const oneOf = (...words: readonly string[]): Form => ({
  name: words.join(' / '),
  words,
  parse: (cell) => (words.includes(cell) ? ok(cell) : want(`one of ${words.join(', ')}`)),
});

/**
 * A number that was typed as one, as a file of the locale writes it: with 15 digits, as a spreadsheet shows it; the 17
 * that a file may store are those of the double beneath.
 */
export const typedNumber = (value: number, locale: FileLocale): string => {
  if (!Number.isFinite(value)) return String(value);
  return big(value.toPrecision(15)).toFixed().replace('.', separators[locale].point);
};

/** A value as a cell; the inverse of every form's `parse` in locale `en`. */
export const cellOf = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.join(';');
  return String(value);
};
