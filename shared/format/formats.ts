// Every number, share, amount, date and quarter that page and paper show passes here, in the member's locale and the
// organisation's time zone, so that both show the same digits.
import type { TargetValue } from '../domain/kpi.ts';
import type { FiscalStart, Quarter } from '../domain/quarter.ts';
import type { Unit } from '../domain/unit.ts';
import { type Data, say, type Text } from './say.ts';

/** The words that formats need of a language. */
export interface UnitWords {
  readonly quarter: string;
  readonly fiscalQuarter: string;
  readonly range: string;
  readonly workingDays: Text;
  readonly workingDaysLabel: string;
}

const intlUnits: Readonly<Record<string, string>> = { s: 'second', min: 'minute', h: 'hour', day: 'day' };

/** The formats of one place. */
export interface Formats {
  readonly locale: string;
  /** Fills a text of the message file; numbers in `data` are written in the locale. */
  readonly say: (text: Parameters<typeof say>[1], data?: Data) => string;
  readonly number: (value: number) => string;
  /** A share 0..1 in per cent, without decimals. */
  readonly share: (value: number) => string;
  /** A decimal string in its unit; a share 0..1 in per cent. */
  readonly value: (value: string, unit: Unit) => string;
  readonly target: (value: TargetValue, unit: Unit) => string;
  /** A figure that a check has written, such as `7.5 h`, `91 %` or `2 h to 4 h`; any other text stays as it is. */
  readonly figure: (text: string) => string;
  /** What stands behind an input of this unit, such as `%` or `EUR`; empty for plain numbers. */
  readonly unitLabel: (unit: Unit) => string;
  readonly quarter: (quarter: Quarter) => string;
  /** The order of names as the language has it; numbers in them by their value. */
  readonly compare: (a: string, b: string) => number;
  /** An ISO day, such as 2026-07-15, as a date. */
  readonly day: (day: string) => string;
  /** An instant as date and time of the organisation. */
  readonly instant: (instant: string) => string;
  /** An instant as a time of day of the organisation. */
  readonly time: (instant: string) => string;
}

const quarterId = /^\d{4}-Q[1-4]$/;

/** Whether a text is a quarter's id. */
export const isQuarter = (text: string): text is Quarter => quarterId.test(text);

/** A text with the ids of quarters in it written as people read them. */
export const withQuarters = (text: string, f: Pick<Formats, 'quarter'>): string =>
  text.replace(/\b\d{4}-Q[1-4]\b/g, (quarter) => f.quarter(quarter as Quarter));

const isDay = /^\d{4}-\d{2}-\d{2}$/;

const readableText = (text: string, f: Pick<Formats, 'quarter' | 'day' | 'figure'>): string => {
  if (isQuarter(text)) return f.quarter(text);
  return isDay.test(text) ? f.day(text) : f.figure(text);
};

/** A figure as checks write it, such as `7.5 h`, `+4.2 %` or `12.5`; what else a text says is none. */
const figureText = /^([+-]?)(\d+(?:\.\d+)?)(?: (\S.*))?$/;
const isCurrency = /^[A-Z]{3}$/;

/** Data of a sentence as people read it: quarters by their label, days as dates, figures in the locale; numbers are left to `say`. */
export const readableData = (data: Data, f: Pick<Formats, 'quarter' | 'day' | 'figure'>): Data =>
  Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      typeof value === 'string' ? readableText(value, f) : value,
    ]),
  );

/** Where and when something is read: the member's locale, the organisation's time zone and fiscal year. */
export interface Place {
  readonly locale: string;
  readonly timeZone: string;
  /** The month (1..12) in which the fiscal year starts; a year that is no calendar year shows both of its years. */
  readonly fiscalStart: FiscalStart;
}

