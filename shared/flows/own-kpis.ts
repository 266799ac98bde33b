// The organisation's own KPIs as the library looks at them for counterparts: what they serve, and whether they live.
import type { Perspective } from '../domain/kpi.ts';
import { contextOf, isLive } from '../domain/liveness.ts';
import type { OrgId } from '../domain/slug.ts';
import { StrategyMap } from '../domain/strategy-map.ts';
import type { Table } from '../table/table.ts';
import { loadEvaluated } from './load.ts';

/** A KPI as a possible counterpart; `journey` is that of its clock. */
export interface OwnKpi {
  readonly id: string;
  readonly name: string;
  readonly definition?: string;
  readonly perspective: Perspective;
  readonly outcomes: readonly string[];
  readonly touchpoints: readonly string[];
  readonly journey?: string;
  readonly live: boolean;
}

/** Every KPI of the evaluated state; none before the first evaluation. */
export const ownKpis = async (table: Table, org: OrgId): Promise<OwnKpi[]> => {
  const evaluated = await loadEvaluated(table, org);
  if (evaluated === undefined) return [];
  const { head, strategy } = evaluated;
  const context = contextOf(head);
  return new StrategyMap(strategy).all('kpi').flatMap((node) => {
    const { data } = node;
    if (data === undefined) return [];
    const { id, name, definition, perspective, touchpoints, contributions, clock } = data;
    return [
      {
        id,
        name,
        ...(definition === undefined ? {} : { definition }),
        perspective,
        touchpoints,
        outcomes: contributions.map(({ outcome }) => outcome),
        ...(clock === undefined || clock === 'on-no-journey' ? {} : { journey: clock.journey }),
        live: isLive(node, context),
      },
    ];
  });
};
