// What the analyst of an example sets up: all definitions and the closed quarters, handed in as one file of the import
// format and followed until it has been applied.
import { datasetOf } from '../examples/dataset.ts';
import type { Example } from '../examples/example.ts';
import { phasesOf } from '../examples/phases.ts';
import type { Call } from '../shared/api/client.ts';
import { writeDataset } from '../shared/exchange/write.ts';
import { onceOnly, wait, writeKey } from './seed-client.ts';

/** Milliseconds between two looks at how far the import has come, and how many looks are taken. */
const pace = 100;
const looks = 600;

/** The tables of an example that its analyst imports; those without rows are left out. */
const tablesOf = (example: Example) =>
  writeDataset(datasetOf(example, phasesOf(example).history))
    .filter(({ rows }) => rows.length > 0)
    .map(({ name, header, rows }) => ({
      name,
      header: [...header],
      rows: rows.map((row) => [...row]),
    }));

/**
 * Imports as the analyst; `progress` is told how many entities are written, of how many. Rejects with an Error that
 * names the first fault where the files are refused, or what stood in the way where some entities could not be written.
 */
export const importExample = async (
  call: Call,
  example: Example,
  progress: (done: number, total: number) => void,
): Promise<void> => {
  const tables = tablesOf(example);
  const body = { tables, apply: true, file: example.organisation.id };
  const begun = await onceOnly(() => call('importTables', { body, key: writeKey('importTables', body) }));
  const [fault] = begun?.errors ?? [];
  if (fault !== undefined)
    throw new Error(
      `${fault.file}, row ${fault.row}, ${fault.column}: found ${fault.found}, expected ${fault.expected}`,
    );
  if (begun?.id === undefined) return;
  const { id } = begun;
  for (let look = 0; look < looks; look++) {
    const set = await call('getImport', { params: { id } });
    progress(set.done, set.total);
    if (set.state === 'applied') return;
    const [passed] = set.passedOver;
    if (passed !== undefined) throw new Error(`${passed.kind} ${passed.id} was not imported: ${passed.why}`);
    await wait(pace);
  }
  throw new Error(`The import ${id} has not been applied after ${(pace * looks) / 1000} seconds.`);
};
