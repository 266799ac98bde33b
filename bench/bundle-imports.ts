/**
 * How long a bundle takes to import, as a ratio: to a bundle of nothing but the two DynamoDB clients, and, for the
 * whole process, to a Node that does nothing. The runs of all candidates alternate, so that a busy moment of the
 * machine hits them alike.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { bundleOptions } from '../infra/bundling.ts';
import type { FunctionRow } from '../infra/function-table.ts';

const run = promisify(execFile);

/** One run in ms: importing the file, and the life of the process around it. */
export interface ImportTime {
  readonly importing: number;
  readonly process: number;
}

const TIMED = 'const t=performance.now();require(process.argv[1]);console.log(performance.now()-t)';
const CLIENTS = `
  import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
  import { DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
  export const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  export const commands = [GetCommand, QueryCommand];
`;

/**
 * Bundles the two DynamoDB clients alone, as they come: the yardstick. Packages are taken from the repository at
 * `root`.
 */
export async function bundleClients(root: string, outdir: string): Promise<string> {
  const outfile = join(outdir, 'clients', 'index.js');
  const stdin = { contents: CLIENTS, resolveDir: root, loader: 'ts' } as const;
  await build({ ...bundleOptions, external: [], stdin, outfile, logLevel: 'silent' });
  return outfile;
}

/** What importing may cost, as ratios: to the two clients alone, and of the whole process to a bare Node. */
export interface ImportLimit {
  readonly importing: number;
  readonly process: number;
}

/** The limit of a function: those of mail import the mail clients too. */
export function importLimitOf({ source }: FunctionRow): ImportLimit {
  return source.startsWith('functions/mail/')
    ? { importing: 2.1, process: 4 }
    : { importing: 1.35, process: 3 };
}

/**
 * Imports each file once a round in a fresh process, by turns; without a file the process does nothing. The runs of a
 * file stand in the order of the rounds, so that those of one round can be compared.
 */
export async function timeImports(
  files: ReadonlyMap<string, string | undefined>,
  rounds: number,
  environment: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, readonly ImportTime[]>> {
  const runs = new Map([...files.keys()].map((name) => [name, [] as ImportTime[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, file] of files) runs.get(name)?.push(await timeOnce(file, environment));
  }
  return runs;
}

/** The middle value; of an even number the upper one. Throws an Error when there is none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('A median needs at least one value, found none.');
  return middle;
}

async function timeOnce(
  file: string | undefined,
  environment: Readonly<Record<string, string>>,
): Promise<ImportTime> {
  const start = performance.now();
  const script = file === undefined ? ['-e', 'console.log(0)'] : ['-e', TIMED, file];
  const { stdout } = await run(process.execPath, script, { env: { ...environment } });
  return { importing: Number(stdout), process: performance.now() - start };
}
