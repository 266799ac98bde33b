import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf, quarterlyChecks, type Subject } from '../../shared/domain/finding.ts';
import { levels } from '../../shared/domain/finding-levels.ts';
import { nearQuarter } from './arbitrary.ts';

const anyId = fc.stringMatching(/^[a-z0-9-]{1,6}$/);
const anySubject: fc.Arbitrary<Subject> = fc.oneof(
  fc.record({ kind: fc.constantFrom('kpi', 'outcome', 'department'), ids: fc.tuple(anyId) }),
  fc.record({ kind: fc.constantFrom('kpi-pair', 'kpi-outcome'), ids: fc.tuple(anyId, anyId) }),
);
const anyCheck = fc.constantFrom('missing-counterpart', 'watermelon', ...quarterlyChecks);

describe('levels', () => {
  it('stand worst first', () => {
    expect(levels).toEqual(['error', 'warning', 'note']);
  });
});

describe('fingerprint', () => {
  it('is 32 hexadecimal digits that never change', () => {
    expect(fingerprintOf('missing-counterpart', { kind: 'kpi', ids: ['a'] }, '2026-Q2')).toBe(
      fingerprintOf('missing-counterpart', { kind: 'kpi', ids: ['a'] }, '2020-Q1'),
    );
    expect(fingerprintOf('missing-counterpart', { kind: 'kpi', ids: ['a'] }, '2026-Q2')).toMatch(
      /^[0-9a-f]{32}$/,
    );
  });

  it('tells check, kind of subject and ids in order apart, and nothing else', () => {
    fc.assert(
      fc.property(anyCheck, anyCheck, anySubject, anySubject, nearQuarter, (a, b, one, other, quarter) => {
        const same = JSON.stringify([a, one.kind, one.ids]) === JSON.stringify([b, other.kind, other.ids]);
        expect(fingerprintOf(a, one, quarter) === fingerprintOf(b, other, quarter)).toBe(same);
      }),
    );
  });

  it('holds the quarter for the checks of one quarter only', () => {
    expect([...quarterlyChecks].sort()).toEqual(['missing-submission', 'moved-target', 'score-without-why']);
    fc.assert(
      fc.property(anyCheck, anySubject, nearQuarter, nearQuarter, (check, subject, a, b) => {
        fc.pre(a !== b);
        expect(fingerprintOf(check, subject, a) === fingerprintOf(check, subject, b)).toBe(
          !quarterlyChecks.has(check),
        );
      }),
    );
  });

  it('knows a pair from its mirror image', () => {
    const pair = (a: string, b: string) =>
      fingerprintOf('watermelon', { kind: 'kpi-pair', ids: [a, b] }, '2026-Q2');
    expect(pair('a', 'b')).not.toBe(pair('b', 'a'));
  });
});
