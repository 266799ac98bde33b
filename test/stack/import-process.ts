// A local stack with an organisation that has nothing yet, in a process of its own, so that a test can kill it: says
// its address when it is ready.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Example } from '../../examples/example.ts';
import { startStack } from '../../local/stack.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';

const example: Example = {
  organisation: { id: 'acme', fields: { name: 'Acme', timeZone: 'Europe/Berlin', currency: 'EUR' } },
  asOf: '2026-07-20T07:00:00Z',
  analyst: { id: 'anna', fields: { name: 'Anna', email: 'anna@example.org', roles: ['analyst'] } },
  members: [],
  policy: defaultPolicy,
  departments: [],
  journeys: [],
  capabilities: [],
  outcomes: [],
  objectives: [],
  kpis: [],
  targets: [],
  submissions: [],
  drafts: [],
  handInAfterDays: 10,
};

const dataFolder = process.argv[2];
if (dataFolder === undefined) throw new Error('expected a data folder');
const page = join(dirname(dataFolder), 'page');
mkdirSync(page, { recursive: true });
writeFileSync(join(page, 'index.html'), '<p>page</p>');
const stack = await startStack({
  example,
  port: 0,
  dataFolder,
  reset: false,
  page,
  step: (_, work) => work(() => undefined),
  onTrouble: (line) => console.error(line),
});
console.log(`ready ${stack.origin}`);
