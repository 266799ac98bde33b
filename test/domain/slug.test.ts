import { describe, expect, it } from 'vitest';
import { line, prose, slug, touchpointId } from '../../shared/domain/slug.ts';

const takes = (schema: { safeParse: (value: unknown) => { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

describe('id', () => {
  it.each(['a', '9', 'on-time', '-', 'a'.repeat(40)])('%s is one', (id) =>
    expect(takes(slug, id)).toBe(true),
  );
  it.each(['', 'A', 'a b', 'a|b', 'a/b', 'ä', 'a\n', 'a'.repeat(41), '__proto__', 7])('%j is none', (id) =>
    expect(takes(slug, id)).toBe(false),
  );

  it('says what it should be', () => {
    expect(slug.safeParse('On time').error?.issues[0]?.message).toBe(
      'an id of 1 to 40 characters from a-z, 0-9 and -',
    );
    expect(line(10).safeParse('').error?.issues[0]?.message).toBe('text of 1 to 10 characters');
    expect(prose(10).safeParse('x'.repeat(11)).error?.issues[0]?.message).toBe('text of 1 to 10 characters');
  });

  it('of a touchpoint is two, with a slash between', () => {
    expect(takes(touchpointId, 'order/desk')).toBe(true);
    for (const id of ['order', 'order/', '/desk', 'a/b/c', 'order/Desk'])
      expect(takes(touchpointId, id)).toBe(false);
  });
});

describe('text', () => {
  it.each([
    ['a bell', 'a\u0007b'],
    ['an escape', 'a\u001b[31m'],
    ['a return', 'a\rb'],
    ['a next-line mark', 'a\u0085b'],
    ['a right-to-left override', 'a\u202eb'],
    ['an isolate', 'a\u2066b'],
    ['nothing but spaces', '   '],
    ['too much', 'x'.repeat(11)],
  ])('with %s is refused', (_what, text) => {
    expect(takes(line(10), text)).toBe(false);
    expect(takes(prose(10), text)).toBe(false);
  });

  it('of several lines is prose and no line', () => {
    expect(takes(prose(10), 'a\nb\tc')).toBe(true);
    expect(takes(line(10), 'a\nb')).toBe(false);
    expect(takes(line(10), 'a\tb')).toBe(false);
  });

  it('is trimmed', () => {
    expect(line(10).parse('  pünktlich ')).toBe('pünktlich');
  });
});
