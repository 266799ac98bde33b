// Where each thing of a file stands, so that a finding can point at the row that somebody has to change.
import type { Grid } from './rows.ts';

/** A row of a file: the file's name, its table, the row as a spreadsheet numbers it. */
export interface Place {
  readonly file: string;
  readonly table: string;
  readonly row: number;
}
/** Places by table and key, such as `kpis/dispatch` or `touchpoints/buying/door`. */
export type Places = ReadonlyMap<string, Place>;

/** The place of every row that has its key. */
export const placesOf = (grids: readonly Grid[]): Places => {
  const places = new Map<string, Place>();
  for (const { file, table, header, rows, firstRow = 2 } of grids) {
    const columns = table.key.map((name) => header.indexOf(name));
    for (const [i, cells] of rows.entries()) {
      const key = columns.map((column) => (cells[column] ?? '').trim());
      if (key.every((part) => part !== ''))
        places.set([table.name, ...key].join('/'), { file, table: table.name, row: i + firstRow });
    }
  }
  return places;
};

const tableOfKind: Readonly<Record<string, string>> = {
  department: 'departments',
  member: 'members',
  journey: 'journeys',
  touchpoint: 'touchpoints',
  capability: 'capabilities',
  outcome: 'outcomes',
  objective: 'objectives',
  kpi: 'kpis',
};

/** Where a thing is defined, or undefined where no row of the files defines it. */
export const placeOf = (places: Places, kind: string, id: string): Place | undefined =>
  places.get(`${tableOfKind[kind] ?? kind}/${id}`);

/** Where a subject stands: a pair at the row that links the two, or at its first half. */
export const placeOfSubject = (
  places: Places,
  { kind, ids }: { readonly kind: string; readonly ids: readonly string[] },
): Place | undefined => {
  const [first = '', second = ''] = ids;
  if (kind === 'kpi-pair')
    return places.get(`counterparts/${first}/${second}`) ?? placeOf(places, 'kpi', first);
  if (kind === 'kpi-outcome')
    return places.get(`contributions/${first}/${second}`) ?? placeOf(places, 'kpi', first);
  return placeOf(places, kind, first);
};
