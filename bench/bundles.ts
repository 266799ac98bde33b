/**
 * Prints what every function weighs and how long it takes to import, against the limits; ends with 1 if one is over.
 * `node bench/bundles.ts [rounds]`; without rounds each file is imported 15 times, with 0 only sizes are judged.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleClients, type ImportTime, importLimitOf, median, timeImports } from './bundle-imports.ts';
import { type Bundle, bundleFunctions, keepsLimit, limitOf } from './bundle-sizes.ts';

const ROOT = join(import.meta.dirname, '..');

/** The environment of a deployed function, with addresses that nothing answers. */
const ENVIRONMENT = {
  AWS_REGION: 'us-east-1',
  TABLE_NAME: 'bench',
  STAGE: 'dev',
  PAGE_URL: 'https://page.example',
  TOKEN_ISSUER: 'https://issuer.example',
  TOKEN_CLIENT_ID: 'bench',
  MAIL_FROM: 'counterpart@example.com',
  MAIL_REDIRECT_TO: 'success@simulator.amazonses.com',
  MAIL_CONFIGURATION_SET: 'bench',
};

const outdir = await mkdtemp(join(tmpdir(), 'bundles-'));
try {
  process.exitCode = (await measure(Number(process.argv[2] ?? 15))) ? 0 : 1;
} finally {
  await rm(outdir, { recursive: true });
}

/** Prints the tables; says whether every limit is kept. */
async function measure(rounds: number): Promise<boolean> {
  await writeFile(join(outdir, 'package.json'), '{"type":"commonjs"}');
  const bundles = await bundleFunctions(ROOT, outdir);
  console.table(Object.fromEntries(bundles.map((bundle) => [bundle.row.source, sizeLine(bundle)])));
  const sizesKept = bundles.every(keepsLimit);
  if (rounds === 0) return sizesKept;
  const importsKept = await measureImports(bundles, rounds);
  return sizesKept && importsKept;
}

async function measureImports(bundles: readonly Bundle[], rounds: number): Promise<boolean> {
  const clients = await bundleClients(ROOT, outdir);
  const candidates = new Map<string, string | undefined>([
    ['bare node', undefined],
    ['DynamoDB clients alone', clients],
    ...bundles.map(({ row, file }): [string, string] => [row.source, file]),
  ]);
  const runs = await timeImports(candidates, rounds, ENVIRONMENT);
  const bare = runsOf(runs, 'bare node').map((run) => run.process);
  const yardstick = runsOf(runs, 'DynamoDB clients alone').map((run) => run.importing);
  console.log(
    `bare node ${median(bare).toFixed(0)} ms, DynamoDB clients alone ${median(yardstick).toFixed(0)} ms; ` +
      `ratios within a round, medians of ${rounds} rounds`,
  );
  const lines = bundles.map(({ row }) => {
    const own = runsOf(runs, row.source);
    const limit = importLimitOf(row);
    const ratios = {
      importing: median(own.map(({ importing }, round) => importing / at(yardstick, round))),
      process: median(own.map((run, round) => run.process / at(bare, round))),
    };
    const line = {
      'import ms': Math.round(median(own.map(({ importing }) => importing))),
      'x clients': `${ratios.importing.toFixed(2)} of ${limit.importing}`,
      'x bare node': `${ratios.process.toFixed(2)} of ${limit.process}`,
      kept: ratios.importing <= limit.importing && ratios.process <= limit.process,
    };
    return [row.source, line] as const;
  });
  console.table(Object.fromEntries(lines));
  return lines.every(([, { kept }]) => kept);
}

function runsOf(runs: ReadonlyMap<string, readonly ImportTime[]>, name: string): readonly ImportTime[] {
  const found = runs.get(name);
  if (!found) throw new Error(`${name} was not timed.`);
  return found;
}

function at(values: readonly number[], round: number): number {
  const value = values[round];
  if (value === undefined) throw new Error(`Round ${round} was not timed.`);
  return value;
}

function sizeLine(bundle: Bundle) {
  const limit = limitOf(bundle.row);
  return {
    'KB minified': `${(bundle.minified / 1000).toFixed(0)} of ${limit.minified}`,
    'KB gzip': `${(bundle.gzipped / 1000).toFixed(0)} of ${limit.gzipped}`,
    kept: keepsLimit(bundle),
  };
}
