import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../shared/domain/day.ts';
import { quarterSchema } from '../../shared/domain/quarter.ts';
import {
  addQuarters,
  earlierQuarter,
  firstDay,
  lastDay,
  laterQuarter,
  quarterAt,
  quarterIndex,
  quarterOf,
  quartersUpTo,
} from '../../shared/domain/quarter-steps.ts';
import { anyDay, anyFiscalStart, anyQuarter } from './arbitrary.ts';

describe('quarter', () => {
  it('is refused unless it is a year and one of four quarters', () => {
    for (const text of [
      '2026-Q0',
      '2026-Q5',
      '26-Q1',
      '2026Q1',
      '2026-q1',
      ' 2026-Q1',
      '1826-Q1',
      '2026-Q1x',
    ])
      expect(quarterSchema.safeParse(text).success, text).toBe(false);
    expect(quarterSchema.safeParse('2026-Q5').error?.issues[0]?.message).toBe('a quarter such as 2026-Q3');
  });

  it('goes to an index and back', () => {
    fc.assert(fc.property(anyQuarter, (quarter) => quarterAt(quarterIndex(quarter)) === quarter));
  });

  it('sorts as text in the order of time', () => {
    fc.assert(fc.property(anyQuarter, anyQuarter, (a, b) => a < b === quarterIndex(a) < quarterIndex(b)));
  });

  it('moves by any number of quarters and back', () => {
    fc.assert(
      fc.property(anyQuarter, fc.integer({ min: -40, max: 40 }), (quarter, count) => {
        const moved = addQuarters(quarter, count);
        expect(quarterIndex(moved) - quarterIndex(quarter)).toBe(count);
        expect(addQuarters(moved, -count)).toBe(quarter);
      }),
    );
    expect(addQuarters('2026-Q4', 1)).toBe('2027-Q1');
    expect(addQuarters('2026-Q1', -1)).toBe('2025-Q4');
  });

  it('lists a window oldest first', () => {
    expect(quartersUpTo('2026-Q2', 4)).toEqual(['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2']);
    expect(quartersUpTo('2026-Q2', 0)).toEqual([]);
  });

  it('has an earlier and a later of two', () => {
    expect(earlierQuarter('2026-Q1', '2025-Q4')).toBe('2025-Q4');
    expect(laterQuarter('2026-Q1', '2025-Q4')).toBe('2026-Q1');
  });
});

describe('days of a quarter', () => {
  it.each([
    ['2026-Q1', 1, '2026-01-01', '2026-03-31'],
    ['2026-Q4', 1, '2026-10-01', '2026-12-31'],
    ['2026-Q1', 4, '2026-04-01', '2026-06-30'],
    ['2026-Q4', 4, '2027-01-01', '2027-03-31'],
    ['2025-Q1', 12, '2025-12-01', '2026-02-28'],
    ['2027-Q1', 12, '2027-12-01', '2028-02-29'],
    ['2026-Q2', 11, '2027-02-01', '2027-04-30'],
  ] as const)('%s with a fiscal year from month %i is %s to %s', (quarter, start, first, last) => {
    expect(firstDay(quarter, start)).toBe(first);
    expect(lastDay(quarter, start)).toBe(last);
  });

  it('hold each day of the calendar exactly once', () => {
    fc.assert(
      fc.property(anyDay, anyFiscalStart, (day, start) => {
        const quarter = quarterOf(day, start);
        expect(firstDay(quarter, start) <= day).toBe(true);
        expect(day <= lastDay(quarter, start)).toBe(true);
      }),
    );
  });

  it('follow each other without gap or overlap', () => {
    fc.assert(
      fc.property(anyQuarter, anyFiscalStart, (quarter, start) => {
        expect(addDays(lastDay(quarter, start), 1)).toBe(firstDay(addQuarters(quarter, 1), start));
      }),
    );
  });

  it('are three months of the calendar', () => {
    fc.assert(
      fc.property(anyQuarter, anyFiscalStart, (quarter, start) => {
        const first = Temporal.PlainDate.from(firstDay(quarter, start));
        expect(first.day).toBe(1);
        expect((first.month - start + 12) % 3).toBe(0);
        expect(lastDay(quarter, start)).toBe(first.add({ months: 3 }).subtract({ days: 1 }).toString());
      }),
    );
  });

  it('carry the calendar year in which the fiscal year starts', () => {
    expect(quarterOf('2026-03-31', 4)).toBe('2025-Q4');
    expect(quarterOf('2026-04-01', 4)).toBe('2026-Q1');
  });
});
