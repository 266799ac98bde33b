// A figure that nobody reads measures nothing. Live = active, owned, and read recently enough for its rhythm.

import { activeIn } from './active.ts';
import type { Calendar } from './calendar.ts';
import type { Organisation } from './organisation.ts';
import type { Policy } from './policy.ts';
import type { Quarter } from './quarter.ts';
import { quarterIndex, quartersUpTo } from './quarter-steps.ts';
import type { MapNode } from './strategy-links.ts';

/** What a judgement is made with: the quarter judged, where the organisation stands in time, its thresholds. */
export interface Context {
  readonly quarter: Quarter;
  readonly calendar: Calendar;
  readonly policy: Policy;
}

/** The context in which an organisation's reporting quarter is judged. */
export const contextOf = ({
  organisation,
  calendar,
}: {
  readonly organisation: Pick<Organisation, 'policy'>;
  readonly calendar: Calendar;
}): Context => ({ quarter: calendar.reportingQuarter, calendar, policy: organisation.policy });

/** The quarters within which this KPI must have been read to be live. */
export const liveWindow = (everyQuarters: 1 | 2 | 4, policy: Pick<Policy, 'liveQuarters'>): number =>
  everyQuarters === 1 ? policy.liveQuarters : Math.max(policy.liveQuarters, everyQuarters + 1);

/** Whether somebody who is still here owns the KPI. */
export const hasOwner = (kpi: MapNode<'kpi'>): boolean => kpi.links.owner[0]?.data?.status === 'active';

const windows = new WeakMap<Context, Map<number, readonly Quarter[]>>();
/** The quarters of which a reading makes a KPI with this rhythm live; worked out once for each context. */
const windowOf = (everyQuarters: 1 | 2 | 4, context: Context): readonly Quarter[] => {
  let ofContext = windows.get(context);
  if (ofContext === undefined) {
    ofContext = new Map();
    windows.set(context, ofContext);
  }
  let window = ofContext.get(everyQuarters);
  if (window === undefined) {
    const { quarter, calendar, policy } = context;
    const behind = Math.max(0, quarterIndex(quarter) - quarterIndex(calendar.lastDueQuarter));
    window = quartersUpTo(quarter, behind + liveWindow(everyQuarters, policy)).reverse();
    ofContext.set(everyQuarters, window);
  }
  return window;
};

/** Whether the KPI was read - an actual, not a "not measured" - within its window up to the quarter. */
export const isRead = (kpi: MapNode<'kpi'>, context: Context): boolean => {
  if (kpi.data === undefined) return false;
  const { readings } = kpi.data;
  for (const quarter of windowOf(kpi.data.everyQuarters, context))
    if (readings[quarter]?.actual !== undefined) return true;
  return false;
};

/** Whether the KPI is live in the quarter. */
export const isLive = (kpi: MapNode<'kpi'>, context: Context): boolean =>
  kpi.data !== undefined && activeIn(kpi.data, context.quarter) && hasOwner(kpi) && isRead(kpi, context);

/** Whether the entity behind a node is defined and active in the quarter. */
export const isActive = (
  node:
    | MapNode<'kpi'>
    | MapNode<'outcome'>
    | MapNode<'department'>
    | MapNode<'touchpoint'>
    | MapNode<'capability'>
    | MapNode<'journey'>,
  quarter: Quarter,
): boolean => node.data !== undefined && activeIn(node.data, quarter);
