import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CommonReading,
  divergence,
  meanMovingRange,
  type Sense,
  theilSen,
} from '../../shared/checks/divergence.ts';

const limits = { change: 2, earlySign: 5 };
const both = { inside: { better: 1 }, outside: { better: 1 } } as const;
const series = (inside: readonly number[], outside: readonly number[]): CommonReading[] =>
  inside.map((value, index) => ({ index, inside: value, outside: outside[index] ?? 0 }));
const value = fc.integer({ min: 1, max: 1000 }).map((n) => n / 8);
const anyReadings = fc
  .uniqueArray(fc.record({ index: fc.nat(20), inside: value, outside: value }), {
    selector: ({ index }) => index,
    maxLength: 10,
  })
  .map((list) => list.toSorted((a, b) => a.index - b.index));
const anySenses = fc.record({
  inside: fc.record({ better: fc.constantFrom<1 | -1>(1, -1) }),
  outside: fc.record({ better: fc.constantFrom<1 | -1>(1, -1) }),
});

describe('Theil-Sen slope', () => {
  it('is the median of the slopes between all pairs', () => {
    expect(theilSen([0, 1, 2], [1, 3, 5])).toBe(2);
    expect(theilSen([0, 1, 2, 3], [0, 1, 2, 90])).toBe((1 + 30) / 2);
    expect(theilSen([0, 4], [0, 1])).toBe(0.25);
  });

  it('of a straight line is its slope, whatever the gaps', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(40), { minLength: 2, maxLength: 12 }),
        fc.integer({ min: -9, max: 9 }),
        (places, slope) => {
          const xs = places.toSorted((a, b) => a - b);
          expect(
            theilSen(
              xs,
              xs.map((x) => slope * x + 3),
            ) + 0,
          ).toBe(slope);
        },
      ),
    );
  });

  it('does not follow one wild point', () => {
    const xs = [0, 1, 2, 3, 4, 5, 6, 7, 8];
    expect(theilSen(xs, xs.with(4, 1000))).toBe(1);
  });
});

describe('mean moving range', () => {
  it('is the mean of the steps between neighbours', () => {
    expect(meanMovingRange([1, 3, 2])).toBe(1.5);
    expect(meanMovingRange([1, 3])).toBe(2);
    expect(meanMovingRange([7])).toBe(0);
    expect(meanMovingRange([])).toBe(0);
  });
});

