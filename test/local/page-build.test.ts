// The page is built again when anything that it is made of is younger than what was built.
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isPageStale } from '../../local/page-build.ts';

let root: string;
let page: string;
/** Writes a file that was last changed so many seconds after 2026 began. */
const write = async (path: string, seconds: number): Promise<void> => {
  const file = join(root, path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, '');
  const at = Date.UTC(2026, 0) / 1000 + seconds;
  await utimes(file, at, at);
};
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'page-'));
  page = join(root, 'dist', 'page');
  for (const file of ['web/app.tsx', 'shared/domain/kpi.ts', 'languages/de.ts', 'package-lock.json'])
    await write(file, 10);
});
afterEach(() => rm(root, { recursive: true }));

describe('a built page', () => {
  it('is stale while there is none', () => {
    expect(isPageStale(root, page)).toBe(true);
  });

  it('stands while nothing is younger', async () => {
    await write('dist/page/index.html', 20);
    expect(isPageStale(root, page)).toBe(false);
  });

  it.each(['web/board-report/heat.tsx', 'shared/domain/kpi.ts', 'languages/de.ts', 'package-lock.json'])(
    'is stale once %s is younger',
    async (file) => {
      await write('dist/page/index.html', 20);
      await write(file, 30);
      expect(isPageStale(root, page)).toBe(true);
    },
  );
});
