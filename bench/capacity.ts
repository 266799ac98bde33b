// What each operation costs in DynamoDB's units, measured on DynamoDB Local and, for transactions, counted from item
// sizes. `node bench/capacity.ts` prints the table; `--write` puts it into docs/capacity.md.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startDynamoDb } from '../local/dynamodb.ts';
import { makeTable } from '../test/fresh-table.ts';
import { tableResource } from '../test/table-template.ts';
import { capacityDocument } from './capacity-document.ts';
import { measureReports } from './capacity-reports.ts';
import type { Row } from './capacity-row.ts';
import { measureCompany } from './capacity-rows.ts';

export const documentFile = join(import.meta.dirname, '..', 'docs', 'capacity.md');

/** Measures everything on a DynamoDB Local. `resource` is the table's, as the template has it. */
export const measureCapacity = async (endpoint: string, resource: unknown): Promise<Row[]> => {
  const rows = await measureCompany(await makeTable(endpoint, resource), endpoint, resource);
  return [...rows, ...(await measureReports(await makeTable(endpoint, resource), endpoint, resource))];
};

const main = async (): Promise<void> => {
  const server = await startDynamoDb({ inMemory: true });
  try {
    const rows = await measureCapacity(server.endpoint, tableResource());
    const text = capacityDocument(rows);
    if (process.argv.includes('--write')) await writeFile(documentFile, text);
    else if ((await readFile(documentFile, 'utf8')) !== text)
      console.error('docs/capacity.md is out of date: run `node bench/capacity.ts --write`');
    console.log(text);
  } finally {
    await server.stop();
  }
};

if (import.meta.main) await main();