/** The formats for a place and the words of a language. */
export const formatsOf = ({ locale, timeZone, fiscalStart }: Place, words: UnitWords): Formats => {
  const numbers = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options);
  const dates = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options);
  const plain = numbers({ maximumFractionDigits: 4 });
  const whole = numbers({ style: 'percent', maximumFractionDigits: 0 });
  const fine = numbers({ style: 'percent', maximumFractionDigits: 2 });
  const dayFormat = dates({ dateStyle: 'medium', timeZone: 'UTC' });
  const instantFormat = dates({ dateStyle: 'medium', timeStyle: 'short', timeZone });
  const timeFormat = dates({ timeStyle: 'medium', timeZone });
  const exact = (format: Intl.NumberFormat, value: string) => format.format(value as `${number}`);

  const amount = (value: string, unit: Unit): string => {
    const symbol = unit.symbol ?? '';
    switch (unit.kind) {
      case 'share':
        return exact(fine, value);
      case 'money':
        return exact(
          numbers({ style: 'currency', currency: symbol, trailingZeroDisplay: 'stripIfInteger' }),
          value,
        );
      case 'duration': {
        const name = intlUnits[symbol];
        if (name !== undefined)
          return exact(
            numbers({ style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: 4 }),
            value,
          );
        return say(locale, words.workingDays, { n: Number(value) });
      }
      default:
        return symbol === '' ? exact(plain, value) : `${exact(plain, value)} ${symbol}`;
    }
  };

  const figureOf = (text: string): string | undefined => {
    const [, sign = '', digits = '', symbol] = figureText.exec(text) ?? [];
    if (digits === '') return undefined;
    const value = `${sign === '-' ? sign : ''}${digits}`;
    const signDisplay = sign === '+' ? 'always' : 'auto';
    if (symbol === '%')
      return exact(numbers({ style: 'percent', maximumFractionDigits: 2, signDisplay }), `${value}E-2`);
    if (sign === '+') return undefined;
    if (symbol === 'working-day' || (symbol !== undefined && Object.hasOwn(intlUnits, symbol)))
      return amount(value, { kind: 'duration', symbol });
    if (symbol !== undefined && isCurrency.test(symbol)) return amount(value, { kind: 'money', symbol });
    // Few digits read alike everywhere, and may well begin somebody's own words.
    if (!digits.includes('.') && digits.length < 5) return text;
    return symbol === undefined ? exact(plain, value) : `${exact(plain, value)} ${symbol}`;
  };

  return {
    locale,
    say: (text, data = {}) => say(locale, text, data),
    number: (value) => plain.format(value),
    share: (value) => whole.format(value),
    value: amount,
    target: (value, unit) =>
      typeof value === 'string'
        ? amount(value, unit)
        : say(locale, words.range, { low: amount(value.low, unit), high: amount(value.high, unit) }),
    figure: (text) => {
      const [low = '', high, ...more] = text.split(' to ');
      if (high === undefined || more.length > 0) return figureOf(text) ?? text;
      const [from, to] = [figureOf(low), figureOf(high)];
      return from === undefined || to === undefined
        ? text
        : say(locale, words.range, { low: from, high: to });
    },
    unitLabel: ({ kind, symbol = '' }) => {
      if (kind === 'share') return '%';
      const name = kind === 'duration' ? intlUnits[symbol] : undefined;
      if (name !== undefined)
        return (
          numbers({ style: 'unit', unit: name, unitDisplay: 'short' })
            .formatToParts(2)
            .find((part) => part.type === 'unit')?.value ?? symbol
        );
      return kind === 'duration' ? words.workingDaysLabel : symbol;
    },
    compare: new Intl.Collator(locale, { numeric: true }).compare,
    quarter: (quarter) => {
      const year = Number(quarter.slice(0, 4));
      return say(locale, fiscalStart === 1 ? words.quarter : words.fiscalQuarter, {
        quarter: quarter.slice(5),
        year: String(year),
        next: String((year + 1) % 100).padStart(2, '0'),
      });
    },
    day: (day) => dayFormat.format(new Date(`${day.slice(0, 10)}T00:00:00Z`)),
    instant: (instant) => instantFormat.format(new Date(instant)),
    time: (instant) => timeFormat.format(new Date(instant)),
  };
};
