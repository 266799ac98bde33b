/** T20: no regular expression that input is held against takes time that grows faster than the input. */
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { routes } from '../../shared/api/routes.ts';
import { withoutSecrets } from '../../shared/runtime/logger.ts';

const patternsIn = (schema: unknown): string[] => {
  if (Array.isArray(schema)) return schema.flatMap(patternsIn);
  if (schema === null || typeof schema !== 'object') return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'pattern' && typeof value === 'string' ? [value] : patternsIn(value),
  );
};
const schemas = routes.flatMap((route) =>
  (['params', 'query', 'body'] as const).flatMap((part) => {
    const schema: unknown = part in route ? route[part as 'params'] : undefined;
    return schema instanceof z.ZodType
      ? [z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })]
      : [];
  }),
);
const patterns = [...new Set(patternsIn(schemas))];

/** Letters that the patterns know, repeated, with an end that none of them takes. */
const pumped = (length: number): string[] =>
  ['a', '0', '-', '.', ' ', '0-', 'a.', '0.0', 'a@', '2026-', '/', '+', '1e'].map(
    (unit) => `${unit.repeat(Math.ceil(length / unit.length))}!\u0000`,
  );
const milliseconds = (work: () => void): number => {
  const begun = performance.now();
  work();
  return performance.now() - begun;
};

describe('T20 a pattern of the contract', () => {
  it('is found', () => {
    expect(patterns.length).toBeGreaterThan(5);
  });

  it.each(patterns)('%s takes no time over 100,000 characters', (pattern) => {
    const expression = new RegExp(pattern, 'u');
    for (const text of pumped(100_000)) expect(milliseconds(() => expression.test(text))).toBeLessThan(100);
  });
});

describe('T20 cleaning a line of the log', () => {
  it.each(pumped(20_000).map((text) => [text.slice(0, 6), text] as const))(
    'of %s… is quick',
    (_unit, text) => {
      expect(milliseconds(() => withoutSecrets(text))).toBeLessThan(500);
    },
  );
});
