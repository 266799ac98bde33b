import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { keepingAside, readKnown } from '../../shared/table/known-fields.ts';
import { fromLater } from './kept-sample.ts';

const range = z.strictObject({ low: z.string(), high: z.string().optional() });
const schema = z.strictObject({
  name: z.string(),
  target: z.union([z.string(), range, z.strictObject({ low: z.string(), mean: z.string() })]).optional(),
  kind: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('a'), n: z.int() }),
    z.strictObject({ is: z.literal('b'), list: z.array(range) }),
  ]),
  steps: z.array(z.strictObject({ id: z.string(), done: z.boolean() })),
  counts: z.record(z.string(), z.strictObject({ n: z.int() })),
});
type Value = z.infer<typeof schema>;

const text = fc.string({ maxLength: 4 });
const ranges = fc.record({ low: text, high: text }, { requiredKeys: ['low'] });
const values: fc.Arbitrary<Value> = fc
  .record(
    {
      name: text,
      target: fc.oneof(text, ranges, fc.record({ low: text, mean: text })),
      kind: fc.oneof(
        fc.record({ is: fc.constant('a' as const), n: fc.integer() }),
        fc.record({ is: fc.constant('b' as const), list: fc.array(ranges, { maxLength: 3 }) }),
      ),
      steps: fc.uniqueArray(fc.record({ id: text, done: fc.boolean() }), {
        selector: ({ id }) => id,
        maxLength: 4,
      }),
      counts: fc
        .array(fc.nat(9), { maxLength: 3 })
        .map((all) => Object.fromEntries(all.map((n) => [`k${n}`, { n }]))),
    },
    { requiredKeys: ['name', 'kind', 'steps', 'counts'] },
  )
  .map((value) => JSON.parse(JSON.stringify(value)) as Value);
/** As a later build writes it; the record's keys are names, so it gets none of its own. */
const later = (value: Value) => ({
  ...(fromLater({ ...value, counts: undefined }) as object),
  counts: Object.fromEntries(Object.entries(value.counts).map(([key, one]) => [key, fromLater(one)])),
});

describe('reading', () => {
  it('leaves unknown fields aside at any depth, in lists, unions and records', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(readKnown(schema, later(value))).toEqual(value);
      }),
    );
  });

  it('takes the option of a union that leaves least aside', () => {
    const either = z.strictObject({
      of: z.union([z.strictObject({ a: z.int() }), z.strictObject({ a: z.int(), b: z.int() })]),
    });
    expect(readKnown(either, { of: { a: 1, b: 2, c: 3 } })).toEqual({ of: { a: 1, b: 2 } });
  });

  it.each([
    ['a field of another type', { low: 1, later: 1 }],
    ['a field that is missing', { later: 1 }],
    ['no object', 'x'],
  ])('refuses what does not fit otherwise: %s', (_what, value) => {
    expect(() => readKnown(range, value)).toThrow(z.ZodError);
  });

  it('still holds what it reads against the rules between fields', () => {
    const ordered = range.refine(({ low, high }) => high === undefined || low <= high, 'low above high');
    expect(() => readKnown(ordered, { low: 'b', high: 'a', later: 1 })).toThrow('low above high');
  });
});

describe('writing over what was read', () => {
  it('keeps everything that was left aside where nothing is changed', () => {
    fc.assert(
      fc.property(values, (value) => {
        const stored = later(value);
        const read = readKnown(schema, stored);
        expect(keepingAside(read, read)).toEqual(stored);
      }),
    );
  });

  it('writes what is changed, and nothing that is taken away comes back', () => {
    const stored = {
      name: 'old',
      x: 1,
      target: { low: '1', high: '2', x: 2 },
      kind: { is: 'a', n: 1, x: 3 },
      steps: [
        { id: 'first', done: false, x: 4 },
        { id: 'second', done: false, x: 5 },
        { id: 'third', done: true, x: 6 },
      ],
      counts: {},
    };
    const { target: _gone, ...read } = readKnown(schema, stored);
    const before = readKnown(schema, stored);
    const next = {
      ...read,
      name: 'new',
      steps: [
        { id: 'third', done: true },
        { id: 'second', done: true },
        { id: 'fourth', done: false },
      ],
    };
    expect(keepingAside(before, next)).toEqual({
      name: 'new',
      x: 1,
      kind: { is: 'a', n: 1, x: 3 },
      steps: [
        { id: 'third', done: true, x: 6 },
        { id: 'second', done: true, x: 5 },
        { id: 'fourth', done: false },
      ],
      counts: {},
    });
  });

  it('changes nothing where nothing was left aside, or nothing was there', () => {
    const value: Value = { name: 'n', kind: { is: 'a', n: 1 }, steps: [], counts: {} };
    expect(keepingAside(readKnown(schema, value), value)).toBe(value);
    expect(keepingAside(undefined, value)).toBe(value);
  });
});
