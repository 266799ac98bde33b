import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  overlapOf,
  placesIn,
  type Segment,
  type Span,
  segmentsOf,
  shareOf,
  spanOf,
  weightsOf,
} from '../../shared/domain/segments.ts';

const events = ['a', 'b', 'c', 'd'].map((id) => ({ id, name: id, seenBy: 'customer' as const }));
const lasts = (from: string, to: string, duration: string, symbol: string) => ({
  from,
  to,
  duration,
  unit: { kind: 'duration' as const, symbol },
});
const clock = (from: string, to: string) => ({ journey: 'j', from, to });
const anySpan: fc.Arbitrary<Span> = fc
  .tuple(fc.nat(6), fc.integer({ min: 1, max: 6 }))
  .map(([from, length]) => ({ from, to: from + length }));

describe('span of a clock', () => {
  it.each([
    ['a', 'd', { from: 0, to: 3 }],
    ['b', 'c', { from: 1, to: 2 }],
    ['c', 'b', undefined],
    ['b', 'b', undefined],
    ['a', 'z', undefined],
    ['z', 'a', undefined],
  ])('from %s to %s is %o', (from, to, span) => {
    expect(spanOf(clock(from, to), { events })).toEqual(span);
  });
});

describe('segments of a journey', () => {
  it('lie between neighbouring events, with the duration stated for them', () => {
    const segments = [lasts('b', 'c', '2', 'h'), lasts('c', 'b', '9', 'h'), lasts('a', 'c', '9', 'h')];
    expect(
      segmentsOf({ events, segments }).map(({ from, to, duration }) => [from, to, duration?.value]),
    ).toEqual([
      ['a', 'b', undefined],
      ['b', 'c', '2'],
      ['c', 'd', undefined],
    ]);
  });
});

describe('overlap of two spans', () => {
  it('holds exactly the segments that lie in both', () => {
    fc.assert(
      fc.property(anySpan, anySpan, (a, b) => {
        expect(placesIn(overlapOf(a, b))).toEqual(placesIn(a).filter((place) => placesIn(b).includes(place)));
        expect(placesIn(overlapOf(b, a))).toEqual(placesIn(overlapOf(a, b)));
      }),
    );
  });
});

describe('weights of segments', () => {
  const of = (...durations: (readonly [string, string] | undefined)[]): Segment[] =>
    durations.map((one, i) => ({
      from: String(i),
      to: String(i + 1),
      duration: one && { value: one[0], unit: { kind: 'duration', symbol: one[1] } },
    }));
  const whole = (segments: readonly Segment[]) => weightsOf(segments, { from: 0, to: segments.length });

  it('are durations where all are known and can be converted', () => {
    expect(whole(of(['1', 'h'], ['30', 'min'], ['1', 'day']))).toEqual({
      by: 'duration',
      of: new Map([
        [0, 3600],
        [1, 1800],
        [2, 86400],
      ]),
    });
    expect(whole(of(['1', 'working-day'], ['3', 'working-day'])).by).toBe('duration');
  });

  it.each([
    ['one is not known', of(['1', 'h'], undefined)],
    ['the first is not known', of(undefined, ['1', 'h'])],
    ['working days stand beside hours', of(['1', 'working-day'], ['1', 'h'])],
    ['hours stand beside working days', of(['1', 'h'], ['1', 'working-day'])],
    ['all of them take no time', of(['0', 'h'], ['0', 'h'])],
  ])('count segments where %s', (_what, segments) => {
    expect(whole(segments)).toEqual({
      by: 'segments',
      of: new Map([
        [0, 1],
        [1, 1],
      ]),
    });
  });

  it('add up to the whole clock', () => {
    const anySegments = fc
      .array(
        fc.option(
          fc.tuple(fc.integer({ min: 1, max: 99 }).map(String), fc.constantFrom('h', 'min', 'working-day')),
        ),
        {
          minLength: 1,
          maxLength: 6,
        },
      )
      .map((list) => of(...list.map((one) => one ?? undefined)));
    fc.assert(
      fc.property(anySegments, fc.func(fc.boolean()), (segments, holds) => {
        const weights = whole(segments);
        expect(shareOf(weights, () => true)).toBe(1);
        expect(shareOf(weights, () => false)).toBe(0);
        const held = shareOf(weights, (place) => holds(place));
        expect(held + shareOf(weights, (place) => !holds(place))).toBeCloseTo(1, 12);
      }),
    );
  });

  it('of nothing are a share of nothing', () => {
    expect(shareOf({ by: 'segments', of: new Map() }, () => true)).toBe(0);
  });
});
