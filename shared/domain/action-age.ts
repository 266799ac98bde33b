// How old an action is, apart from the schema that reads actions: the rule engine carries no parser.
import type { Action } from './action.ts';
import type { Quarter } from './quarter.ts';
import { quarterIndex } from './quarter-steps.ts';

/** Whether an action is past its due quarter and not done, as a quarter's report sees it. */
export const isStalled = (action: Pick<Action, 'state' | 'dueQuarter'>, quarter: Quarter): boolean =>
  action.state === 'open' && action.dueQuarter <= quarter;

/** How many quarters ago an action was decided. */
export const actionAge = ({ decided }: Pick<Action, 'decided'>, quarter: Quarter): number =>
  Math.max(0, quarterIndex(quarter) - quarterIndex(decided.quarter));
