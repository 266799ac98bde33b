/** What every test file that reaches DynamoDB Local does at its end. */
import { afterAll } from 'vitest';
import { dropTables } from './fresh-table.ts';

afterAll(dropTables);
