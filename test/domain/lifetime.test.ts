import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activeIn } from '../../shared/domain/active.ts';
import { objectiveFields } from '../../shared/domain/objective.ts';
import { runsIn } from '../../shared/domain/objective-runs.ts';
import { nearQuarter } from './arbitrary.ts';

describe('lifetime', () => {
  it('runs from the first quarter to the one before it is retired', () => {
    const thing = { firstQuarter: '2025-Q1', retiredFrom: '2025-Q3' } as const;
    expect(activeIn(thing, '2024-Q4')).toBe(false);
    expect(activeIn(thing, '2025-Q1')).toBe(true);
    expect(activeIn(thing, '2025-Q2')).toBe(true);
    expect(activeIn(thing, '2025-Q3')).toBe(false);
  });

  it('is not rewritten by a later retirement', () => {
    fc.assert(
      fc.property(nearQuarter, nearQuarter, nearQuarter, (firstQuarter, retiredFrom, quarter) => {
        fc.pre(quarter < retiredFrom);
        expect(activeIn({ firstQuarter, retiredFrom }, quarter)).toBe(activeIn({ firstQuarter }, quarter));
      }),
    );
  });
});

describe('objective', () => {
  it('runs up to and with its last quarter, unless it is retired before', () => {
    const objective = { firstQuarter: '2025-Q1', lastQuarter: '2025-Q4' } as const;
    expect(runsIn(objective, '2024-Q4')).toBe(false);
    expect(runsIn(objective, '2025-Q4')).toBe(true);
    expect(runsIn(objective, '2026-Q1')).toBe(false);
    expect(runsIn({ ...objective, retiredFrom: '2025-Q3' }, '2025-Q3')).toBe(false);
  });

  it('names each outcome once', () => {
    const fields = { department: 'it', title: 'Grow' };
    expect(objectiveFields.parse({ ...fields, outcomes: ['a', 'b'] }).outcomes).toEqual(['a', 'b']);
    const twice = objectiveFields.safeParse({ ...fields, outcomes: ['a', 'b', 'a'] });
    expect(twice.error?.issues[0]?.message).toBe('each outcome once');
  });

  it('without a last quarter runs like anything that lives', () => {
    fc.assert(
      fc.property(
        nearQuarter,
        fc.option(nearQuarter, { nil: undefined }),
        nearQuarter,
        (firstQuarter, retiredFrom, quarter) =>
          runsIn({ firstQuarter, retiredFrom }, quarter) === activeIn({ firstQuarter, retiredFrom }, quarter),
      ),
    );
  });
});
