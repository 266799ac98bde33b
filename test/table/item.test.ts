import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { canonicalJson } from '../../shared/domain/canonical.ts';
import { Refusal } from '../../shared/domain/problem.ts';
import { attributeOf, content, contentOf, jsonOf, unpacked } from '../../shared/table/item.ts';
import { randomOf } from '../random.ts';

const key = { pk: 'acme|def', sk: 'kpi|wait' };
const schema = z.strictObject({ name: z.string() });
const noise = (length: number): string => {
  const random = randomOf(7);
  return Array.from({ length }, () => String.fromCharCode(33 + Math.floor(random() * 90))).join('');
};

describe('content', () => {
  it('comes back as it was, zipped or not', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.nat(3000), (value, length) => {
        const whole = { value, padding: 'x'.repeat(length) };
        expect(unpacked({ ...key, ...content(whole) })).toBe(canonicalJson(whole));
      }),
    );
  });

  it('is zipped where it is long, and the same value gives the same text', () => {
    expect(content({ b: 1, a: 2 })).toEqual({ body: '{"a":2,"b":1}' });
    const packed = content({ text: 'again and again '.repeat(200) });
    expect('zip' in packed && packed.zip.length).toBeLessThan(200);
    expect('zip' in packed && gunzipSync(packed.zip).length).toBeGreaterThan(3000);
  });

  it('T19 that no item can hold is refused before anything is sent', () => {
    expect(() => content({ text: noise(900_000) })).toThrow(Refusal);
    expect(() => content({ text: noise(900_000) })).toThrow(
      /too large to be stored: \d+ bytes, at most 350000/,
    );
  });
});

describe('a stored item that does not fit', () => {
  it.each([
    ['no content', {}],
    ['a body that is no JSON', { body: '{"name":' }],
    ['a body of another shape', { body: '{"name":7}' }],
    ['bytes that are not zipped', { zip: new Uint8Array([1, 2, 3]) }],
    ['zipped bytes that were cut', { zip: gzipSync('{"name":"x"}').subarray(0, 15) }],
    ['zipped text that is no JSON', { zip: gzipSync('name') }],
  ])('throws with its key: %s', (_what, attributes) => {
    expect(() => contentOf(schema, { ...key, ...attributes })).toThrow(/^stored item acme\|def kpi\|wait: /);
  });

  it('throws with its key where one attribute is wrong', () => {
    expect(() => jsonOf(schema, { ...key, line: '{}' }, 'line')).toThrow(
      /^stored item acme\|def kpi\|wait: /,
    );
    expect(() => jsonOf(schema, key, 'line')).toThrow(/^stored item acme\|def kpi\|wait: /);
    expect(() => attributeOf(z.int(), { ...key, version: '7' }, 'version')).toThrow(
      /^stored item acme\|def kpi\|wait: /,
    );
    expect(attributeOf(z.int(), { ...key, version: 7 }, 'version')).toBe(7);
  });
});
