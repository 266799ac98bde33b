// What people type into a figure's input, and what is stored: decimal strings, exact, shares 0..1. People write
// with their locale's marks and write shares in per cent.
import { decimal } from '../../shared/domain/decimal.ts';
import { type Unit, valueFault } from '../../shared/domain/unit.ts';

/** Why a typed text is no value: not a number, marks of another locale, or outside what the unit allows. */
export type TypedFault = 'not-a-number' | 'marks' | 'share-outside' | 'negative' | 'too-long';

/** A typed text as read: nothing typed, a decimal to store, or why it is none. */
export type Typed =
  | { readonly kind: 'empty' }
  | { readonly kind: 'value'; readonly decimal: string; readonly grouped: boolean }
  | { readonly kind: 'fault'; readonly fault: TypedFault };

/** Moves the decimal point of a plain decimal by so many places to the right (negative: left), exactly. */
export const shiftPoint = (value: string, places: number): string => {
  const negative = value.startsWith('-');
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.');
  const digits = whole + fraction;
  const point = whole.length + places;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const cut = Math.max(point, 1);
  const left = padded.slice(0, cut).replace(/^0+(?=\d)/, '');
  const right = padded.slice(cut);
  return `${negative ? '-' : ''}${left}${right === '' ? '' : `.${right}`}`;
};

const withoutIdleZeros = (value: string): string =>
  value.includes('.') ? value.replace(/\.?0+$/, '') : value;

interface Marks {
  readonly point: string;
  readonly group: string;
}

/** The decimal point and the thousands mark of a locale; spaces of all kinds count as one. */
export const marksOf = (locale: string): Marks => {
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567.5);
  const of = (type: string, fallback: string) => parts.find((part) => part.type === type)?.value ?? fallback;
  return { point: of('decimal', '.'), group: of('group', ',').replace(/\s/u, '') };
};

const escaped = (mark: string): string => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The plain decimal that a text means in a locale, without regard to its unit. */
const plainOf = (text: string, { point, group }: Marks): Typed => {
  const grouped = group !== '' && text.includes(group);
  const whole = grouped ? `\\d{1,3}(?:${escaped(group)}\\d{3})+` : '\\d+';
  const match = new RegExp(`^(-?)(${whole})(?:${escaped(point)}(\\d*))?$`).exec(text);
  if (match === null) return { kind: 'fault', fault: /^-?[\d.,'’]+$/.test(text) ? 'marks' : 'not-a-number' };
  const [, sign = '', left = '', right = ''] = match;
  const digits = (grouped ? left.replaceAll(group, '') : left).replace(/^0+(?=\d)/, '');
  const zero = /^0*$/.test(digits + right);
  return {
    kind: 'value',
    decimal: `${zero ? '' : sign}${digits}${right === '' ? '' : `.${right}`}`,
    grouped,
  };
};

/** Reads what was typed for a figure of this unit. */
export const readTyped = (text: string, unit: Unit, locale: string): Typed => {
  const bare = text.replace(/[\s%]/gu, '').replace('−', '-');
  if (bare === '') return text.trim() === '' ? { kind: 'empty' } : { kind: 'fault', fault: 'not-a-number' };
  const plain = plainOf(bare, marksOf(locale));
  if (plain.kind !== 'value') return plain;
  const stored = unit.kind === 'share' ? withoutIdleZeros(shiftPoint(plain.decimal, -2)) : plain.decimal;
  if (!decimal.safeParse(stored).success) return { kind: 'fault', fault: 'too-long' };
  if (valueFault(stored, unit) !== undefined)
    return { kind: 'fault', fault: unit.kind === 'share' ? 'share-outside' : 'negative' };
  return { ...plain, decimal: stored };
};

/** A stored decimal as the text that stands in its input. */
export const textOf = (value: string, unit: Unit, locale: string): string =>
  (unit.kind === 'share' ? shiftPoint(value, 2) : value).replace('.', marksOf(locale).point);
