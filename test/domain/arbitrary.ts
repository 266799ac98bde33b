// The random values that the laws of the domain are held against.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDays } from '../../shared/domain/day.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { quarterAt, quarterIndex } from '../../shared/domain/quarter-steps.ts';

const from = quarterIndex('1950-Q1');
const to = quarterIndex('2150-Q4');

export const anyQuarter: fc.Arbitrary<Quarter> = fc.integer({ min: from, max: to }).map(quarterAt);

/** A quarter of the few years in which small worlds live. */
export const nearQuarter: fc.Arbitrary<Quarter> = fc
  .integer({ min: quarterIndex('2024-Q1'), max: quarterIndex('2026-Q4') })
  .map(quarterAt);

export const anyFiscalStart: fc.Arbitrary<number> = fc.integer({ min: 1, max: 12 });

export const anyDay: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 60_000 })
  .map((days) => addDays('1960-01-01', days));

/** Time zones with daylight saving on both halves of the globe, with odd offsets, without saving, and at both ends. */
export const anyTimeZone: fc.Arbitrary<string> = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
);

/** An instant of the years 2020 to 2035, to the second. */
export const anyInstant: fc.Arbitrary<string> = fc
  .integer({ min: Date.parse('2020-01-01T00:00:00Z') / 1000, max: Date.parse('2035-12-31T23:59:59Z') / 1000 })
  .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toString());

/** A decimal number as people type it: a few digits before and after the point. */
export const anyDecimal: fc.Arbitrary<string> = fc
  .tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, places]) => (digits / 10 ** places).toFixed(places));
