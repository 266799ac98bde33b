/** `npm start`: the local stack on this machine, with one address printed; ctrl-C stops everything. */
import { join } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { examples } from './examples.ts';
import { buildPage, isPageStale } from './page-build.ts';
import { showSteps } from './progress.ts';
import { ROOT, type Stack, startStack } from './stack.ts';
import { StartError } from './start-error.ts';

interface Options {
  readonly example: string;
  readonly port: number;
  readonly reset: boolean;
  /** Folder of the data, undefined: the example's own in .local. */
  readonly data?: string;
}

const program = new Command('npm start --')
  .description('Runs Counterpart on this machine.')
  .addOption(
    new Option('--example <name>', 'what it is filled with').choices(Object.keys(examples)).default('demo'),
  )
  .option('--port <number>', 'port of the one address', readPort, 4700)
  .option('--data <folder>', 'folder of the data (default: .local/<example>)')
  .option('--reset', 'begin with an empty data folder', false)
  .action(run);

await program.parseAsync();

async function run(options: Options): Promise<void> {
  const started = performance.now();
  const stack = await startAll(options).catch((error: unknown) => fail(error));
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(130);
    stopping = true;
    void stack.stop().then(() => process.exit(0), fail);
  };
  process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop);
  void stack.died.then((sentence) => fail(new StartError(sentence)));
  console.log(ready(stack, options.data ?? '.local', (performance.now() - started) / 1000));
}

async function startAll({ example: name, port, reset, data }: Options): Promise<Stack> {
  const step = showSteps(process.stdout);
  const example = await examples[name]?.();
  const page = join(ROOT, 'dist', 'page');
  const preparePage = async (): Promise<void> => {
    if (isPageStale(ROOT, page)) await step('Page', () => buildPage(ROOT, page));
  };
  const dataFolder = data ?? join(ROOT, '.local', name);
  const onTrouble = (line: string): void => console.error(`! ${line}`);
  return startStack({ example, port, dataFolder, reset, page, preparePage, step, onTrouble });
}

function ready({ origin, clock }: Stack, folder: string, seconds: number): string {
  return `
Counterpart runs at ${origin} (ready in ${seconds.toFixed(1)} s)

  Sign in as any of the example's people. Its mail is at ${origin}/mail.
  Business time is ${clock.now().toISOString().slice(0, 16).replace('T', ' ')} UTC; go to the next deadline with
  curl -X POST ${origin}/local/tick
  ctrl-C stops everything; the data stay in ${folder}.
`;
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('Expected a number from 0 to 65535.');
}

function fail(error: unknown): never {
  if (error instanceof StartError) console.error(error.message);
  else console.error(error);
  process.exit(1);
}
