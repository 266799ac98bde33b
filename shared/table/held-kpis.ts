// The KPIs of a department: those it holds now, and those that have moved on, whose older quarters are still its own
// to submit.
import type { Kpi } from '../domain/kpi.ts';
import type { OrgId } from '../domain/slug.ts';
import { readDefinitions, type StoredOf, storedSchemas } from './definitions.ts';
import { contentOf } from './item.ts';
import { byEntityIndex, keys, partitions } from './keys.ts';
import { type Guarded, queryAll, type Table } from './table.ts';

/** The KPIs that a department holds now, by id. The index may be a moment behind. */
export const kpisHeldNow = async (table: Table, org: OrgId, department: string): Promise<StoredOf<'kpi'>[]> =>
  (await queryAll(table, { pk: partitions.kpisOf(org, department), index: byEntityIndex })).map((item) =>
    contentOf(storedSchemas.kpi, item),
  );

/** The ids of the KPIs that a department held once. */
export const kpisHeldOnce = async (table: Table, org: OrgId, department: string): Promise<string[]> =>
  (await queryAll(table, { pk: partitions.formerKpis(org, department) })).map((item) => item.sk);

/** The KPIs of these ids that exist. */
export const kpisOf = async (
  table: Table,
  org: OrgId,
  ids: readonly string[],
  strong = false,
): Promise<Map<string, StoredOf<'kpi'>>> => readDefinitions(table, org, 'kpi', ids, strong);

/** The steps by which a department that a KPI leaves can find it again. */
export const leavingSteps = (table: Table, org: OrgId, before: Kpi | undefined, after: Kpi): Guarded[] =>
  before === undefined || before.department === after.department
    ? []
    : [
        {
          step: {
            Put: {
              TableName: table.name,
              Item: { ...keys.formerKpi(org, before.department, after.id), type: 'former' },
            },
          },
        },
      ];
