/** Which version a write changes: read from the headers, held against what is there. */
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../shared/domain/problem.ts';
import { expectVersion, seenIn } from '../../shared/runtime/precondition.ts';

const kindOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.kind;
    throw error;
  }
  return 'fine';
};

describe('the headers', () => {
  it.each([
    [{}, undefined],
    [{ 'if-match': '"3"' }, 3],
    [{ 'if-match': ' "12" ' }, 12],
    [{ 'if-match': '"0"' }, 0],
    [{ 'if-none-match': '*' }, 0],
  ])('%j name version %s', (headers, version) => {
    expect(seenIn(headers)?.version).toBe(version);
  });

  it.each([
    { 'if-match': '3' },
    { 'if-match': '*' },
    { 'if-match': 'W/"3"' },
    { 'if-match': '"3", "4"' },
    { 'if-match': '"-1"' },
    { 'if-match': '"1234567890"' },
    { 'if-match': '' },
    { 'if-none-match': '"3"' },
    { 'if-none-match': '*', 'if-match': '"3"' },
  ])('%j are refused', (headers) => {
    expect(kindOf(() => seenIn(headers))).toBe('invalid-input');
  });
});

describe('what is there', () => {
  it.each([
    [undefined, undefined, 'fine'],
    [undefined, 3, 'precondition-required'],
    [0, undefined, 'fine'],
    [0, 3, 'stale-version'],
    [3, 3, 'fine'],
    [3, 4, 'stale-version'],
    [4, 3, 'stale-version'],
    [3, undefined, 'stale-version'],
  ] as const)('seen %s, present %s: %s', (version, present, kind) => {
    const seen =
      version === undefined ? undefined : { version, header: 'If-Match' as const, text: `"${version}"` };
    expect(kindOf(() => expectVersion(seen, present))).toBe(kind);
  });
});
