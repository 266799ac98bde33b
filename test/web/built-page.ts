// The page as it is built for production, once for all test files, apart from the one that a running stack shows.
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { keptBuild } from '../../local/kept-build.ts';

const root = join(import.meta.dirname, '..', '..');

/** A build that differs from the real one: in its name, under which it is kept, and by plugins. */
export interface Variant {
  readonly name: string;
  readonly plugins: Plugin[];
}

/** The folder of the page, built as for production whatever the environment of the tests says; not to be changed. */
export const builtPage = (variant?: Variant): Promise<string> =>
  keptBuild(root, {
    name: 'page',
    sources: ['web', 'shared', 'languages', 'package-lock.json'],
    variant: variant?.name ?? '',
    build: async (folder) => {
      process.env['NODE_ENV'] = 'production';
      await build({
        configFile: join(root, 'web', 'vite.config.ts'),
        logLevel: 'error',
        plugins: variant?.plugins ?? [],
        build: { outDir: folder },
      });
    },
  });
