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
  /** What stands behind an input of this unit, such as `%` or `EUR`; empty for plain numbers. */
  readonly unitLabel: (unit: Unit) => string;
  readonly quarter: (quarter: Quarter) => string;
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

const isDay = /^\d{4}-\d{2}-\d{2}$/;

const readableText = (text: string, f: Pick<Formats, 'quarter' | 'day'>): string => {
  if (isQuarter(text)) return f.quarter(text);
  return isDay.test(text) ? f.day(text) : text;
};

/** Data of a sentence as people read it: quarters by their label, days as dates; numbers are left to `say`. */
export const readableData = (data: Data, f: Pick<Formats, 'quarter' | 'day'>): Data =>
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
