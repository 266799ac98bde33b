// Numbers, shares, money, durations, dates and quarters in the locales that members may have.
import { describe, expect, it } from 'vitest';
import { formatsOf, readableData } from '../../web/format/formats.ts';
import { readTyped } from '../../web/format/typed-value.ts';
import { en } from '../../web/messages/en.ts';
import { english } from '../../web/messages/languages.ts';
import { say } from '../../web/messages/say.ts';
import { usableLocale } from '../../web/session/session.tsx';

const british = formatsOf({ locale: 'en-GB', timeZone: 'Europe/London', fiscalStart: 1 }, english);
const american = formatsOf({ locale: 'en-US', timeZone: 'America/New_York', fiscalStart: 10 }, english);
const german = formatsOf({ locale: 'de-DE', timeZone: 'Europe/Berlin', fiscalStart: 1 }, english);
const plain = (text: string): string => text.replace(/\s/gu, ' ');

describe('a value', () => {
  it('of a share is shown in per cent, exactly', () => {
    expect(british.value('0.9125', { kind: 'share', symbol: '' })).toBe('91.25%');
    expect(plain(german.value('0.9125', { kind: 'share', symbol: '' }))).toBe('91,25 %');
  });

  it('of money carries its currency', () => {
    const unit = { kind: 'money', symbol: 'EUR' } as const;
    expect(british.value('12650000', unit)).toBe('€12,650,000');
    expect(american.value('0.5', unit)).toBe('€0.50');
    expect(plain(german.value('12650000', unit))).toBe('12.650.000 €');
  });

  it('of a duration names its unit, working days among them', () => {
    expect(plain(british.value('19.5', { kind: 'duration', symbol: 'h' }))).toBe('19.5 hrs');
    expect(plain(german.value('3', { kind: 'duration', symbol: 'day' }))).toBe('3 Tg.');
    expect(british.value('1', { kind: 'duration', symbol: 'working-day' })).toBe('1 working day');
  });

  it('beyond what a double can hold keeps every digit', () => {
    expect(british.value('123456789012345678', { kind: 'count', symbol: '' })).toBe(
      '123,456,789,012,345,678',
    );
  });

  it('of a range shows both bounds', () => {
    expect(british.target({ low: '18', high: '22' }, { kind: 'other', symbol: '°C' })).toBe('18 °C to 22 °C');
  });
});

describe('time', () => {
  it('shows a quarter by its label', () => {
    expect(british.quarter('2026-Q2')).toBe('Q2 2026');
  });

  it('shows both years of a fiscal year that is no calendar year', () => {
    expect(american.quarter('2099-Q4')).toBe('Q4 2099/00');
  });

  it('shows a day as the same day everywhere', () => {
    expect(american.day('2026-07-15')).toBe('Jul 15, 2026');
    expect(german.day('2026-07-15')).toBe('15.07.2026');
  });

  it('shows an instant in the organisation’s zone', () => {
    expect(british.instant('2026-07-20T08:00:00Z')).toBe('20 Jul 2026, 09:00');
    expect(german.instant('2026-07-20T08:00:00Z')).toBe('20.07.2026, 10:00');
  });
});

