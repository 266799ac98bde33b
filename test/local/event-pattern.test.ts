import { describe, expect, it } from 'vitest';
import { compilePattern, compilePatterns } from '../../local/event-pattern.ts';

const record = {
  eventName: 'INSERT',
  dynamodb: { Keys: { pk: { S: 'acme|outbox' }, sk: { S: 'digest.1' } }, tags: ['a', 'b'], count: 3 },
};

describe('a pattern', () => {
  it.each([
    ['a value', { eventName: ['INSERT'] }],
    ['one of several values', { eventName: ['MODIFY', 'INSERT'] }],
    ['a suffix', { dynamodb: { Keys: { pk: { S: [{ suffix: '|outbox' }] } } } }],
    ['a prefix', { dynamodb: { Keys: { sk: { S: [{ prefix: 'digest.' }] } } } }],
    ['a number', { dynamodb: { count: [3] } }],
    ['one value of a list', { dynamodb: { tags: ['b'] } }],
    ['what is there', { dynamodb: { count: [{ exists: true }] } }],
    ['what is not there', { dynamodb: { other: [{ exists: false }] } }],
    ['another value', { eventName: [{ 'anything-but': ['REMOVE', 'MODIFY'] }] }],
    ['all of its parts', { eventName: ['INSERT'], dynamodb: { count: [3] } }],
  ])('matches %s', (_, pattern) => {
    expect(compilePattern(pattern, 'P')(record)).toBe(true);
  });

  it.each([
    ['another value', { eventName: ['REMOVE'] }],
    ['another suffix', { dynamodb: { Keys: { pk: { S: [{ suffix: '|def' }] } } } }],
    ['a text instead of a number', { dynamodb: { count: ['3'] } }],
    ['a missing member', { dynamodb: { OldImage: { S: ['x'] } } }],
    ['a missing member by anything-but', { dynamodb: { other: [{ 'anything-but': 'x' }] } }],
    ['one of its parts only', { eventName: ['INSERT'], dynamodb: { count: [4] } }],
  ])('does not match %s', (_, pattern) => {
    expect(compilePattern(pattern, 'P')(record)).toBe(false);
  });

  it.each([
    [{ a: { b: [{ wildcard: '*x' }] } }, 'P.a.b.0: {"wildcard":"*x"}'],
    [{ a: [{ numeric: ['>', 1] }] }, 'P.a.0'],
    [{ $or: [{ a: [1] }] }, 'P.$or'],
    [{ a: 'text' }, 'The pattern P.a is "text", expected a list or an object.'],
  ])('stops at a rule that it does not know: %j', (pattern, message) => {
    expect(() => compilePattern(pattern, 'P')).toThrow(message);
  });

  it('is one of several of which one is enough, and without any everything matches', () => {
    const either = compilePatterns([{ eventName: ['REMOVE'] }, { dynamodb: { count: [3] } }], 'P');
    expect([either(record), either({ eventName: 'INSERT' }), compilePatterns([], 'P')(record)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
