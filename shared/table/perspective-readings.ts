// What the wordings of KPIs read as, beside the KPIs: derived, so one that is lost is made again.
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { kpiSchema } from '../domain/kpi.ts';
import { stamp } from '../domain/lifetime.ts';
import { type PerspectiveReading, perspectiveReading } from '../domain/perspective-reading.ts';
import type { OrgId } from '../domain/slug.ts';
import { content, contentOf } from './item.ts';
import { keys, partitions } from './keys.ts';
import { getItem, getItems, queryAll, type Table } from './table.ts';
import { wentThrough } from './writes.ts';

const wordedKpi = z.object({
  ...kpiSchema.pick({ id: true, name: true, definition: true, unit: true, direction: true }).shape,
  version: stamp.shape.version,
});
/** A KPI as far as its wording goes, with the version that it is of. */
export type WordedKpi = z.infer<typeof wordedKpi>;

/** The wordings of KPIs, read strongly; those that are not there are left out. */
export const readWorded = async (table: Table, org: OrgId, ids: readonly string[]): Promise<WordedKpi[]> => {
  const items = await getItems(
    table,
    ids.map((id) => keys.definition(org, 'kpi', id)),
    true,
  );
  return items.map((item) => contentOf(wordedKpi, item));
};

/** The reading of one KPI, read strongly; undefined where nobody has read it. */
export const readPerspective = async (
  table: Table,
  org: OrgId,
  kpi: string,
): Promise<PerspectiveReading | undefined> => {
  const item = await getItem(table, keys.perspective(org, kpi), true);
  return item === undefined ? undefined : contentOf(perspectiveReading, item);
};

/** All readings of an organisation, by KPI. */
export const allPerspectiveReadings = async (
  table: Table,
  org: OrgId,
): Promise<ReadonlyMap<string, PerspectiveReading>> => {
  const items = await queryAll(table, { pk: partitions.perspectives(org), strong: true });
  return new Map(items.map((item) => [item.sk, contentOf(perspectiveReading, item)]));
};

/** Keeps the reading of a KPI's version; one of a later version stays. */
export const putPerspective = async (
  table: Table,
  org: OrgId,
  kpi: { readonly id: string; readonly version: number },
  reading: PerspectiveReading,
): Promise<void> => {
  const put = new PutCommand({
    TableName: table.name,
    Item: {
      ...keys.perspective(org, kpi.id),
      type: 'perspective',
      schema: 1,
      kpiVersion: kpi.version,
      ...content(reading),
    },
    ConditionExpression: 'attribute_not_exists(pk) OR kpiVersion <= :version',
    ExpressionAttributeValues: { ':version': kpi.version },
  });
  await wentThrough(table.client.send(put));
};
