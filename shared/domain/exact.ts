// Arithmetic on decimal strings, apart from the schema that reads them: the rule engine carries no parser.
import Big from 'big.js';
import type { Decimal } from './decimal.ts';

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
