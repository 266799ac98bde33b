// Figures as people read them in a sentence or an evidence row: shares in %, every other value with its symbol.
import type { Decimal } from '../domain/decimal.ts';
import { big } from '../domain/exact.ts';
import type { TargetValue } from '../domain/kpi.ts';
import type { Unit } from '../domain/unit.ts';

/** A value in its unit, such as `91 %`, `7.5 h` or `120 EUR`. */
export const figure = (value: Decimal, { kind, symbol }: Unit): string => {
  if (kind === 'share') return `${big(value).times(100).toFixed()}%`;
  return symbol === '' ? value : `${value} ${symbol}`;
};

/** A target in its unit; a range as its two bounds. */
export const targetFigure = (target: TargetValue, unit: Unit): string =>
  typeof target === 'string'
    ? figure(target, unit)
    : `${figure(target.low, unit)} to ${figure(target.high, unit)}`;

/** A number rounded to so many decimals, without a negative zero. */
export const rounded = (value: number, decimals = 1): number => {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale + 0;
};

/** A computed value in its unit, rounded as a reader needs it: shares to 0.1 %, others to 0.01. */
export const computedFigure = (value: number, unit: Unit): string =>
  figure(String(rounded(value, unit.kind === 'share' ? 3 : 2)), unit);

/** A change in % with its sign, such as `+4.2 %`. */
export const signed = (percent: number): string => `${percent > 0 ? '+' : ''}${rounded(percent)}%`;
