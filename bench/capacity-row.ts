// A line of the capacity table: what was done, what it consumed, what it may consume.
import type { Consumed } from './capacity-meter.ts';

/** What an operation may consume at most: units, sequential round trips, items of a transaction. */
export interface Limit {
  readonly read?: number;
  /** Of the table; `total` is of the table and its indexes together. */
  readonly write?: number;
  readonly total?: number;
  readonly trips?: number;
  readonly items?: number;
}
export interface Row {
  readonly operation: string;
  readonly consumed: Consumed;
  readonly limit: Limit;
}

/** Where a row is above its limit, in words; empty where it keeps it. */
export const excessOf = ({ consumed, limit }: Row): string[] => {
  const found: Readonly<Record<keyof Limit, number>> = {
    read: consumed.read,
    write: consumed.write,
    total: consumed.write + consumed.index,
    trips: consumed.trips,
    items: Math.max(0, ...consumed.transactions),
  };
  return (Object.keys(limit) as (keyof Limit)[])
    .filter((name) => found[name] > (limit[name] ?? 0))
    .map((name) => `${name}: found ${found[name]}, expected at most ${limit[name]}`);
};
