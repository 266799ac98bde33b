// The weight of the page: what a browser must fetch before the board report is drawn.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtPage } from './built-page.ts';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}
let folder: string;
beforeAll(async () => {
  folder = await builtPage();
}, 60_000);

const loadedWith = (manifest: Readonly<Record<string, Chunk>>, names: readonly string[]): Set<string> => {
  const files = new Set<string>();
  const visit = (name: string): void => {
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`The manifest has no ${name}.`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const name of names) visit(name);
  return files;
};

describe('the first load', () => {
  it('of the board report is at most 250 KB of script, gzipped', async () => {
    const manifest = JSON.parse(await readFile(join(folder, '.vite', 'manifest.json'), 'utf8'));
    const files = loadedWith(manifest, ['index.html', 'board-report/board-report-screen.tsx']);
    const sizes = await Promise.all(
      [...files].map(async (file) => gzipSync(await readFile(join(folder, file))).length),
    );
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
    console.log(`first load: ${kilobytes.toFixed(1)} KB of script in ${files.size} files`);
    expect(kilobytes).toBeLessThanOrEqual(250);
  });

  it('has no script in the page itself', async () => {
    const html = await readFile(join(folder, 'index.html'), 'utf8');
    expect([...html.matchAll(/<script\b[^>]*>([^<]*)/g)].map(([, inside]) => inside)).toEqual(['']);
    expect(html).not.toMatch(/\son\w+=/);
  });
});
