/**
 * A folder like the repository's, with an empty function for each row of the function table: what the template tests
 * need of the sources is that they exist.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { functionTable } from '../../infra/function-table.ts';

/** Makes the folder, always at the same place: made twice it is the same. */
export function makeStubRoot(): string {
  const root = join(tmpdir(), 'counterpart-stub-root');
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, 'package-lock.json'), '{}');
  for (const { source } of functionTable) {
    mkdirSync(dirname(join(root, source)), { recursive: true });
    writeFileSync(join(root, source), 'export const handler = () => {};\n');
  }
  return root;
}
