/** Bundles the functions as a deployment would, with source maps, so that what runs here is what would be deployed. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from '../infra/bundling.ts';
import { keptBuild } from './kept-build.ts';
import type { LambdaFunction } from './resources/lambda-function.ts';
import { StartError } from './start-error.ts';

/** Where the bundles are. */
export interface Bundles {
  /** Path of the bundle by function id. */
  readonly functions: ReadonlyMap<string, string>;
  /** Path of the program that each worker runs; bundled too, which spares every worker 60 ms. */
  readonly worker: string;
}

/**
 * Writes one CommonJS file for each function, and one for their workers, into the folder.
 * Throws a StartError that names the source and line of the first mistake.
 */
export async function bundleFunctions(
  functions: readonly LambdaFunction[],
  root: string,
  folder: string,
): Promise<Bundles> {
  const sources = functions.map(({ id, source }) => [id, join(root, source)]);
  const worker = join(import.meta.dirname, 'function-worker.ts');
  const entryPoints = Object.fromEntries([...sources, ['function-worker', worker]]);
  await writeFile(join(folder, 'package.json'), '{"type":"commonjs"}');
  await build({
    ...bundleOptions,
    entryPoints,
    outdir: folder,
    sourcemap: 'linked',
    logLevel: 'silent',
  }).catch(
    (error: {
      readonly errors?: readonly {
        readonly text: string;
        readonly location?: { file: string; line: number };
      }[];
    }) => {
      const first = error.errors?.[0];
      if (first === undefined) throw error;
      const place = first.location ? `${first.location.file}:${first.location.line}: ` : '';
      throw new StartError(`The functions can't be bundled: ${place}${first.text}`);
    },
  );
  return bundlesIn(folder, functions);
}

/** The same, bundled only where the functions or what they are made of have changed. */
export async function keptBundles(functions: readonly LambdaFunction[], root: string): Promise<Bundles> {
  const folder = await keptBuild(root, {
    name: 'functions',
    sources: ['functions', 'shared', 'languages', 'local', 'infra/bundling.ts', 'package-lock.json'],
    variant: JSON.stringify(functions.map(({ id, source }) => [id, source])),
    build: async (fresh) => {
      await bundleFunctions(functions, root, fresh);
    },
  });
  return bundlesIn(folder, functions);
}

const bundlesIn = (folder: string, functions: readonly LambdaFunction[]): Bundles => ({
  functions: new Map(functions.map(({ id }) => [id, join(folder, `${id}.js`)])),
  worker: join(folder, 'function-worker.js'),
});
