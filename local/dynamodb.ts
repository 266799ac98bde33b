/**
 * Amazon's own DynamoDB Local, started from the jar that comes with a development package, and its tables made as the
 * template says. The local stack keeps data in a folder; tests keep them in memory.
 */
import type { ChildProcess } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  CreateTableCommand,
  DynamoDBClient,
  ListTablesCommand,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { LOCAL_AWS } from './aws.ts';
import { freePort } from './free-port.ts';
import { requireJava, spawnJava } from './java.ts';
import { parseTable } from './resources/table.ts';
import { StartError } from './start-error.ts';

/** Milliseconds that a start may take; on an idle machine it takes 2,000. */
const LONGEST_START = 60_000;

/** A running DynamoDB Local: its address, its process id, a promise of its unasked end, and how to stop it. */
export interface DynamoDbServer {
  readonly endpoint: string;
  readonly pid: number;
  /** Settles with the last printed line when Java ends by itself; never when `stop` ended it. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

/** Where the data live: in memory, or in a folder that survives. */
export type DynamoDbStorage = { readonly inMemory: true } | { readonly dbPath: string };

/** A server that was started and may not answer yet. */
export interface LaunchedDynamoDb extends DynamoDbServer {
  /** Resolves when it answers. Rejects with a StartError when it can't, for instance because of its folder. */
  ready(): Promise<void>;
}

/**
 * Starts DynamoDB Local on a free port and waits until it answers.
 * Throws a StartError when Java is missing or too old, or when the folder can't be used.
 */
export async function startDynamoDb(storage: DynamoDbStorage): Promise<DynamoDbServer> {
  const server = await launchDynamoDb(storage);
  await server.ready();
  return server;
}

/** Starts DynamoDB Local without waiting for it. Throws a StartError when Java is missing or too old. */
export async function launchDynamoDb(storage: DynamoDbStorage): Promise<LaunchedDynamoDb> {
  await requireJava();
  if ('dbPath' in storage) await makeFolder(storage.dbPath);
  const port = await freePort();
  const child = await spawnJava(javaArguments(storage, port), emulatorFolder());
  return observe(child, `http://127.0.0.1:${port}`, storage);
}

/** A client for a local endpoint. One attempt only, so that a test sees each error. */
export function localDynamoDbClient(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({ ...LOCAL_AWS, endpoint, maxAttempts: 1 });
}

/**
 * Makes the table that a template's resource (AWS::DynamoDB::Table or GlobalTable, intrinsics resolved or deploy-only)
 * describes, under the given name, with its indexes, stream and expiry. Throws on a property that we don't know.
 */
export async function createTableFromTemplate(
  client: DynamoDBClient,
  resource: unknown,
  name: string,
): Promise<void> {
  const table = parseTable(resource);
  await client.send(new CreateTableCommand({ ...table.create, TableName: name }));
  await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 0.05, maxDelay: 0.5 }, { TableName: name });
  if (table.expiryAttribute === undefined) return;
  const expiry = { AttributeName: table.expiryAttribute, Enabled: true };
  await client.send(new UpdateTimeToLiveCommand({ TableName: name, TimeToLiveSpecification: expiry }));
}

function emulatorFolder(): string {
  return join(
    dirname(createRequire(import.meta.url).resolve('amplify-dynamodb-simulator/package.json')),
    'emulator',
  );
}

function javaArguments(storage: DynamoDbStorage, port: number): string[] {
  const speed = ['-XX:TieredStopAtLevel=1', '-Xmx256m', '-XX:+UseSerialGC'];
  const jar = ['-Djava.library.path=./DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar'];
  const place = 'dbPath' in storage ? ['-dbPath', storage.dbPath] : ['-inMemory'];
  return [...speed, ...jar, ...place, '-sharedDb', '-disableTelemetry', '-port', String(port)];
}

async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new StartError(`The data folder ${folder} can't be written (${error.code ?? error.message}).`);
  });
}

function observe(child: ChildProcess, endpoint: string, storage: DynamoDbStorage): LaunchedDynamoDb {
  let printed = '';
  let stopping = false;
  const hear = (chunk: Buffer): void => {
    printed = (printed + chunk.toString()).slice(-2000);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', (error) => {
      printed = error.message;
      resolve();
    });
  });
  const died = new Promise<string>((resolve) => {
    void ended.then(() => stopping || resolve(printed.trim().split('\n').at(-1) ?? ''));
  });
  const stop = async (): Promise<void> => {
    stopping = true;
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), 3000);
    await ended;
    clearTimeout(force);
  };
  const ready = (): Promise<void> => untilAnswering(endpoint, storage, died, stop);
  return { endpoint, pid: child.pid ?? -1, died, stop, ready };
}

async function untilAnswering(
  endpoint: string,
  storage: DynamoDbStorage,
  died: Promise<string>,
  stop: () => Promise<void>,
): Promise<void> {
  const client = localDynamoDbClient(endpoint);
  const [place, advice] =
    'dbPath' in storage
      ? [` with the data folder ${storage.dbPath}`, '; start with --reset to begin afresh.']
      : ['', ''];
  const deadline = performance.now() + LONGEST_START;
  let end: string | undefined;
  void died.then((line) => (end = line));
  for (;;) {
    const problem = await client.send(new ListTablesCommand({})).then(
      () => undefined,
      (error: Error) => error,
    );
    if (problem === undefined) return client.destroy();
    if (end !== undefined) throw new StartError(`DynamoDB Local ended at once${place}: ${end}`);
    const isListening = !('code' in problem);
    if (isListening || performance.now() > deadline) {
      await stop();
      throw new StartError(`DynamoDB Local can't work${place}: ${problem.message}${advice}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
