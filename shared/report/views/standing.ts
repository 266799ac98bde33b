// How does an outcome stand against its target, as customers feel it? By its customer-facing KPIs alone; the worst of
// them stands for it, because an outcome is not better than its worst promise.
import { activeContributors, holderOf } from '../../domain/contribution.ts';
import { targetIn } from '../../domain/kpi-in-quarter.ts';
import { type Context, isLive } from '../../domain/liveness.ts';
import { quartersUpTo } from '../../domain/quarter-steps.ts';
import { type Status, statusIn } from '../../domain/status.ts';
import type { MapNode } from '../../domain/strategy-links.ts';
import type { Standing } from './drawn.ts';

/** How many quarters a standing looks back. */
const quartersShown = 8;

/** The order in which statuses need attention: what misses, what nearly misses, what nobody knows, what holds. */
export const worstStatuses: readonly Status[] = [
  'off-target',
  'near-target',
  'no-reading',
  'no-target',
  'on-target',
];

/** The outcome's standing; undefined where no live customer-facing KPI contributes to it. */
export const standingOf = (outcome: MapNode<'outcome'>, context: Context): Standing | undefined => {
  const { quarter, policy } = context;
  const [worst] = activeContributors(outcome, quarter)
    .filter((kpi) => kpi.data?.perspective === 'customer-facing' && isLive(kpi, context))
    .flatMap((kpi) =>
      kpi.data === undefined ? [] : [{ kpi, data: kpi.data, status: statusIn(kpi.data, quarter, policy) }],
    )
    .sort(
      (a, b) =>
        worstStatuses.indexOf(a.status) - worstStatuses.indexOf(b.status) || (a.kpi.id < b.kpi.id ? -1 : 1),
    );
  if (worst === undefined) return undefined;
  const { kpi, data, status } = worst;
  const target = targetIn(data, quarter)?.value;
  return {
    kpi: kpi.id,
    name: data.name,
    department: holderOf(kpi, quarter),
    unit: data.unit,
    direction: data.direction,
    status,
    ...(target === undefined ? {} : { target }),
    series: quartersUpTo(quarter, quartersShown).map((one) => data.readings[one]?.actual ?? null),
  };
};
