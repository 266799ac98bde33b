// What guards an item against two who write it at once: its version, which the writer must have read, and the hash of
// its entity's last audit entry, which the next entry carries on.
import * as z from 'zod';
import { Refusal } from '../domain/problem.ts';
import { attributeOf, type Item } from './item.ts';

/** The guards of one item. */
export interface Guards {
  /** 1 for the first that was stored. */
  readonly version: number;
  readonly auditHash: string;
}

/** The hash of the last audit entry; empty before the first. */
export const auditHashOf = (item: Item): string => String(item['auditHash'] ?? '');

/** The guards of a stored item. Throws `Unfit`. */
export const guardsOf = (item: Item): Guards => ({
  version: attributeOf(z.int().min(1), item, 'version'),
  auditHash: auditHashOf(item),
});

/** The refusal (`stale-version`) of who has read a version of `what` that is not the present one; 0: there was none. */
export const staleRead = (message: string, what: string, version: number) => (): Refusal =>
  new Refusal('stale-version', message, [
    {
      path: 'If-Match',
      found: `"${version}"`,
      expected: `the present version of the ${what}; read it again`,
    },
  ]);
