import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { shapeHash } from '../../shared/domain/shape.ts';

const one = () => z.strictObject({ name: z.string(), list: z.array(z.int()) });

describe('the hash of a shape', () => {
  it('is the same for the same shape', () => {
    expect(shapeHash({ one: one() })).toMatch(/^[0-9a-f]{16}$/);
    expect(shapeHash({ one: one() })).toBe(shapeHash({ one: one() }));
  });

  it.each([
    ['a new field', one().extend({ more: z.string().optional() })],
    ['another type', one().extend({ name: z.int() })],
    ['another type within a list', one().extend({ list: z.array(z.string()) })],
    ['a value that became optional', one().partial({ name: true })],
  ])('is another with %s', (_what, other) => {
    expect(shapeHash({ one: other })).not.toBe(shapeHash({ one: one() }));
  });
});
