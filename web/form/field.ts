// What a form asks, as data: each field names where its answer stands in the body, so that a fault that the service
// finds at a path lands on the input that it is about.
import type { Unit } from '../../shared/domain/unit.ts';

/** What stands in a form while somebody types: texts as typed, lists of ids, groups and rows of further answers. */
export type Typed = string | boolean | readonly string[] | Draft | readonly Draft[] | undefined;
export interface Draft {
  readonly [name: string]: Typed;
}

/** A choice: what is stored, and what people read. */
export interface Option {
  readonly value: string;
  readonly label: string;
}
/** Choices, where they depend on what else has been answered in the same group. */
export type Options = readonly Option[] | ((beside: Draft, whole: Draft) => readonly Option[]);

interface Asked {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly required?: boolean;
  /** Whether the question makes sense, given the other answers of its group. */
  readonly asked?: (beside: Draft) => boolean;
}
interface Holding extends Asked {
  readonly fields: readonly Field[];
  /** The button that adds one. */
  readonly add: string;
  /** The button that takes one away. */
  readonly remove: string;
}

/** One line or several lines of text, of at most `max` characters. */
export type TextField = Asked & {
  readonly kind: 'line' | 'prose' | 'email';
  readonly max: number;
  /** The answer beside it from which an id is made where nothing is typed. */
  readonly idFrom?: string;
};
/** One of several; the empty answer says nothing. */
export type ChoiceField = Asked & {
  readonly kind: 'choice';
  readonly options: Options;
  /** Label of the empty answer; a required choice has none. */
  readonly none?: string;
  /** What the body holds in place of the text. */
  readonly as?: 'boolean' | 'number';
};
export type ManyField = Asked & { readonly kind: 'many'; readonly options: Options };
/** Ids that people make up, such as channels. */
export type TagsField = Asked & { readonly kind: 'tags' };
/** A plain number of the body. */
export type NumberField = Asked & { readonly kind: 'number'; readonly min: number; readonly max: number };
/** An exact decimal in a unit that stands elsewhere in the form. */
export type DecimalField = Asked & {
  readonly kind: 'decimal';
  readonly unit: (beside: Draft, whole: Draft) => Unit | undefined;
};
export type DayField = Asked & { readonly kind: 'day' };
export type SwitchField = Asked & { readonly kind: 'switch' };
/** Answers that belong together; `optional`: all of them or none. */
export type GroupField = Holding & { readonly kind: 'group'; readonly optional: boolean };
/** Any number of groups, in order. */
export type RowsField = Holding & {
  readonly kind: 'rows';
  readonly max: number;
  /** What a new row says already. */
  readonly start?: Readonly<Record<string, unknown>>;
};

export type Field =
  | TextField
  | ChoiceField
  | ManyField
  | TagsField
  | NumberField
  | DecimalField
  | DayField
  | SwitchField
  | GroupField
  | RowsField;

/** A part of a form under a heading of its own. */
export interface Section {
  readonly title: string;
  readonly help?: string;
  readonly fields: readonly Field[];
}

/** Whether something typed is a group of further answers. */
export const isDraft = (value: Typed): value is Draft => typeof value === 'object' && !Array.isArray(value);

/** The text of an answer; empty where it is none. */
export const textIn = (draft: Draft, name: string): string => {
  const value = draft[name];
  return typeof value === 'string' ? value : '';
};

/** The ids of an answer. */
export const idsIn = (draft: Draft, name: string): readonly string[] => {
  const value = draft[name];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
};

/** The groups of an answer. */
export const rowsIn = (draft: Draft, name: string): readonly Draft[] => {
  const value = draft[name];
  return Array.isArray(value) ? value.filter((one): one is Draft => isDraft(one)) : [];
};

/** The group of an answer, or undefined where there is none. */
export const groupIn = (draft: Draft, name: string): Draft | undefined => {
  const value = draft[name];
  return value !== undefined && isDraft(value) ? value : undefined;
};

/** The choices of a field as they are now. */
export const optionsOf = (options: Options, beside: Draft, whole: Draft): readonly Option[] =>
  typeof options === 'function' ? options(beside, whole) : options;
