import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processLimits } from '../../shared/checks/process-limits.ts';

const value = fc.integer({ min: -1000, max: 1000 }).map((n) => n / 8);
const anySeries = fc.array(value, { minLength: 8, maxLength: 12 });

describe('natural limits', () => {
  it('are the mean plus and minus 2.66 mean moving ranges', () => {
    const limits = processLimits([9, 11, 9, 11, 9, 11, 9, 11]);
    expect(limits).toMatchObject({ mean: 10, outside: [], runs: [] });
    expect(limits.lower).toBeCloseTo(4.68, 10);
    expect(limits.upper).toBeCloseTo(15.32, 10);
  });

  it('of a constant series are that constant, and nothing lies outside', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 8, max: 12 }),
        (one, count) => {
          const { lower, upper, outside, runs, grain } = processLimits(Array(count).fill(one));
          expect(Math.abs(lower - one)).toBeLessThanOrEqual(grain);
          expect(Math.abs(upper - one)).toBeLessThanOrEqual(grain);
          expect([outside, runs]).toEqual([[], []]);
        },
      ),
    );
  });

  it('name the points outside', () => {
    expect(processLimits([10, 10, 10, 10, 10, 10, 10, 10, 10, 40, 10]).outside).toEqual([9]);
    expect(processLimits([10, 10, 10, 10, 10, 10, 10, 10, 10, -40, 10]).outside).toEqual([9]);
  });

  it('move with the series', () => {
    fc.assert(
      fc.property(anySeries, fc.integer({ min: -64, max: 64 }), (series, shift) => {
        const [at, moved] = [processLimits(series), processLimits(series.map((one) => one + shift))];
        expect(moved.upper).toBeCloseTo(at.upper + shift, 6);
        expect(moved.lower).toBeCloseTo(at.lower + shift, 6);
      }),
    );
  });

  it('turn with the series', () => {
    fc.assert(
      fc.property(anySeries, (series) => {
        const [at, turned] = [processLimits(series), processLimits(series.map((one) => -one))];
        expect(turned.outside).toEqual(at.outside);
        expect(turned.runs).toEqual(at.runs);
      }),
    );
  });
});

describe('runs on one side of the mean', () => {
  it.each([
    ['eight above', [1, 1, 1, 1, 1, 1, 1, 1, -8], [0, 1, 2, 3, 4, 5, 6, 7]],
    ['eight below, at the end', [8, -1, -1, -1, -1, -1, -1, -1, -1], [1, 2, 3, 4, 5, 6, 7, 8]],
    ['seven', [1, 1, 1, 1, 1, 1, 1, -7], []],
    ['eight with a point on the mean among them', [1, 1, 1, 1, 0, 1, 1, 1, 1, -8], []],
    ['points on the mean', [0, 0, 0, 0, 0, 0, 0, 0, 0, 5, -5], []],
    ['two runs', [...Array(8).fill(1), ...Array(8).fill(-1)], Array.from({ length: 16 }, (_, i) => i)],
  ])('%s', (_what, series, runs) => {
    expect(processLimits(series).runs).toEqual(runs);
  });
});
