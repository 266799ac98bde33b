/** Every change of what a definition means stays with it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesBetween, withNoted } from '../../shared/domain/noted-change.ts';
import { organisationSchema } from '../../shared/domain/organisation.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';

const noting = { by: 'ana', at: '2026-10-20T09:00:00.000Z' };
const told = (kind: string, before: object, after: object) =>
  changesBetween(kind, before, after, noting).map(({ field, was, is }) => [field, was, is]);
const journey = (...moments: string[]) => ({
  touchpoints: ['a', 'b'].map((id) => ({ id, momentOfTruth: moments.includes(id) })),
});

describe('a change of meaning', () => {
  it.each([
    [
      'a policy',
      'organisation',
      { policy: { dueDays: 15 } },
      { policy: { dueDays: 20 } },
      ['policy.dueDays', '15', '20'],
    ],
    [
      'a check that is switched off',
      'organisation',
      { policy: { checks: {} } },
      { policy: { checks: { watermelon: false } } },
      ['policy.checks.watermelon', 'none', 'false'],
    ],
    [
      'a moment of truth that is none any more',
      'journey',
      journey('a'),
      journey(),
      ['momentOfTruth.a', 'true', 'none'],
    ],
    [
      'a moment of truth that is gone',
      'journey',
      journey('a'),
      { touchpoints: [] },
      ['momentOfTruth.a', 'true', 'none'],
    ],
    ['a retirement', 'outcome', {}, { retiredFrom: '2026-Q4' }, ['retiredFrom', 'none', '2026-Q4']],
    ['a clock', 'outcome', { clock: { journey: 'j' } }, {}, ['clock', '{"journey":"j"}', 'none']],
    ['a name', 'department', { name: 'A' }, { name: 'B' }, ['name', 'A', 'B']],
    [
      'an extension',
      'organisation',
      {},
      { extensions: [{ department: 'd', quarter: '2026-Q3', dueDate: '2026-10-30' }] },
      ['dueDate.d.2026-Q3', 'none', '2026-10-30'],
    ],
  ])('is noted of %s', (_what, kind, before, after, change) => {
    expect(told(kind, before, after)).toEqual([change]);
    expect(told(kind, after, after)).toEqual([]);
  });

  it('is none where a member changes, who means nothing', () => {
    expect(told('member', { name: 'A' }, { name: 'B' })).toEqual([]);
    expect(withNoted('member', { name: 'A' }, { name: 'B' }, noting)).toEqual({ name: 'B' });
  });
});

describe('a definition', () => {
  it('carries its changes on, whatever a request claims, and is as it was without any', () => {
    const before = withNoted('department', { name: 'A' }, { name: 'B' }, noting);
    const claimed = { name: 'B', changes: [] };
    expect(withNoted('department', before, claimed, noting)).toEqual(before);
    expect(withNoted('department', undefined, { name: 'A', changes: [1] }, noting)).toEqual({ name: 'A' });
  });

  it('keeps the last 200 of any number of changes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 260 }), (times) => {
        let organisation = organisationSchema.parse({
          id: 'acme',
          name: 'Acme',
          timeZone: 'UTC',
          currency: 'EUR',
          policy: defaultPolicy,
        });
        for (let i = 1; i <= times; i++)
          organisation = withNoted(
            'organisation',
            organisation,
            { ...organisation, policy: { ...defaultPolicy, dueDays: 15 + (i % 2) } },
            noting,
          );
        expect(organisationSchema.parse(organisation).changes?.length ?? 0).toBe(Math.min(times, 200));
      }),
      { numRuns: 5 },
    );
  });
});