describe('divergence', () => {
  it.each([
    [[1, 2, 3, 4], [9, 8, 7, 6], 'diverging'],
    [[1, 2, 3, 4], [6, 7, 8, 9], 'not-diverging'],
    [[4, 3, 2, 1], [9, 8, 7, 6], 'not-diverging'],
    [[4, 3, 2, 1], [6, 7, 8, 9], 'not-diverging'],
    [[100, 200, 100, 200], [9, 8, 7, 6], 'not-diverging'],
    [[10, 11], [10, 9], 'early-sign'],
    [[10, 10.4], [10, 9], 'not-diverging'],
    [[10, 90, 96], [10, 5, 4], 'early-sign'],
  ])('inside %o and outside %o: %s', (inside, outside, verdict) => {
    expect(divergence(series(inside, outside), both, limits).verdict).toBe(verdict);
  });

  it('cannot be told from fewer than two readings, or around zero', () => {
    expect(divergence([], both, limits)).toEqual({ verdict: 'cannot-tell', why: 'too-few' });
    expect(divergence(series([1], [1]), both, limits)).toEqual({ verdict: 'cannot-tell', why: 'too-few' });
    expect(divergence(series([-1, 0, 0, 1], [1, 2, 3, 4]), both, limits)).toEqual({
      verdict: 'cannot-tell',
      why: 'no-scale',
    });
    expect(divergence(series([1, 2], [0, 4]), both, limits)).toEqual({
      verdict: 'cannot-tell',
      why: 'no-scale',
    });
  });

  it('needs no median where the series has a scale of its own', () => {
    const senses = { inside: { better: 1 }, outside: { better: 1, width: 200 } } as const;
    expect(divergence(series([1, 2, 3, 4], [15, 5, -5, -15]), senses, limits)).toMatchObject({
      verdict: 'diverging',
      outside: { change: -15, variation: 5 },
    });
  });

  it('takes changes of just the limit as none', () => {
    expect(
      divergence(series([100, 101, 101, 102], [100, 90, 80, 70]), both, { change: 300 / 101, earlySign: 5 })
        .verdict,
    ).toBe('not-diverging');
    expect(divergence(series([100, 105], [100, 90]), both, limits).verdict).toBe('not-diverging');
    expect(divergence(series([100, 106], [100, 95]), both, limits).verdict).toBe('not-diverging');
  });

  it('says when only the gate holds it back', () => {
    expect(divergence(series([1, 2, 3, 4], [90, 10, 85, 5]), both, limits)).toMatchObject({
      verdict: 'not-diverging',
      withinVariation: true,
    });
    expect(divergence(series([1, 2, 3, 4], [1, 2, 3, 4]), both, limits)).toMatchObject({
      withinVariation: false,
    });
    expect(divergence(series([5, 5, 5, 5], [9, 1, 9, 1]), both, limits)).toMatchObject({
      withinVariation: false,
    });
    expect(divergence(series([1, 3, 2], [9, 1, 0.5]), both, limits)).toMatchObject({
      withinVariation: false,
    });
  });

  it('is mirrored by turning a series and its sense', () => {
    fc.assert(
      fc.property(anyReadings, anySenses, (readings, senses) => {
        const turned = readings.map((reading) => ({ ...reading, outside: -reading.outside }));
        const outside: Sense = { better: senses.outside.better === 1 ? -1 : 1 };
        expect(divergence(turned, { ...senses, outside }, limits).verdict).toBe(
          divergence(readings, senses, limits).verdict,
        );
      }),
    );
  });

  it('does not hang on the units in which a series is kept', () => {
    fc.assert(
      fc.property(anyReadings, anySenses, fc.constantFrom(0.25, 4, 1024), (readings, senses, factor) => {
        const scaled = readings.map((reading) => ({ ...reading, inside: reading.inside * factor }));
        expect(divergence(scaled, senses, limits)).toEqual(divergence(readings, senses, limits));
      }),
    );
  });

  it('does not hang on when the window begins', () => {
    fc.assert(
      fc.property(anyReadings, anySenses, (readings, senses) => {
        const later = readings.map((reading) => ({ ...reading, index: reading.index + 8000 }));
        expect(divergence(later, senses, limits)).toEqual(divergence(readings, senses, limits));
      }),
    );
  });

  it('never sees both ways at once', () => {
    fc.assert(
      fc.property(anyReadings, anySenses, (readings, senses) => {
        const swapped = readings.map(({ index, inside, outside }) => ({
          index,
          inside: outside,
          outside: inside,
        }));
        const one = divergence(readings, senses, limits).verdict;
        const other = divergence(swapped, { inside: senses.outside, outside: senses.inside }, limits).verdict;
        expect(one === 'diverging' && other === 'diverging').toBe(false);
      }),
    );
  });

  it('is seldom seen in noise, and often without the gate', () => {
    const noise = fc.sample(fc.array(fc.tuple(value, value), { minLength: 8, maxLength: 8 }), {
      numRuns: 2000,
      seed: 11,
    });
    const told = noise.map((pairs) =>
      divergence(
        pairs.map(([inside, outside], index) => ({ index, inside, outside })),
        both,
        limits,
      ),
    );
    const share = (holds: (one: (typeof told)[number]) => boolean) => told.filter(holds).length / told.length;
    const gated = share((one) => one.verdict === 'diverging');
    const open = share(
      (one) => one.verdict === 'diverging' || (one.verdict === 'not-diverging' && one.withinVariation),
    );
    expect(gated).toBeLessThan(0.05);
    expect(open).toBeGreaterThan(0.12);
  });
});
