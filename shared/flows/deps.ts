// What a flow needs from outside, in one place, so that tests and the local stack can give their own.
import type { Table } from '../table/table.ts';

/** A line of the log with its fields; the runtime decides where it goes. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  message: string,
  fields: Readonly<Record<string, unknown>>,
) => void;

export interface FlowDeps {
  readonly table: Table;
  readonly log: Log;
  /** The machine's clock in ms since 1970: expiry and claims are measured with it, never business time. */
  readonly machineNow: () => number;
}
