/**
 * A data folder may be of an earlier build, whose derived data this one does not trust: then a tick comes at once,
 * which makes them anew, instead of within a quarter of an hour.
 */
import { awaitsRenewal } from '../shared/flows/derived-form.ts';
import { organisationsDue } from '../shared/table/organisations.ts';
import type { Table } from '../shared/table/table.ts';
import type { Backend } from './backend.ts';
import type { BusinessClock } from './business-clock.ts';

/** What renewing needs of the stack. */
export interface RenewProps {
  readonly table: Table;
  readonly clock: Pick<BusinessClock, 'now'>;
  readonly backend: Pick<Backend, 'scheduler' | 'settle'>;
}

/** Ticks where derived data are of another build, and waits for it. Returns whether it did. */
export async function renewDerived({ table, clock, backend }: RenewProps): Promise<boolean> {
  const served = (await organisationsDue(table)).filter(({ suspended }) => suspended !== true);
  const old = await Promise.all(served.map(({ org }) => awaitsRenewal(table, org)));
  if (!old.includes(true)) return false;
  await backend.scheduler.fire(clock.now());
  await backend.settle();
  return true;
}
