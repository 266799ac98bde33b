/** Every attack of the list has a test that carries its number, wherever in the tests it belongs. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const attacks = 25;
const folder = join(import.meta.dirname, '..');
const named = /(?:describe|it)(?:\.each\([\s\S]*?\))?\(\s*['"`]((?:T\d+ )+)|\['((?:T\d+ )+)/g;

describe('the list of attacks', () => {
  it('T1 to T25 is tested', () => {
    const found = new Set(
      globSync('**/*.test.{ts,tsx}', { cwd: folder }).flatMap((file) =>
        [...readFileSync(join(folder, file), 'utf8').matchAll(named)].flatMap(([, title, row]) =>
          `${title ?? ''}${row ?? ''}`.trim().split(' '),
        ),
      ),
    );
    const missing = Array.from({ length: attacks }, (_, i) => `T${i + 1}`).filter((name) => !found.has(name));
    expect(missing).toEqual([]);
  });
});
