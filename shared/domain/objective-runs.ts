// When an objective runs, apart from the schema that reads objectives: the rule engine carries no parser.
import type { Objective } from './objective.ts';
import type { Quarter } from './quarter.ts';

/** Whether an objective runs in a quarter. */
export const runsIn = (
  objective: Pick<Objective, 'firstQuarter' | 'lastQuarter' | 'retiredFrom'>,
  quarter: Quarter,
): boolean =>
  objective.firstQuarter <= quarter &&
  (objective.lastQuarter === undefined || quarter <= objective.lastQuarter) &&
  (objective.retiredFrom === undefined || quarter < objective.retiredFrom);
