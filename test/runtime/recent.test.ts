/** What a warm function remembers does not grow without end. */
import { describe, expect, it } from 'vitest';
import { Recent } from '../../shared/runtime/recent.ts';

describe('a bounded memory', () => {
  it('forgets what was set longest ago', () => {
    const recent = new Recent<number>(2);
    recent.set('a', 1);
    recent.set('b', 2);
    recent.set('a', 3);
    recent.set('c', 4);
    expect(['a', 'b', 'c'].map((key) => recent.get(key))).toEqual([3, undefined, 4]);
    recent.clear();
    expect(recent.get('a')).toBeUndefined();
  });
});
