// What was changed of a definition, as people read it: fields and values of the service become words, names, quarters
// and amounts. Page, spreadsheet and board pack say the same.
import type { TargetValue } from '../domain/kpi.ts';
import type { Unit } from '../domain/unit.ts';
import { type Formats, readableData } from './formats.ts';

/** The words of a language for what can be changed. */
export interface ChangeWords {
  readonly field: Readonly<Record<string, string>>;
  readonly perspective: Readonly<Record<string, string>>;
  readonly direction: Readonly<Record<string, string>>;
  readonly none: string;
  readonly yes: string;
  readonly no: string;
}

/** From ids to names; what has no name stands for itself. */
export interface ChangeNames {
  readonly department: (id: string) => string;
  readonly outcome: (id: string) => string;
}

type Local = Pick<Formats, 'quarter' | 'day' | 'figure' | 'target' | 'value'>;

/** What is needed to say a change. */
export interface ChangeSaying {
  readonly words: ChangeWords;
  readonly names: ChangeNames;
  readonly f: Local;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const isTarget = (value: unknown): value is TargetValue =>
  typeof value === 'string' ||
  (typeof value === 'object' && value !== null && 'low' in value && 'high' in value);

const readable = (text: string, f: Local): string => String(readableData({ text }, f)['text']);

/** The name of a changed field: `dueDate.sales.2026-Q2` is the due date of a department and a quarter. */
export const changedField = (field: string, { words, names, f }: ChangeSaying): string => {
  const [what = '', ...which] = field.split('.');
  const known = words.field[what];
  if (known === undefined) return field;
  const of = which.map((one) => (what === 'dueDate' ? readable(names.department(one), f) : one));
  return [known, ...of].join(' ');
};

const whole = (value: object, { words, f }: ChangeSaying): string | undefined => {
  if ('value' in value && 'unit' in value) return f.value(String(value.value), value.unit as Unit);
  if ('from' in value && 'to' in value) return `${value.from} → ${value.to}`;
  if ('kind' in value && 'symbol' in value) return String(value.symbol || value.kind);
  return Object.keys(value).length === 0 ? words.none : undefined;
};

/** The text of a changed value; `unit` is that of the KPI whose target it is. */
export const changedValue = (
  field: string,
  text: string,
  unit: Unit | undefined,
  saying: ChangeSaying,
): string => {
  const { words, names, f } = saying;
  const value = parsed(text);
  if (text === 'none') return words.none;
  if (field === 'target' && unit !== undefined && isTarget(value)) return f.target(value, unit);
  if (field === 'perspective') return words.perspective[text] ?? text;
  if (field === 'direction') return words.direction[text] ?? text;
  if (field === 'department' || field === 'owningDepartment') return names.department(text);
  if (Array.isArray(value))
    return value.map(field === 'outcomes' ? names.outcome : names.department).join(', ') || words.none;
  if (typeof value === 'boolean' || text === 'yes' || text === 'no')
    return value === true || text === 'yes' ? words.yes : words.no;
  if (typeof value === 'object' && value !== null) return whole(value, saying) ?? text;
  return typeof value === 'string' ? readable(value, f) : text;
};
