// Numbers, shares, money, durations, dates and quarters in the locales that members may have.
import { describe, expect, it } from 'vitest';
import { formatsOf, readableData } from '../../web/format/formats.ts';
import { en } from '../../web/messages/en.ts';
import { say } from '../../web/messages/say.ts';
import { usableLocale } from '../../web/session/session.tsx';

const british = formatsOf({ locale: 'en-GB', timeZone: 'Europe/London', fiscalStart: 1 }, en);
const american = formatsOf({ locale: 'en-US', timeZone: 'America/New_York', fiscalStart: 10 }, en);
const german = formatsOf({ locale: 'de-DE', timeZone: 'Europe/Berlin', fiscalStart: 1 }, en);
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
