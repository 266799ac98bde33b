// What is built once is kept until a source or the variant changes; a build that fails leaves nothing.
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptBuild } from '../../local/kept-build.ts';

let root: string;
let built: number;
const build = async (folder: string): Promise<void> => {
  built += 1;
  await writeFile(join(folder, 'out.txt'), await readFile(join(root, 'src', 'a.txt'), 'utf8'));
};
const kept = (variant?: string) =>
  keptBuild(root, { name: 'thing', sources: ['src', 'lock.json'], build, ...(variant && { variant }) });
beforeEach(async () => {
  built = 0;
  root = await mkdtemp(join(tmpdir(), 'kept-'));
  await mkdir(join(root, 'src', 'deep'), { recursive: true });
  for (const file of ['src/a.txt', 'src/deep/b.txt', 'lock.json']) await writeFile(join(root, file), file);
});
afterEach(() => rm(root, { recursive: true }));

describe('a kept build', () => {
  it('is made once while nothing changes', async () => {
    const folder = await kept();
    expect(await readFile(join(folder, 'out.txt'), 'utf8')).toBe('src/a.txt');
    expect(await kept()).toBe(folder);
    expect(built).toBe(1);
  });

  it.each(['src/a.txt', 'src/deep/b.txt', 'lock.json'])('is made again once %s has changed', async (file) => {
    const before = await kept();
    await writeFile(join(root, file), 'changed');
    expect(await kept()).not.toBe(before);
    expect(built).toBe(2);
  });

  it('is another one for each variant', async () => {
    expect(await kept('marked')).not.toBe(await kept());
  });

  it('that two make at once is the same', async () => {
    const [one, other] = await Promise.all([kept(), kept()]);
    expect(one).toBe(other);
    expect(await readFile(join(one, 'out.txt'), 'utf8')).toBe('src/a.txt');
  });

  it('that fails leaves nothing behind', async () => {
    const fail = async () => Promise.reject(new Error('no such module'));
    await expect(keptBuild(root, { name: 'thing', sources: ['src'], build: fail })).rejects.toThrow(
      'no such module',
    );
    expect(await readdir(join(root, 'node_modules', '.cache', 'thing'))).toEqual([]);
  });
});
