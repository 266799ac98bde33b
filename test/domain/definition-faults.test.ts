/** What a schema can't say of a definition, said here. */
import { describe, expect, it } from 'vitest';
import {
  journeyFaults,
  lifetimeFaults,
  outcomeFaults,
  policyFaults,
} from '../../shared/domain/definition-faults.ts';

const h = { kind: 'duration' as const, symbol: 'h' };
const paths = (faults: readonly { path: string }[]) => faults.map(({ path }) => path);

describe('a life', () => {
  it.each([
    [{ firstQuarter: '2026-Q1' }, []],
    [{ firstQuarter: '2026-Q1', retiredFrom: '2026-Q1', lastQuarter: '2026-Q1' }, []],
    [
      { firstQuarter: '2026-Q2', retiredFrom: '2026-Q1', lastQuarter: '2025-Q4' },
      ['/lastQuarter', '/retiredFrom'],
    ],
  ] as const)('%j', (life, found) => {
    expect(paths(lifetimeFaults(life))).toEqual(found);
  });
});

describe('a journey', () => {
  const events = ['a', 'b', 'c'].map((id) => ({ id, name: id, seenBy: 'customer' as const }));
  const segment = (
    from: string,
    to: string,
    duration = '2',
    unit: { kind: 'duration' | 'count'; symbol: string } = h,
  ) => ({
    from,
    to,
    duration,
    unit,
  });
  it.each([
    [segment('a', 'b'), []],
    [segment('b', 'c', '0'), []],
    [segment('a', 'c'), ['/segments/0/to']],
    [segment('b', 'a'), ['/segments/0/to']],
    [segment('c', 'a'), ['/segments/0/to']],
    [segment('x', 'a'), ['/segments/0/from']],
    [segment('a', 'b', '-1'), ['/segments/0/duration']],
    [segment('a', 'b', '2', { kind: 'count', symbol: '' }), ['/segments/0/unit/kind']],
    [
      segment('x', 'y', '-1', { kind: 'count', symbol: '' }),
      ['/segments/0/from', '/segments/0/unit/kind', '/segments/0/duration'],
    ],
  ])('%j', (one, found) => {
    expect(paths(journeyFaults({ events, segments: [one] }))).toEqual(found);
  });
});

describe('an outcome', () => {
  it('has a tolerance that its unit allows', () => {
    const tolerance = (value: string) => ({ tolerance: { value, unit: h, direction: 'lower' as const } });
    expect(outcomeFaults({})).toEqual([]);
    expect(outcomeFaults(tolerance('48'))).toEqual([]);
    expect(outcomeFaults(tolerance('-48'))).toEqual([
      { path: '/tolerance/value', found: '"-48"', expected: 'a duration of 0 or more' },
    ]);
  });
});

describe('a policy', () => {
  const known = new Set(['watermelon']);
  it.each([
    [{ dueDays: 15, closeDays: 45, checks: {} }, []],
    [{ dueDays: 15, closeDays: 15, checks: { watermelon: false } }, []],
    [{ dueDays: 16, closeDays: 15, checks: { melon: true } }, ['/closeDays', '/checks/melon']],
  ])('%j', (policy, found) => {
    expect(paths(policyFaults(policy, known))).toEqual(found);
  });
});
