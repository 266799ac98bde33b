// Days are held to the Temporal polyfill, which knows the calendar and the time zones for certain.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, atLocalHour, dayOf, isAfterDay, weekdayOf } from '../../shared/domain/day.ts';
import { anyDay, anyInstant, anyTimeZone } from './arbitrary.ts';

const plain = (day: string) => Temporal.PlainDate.from(day);
const localDay = (instant: string, timeZone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();

describe('day as text', () => {
  it('moves by days and by months as the calendar does', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -500, max: 500 }), (day, count) => {
        expect(addDays(day, count)).toBe(plain(day).add({ days: count }).toString());
        expect(addMonths(day, count)).toBe(plain(day).add({ months: count }).toString());
        expect(weekdayOf(day)).toBe(plain(day).dayOfWeek);
      }),
    );
    expect(addMonths('2025-08-31', -6)).toBe('2025-02-28');
    expect(addMonths('2023-03-31', 11)).toBe('2024-02-29');
  });

  it('is the local day of an instant', () => {
    fc.assert(
      fc.property(anyInstant, anyTimeZone, (instant, timeZone) => {
        expect(dayOf(instant, timeZone)).toBe(localDay(instant, timeZone));
      }),
    );
  });

  it('is after another exactly where the local day is', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: -3, max: 3 }), anyTimeZone, (instant, distance, timeZone) => {
        const day = addDays(instant.slice(0, 10), distance);
        expect(isAfterDay(instant, day, timeZone)).toBe(localDay(instant, timeZone) > day);
      }),
    );
  });
});

describe('local hour of a day', () => {
  it.each([
    ['a summer day', '2026-07-01', 2, '2026-07-01T00:00:00Z'],
    ['an hour that the clocks skip', '2026-03-29', 2, '2026-03-29T01:00:00Z'],
    ['an hour that comes twice', '2026-10-25', 2, '2026-10-25T00:00:00Z'],
    ['a leap day', '2028-02-29', 7, '2028-02-29T06:00:00Z'],
  ])('is one instant on %s', (_what, day, hour, instant) => {
    expect(atLocalHour(day, hour, 'Europe/Berlin')).toBe(instant);
  });

  it('is what the time zone says, on every day and through every change of the clocks', () => {
    const anyRecentDay = fc.integer({ min: 0, max: 5800 }).map((days) => addDays('2020-01-01', days));
    fc.assert(
      fc.property(anyRecentDay, fc.integer({ min: 0, max: 23 }), anyTimeZone, (day, hour, timeZone) => {
        const expected = plain(day)
          .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour }) })
          .toInstant()
          .toString();
        expect(atLocalHour(day, hour, timeZone)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});
