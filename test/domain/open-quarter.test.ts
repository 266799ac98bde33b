/** A quarter takes readings from its first day to its closing day; both ends are told by their day. */
import { describe, expect, it } from 'vitest';
import { requireClosed, requireOpen } from '../../shared/domain/open-quarter.ts';
import { Refusal } from '../../shared/domain/problem.ts';

const settings = { timeZone: 'Pacific/Auckland', fiscalStart: 1, policy: { dueDays: 15, closeDays: 45 } };
const said = (work: () => void): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return `${error.kind}: ${error.message}`;
    throw error;
  }
  return 'taken';
};

describe('the quarter 2026-Q3 in Auckland', () => {
  it.each([
    ['2026-06-30T11:59:59Z', 'quarter-not-begun: The quarter 2026-Q3 begins on 2026-07-01.'],
    ['2026-06-30T12:00:00Z', 'taken'],
    ['2026-11-14T10:59:59Z', 'taken'],
    ['2026-11-14T11:00:00Z', 'quarter-closed: The quarter 2026-Q3 closed on 2026-11-14.'],
  ])('at %s: %s', (now, expected) => {
    expect(said(() => requireOpen('2026-Q3', now, settings))).toBe(expected);
  });

  it('is history only once it is closed', () => {
    expect(said(() => requireClosed('2026-Q3', '2026-11-14T10:59:59Z', settings))).toMatch(/^conflict/);
    expect(said(() => requireClosed('2026-Q3', '2026-11-14T11:00:00Z', settings))).toBe('taken');
    expect(said(() => requireClosed('2026-Q3', '2026-01-01T00:00:00Z', settings))).toMatch(/^conflict/);
  });
});
