/** Builds the page when it was never built, or when a source is younger than what was built. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

const SOURCES = ['web', 'shared', 'languages', 'package-lock.json'];

/** Whether the page in `folder` is missing or older than one of its sources under `root`. */
export function isPageStale(root: string, folder: string): boolean {
  const built = join(folder, 'index.html');
  if (!existsSync(built)) return true;
  const time = statSync(built).mtimeMs;
  return SOURCES.some((source) => newest(join(root, source)) > time);
}

/**
 * Builds the page of the repository at `root` into `folder`, beside it first, so that a build that is stopped, or two at
 * a time, leave no half of a page. Rejects with what the build says is wrong.
 */
export async function buildPage(root: string, folder: string): Promise<void> {
  const { build } = await import('vite');
  const outDir = `${folder}-${process.pid}`;
  await build({ configFile: join(root, 'web', 'vite.config.ts'), logLevel: 'error', build: { outDir } });
  await rm(folder, { recursive: true, force: true });
  await rename(outDir, folder);
}

function newest(path: string): number {
  if (!existsSync(path)) return 0;
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs;
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Math.max(0, ...files.map((file) => statSync(join(file.parentPath, file.name)).mtimeMs));
}
