// The tables of the format as own sheets fill them, each cell with the cell of the sheet that it is from, so that what
// is refused is shown where people wrote it.
import type { Contribution, CounterpartLink, Direction, Kpi, Perspective } from '../domain/kpi.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { FileLocale } from './form.ts';
import { written } from './own-cells.ts';
import { numberIn, type ReadRow, type RowUnit } from './own-rows.ts';
import type { KnownThings, OwnResult } from './own-sheet.ts';

/** Where a row is from: its sheet, its row there, and the sheet's column for each column of the table (-1: none). */
export interface RowPlace {
  readonly sheet: number;
  readonly row: number;
  readonly columns: readonly number[];
}
export interface PlacedTable {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly places: readonly RowPlace[];
}

const headers = {
  departments: ['id', 'name', 'function', 'first_quarter'],
  outcomes: ['id', 'statement', 'owning_department', 'first_quarter'],
  kpis: [
    'id',
    'department',
    'name',
    'definition',
    'unit_kind',
    'unit',
    'direction',
    'perspective',
    'perspective_confirmed',
    'owner',
  ],
  counterparts: ['kpi', 'counterpart', 'lag'],
  contributions: ['kpi', 'outcome', 'effect', 'lag', 'rationale'],
  targets: ['kpi', 'from', 'value'],
  readings: ['kpi', 'quarter', 'actual', 'not_measured', 'note'],
} as const;
type TableName = keyof typeof headers;

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** What is told of a KPI. */
interface Told {
  readonly definition: string;
  readonly unit: { readonly kind: string; readonly symbol: string };
  readonly direction: Direction;
  readonly perspective: Perspective;
  readonly confirmed: boolean;
  readonly owner: string;
}

/** The tables as they grow. */
export class OwnTables {
  readonly #tables: Record<TableName, { rows: string[][]; places: RowPlace[] }>;
  readonly #byName: ReadonlyMap<string, string>;
  readonly #locale: FileLocale;

  constructor(rows: readonly ReadRow[], locale: FileLocale) {
    const empty = () => ({ rows: [], places: [] });
    this.#tables = {
      departments: empty(),
      outcomes: empty(),
      kpis: empty(),
      counterparts: empty(),
      contributions: empty(),
      targets: empty(),
      readings: empty(),
    };
    this.#byName = new Map(rows.map(({ name, id }) => [plain(name), id]));
    this.#locale = locale;
  }

  #add({ sheet, row }: ReadRow, table: TableName, cells: readonly (readonly [string, number])[]): void {
    const { rows, places } = this.#tables[table];
    rows.push(cells.map(([text]) => text));
    places.push({ sheet, row, columns: cells.map(([, column]) => column) });
  }

  department(row: ReadRow, fn: string, first: Quarter): void {
    const at = row.columns.indexOf('department');
    this.#add(row, 'departments', [
      [row.departmentId, at],
      [row.department, at],
      [fn, -1],
      [first, -1],
    ]);
  }

  outcome(row: ReadRow, id: string, statement: string, first: Quarter): void {
    const at = row.columns.indexOf('outcome');
    this.#add(row, 'outcomes', [
      [id, at],
      [statement, at],
      [row.departmentId, -1],
      [first, -1],
    ]);
  }

  kpi(row: ReadRow, told: Told): void {
    const at = (meaning: ReadRow['columns'][number]) => row.columns.indexOf(meaning);
    this.#add(row, 'kpis', [
      [row.id, at('name')],
      [row.departmentId, at('department')],
      [row.name, at('name')],
      [told.definition, at('definition')],
      [told.unit.kind, at('unit')],
      [told.unit.symbol, at('unit')],
      [told.direction, at('direction')],
      [told.perspective, at('perspective')],
      [told.confirmed ? 'yes' : 'no', -1],
      [told.owner, at('owner')],
    ]);
  }

  /** What the KPI does for an outcome, beside what it is known to do for others. */
  contribution(row: ReadRow, outcome: string, before: readonly Contribution[]): void {
    if (before.some((one) => one.outcome === outcome)) return;
    const at = row.columns.indexOf('outcome');
    for (const { outcome: other, effect, lag, rationale = '' } of [
      ...before,
      { outcome, effect: '+' as const, lag: 0 },
    ])
      this.#add(row, 'contributions', [
        [row.id, -1],
        [other, at],
        [effect, -1],
        [String(lag), -1],
        [rationale, -1],
      ]);
  }

  /** The counterpart that was chosen, or that the row names by the name or the id of a KPI; what stands in the end. */
  counterpart(
    row: ReadRow,
    known: readonly Kpi[],
    before: readonly CounterpartLink[],
    chosen: string | undefined,
  ): string | undefined {
    const at = row.columns.indexOf('counterpart');
    const text = row.cells[at]?.trim() ?? '';
    const other =
      chosen ??
      this.#byName.get(plain(text)) ??
      known.find(({ id, name }) => id === text || plain(name) === plain(text))?.id ??
      text;
    if (other === '') return before[0]?.kpi;
    if (before.some(({ kpi }) => kpi === other)) return other;
    for (const { kpi, lag } of [...before, { kpi: other, lag: 0 }])
      this.#add(row, 'counterparts', [
        [row.id, -1],
        [kpi, at],
        [String(lag), -1],
      ]);
    return other;
  }

  /** Targets and readings. Returns the open quarters that departments' own heads hand in. */
  figures(
    rows: readonly ReadRow[],
    units: ReadonlyMap<string, RowUnit>,
    known: KnownThings,
  ): OwnResult['waiting'] {
    const headed = new Set(
      known.members.filter(({ status }) => status === 'active').flatMap(({ heads }) => heads),
    );
    for (const department of known.own) headed.delete(department);
    const waiting = new Map<string, OwnResult['waiting'][number]>();
    for (const row of rows) {
      const unit = units.get(row.id);
      if (unit === undefined) continue;
      const period = row.columns.indexOf('quarter');
      const note = row.cells[row.columns.indexOf('note')]?.trim() ?? '';
      const last = row.figures.reduce(
        (best, { what, quarter }) => (what === 'actual' && quarter > best ? quarter : best),
        '',
      );
      for (const { what, quarter, figure, column } of row.figures) {
        const number =
          'number' in figure
            ? written(numberIn(unit, figure), this.#locale)
            : 'unread' in figure
              ? figure.unread
              : '';
        if (what === 'target') {
          if (number !== '')
            this.#add(row, 'targets', [
              [row.id, -1],
              [quarter, period === -1 ? column : period],
              [number, column],
            ]);
        } else if (headed.has(row.departmentId) && quarter > known.lastClosed)
          waiting.set(`${row.departmentId} ${quarter}`, { department: row.department, quarter });
        else
          this.#add(row, 'readings', [
            [row.id, -1],
            [quarter, period === -1 ? column : period],
            [number, column],
            ['why' in figure ? figure.why : '', column],
            [quarter === last ? note : '', row.columns.indexOf('note')],
          ]);
      }
    }
    return [...waiting.values()];
  }

  /** The tables that have rows, in the order in which the format names them. */
  filled(): PlacedTable[] {
    return (Object.keys(headers) as TableName[]).flatMap((name) => {
      const { rows, places } = this.#tables[name];
      return rows.length === 0 ? [] : [{ name, header: headers[name], rows, places }];
    });
  }
}
