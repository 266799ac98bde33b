/** What is built of the sources is kept under their hash, so that what has not changed is not built again. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** What is kept. */
export interface ToBuild {
  /** Under which it is kept in node_modules/.cache. */
  readonly name: string;
  /** Files and folders below the root that it is made of. */
  readonly sources: readonly string[];
  /** What else makes it this one and no other. */
  readonly variant?: string;
  /** Builds it into a folder; a rejection leaves nothing behind. */
  readonly build: (folder: string) => Promise<void>;
}

async function filesOf(root: string, source: string): Promise<string[]> {
  const path = join(root, source);
  if (!(await stat(path)).isDirectory()) return [source];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

async function hashOf(root: string, { sources, variant = '' }: ToBuild): Promise<string> {
  const files = (await Promise.all(sources.map((source) => filesOf(root, source)))).flat().sort();
  const texts = await Promise.all(files.map((file) => readFile(join(root, file))));
  const hash = createHash('sha256').update(variant);
  for (const [i, file] of files.entries()) hash.update(`\n${file}\n`).update(texts[i] ?? '');
  return hash.digest('hex').slice(0, 16);
}

/** The folder of what is built of the sources as they are now; not to be changed. */
export async function keptBuild(root: string, toBuild: ToBuild): Promise<string> {
  const folder = join(root, 'node_modules', '.cache', toBuild.name, await hashOf(root, toBuild));
  if (existsSync(folder)) return folder;
  const fresh = `${folder}.${process.pid}`;
  await mkdir(fresh, { recursive: true });
  try {
    await toBuild.build(fresh);
    await rename(fresh, folder);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    // Another process may have come first.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}
