import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, contentHash, sha256Hex } from '../../shared/domain/canonical.ts';

const shuffledKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffledKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, shuffledKeys(inner)]),
  );
};

describe('canonical JSON', () => {
  it('is JSON of the same value', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(JSON.parse(canonicalJson(JSON.parse(text)))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('does not hang on the order of keys', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const value: unknown = JSON.parse(text);
        expect(canonicalJson(shuffledKeys(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('sorts keys at every depth, keeps lists in order, and leaves out what is undefined', () => {
    expect(canonicalJson({ b: [{ z: 1, y: undefined, x: null }], a: 'é' })).toBe(
      '{"a":"é","b":[{"x":null,"z":1}]}',
    );
  });
});

describe('content hash', () => {
  it('is SHA-256 of the canonical text in UTF-8', () => {
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(contentHash('é')).toBe(sha256Hex('"é"'));
    expect(sha256Hex('é')).toBe('4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c');
  });

  it('tells different values apart', () => {
    fc.assert(
      fc.property(fc.json(), fc.json(), (a, b) => {
        const same = canonicalJson(JSON.parse(a)) === canonicalJson(JSON.parse(b));
        expect(contentHash(JSON.parse(a)) === contentHash(JSON.parse(b))).toBe(same);
      }),
    );
  });
});
