// The local stack in a process of its own, so that a test can kill it: says its address when it is ready.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nhs } from '../../examples/nhs/organisation.ts';
import { startStack } from '../../local/stack.ts';

const dataFolder = process.argv[2];
if (dataFolder === undefined) throw new Error('expected a data folder');
const page = join(dirname(dataFolder), 'page');
mkdirSync(page, { recursive: true });
writeFileSync(join(page, 'index.html'), '<p>page</p>');
const stack = await startStack({
  example: nhs,
  port: 0,
  dataFolder,
  reset: false,
  page,
  step: (_, work) => work(() => undefined),
  onTrouble: (line) => console.error(line),
});
console.log(`ready ${stack.origin}`);
