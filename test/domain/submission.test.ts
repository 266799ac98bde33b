import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countingVersion,
  readingList,
  readingSchema,
  type Submission,
  submissionStates,
} from '../../shared/domain/submission.ts';

const version = (number: number, state: Submission['state']): Submission => ({
  department: 'service',
  quarter: '2026-Q2',
  version: number,
  state,
  readings: [],
  history: false,
  submittedAt: '2026-07-01T08:00:00Z',
  submittedBy: 'ann',
});

describe('version that counts', () => {
  it.each<[string, Submission['state'][], number | undefined]>([
    ['nothing was handed in', [], undefined],
    ['it was submitted', ['submitted'], 1],
    ['it was accepted', ['accepted'], 1],
    ['it was returned', ['returned'], undefined],
    ['it was returned and submitted again', ['returned', 'submitted'], 2],
    ['a later one than the accepted was submitted', ['accepted', 'submitted'], 2],
    ['a later one than the accepted was returned', ['accepted', 'returned'], 1],
    ['several were accepted and the last was returned', ['accepted', 'accepted', 'returned'], 2],
    ['all were returned', ['returned', 'returned'], undefined],
    ['a submitted one was overtaken by a returned one', ['submitted', 'returned'], undefined],
  ])('where %s', (_what, states, counting) => {
    expect(countingVersion(states.map((state, i) => version(i + 1, state)))?.version).toBe(counting);
  });

  it('does not hang on the order in which versions are read', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...submissionStates), { maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        (states, noise) => {
          const versions = states.map((state, i) => version(i + 1, state));
          const keys = new Map(versions.map((one) => [one, noise.next().value]));
          const shuffled = versions.toSorted((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
          expect(countingVersion(shuffled)).toBe(countingVersion(versions));
        },
      ),
    );
  });

  it('is never a returned one', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...submissionStates)), (states) => {
        const counting = countingVersion(states.map((state, i) => version(i + 1, state)));
        expect(counting?.state).not.toBe('returned');
      }),
    );
  });
});

describe('reading', () => {
  it('holds an actual or says why it was not measured: one of the two', () => {
    const fault = 'an actual, or "notMeasured" with the reason: one of the two';
    expect(readingSchema.safeParse({ kpi: 'a' }).error?.issues[0]?.message).toBe(fault);
    expect(
      readingSchema.safeParse({ kpi: 'a', actual: '1', notMeasured: 'moved' }).error?.issues[0]?.message,
    ).toBe(fault);
    expect(readingSchema.safeParse({ kpi: 'a', actual: '1' }).success).toBe(true);
    expect(readingSchema.safeParse({ kpi: 'a', notMeasured: 'the meter broke' }).success).toBe(true);
  });

  it.each(['1e400', 'NaN', '1,000', '', '+1', '.5', '1.', ' 1', '0x1F', '1'.repeat(19)])(
    'refuses %j as an actual',
    (actual) => {
      expect(readingSchema.safeParse({ kpi: 'a', actual }).success).toBe(false);
    },
  );

  it('stands once for each KPI', () => {
    const twice = readingList.safeParse([
      { kpi: 'a', actual: '1' },
      { kpi: 'b', actual: '1' },
      { kpi: 'a', actual: '2' },
    ]);
    expect(twice.error?.issues.map(({ path, message }) => ({ path, message }))).toEqual([
      { path: [2, 'kpi'], message: 'each KPI once' },
    ]);
  });
});
