import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundleFunctions, keepsLimit, limitOf } from '../../bench/bundle-sizes.ts';
import { type FunctionRow, functionTable } from '../../infra/function-table.ts';
import { makeStubRoot } from './stub-root.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const OUT = mkdtempSync(join(tmpdir(), 'bundles-'));

afterAll(() => rmSync(OUT, { recursive: true }));

describe('a bundle', () => {
  it.each(functionTable)('of $source keeps its limits', { timeout: 30_000 }, async (row) => {
    const [bundle] = await bundleFunctions(ROOT, OUT, [row]);
    const { minified = 0, gzipped = 0 } = bundle ?? {};
    const limit = limitOf(row);
    expect(minified / 1000).toBeLessThanOrEqual(limit.minified);
    expect(gzipped / 1000).toBeLessThanOrEqual(limit.gzipped);
  });

  it('is one CommonJS file that exports the handler', async () => {
    await writeFile(join(OUT, 'package.json'), '{"type":"commonjs"}');
    const [bundle] = await bundleFunctions(makeStubRoot(), OUT, [rowOf('Audit')]);
    expect(createRequire(import.meta.url)(bundle?.file ?? '')).toMatchObject({
      handler: expect.any(Function),
    });
  });

  it('of a source that is missing is an error that names it', async () => {
    const row: FunctionRow = { ...rowOf('Audit'), source: 'functions/api/nowhere.ts' };
    await expect(bundleFunctions(ROOT, OUT, [row])).rejects.toThrow('functions/api/nowhere.ts');
  });
});

describe('the limits', () => {
  it('are wider for mail than for the rest', () => {
    expect(limitOf(rowOf('Evaluate'))).toEqual({ minified: 520, gzipped: 160 });
    expect(limitOf(rowOf('MailEvents'))).toEqual({ minified: 850, gzipped: 250 });
  });

  it.each([
    [520_000, 160_000, true],
    [520_001, 160_000, false],
    [520_000, 160_001, false],
  ])('judge %i bytes, %i zipped', (minified, gzipped, kept) => {
    expect(keepsLimit({ row: rowOf('Audit'), minified, gzipped })).toBe(kept);
  });
});

function rowOf(id: string): FunctionRow {
  const row = functionTable.find((one) => one.id === id);
  if (!row) throw new Error(`There is no function ${id}.`);
  return row;
}
