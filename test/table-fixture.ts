/**
 * A table of a fresh name on the run's DynamoDB Local, made of the very resource that is deployed; and the way to it
 * broken by plan.
 */
import { inject } from 'vitest';
import type { Table } from '../shared/table/table.ts';
import { type FaultPlan, type Faults, injectFaults } from './faults.ts';
import { clientOf, type FreshTable, makeTable } from './fresh-table.ts';

/** A table that nobody else uses. */
export const freshTable = (): Promise<FreshTable> =>
  makeTable(inject('dynamodbEndpoint'), JSON.parse(inject('tableResource')));

/** The same table through a client of its own that meets the faults of a plan and tries `attempts` times. */
export const broken = (
  fresh: FreshTable,
  plan: FaultPlan,
  attempts = 1,
): { readonly table: Table; readonly faults: Faults } => {
  const client = clientOf(inject('dynamodbEndpoint'), attempts);
  return { table: fresh.through(client), faults: injectFaults(client, plan) };
};
