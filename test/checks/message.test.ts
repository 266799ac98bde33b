import { describe, expect, it } from 'vitest';
import { fill, messageOf, remedyOf } from '../../shared/checks/message.ts';

describe('message', () => {
  it('is filled from data; an unknown name stays visible', () => {
    expect(fill('{a} and {b}, {a}', { a: 1, b: '{a}' })).toBe('1 and {a}, 1');
    expect(fill('{a} of {missing}', { a: 0 })).toBe('0 of {missing}');
  });

  it('is what the check says of the data', () => {
    expect(
      messageOf({
        check: 'untargeted-kpi',
        message: 'no-target',
        data: { kpi: 'Calls', quarter: '2026-Q2' },
      }),
    ).toBe('“Calls” has no target in 2026-Q2.');
    expect(remedyOf('untargeted-kpi')).toMatch(/^Set a target/);
  });

  it('of a check that is no more names it', () => {
    expect(messageOf({ check: 'old-check', message: 'old', data: {} })).toBe('old-check: old');
    expect(remedyOf('old-check')).toBe('');
  });
});
