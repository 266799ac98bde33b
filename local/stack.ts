/**
 * The local stack from its first line to its last: takes the port and the data folder, starts what the template
 * describes, seeds the example as its people would, and stops all of it with one call.
 */
import { join } from 'node:path';
import { operatorOf } from '../cli/operator-commands.ts';
import type { Example } from '../examples/example.ts';
import { openTable, type Table } from '../shared/table/table.ts';
import { type AdvanceProps, advanceTo, advanceToNext, type Happened } from './advance.ts';
import { type Backend, startBackend } from './backend.ts';
import { bundleFunctions } from './bundle.ts';
import { type BusinessClock, openBusinessClock } from './business-clock.ts';
import { serveControl } from './control.ts';
import { type DataFolder, takeDataFolder } from './data-folder.ts';
import { type DynamoDbServer, launchDynamoDb, localDynamoDbClient } from './dynamodb.ts';
import { openFront } from './front.ts';
import { type Identity, openIdentity } from './identity.ts';
import { openLocalTable } from './local-table.ts';
import { serveMailPage } from './mail-page.ts';
import { type MailStore, openMailStore } from './mail-store.ts';
import { findPerson, listPeople } from './people.ts';
import type { Step } from './progress.ts';
import { readFunctions } from './resources/lambda-function.ts';
import { readSignIn } from './resources/sign-in.ts';
import { feedExample, seedExample } from './seed.ts';
import { localSubject, type SeedStack } from './seed-client.ts';
import { type LocalServer, listen } from './server.ts';
import { readTemplate, synthesise, type Template } from './template.ts';

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
    return await start(props, undo);
  } catch (error) {
    for (const step of undo.toReversed()) await step();
    throw error;
  }
}

async function start(props: StackProps, undo: (() => unknown)[]): Promise<Stack> {
  const { example, step, onTrouble } = props;
  const server = await listen(props.port);
  undo.push(() => server.close());
  const data = takeDataFolder(props.dataFolder, props);
  undo.push(() => data.release());
  const clock = openBusinessClock(data.file('clock.json'), example ? new Date(example.asOf) : new Date());
  const mails = openMailStore(data.folder('mail'));
  const dynamoDb = await launchDynamoDb({ dbPath: data.folder('dynamodb') });
  undo.push(() => dynamoDb.stop());
  const [{ template, bundles }] = await Promise.all([
    step('Template and functions', () => prepare(server, data)),
    step('DynamoDB Local', () => dynamoDb.ready()),
  ]);
  const client = localDynamoDbClient(dynamoDb.endpoint);
  const localTable = await openLocalTable(client, template);
  const table = openTable(localTable.name, client);
  const { origin } = server;
  const shared = { template, data, clock, mails, bundles, table: localTable, origin, onTrouble };
  const backend = startBackend({ ...shared, dynamoDb: dynamoDb.endpoint });
  undo.push(() => backend.stop());
  const identity = await startIdentity({ template, data, table, clock, origin });
  const tokenFor: Stack['tokenFor'] = async (member, organisation) =>
    identity.tokenFor(await findPerson(table, member, organisation));
  const seed: SeedStack = {
    baseUrl: origin,
    tokenFor: (member) => tokenFor(member, example?.organisation.id),
    operator: operatorOf(table, () => clock.now().toISOString()),
  };
  const { scheduler, nextTick, settle, failures } = backend;
  const handIn = async (time: string): Promise<number> => (example ? feedExample(seed, example, time) : 0);
  const moving: AdvanceProps = { table, clock, scheduler, nextTick, mails, example, handIn, settle };
  const advance: Stack['advance'] = (to) => (to ? advanceTo(to, moving) : advanceToNext(moving));
  const listAll = () => listPeople(table);
  const control = serveControl({ clock, failures, mails, listPeople: listAll, tokenFor, advance });
  const mailPage = serveMailPage(mails);
  server.answerWith(
    openFront({ template, backend, origin, page: props.page, identity: identity.handle, control, mailPage }),
  );
  if (example) await step('Example', (tell) => fill(seed, example, backend, tell));
  const stop = async (): Promise<void> => {
    await server.close();
    await backend.stop();
    client.destroy();
    await dynamoDb.stop();
    data.release();
  };
  return {
    origin,
    dynamoDb: dynamoDb.endpoint,
    table,
    clock,
    mails,
    backend,
    died: diedOf(dynamoDb),
    tokenFor,
    advance,
    stop,
  };
}

async function prepare(address: LocalServer, data: DataFolder) {
  const template = readTemplate(await synthesise(), address);
  const bundles = await bundleFunctions(readFunctions(template), ROOT, data.folder('build'));
  return { template, bundles };
}

interface IdentityParts {
  readonly template: Template;
  readonly data: DataFolder;
  readonly table: Table;
  readonly clock: BusinessClock;
  readonly origin: string;
}

function startIdentity({ template, data, table, clock, origin }: IdentityParts): Promise<Identity> {
  const operator = operatorOf(table, () => clock.now().toISOString());
  return openIdentity({
    origin,
    signIn: readSignIn(template),
    keyFile: data.file('signing-key.json'),
    people: {
      list: () => listPeople(table),
      find: (member, organisation) => findPerson(table, member, organisation),
      link: ({ organisation, member: { id } }) =>
        operator.linkLogin({ org: organisation, member: id, sub: localSubject(id) }),
    },
  });
}

async function fill(seed: SeedStack, example: Example, { settle }: Backend, tell: (state: string) => void) {
  await seedExample(seed, example, (done, total) => tell(`${done} of ${total}`));
  tell('evaluating');
  await settle();
}

async function diedOf({ died }: DynamoDbServer): Promise<string> {
  return `DynamoDB Local ended by itself: ${await died}`;
}
