// Values are decimal strings, so that what was typed is what is stored; status and limits compare exactly.
import Big from 'big.js';
import * as z from 'zod';

/** A decimal number as text: up to 18 digits before and 20 after the point, no exponent, no thousands mark. */
export const decimal = z.string().regex(/^-?\d{1,18}(\.\d{1,20})?$/, {
  error: 'a decimal number as text, such as "12.5", with a point and without thousands marks',
});
export type Decimal = string;

/** Up to 15 digits a double holds a decimal so well that order and equality are those of the decimals. */
const exactAsDouble = 15;

/** -1, 0 or 1 as `a` is less than, equal to or greater than `b`; exact. */
export const compareDecimal = (a: Decimal, b: Decimal): -1 | 0 | 1 => {
  if (a.length > exactAsDouble || b.length > exactAsDouble) return new Big(a).cmp(b);
  const [x, y] = [Number(a), Number(b)];
  return x < y ? -1 : x > y ? 1 : 0;
};

/** The exact arithmetic that the laws need. */
export const big = (value: Decimal | number): Big => new Big(value);
