// Keeps beside each KPI what its wording reads as. The reader itself comes from outside: the library is too large for
// every function that touches a KPI, so only the one that reads wordings carries it.
import type { Kpi } from '../domain/kpi.ts';
import { type WordingReading, wordingOf } from '../domain/perspective-reading.ts';
import type { OrgId } from '../domain/slug.ts';
import { putPerspective, readPerspective, readWorded } from '../table/perspective-readings.ts';
import type { Table } from '../table/table.ts';

/** Reads one wording. */
export type Reader = (kpi: Pick<Kpi, 'name' | 'definition' | 'unit' | 'direction'>) => WordingReading;

/** Reads the wordings of these KPIs again where they are others than those that were read. Safe to run twice. */
export const readWordings = async (
  table: Table,
  org: OrgId,
  ids: readonly string[],
  reader: Reader,
): Promise<void> => {
  for (const kpi of await readWorded(table, org, ids)) {
    const wording = wordingOf(kpi);
    if ((await readPerspective(table, org, kpi.id))?.wording === wording) continue;
    await putPerspective(table, org, kpi, { ...reader(kpi), wording });
  }
};
