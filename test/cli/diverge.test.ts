// The command line's contract: what other programs read from `diverge`.
import { describe, expect, it } from 'vitest';
import { diverge } from '../../cli/diverge.ts';
import type { Sheet } from '../../cli/input.ts';

const header = ['pair', 'period', 'internal', 'customer', 'internal_direction', 'customer_direction'];
const sheet = (rows: readonly (readonly string[])[]): Sheet => ({
  file: 'series.csv',
  columns: header,
  rows: rows.map((cells, i) => ({
    number: i + 2,
    cells: Object.fromEntries(header.map((name, c) => [name, cells[c] ?? ''])),
  })),
});
const series = (
  pair: string,
  inside: readonly (number | string)[],
  outside: readonly (number | string)[],
  better = ['higher', 'higher'],
) => inside.map((value, i) => [pair, `2024-0${i + 1}`, String(value), String(outside[i] ?? ''), ...better]);
const lines = (rows: readonly (readonly string[])[], quarters = 8) =>
  diverge(sheet(rows), quarters).split('\n').slice(1);

describe('diverge', () => {
  it('says which pairs part, with both changes', () => {
    expect(lines(series('a', [10, 11, 12, 13, 14], [90, 85, 80, 75, 70]))).toEqual([
      'a,diverging,5,33.33,-25.00',
    ]);
  });

  it('respects that lower is better', () => {
    expect(lines(series('a', [14, 13, 12, 11, 10], [1, 2, 3, 4, 5], ['lower', 'lower']))[0]).toMatch(
      /^a,diverging,5,-33.33,133.33$/,
    );
    expect(lines(series('a', [10, 11, 12, 13, 14], [5, 4, 3, 2, 1], ['higher', 'lower']))[0]).toMatch(
      /^a,not-diverging/,
    );
  });

  it('calls two or three common readings an early sign at most', () => {
    expect(lines(series('a', [10, 10, 12], [90, 90, 80]))[0]).toMatch(/^a,early-sign,3,20.00,-11.11$/);
  });

  it('cannot tell from one reading, NaN, infinity or absurd magnitudes', () => {
    expect(lines(series('a', [10], [90]))).toEqual(['a,cannot-tell,1,,']);
    expect(lines(series('a', [10, 11, 12, 'NaN', 14], [90, 85, 80, 75, 70]))[0]).toMatch(/^a,cannot-tell/);
    expect(lines(series('a', [10, 11, 12, 'Infinity', 14], [90, 85, 80, 75, 70]))[0]).toMatch(
      /^a,cannot-tell/,
    );
    expect(lines(series('a', [10, 11, 12, '1e300', 14], [90, 85, 80, 75, 70]))[0]).toMatch(/^a,cannot-tell/);
    expect(lines(series('a', [0, 0, 0, 0, 0], [90, 85, 80, 75, 70]))[0]).toMatch(/^a,cannot-tell/);
  });

  it('keeps the distance over a gap and looks at the last places only', () => {
    const rows = series('a', [1, 2, 10, '', 12, 13, 14], [1, 2, 90, 85, 80, 75, 70]);
    expect(lines(rows, 5)[0]).toMatch(/^a,diverging,4,/);
  });

  it('keeps pairs in the order in which they appear', () => {
    expect(
      lines([...series('z', [1, 2], [1, 2]), ...series('a', [1, 2], [1, 2])]).map((line) => line[0]),
    ).toEqual(['z', 'a']);
  });

  it.each([
    [
      'text in a number',
      series('a', [10, 'ten'], [90, 85]),
      'series.csv, row 3, column internal: found "ten", expected a number with a point, or nothing',
    ],
    [
      'a direction that is none',
      series('a', [10], [90], ['up', 'higher']),
      'series.csv, row 2, column internal_direction: found "up", expected higher or lower',
    ],
    [
      'a period twice',
      [...series('a', [10], [90]), ...series('a', [11], [91])],
      'series.csv, row 3, column period: found "2024-01", expected each period once; row 2 has it too',
    ],
  ])('refuses %s', (_what, rows, message) => {
    expect(() => diverge(sheet(rows), 8)).toThrow(message);
  });
});
