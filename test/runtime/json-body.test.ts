/** A body is taken as JSON has it, and nothing that two readers could understand differently. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../shared/domain/problem.ts';
import { bodyLimits, jsonBody } from '../../shared/runtime/json-body.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const parse = (text: string) => jsonBody(bytes(text), 'application/json');
const faultsOf = (text: string) => {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof Refusal) return error.faults;
    throw error;
  }
  return [];
};

/** JSON whose keys are all different, as any sound client writes it. */
const sound = fc.jsonValue({ maxDepth: 6 }).filter((value) => !JSON.stringify(value).includes('__proto__'));

describe('a body', () => {
  it('of sound JSON is what JSON.parse makes of it', () => {
    fc.assert(
      fc.property(sound, fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(parse(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('T18 never gets through unless JSON.parse takes it too', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:\\0123456789eE+-.truefalsn u') }), (text) => {
        let value: unknown;
        try {
          value = parse(text);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
          return;
        }
        expect(value).toEqual(JSON.parse(text));
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['{"a":1,"a":2}', '/a', 'the key twice'],
    ['{"a":{"b":1,"c":2,"b":3}}', '/a/b', 'the key twice'],
    ['[{"a":1},{"a":1,"a":1}]', '/1/a', 'the key twice'],
    ['{"a":1,"\\u0061":2}', '/a', 'the key twice'],
    ['{"":1,"":2}', '/', 'the key twice'],
    ['{"a/b":1,"a/b":2}', '/a~1b', 'the key twice'],
    ['{"__proto__":1}', '/__proto__', '"__proto__"'],
    ['{"a":[{"\\u005f_proto__":1}]}', '/a/0/__proto__', '"__proto__"'],
    ['{"a":1e400}', '/a', '"1e400"'],
    ['[1,[2,-1e999]]', '/1/1', '"-1e999"'],
    ['{"a":"\\udc00"}', '/a', 'half a character'],
    ['{"\\ud800":1}', '/\ud800', 'half a character'],
  ])('%s is refused at its place', (text, path, found) => {
    expect(faultsOf(text)).toEqual([expect.objectContaining({ path, found })]);
  });

  it.each([
    '{"a":1,"b":{"a":1}}',
    '[{"a":1},{"a":2}]',
    '{"a":"a","b":"a"}',
    '{"a":"{\\"a\\":1,\\"a\\":2}"}',
    '"😀"',
    '1.5e300',
  ])('%s is taken', (text) => {
    expect(parse(text)).toEqual(JSON.parse(text));
  });

  it('nests to its limit and no deeper', () => {
    const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
    expect(faultsOf(nested(bodyLimits.depth))).toEqual([]);
    expect(faultsOf(nested(bodyLimits.depth + 1))).toHaveLength(1);
    expect(faultsOf('['.repeat(100_000) + ']'.repeat(100_000))).toHaveLength(1);
  });

  it('is as large as its limit and no larger', () => {
    const text = (size: number) => `"${'x'.repeat(size - 2)}"`;
    expect(parse(text(bodyLimits.bytes))).toHaveLength(bodyLimits.bytes - 2);
    expect(() => parse(text(bodyLimits.bytes + 1))).toThrow(expect.objectContaining({ kind: 'too-large' }));
  });

  it.each(['application/json', 'application/json; charset=utf-8', 'APPLICATION/JSON;charset="UTF-8"'])(
    'of type %s is taken',
    (type) => {
      expect(jsonBody(bytes('1'), type)).toBe(1);
    },
  );

  it.each([
    undefined,
    '',
    'text/plain',
    'application/json; charset=latin1',
    'application/jsonp',
    'text/json, application/json',
  ])('of type %s is refused', (type) => {
    expect(() => jsonBody(bytes('1'), type)).toThrow(
      expect.objectContaining({ kind: 'unsupported-media-type' }),
    );
  });

  it('T20 is scanned in time that grows with its length alone', () => {
    const long = `{"a":"${'\\\\'.repeat(60_000)}","b":[${'1,'.repeat(40_000)}1]}`;
    const start = performance.now();
    parse(long);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
