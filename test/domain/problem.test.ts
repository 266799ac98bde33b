import { describe, expect, it } from 'vitest';
import { kpiFields } from '../../shared/domain/kpi.ts';
import { faultsOf, Refusal, shown } from '../../shared/domain/problem.ts';
import { readingList } from '../../shared/domain/submission.ts';

describe('faults', () => {
  it('lists every fault at once, each with where, what was found and what was expected', () => {
    const input = {
      department: 'Customer Service',
      name: 'Calls\u202e',
      unit: { kind: 'weight' },
      direction: 'up',
      everyQuarters: 3,
      counterparts: [{ kpi: 'a', lag: 9 }],
      colour: 'red',
    };
    const { error } = kpiFields.safeParse(input);
    const faults = error ? faultsOf(error, input) : [];
    expect(Object.fromEntries(faults.map(({ path, ...rest }) => [path, rest]))).toEqual({
      '/department': {
        found: '"Customer Service"',
        expected: 'an id of 1 to 40 characters from a-z, 0-9 and -',
      },
      '/name': {
        found: JSON.stringify('Calls\u202e'),
        expected: 'text on one line, without control or direction-override characters',
      },
      '/unit/kind': {
        found: '"weight"',
        expected: 'one of count, share, duration, money, score, rate, other',
      },
      '/direction': { found: '"up"', expected: 'a direction: higher, lower or range' },
      '/perspective': {
        found: 'nothing',
        expected: 'one of customer-facing, internal-efficiency, financial, employee',
      },
      '/everyQuarters': { found: '3', expected: 'one of 1, or one of 2, or one of 4' },
      '/counterparts/0/lag': { found: '9', expected: expect.stringContaining('4') },
      '/colour': { found: '"red"', expected: 'no such field' },
    });
  });

  it('points into lists, below the prefix that it is given', () => {
    const input = [{ kpi: 'a', actual: '1e9' }, { kpi: 'b' }];
    const { error } = readingList.safeParse(input);
    expect(error && faultsOf(error, input, '/readings')).toEqual([
      {
        path: '/readings/0/actual',
        found: '"1e9"',
        expected: 'a decimal number as text, such as "12.5", with a point and without thousands marks',
      },
      {
        path: '/readings/1/actual',
        found: 'nothing',
        expected: 'an actual, or "notMeasured" with the reason: one of the two',
      },
    ]);
  });

  it('escapes what would break a JSON pointer', () => {
    const input = { 'a/b~c': 1 };
    const { error } = kpiFields.safeParse(input);
    expect(error && faultsOf(error, input).map(({ path }) => path)).toContain('/a~1b~0c');
  });
});

describe('a value that is shown', () => {
  it('is JSON, shortened', () => {
    expect(shown(undefined)).toBe('nothing');
    expect(shown('a"b')).toBe('"a\\"b"');
    expect(shown('x'.repeat(500))).toHaveLength(80);
    expect(shown('x'.repeat(78))).toBe(`"${'x'.repeat(78)}"`);
    expect(shown('x'.repeat(79))).toBe(`"${'x'.repeat(76)}...`);
    expect(shown({ a: [1, null] })).toBe('{"a":[1,null]}');
    expect(shown(() => 1)).toBe('() => 1');
  });
});

describe('refusal', () => {
  it('is an error that knows its kind, its faults and when to try again', () => {
    const refusal = new Refusal('conflict', 'somebody was faster', [], 2);
    expect(refusal).toBeInstanceOf(Error);
    expect(refusal).toMatchObject({ name: 'Refusal', kind: 'conflict', faults: [], retryAfter: 2 });
  });
});
