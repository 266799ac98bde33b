// From what is stored to what stands in a form, and back: texts as people type them in their locale, and the body that
// the service is sent, with whatever can't be read said at its path.
import { idFrom } from '../../shared/exchange/id-from.ts';
import { readTyped, textOf } from '../format/typed-value.ts';
import { type Draft, type Field, groupIn, idsIn, rowsIn, type Typed, textIn } from './field.ts';

/** What is stored, as far as a form reads it. */
export type Stored = Readonly<Record<string, unknown>>;

const isStored = (value: unknown): value is Stored =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const plainNumber = { kind: 'other', symbol: '' } as const;

/** The answers of a form that says nothing yet; groups that must be there are. */
export const emptyDraft = (fields: readonly Field[]): Draft => draftOf(fields, {}, 'en-GB');

const typedOf = (field: Field, value: unknown, stored: Draft, whole: Draft, locale: string): Typed => {
  switch (field.kind) {
    case 'group':
      if (isStored(value)) return draftOf(field.fields, value, locale, whole);
      return field.optional ? undefined : emptyDraft(field.fields);
    case 'rows':
      return listOf(value).map((row) => draftOf(field.fields, isStored(row) ? row : {}, locale, whole));
    case 'many':
    case 'tags':
      return listOf(value).map(String);
    case 'switch':
      return value === true;
    case 'decimal':
      return value === undefined
        ? ''
        : textOf(String(value), field.unit(stored, whole) ?? plainNumber, locale);
    case 'number':
      return value === undefined ? '' : textOf(String(value), plainNumber, locale);
    default:
      return value === undefined ? '' : String(value);
  }
};

/** What stands in a form for something stored. */
export const draftOf = (
  fields: readonly Field[],
  stored: Stored,
  locale: string,
  whole: Draft = stored as Draft,
): Draft =>
  Object.fromEntries(
    fields.map((field) => [field.name, typedOf(field, stored[field.name], stored as Draft, whole, locale)]),
  );

/** Why an answer can't be sent: nothing where something must be, or no number. */
export type LocalFault = 'required' | 'not-a-number' | 'marks' | 'share-outside' | 'negative' | 'too-long';
/** Faults by the path into the body. */
export type LocalFaults = ReadonlyMap<string, LocalFault>;

interface Reading {
  readonly locale: string;
  readonly whole: Draft;
  readonly faults: Map<string, LocalFault>;
}

const numberOf = (
  field: Field,
  text: string,
  unit: Parameters<typeof readTyped>[1],
  path: string,
  to: Reading,
) => {
  const read = readTyped(text, unit, to.locale);
  if (read.kind === 'value') return read.decimal;
  if (read.kind === 'fault') to.faults.set(path, read.fault);
  else if (field.required === true) to.faults.set(path, 'required');
  return undefined;
};

const chosen = (text: string, as: 'boolean' | 'number' | undefined): unknown => {
  if (as === 'number') return Number(text);
  return as === 'boolean' ? text === 'true' : text;
};

const answerOf = (field: Field, draft: Draft, path: string, to: Reading): unknown => {
  if (field.asked?.(draft) === false) return undefined;
  switch (field.kind) {
    case 'group': {
      const group = groupIn(draft, field.name);
      return group === undefined ? undefined : answersOf(field.fields, group, path, to);
    }
    case 'rows':
      return rowsIn(draft, field.name).map((row, i) => answersOf(field.fields, row, `${path}/${i}`, to));
    case 'many':
    case 'tags':
      return [...idsIn(draft, field.name)];
    case 'switch':
      return draft[field.name] === true;
    case 'decimal':
      return numberOf(field, textIn(draft, field.name), field.unit(draft, to.whole) ?? plainNumber, path, to);
    case 'number': {
      const decimal = numberOf(field, textIn(draft, field.name), plainNumber, path, to);
      return decimal === undefined ? undefined : Number(decimal);
    }
    default: {
      const typed = textIn(draft, field.name).trim();
      const text =
        typed === '' && 'idFrom' in field && field.idFrom !== undefined
          ? idFrom(textIn(draft, field.idFrom))
          : typed;
      if (text !== '') return field.kind === 'choice' ? chosen(text, field.as) : text;
      if (field.required === true) to.faults.set(path, 'required');
      return undefined;
    }
  }
};

const answersOf = (fields: readonly Field[], draft: Draft, path: string, to: Reading): Stored =>
  Object.fromEntries(
    fields
      .map((field) => [field.name, answerOf(field, draft, `${path}/${field.name}`, to)] as const)
      .filter(([, value]) => value !== undefined),
  );

/** The body that a form says, and what speaks against sending it. */
export const bodyOf = (
  fields: readonly Field[],
  draft: Draft,
  locale: string,
): { readonly body: Stored; readonly faults: LocalFaults } => {
  const to: Reading = { locale, whole: draft, faults: new Map() };
  return { body: answersOf(fields, draft, '', to), faults: to.faults };
};
