/**
 * The local stack from its first line to its last: takes the port and the data folder, starts what the template
 * describes, seeds the example as its people would, and stops all of it with one call.
 */
import { join } from 'node:path';
import type { Example } from '../examples/example.ts';
import { openTable, type Table } from '../shared/table/table.ts';
import { openAccounts } from './accounts.ts';
import { type AdvanceProps, advanceTo, advanceToNext, type Happened, moveClock } from './advance.ts';
import { localAwsEnvironment } from './aws.ts';
import { type Backend, startBackend } from './backend.ts';
import { keptBundles } from './bundle.ts';
import { type BusinessClock, openBusinessClock } from './business-clock.ts';
import { serveControl } from './control.ts';
import { type DataFolder, takeDataFolder } from './data-folder.ts';
import { type LaunchedDynamoDb, launchDynamoDb, localDynamoDbClient } from './dynamodb.ts';
import { openFront } from './front.ts';
import { openLocalTable } from './local-table.ts';
import { serveMailPage } from './mail-page.ts';
import { type MailStore, openMailStore } from './mail-store.ts';
import type { Step } from './progress.ts';
import { renewDerived } from './renew.ts';
import { readFunctions } from './resources/lambda-function.ts';
import { feedExample, seedExample } from './seed.ts';
import type { SeedStack } from './seed-client.ts';
import { type LocalServer, listen } from './server.ts';
import { readTemplate, synthesise } from './template.ts';

/** Root of the repository. */
export const ROOT = join(import.meta.dirname, '..');

export interface StackProps {
  /** The example to seed, undefined: none; then business time is the machine's. */
  readonly example: Example | undefined;
  /** Port of the address; 0: any free one. */
  readonly port: number;
  readonly dataFolder: string;
  /** Begin with an empty data folder. */
  readonly reset: boolean;
  /** Folder of the built page. */
  readonly page: string;
  /** Makes the page, at the same time as everything else is prepared; undefined: it is there. */
  readonly preparePage?: () => Promise<void>;
  readonly step: Step;
  /** Told, in a line, of what goes wrong while the stack runs. */
  readonly onTrouble: (line: string) => void;
}

/** A running stack. */
export interface Stack {
  /** Such as `http://localhost:4700`. */
  readonly origin: string;
  /** Address of DynamoDB Local. */
  readonly dynamoDb: string;
  readonly table: Table;
  readonly clock: BusinessClock;
  readonly mails: MailStore;
  readonly backend: Backend;
  /** Settles with a sentence when DynamoDB Local ends by itself. */
  readonly died: Promise<string>;
  /** An access token of a member. */
  tokenFor(member: string, organisation?: string): Promise<string>;
  /** Goes to a business time, or to the next moment at which something is due, and waits for what it causes. */
  advance(to?: Date): Promise<Happened>;
  stop(): Promise<void>;
}

/** Starts the stack; whatever was started is stopped again when it can't be. Throws a StartError in one sentence. */
export async function startStack(props: StackProps): Promise<Stack> {
  const undo: (() => unknown)[] = [];
  try {
    const claim = await claimAll(props, undo);
    const [stack] = await Promise.all([build(claim, props, undo), props.preparePage?.()]);
    return stack;
  } catch (error) {
    for (const step of undo.toReversed()) await step();
    throw error;
  }
}

interface Claim {
  readonly server: LocalServer;
  readonly data: DataFolder;
  readonly clock: BusinessClock;
  readonly mails: MailStore;
  readonly dynamoDb: LaunchedDynamoDb;
}

/** Takes what another program may hold: port, data folder, Java. */
async function claimAll(
  { port, dataFolder, reset, example }: StackProps,
  undo: (() => unknown)[],
): Promise<Claim> {
  const server = await listen(port);
  undo.push(() => server.close());
  const data = takeDataFolder(dataFolder, { reset });
  undo.push(() => data.release());
  const clock = openBusinessClock(data.file('clock.json'), example ? new Date(example.asOf) : new Date());
  const mails = openMailStore(data.folder('mail'));
  const dynamoDb = await launchDynamoDb({ dbPath: data.folder('dynamodb') });
  undo.push(() => dynamoDb.stop());
  return { server, data, clock, mails, dynamoDb };
}

async function build(claim: Claim, props: StackProps, undo: (() => unknown)[]): Promise<Stack> {
  const { server, data, clock, mails, dynamoDb } = claim;
  const { example, step, page, onTrouble } = props;
  const { origin } = server;
  const [{ template, bundles }] = await Promise.all([
    step('Template and functions', () => prepare(server)),
    step('DynamoDB Local', () => dynamoDb.ready()),
  ]);
  const client = localDynamoDbClient(dynamoDb.endpoint);
  const localTable = await openLocalTable(client, template);
  const table = openTable(localTable.name, client);
  const endpoints = { dynamoDb: dynamoDb.endpoint, origin };
  const backend = startBackend({
    template,
    data,
    clock,
    mails,
    bundles,
    table: localTable,
    onTrouble,
    ...endpoints,
  });
  undo.push(() => backend.stop());
  const { operator, identity, list, tokenFor } = await openAccounts({ template, data, table, clock, origin });
  const forExample = (member: string) => tokenFor(member, example?.organisation.id);
  const seed: SeedStack = { baseUrl: origin, tokenFor: forExample, operator };
  const { failures } = backend;
  const handIn = async (time: string): Promise<number> => (example ? feedExample(seed, example, time) : 0);
  const moving: AdvanceProps = { table, clock, mails, example, handIn, ...backend };
  const advance: Stack['advance'] = (to) => (to ? advanceTo(to, moving) : advanceToNext(moving));
  const environment = { ...localAwsEnvironment(dynamoDb.endpoint), TABLE_NAME: table.name };
  const control = serveControl({
    clock,
    failures,
    mails,
    listPeople: list,
    tokenFor,
    environment,
    moveClock: (to) => moveClock(to, moving),
    advance,
  });
  const mailPage = serveMailPage(mails);
  server.answerWith(openFront({ template, backend, origin, page, identity, control, mailPage }));
  await renewDerived({ table, clock, backend });
  if (example) await step('Example', (tell) => fill(seed, example, backend, tell));
  const stop = async (): Promise<void> => {
    await server.close();
    await backend.stop();
    client.destroy();
    await dynamoDb.stop();
    data.release();
  };
  return { ...endpoints, table, clock, mails, backend, died: sayDied(dynamoDb), tokenFor, advance, stop };
}

async function prepare(address: LocalServer) {
  const template = readTemplate(await synthesise(), address);
  const bundles = await keptBundles(readFunctions(template), ROOT);
  return { template, bundles };
}

async function fill(seed: SeedStack, example: Example, { settle }: Backend, tell: (state: string) => void) {
  await seedExample(seed, example, (done, total) => tell(`${done} of ${total}`));
  tell('evaluating');
  await settle();
}

async function sayDied({ died }: LaunchedDynamoDb): Promise<string> {
  return `DynamoDB Local ended by itself: ${await died}`;
}
