// Whether something lives, apart from the schema that reads its life: the rule engine carries no parser.
import type { Lifetime } from './lifetime.ts';
import type { Quarter } from './quarter.ts';

/** Whether something lives in a quarter: from its first quarter up to the one before it is retired. */
export const activeIn = (thing: Lifetime, quarter: Quarter): boolean =>
  thing.firstQuarter <= quarter && (thing.retiredFrom === undefined || quarter < thing.retiredFrom);