describe('each locale', () => {
  const money = { kind: 'money', symbol: 'EUR' } as const;
  const number = { kind: 'count', symbol: '' } as const;
  const share = { kind: 'share', symbol: '' } as const;
  const hours = { kind: 'duration', symbol: 'h' } as const;
  it.each([
    [
      'a number',
      british.value('1234.5', number),
      american.value('1234.5', number),
      german.value('1234.5', number),
      ['1,234.5', '1,234.5', '1.234,5'],
    ],
    [
      'a negative number',
      british.value('-1234.5', number),
      american.value('-1234.5', number),
      german.value('-1234.5', number),
      ['-1,234.5', '-1,234.5', '-1.234,5'],
    ],
    [
      'a share',
      british.value('12.345', share),
      american.value('12.345', share),
      german.value('12.345', share),
      ['1,234.5%', '1,234.5%', '1.234,5 %'],
    ],
    [
      'money',
      british.value('-1234.5', money),
      american.value('1234.5', money),
      german.value('1234.5', money),
      ['-€1,234.50', '€1,234.50', '1.234,50 €'],
    ],
    [
      'a duration',
      british.value('1.5', hours),
      american.value('1.5', hours),
      german.value('1.5', hours),
      ['1.5 hrs', '1.5 hr', '1,5 Std.'],
    ],
    [
      'a fiscal quarter',
      british.quarter('2026-Q2'),
      american.quarter('2026-Q2'),
      german.quarter('2026-Q2'),
      ['Q2 2026', 'Q2 2026/27', 'Q2 2026'],
    ],
    [
      'a day',
      british.day('2026-03-04'),
      american.day('2026-03-04'),
      german.day('2026-03-04'),
      ['4 Mar 2026', 'Mar 4, 2026', '04.03.2026'],
    ],
    [
      'an instant',
      british.instant('2026-03-04T15:05:00Z'),
      american.instant('2026-03-04T15:05:00Z'),
      german.instant('2026-03-04T15:05:00Z'),
      ['4 Mar 2026, 15:05', 'Mar 4, 2026, 10:05 AM', '04.03.2026, 16:05'],
    ],
  ] as const)('writes %s in its own way', (_what, gb, us, de, expected) => {
    expect([gb, us, de].map(plain)).toEqual(expected);
  });

  it('reads what it has written, with its spaces and minus signs', () => {
    const other = { kind: 'other', symbol: '' } as const;
    for (const { locale, value } of [british, american, german])
      for (const [written, unit] of [
        ['-1234.5', other],
        ['0.345', share],
        ['1234567', number],
      ] as const)
        expect(readTyped(value(written, unit), unit, locale)).toMatchObject({
          kind: 'value',
          decimal: written,
        });
    expect(readTyped('−1\u202f234,5', other, 'de-DE')).toMatchObject({ kind: 'value', decimal: '-1234.5' });
  });

  it('puts names into its order', () => {
    const names = ['Zoll', 'Äpfel', 'Team 10', 'apfel', 'Team 9', 'Birnen'];
    expect(names.toSorted(german.compare)).toEqual(['apfel', 'Äpfel', 'Birnen', 'Team 9', 'Team 10', 'Zoll']);
  });
});

describe('a figure that a check has written', () => {
  it.each([
    ['7.5 h', '7,5 Std.'],
    ['21 day', '21 Tg.'],
    ['2 working-day', '2 working days'],
    ['91.25 %', '91,25 %'],
    ['+4.2 %', '+4,2 %'],
    ['-4.2 %', '-4,2 %'],
    ['12500000 EUR', '12.500.000 €'],
    ['2 h to 4.5 h', '2 Std. to 4,5 Std.'],
    ['12.5', '12,5'],
    ['12000 calls', '12.000 calls'],
  ])('%j is read as the locale writes it', (text, expected) => {
    expect(plain(german.figure(text))).toBe(expected);
  });

  it.each(['360 degree feedback', '9 to 5', 'from A to B', '2026-Q2', '1.2.3', 'h', '+ 4', '24'])(
    '%j is none and stays',
    (text) => {
      expect(german.figure(text)).toBe(text);
    },
  );

  it('stands so in a sentence', () => {
    expect(plain(String(readableData({ tolerance: '21 day' }, german)['tolerance']))).toBe('21 Tg.');
  });
});

describe('a text', () => {
  it('takes its plural form from n', () => {
    expect(say('en-GB', en.levelCount.error, { n: 1 })).toBe('1 error');
    expect(say('en-GB', en.levelCount.error, { n: 1200 })).toBe('1,200 errors');
  });

  it('keeps a place that nothing fills', () => {
    expect(say('en-GB', 'since {quarter}')).toBe('since {quarter}');
  });

  it('shows quarters and days in data as people read them', () => {
    const data = { quarter: '2026-Q2', day: '2026-07-15', n: 3, name: 'Q' };
    expect(readableData(data, british)).toEqual({ quarter: 'Q2 2026', day: '15 Jul 2026', n: 3, name: 'Q' });
  });
});

describe('a locale', () => {
  it('that is none is replaced', () => {
    expect(usableLocale('en-US@posix')).toBe('en-GB');
    expect(usableLocale('de-de')).toBe('de-DE');
  });
});
