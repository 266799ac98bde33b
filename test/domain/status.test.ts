import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { big, compareDecimal } from '../../shared/domain/exact.ts';
import type { Direction, Target, TargetValue } from '../../shared/domain/kpi.ts';
import { improvement, judgeActual, missedBy, type Status, statusIn } from '../../shared/domain/status.ts';
import { anyDecimal } from './arbitrary.ts';

const policy = { nearPercent: 5 };
const anyPolicy = fc.record({ nearPercent: fc.integer({ min: 0, max: 50 }) });
const anyRange = fc
  .tuple(anyDecimal, anyDecimal)
  .map(([a, b]) => (compareDecimal(a, b) <= 0 ? { low: a, high: b } : { low: b, high: a }));
const anyAim: fc.Arbitrary<{ direction: Direction; target: TargetValue }> = fc.oneof(
  fc.record({ direction: fc.constantFrom<Direction>('higher', 'lower'), target: anyDecimal }),
  fc.record({ direction: fc.constant<Direction>('range'), target: anyRange }),
);

describe('status of an actual', () => {
  const range = { low: '10', high: '20' };
  it.each<[string, string | undefined, TargetValue | undefined, Direction, string | undefined, Status]>([
    ['nothing was read', undefined, '10', 'higher', undefined, 'no-reading'],
    ['nothing was read and nothing was aimed at', undefined, undefined, 'higher', undefined, 'no-reading'],
    ['no target stands', '10', undefined, 'higher', undefined, 'no-target'],
    ['higher: exactly met', '10', '10.0', 'higher', undefined, 'on-target'],
    ['higher: a hair below', '9.999999999999999999', '10', 'higher', undefined, 'near-target'],
    ['higher: missed by 5 % of the target', '9.5', '10', 'higher', undefined, 'near-target'],
    ['higher: missed by a little more', '9.49999999999999999999', '10', 'higher', undefined, 'off-target'],
    ['higher: the scale runs from the baseline', '9.8', '10', 'higher', '8', 'off-target'],
    ['higher: missed by 5 % of the way from the baseline', '9.9', '10', 'higher', '8', 'near-target'],
    ['a baseline at the target leaves the target as scale', '9.5', '10', 'higher', '10', 'near-target'],
    ['lower: below is met', '9', '10', 'lower', undefined, 'on-target'],
    ['lower: 5 % above', '10.5', '10', 'lower', undefined, 'near-target'],
    ['lower: more above', '10.6', '10', 'lower', undefined, 'off-target'],
    ['negative target: the scale is its size', '-10.5', '-10', 'higher', undefined, 'near-target'],
    ['zero target: nothing is near', '-0.0001', '0', 'higher', undefined, 'off-target'],
    ['zero target with a baseline: near is back', '0.5', '0', 'lower', '10', 'near-target'],
    ['range: the lower bound is in', '10', range, 'range', undefined, 'on-target'],
    ['range: the upper bound is in', '20', range, 'range', undefined, 'on-target'],
    ['range: below by 5 % of the lower bound', '9.5', range, 'range', undefined, 'near-target'],
    ['range: below by 5 % of the upper bound is too much', '9', range, 'range', undefined, 'off-target'],
    ['range: above by 5 % of the upper bound', '21', range, 'range', undefined, 'near-target'],
    ['range: above by more', '21.1', range, 'range', undefined, 'off-target'],
  ])('%s', (_what, actual, target, direction, baseline, status) => {
    expect(judgeActual(actual, target, { direction, baseline }, policy)).toBe(status);
  });

  it('compares exact decimals, not doubles', () => {
    const kpi = { direction: 'higher', baseline: undefined } as const;
    expect(judgeActual('0.3', '0.30000000000000000001', kpi, { nearPercent: 0 })).toBe('off-target');
    expect(judgeActual('9007199254740993', '9007199254740992', kpi, policy)).toBe('on-target');
  });

  it('is never green without a target and a reading', () => {
    fc.assert(
      fc.property(
        anyAim,
        fc.option(anyDecimal, { nil: undefined }),
        anyPolicy,
        ({ direction, target }, actual, any) => {
          const kpi = { direction, baseline: undefined };
          expect(judgeActual(undefined, target, kpi, any)).toBe('no-reading');
          expect(['no-reading', 'no-target']).toContain(judgeActual(actual, undefined, kpi, any));
        },
      ),
    );
  });

  it('is on target exactly where nothing is missed', () => {
    fc.assert(
      fc.property(anyAim, anyDecimal, fc.option(anyDecimal, { nil: undefined }), (aim, actual, baseline) => {
        const status = judgeActual(actual, aim.target, { direction: aim.direction, baseline }, policy);
        expect(status === 'on-target').toBe(missedBy(actual, aim.target, aim.direction).eq(0));
      }),
    );
  });

  it('is what exact decimals say, near the limit as anywhere', () => {
    const long = fc
      .tuple(anyDecimal, fc.nat(9_999_999))
      .map(([value, tail]) => `${value}${value.includes('.') ? '' : '.'}${tail}`);
    const anyValue = fc.oneof(anyDecimal, long);
    const nudge = fc.constantFrom('0', '0.00000000000001', '-0.00000000000001', '1');
    fc.assert(
      fc.property(
        anyValue,
        anyValue,
        anyValue,
        fc.integer({ min: 0, max: 50 }),
        nudge,
        (bound, other, baseline, nearPercent, shift) => {
          const scale = big(bound).eq(baseline) ? big(bound).abs() : big(bound).minus(baseline).abs();
          const limit = big(bound).minus(scale.times(nearPercent).div(100)).plus(shift).toFixed();
          for (const actual of [other, limit]) {
            const missed = big(bound).minus(actual);
            const near = missed.times(100).lte(scale.times(nearPercent));
            const expected = missed.lte(0) ? 'on-target' : near ? 'near-target' : 'off-target';
            expect(judgeActual(actual, bound, { direction: 'higher', baseline }, { nearPercent })).toBe(
              expected,
            );
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('never gets worse as the actual gets better', () => {
    const rank: readonly Status[] = ['off-target', 'near-target', 'on-target'];
    fc.assert(
      fc.property(anyAim, anyDecimal, anyDecimal, ({ direction, target }, a, b) => {
        const kpi = { direction, baseline: undefined };
        fc.pre(direction !== 'range' || Number(a) < Number((target as { low: string }).low));
        fc.pre(direction !== 'range' || Number(b) < Number((target as { low: string }).low));
        const better = improvement(a, b, direction, target);
        fc.pre(better === 1);
        expect(rank.indexOf(judgeActual(b, target, kpi, policy))).toBeGreaterThanOrEqual(
          rank.indexOf(judgeActual(a, target, kpi, policy)),
        );
      }),
    );
  });

  it('mirrors higher into lower', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (actual, target) => {
        const negated = (value: string) => (value.startsWith('-') ? value.slice(1) : `-${value}`);
        expect(judgeActual(actual, target, { direction: 'higher', baseline: undefined }, policy)).toBe(
          judgeActual(negated(actual), negated(target), { direction: 'lower', baseline: undefined }, policy),
        );
      }),
    );
  });
});

describe('status of a quarter', () => {
  const target = (from: Target['from'], value: string): Target => ({
    from,
    value,
    by: 'ann',
    setAt: '2025-01-01T00:00:00Z',
  });
  const kpi = {
    direction: 'higher',
    baseline: undefined,
    targets: [target('2025-Q2', '10'), target('2025-Q4', '30')],
    readings: {
      '2025-Q1': { actual: '20' },
      '2025-Q3': { actual: '20' },
      '2025-Q4': { actual: '20' },
      '2026-Q1': {},
    },
  } as const;
  it.each([
    ['2025-Q1', 'no-target'],
    ['2025-Q2', 'no-reading'],
    ['2025-Q3', 'on-target'],
    ['2025-Q4', 'off-target'],
    ['2026-Q1', 'no-reading'],
  ] as const)('takes the target that stands in %s: %s', (quarter, status) => {
    expect(statusIn({ ...kpi, targets: [...kpi.targets] }, quarter, policy)).toBe(status);
  });
});

describe('improvement', () => {
  it('is upwards, downwards, or towards the range', () => {
    expect(improvement('1', '2', 'higher')).toBe(1);
    expect(improvement('1', '2', 'lower')).toBe(-1);
    expect(improvement('2', '2.0', 'lower')).toBe(0);
    const range = { low: '10', high: '20' };
    expect(improvement('5', '8', 'range', range)).toBe(1);
    expect(improvement('15', '25', 'range', range)).toBe(-1);
    expect(improvement('12', '18', 'range', range)).toBe(0);
    expect(improvement('12', '18', 'range')).toBe(0);
  });

  it('changes its sign with the order of the two', () => {
    fc.assert(
      fc.property(
        anyAim,
        anyDecimal,
        anyDecimal,
        ({ direction, target }, a, b) =>
          improvement(a, b, direction, target) === 0 - improvement(b, a, direction, target),
      ),
    );
  });
});
