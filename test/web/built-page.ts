// The page as it is built for production, once for all test files: kept in the cache under the hash of what it is
// made of, so that an unchanged page is never built twice, and tests do not disturb a running stack.
import { createHash } from 'node:crypto';
import { access, glob, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';

const root = join(import.meta.dirname, '..', '..');
const cache = join(root, 'node_modules', '.cache', 'page');

/** A build that differs from the real one: in its name, under which it is kept, and by plugins. */
export interface Variant {
  readonly name: string;
  readonly plugins: Plugin[];
}

const hashOfSources = async (): Promise<string> => {
  const files: string[] = [];
  for await (const file of glob(['web/**/*.*', 'shared/**/*.ts*', 'languages/*.ts', 'package-lock.json'], {
    cwd: root,
  }))
    files.push(file);
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(file).update(await readFile(join(root, file)));
  return hash.digest('hex').slice(0, 16);
};

const isThere = (folder: string): Promise<boolean> =>
  access(join(folder, 'index.html')).then(
    () => true,
    () => false,
  );

const buildInto = async (folder: string, plugins: Plugin[]): Promise<void> => {
  process.env['NODE_ENV'] = 'production';
  await build({
    configFile: join(root, 'web', 'vite.config.ts'),
    logLevel: 'error',
    plugins,
    build: { outDir: folder },
  });
};

/** The folder of the page, built as for production whatever the environment of the tests says; not to be changed. */
export const builtPage = async (variant?: Variant): Promise<string> => {
  const hash = await hashOfSources();
  const folder = join(cache, variant === undefined ? hash : `${hash}-${variant.name}`);
  if (await isThere(folder)) return folder;
  const fresh = `${folder}.${process.pid}`;
  await mkdir(cache, { recursive: true });
  await buildInto(fresh, variant?.plugins ?? []);
  // Another file's build may have come first; then this one is thrown away.
  await rename(fresh, folder).catch(async (error: unknown) => {
    await rm(fresh, { recursive: true });
    if (!(await isThere(folder))) throw error;
  });
  return folder;
};
