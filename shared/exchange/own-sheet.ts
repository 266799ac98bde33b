// One flat sheet as companies keep it - a row a KPI, its department, targets and figures of some quarters in columns of
// their own - becomes the tables of the format. What the sheet does not say is suggested, and said to be a suggestion.
import type { Department, departmentFunctions } from '../domain/department.ts';
import type { Direction, Kpi, Perspective } from '../domain/kpi.ts';
import type { Member } from '../domain/member.ts';
import type { Outcome } from '../domain/outcome.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { WorkbookTable } from './file-table.ts';
import type { FileLocale } from './form.ts';
import { freeId } from './id-from.ts';
import { directionOf, directionOfName, functionOf, perspectiveOf } from './own-cells.ts';
import type { OwnMeaning } from './own-columns.ts';
import { figuresIn, ownerIn, type ReadRow, type SheetRow, unitOfRows } from './own-rows.ts';
import { OwnTables, type PlacedTable } from './own-tables.ts';

/** A sheet with the meanings of its columns. `department`: that of every row, where no column says it. */
export interface OwnSheet {
  readonly source: WorkbookTable;
  readonly columns: readonly (OwnMeaning | undefined)[];
  readonly department?: string | undefined;
}
/** What the organisation has already: a name that it knows keeps its id, and what it knows of a KPI stays. */
export interface KnownThings {
  readonly departments: readonly Pick<Department, 'id' | 'name'>[];
  readonly outcomes: readonly Pick<Outcome, 'id' | 'statement'>[];
  readonly kpis: readonly Kpi[];
  readonly members: readonly Pick<Member, 'id' | 'name' | 'heads' | 'status'>[];
  /** Departments whose open quarter the importer hands in anyway. */
  readonly own: readonly string[];
  readonly reporting: Quarter;
  readonly lastClosed: Quarter;
}
/** What people decided over the suggestions, by id. */
export interface OwnChoices {
  readonly perspectives: Readonly<Record<string, Perspective>>;
  readonly directions: Readonly<Record<string, Direction>>;
  readonly functions: Readonly<Record<string, (typeof departmentFunctions)[number]>>;
  /** The customer-facing KPI that shows what the customer feels of an internal one. */
  readonly counterparts: Readonly<Record<string, string>>;
  /** The member who owns KPIs whose owner the sheet does not say, or says in a name that no member has. */
  readonly owner?: string | undefined;
}
/** Where a thing is from: the sheet, the organisation, a suggestion, or a person's choice over it. */
export type Origin = 'sheet' | 'known' | 'suggested' | 'unsure' | 'chosen';
export interface OwnKpi {
  readonly id: string;
  readonly name: string;
  readonly department: string;
  readonly perspective: Perspective;
  readonly perspectiveFrom: Origin;
  readonly why?: string | undefined;
  readonly direction: Direction;
  readonly directionFrom: Origin;
  /** An internal KPI's counterpart as the sheet or a person says it. */
  readonly counterpart?: string | undefined;
  /** Customer-facing KPIs of the sheet that serve the same outcome. */
  readonly proposals: readonly string[];
}
/** Reads a wording, as the library does. */
export type ReadWording = (kpi: {
  readonly name: string;
  readonly definition?: string;
  readonly unit: { readonly kind: string; readonly symbol: string };
}) => {
  readonly perspective: Perspective | 'cannot-tell';
  readonly reasons: readonly string[];
  readonly direction?: Direction | undefined;
};
/** The tables to send, each cell with its place in the sheets, and all that was suggested on the way. */
export interface OwnResult {
  readonly tables: readonly PlacedTable[];
  readonly kpis: readonly OwnKpi[];
  readonly departments: readonly {
    readonly id: string;
    readonly name: string;
    readonly function: (typeof departmentFunctions)[number];
  }[];
  readonly outcomes: readonly { readonly statement: string; readonly department: string }[];
  /** Figures of open quarters that a department's own head hands in: left out. */
  readonly waiting: readonly { readonly department: string; readonly quarter: Quarter }[];
  /** Owners that are no members. */
  readonly strangers: readonly string[];
}

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** The rows that name a KPI; a blank department is that of the row above, as people leave it. */
const rowsOf = (sheets: readonly OwnSheet[]): SheetRow[] =>
  sheets.flatMap(({ source, columns, department: all }, sheet) => {
    const [name, department] = [columns.indexOf('name'), columns.indexOf('department')];
    let above = all?.trim() ?? '';
    return source.rows.flatMap((cells, row): SheetRow[] => {
      const said = department === -1 ? '' : (cells[department] ?? '').trim();
      if (said !== '') above = said;
      const title = (cells[name] ?? '').trim();
      return title === '' ? [] : [{ sheet, row, cells, columns, name: title, department: above }];
    });
  });

const byName = <T extends { readonly id: string }>(items: readonly T[], name: (item: T) => string) =>
  new Map(items.map((item) => [plain(name(item)), item.id]));

/** Departments, outcomes and KPIs by their names, each with an id of its own. */
class Ids {
  readonly #ids: Map<string, string>;
  readonly #taken: Set<string>;
  readonly #what: string;
  constructor(known: Map<string, string>, what: string) {
    this.#ids = known;
    this.#taken = new Set(known.values());
    this.#what = what;
  }
  /** The id of a name, and whether it is met for the first time. */
  of(key: string, name: string): { readonly id: string; readonly isNew: boolean } {
    const known = this.#ids.get(key);
    if (known !== undefined) return { id: known, isNew: false };
    const id = freeId(name, (one) => this.#taken.has(one), this.#what);
    this.#ids.set(key, id);
    this.#taken.add(id);
    return { id, isNew: true };
  }
}

const readRows = (sheets: readonly OwnSheet[], known: KnownThings, locale: FileLocale): ReadRow[] => {
  const departments = new Ids(
    byName(known.departments, ({ name }) => name),
    'department',
  );
  const kpis = new Ids(
    new Map(known.kpis.map(({ id, name, department }) => [`${department} ${plain(name)}`, id])),
    'kpi',
  );
  return rowsOf(sheets).map((row) => {
    const department = departments.of(plain(row.department), row.department);
    const kpi = kpis.of(`${department.id} ${plain(row.name)}`, row.name);
    return {
      ...row,
      departmentId: department.id,
      id: kpi.id,
      figures: figuresIn(row, known.reporting, locale),
    };
  });
};

/**
 * The tables of the format that own sheets say. Nothing is thrown: what is not understood stands in a table as it was
 * written, and is refused by whoever reads the table, at its place.
 */
export const readOwnSheets = (
  sheets: readonly OwnSheet[],
  known: KnownThings,
  choices: OwnChoices,
  read: ReadWording,
  locale: FileLocale,
): OwnResult => {
  const rows = readRows(sheets, known, locale);
  const tables = new OwnTables(rows, locale);
  const firstQuarter = rows
    .flatMap(({ figures }) => figures.filter(({ what }) => what === 'actual').map(({ quarter }) => quarter))
    .reduce((first, quarter) => (quarter < first ? quarter : first), known.reporting);
  const knownKpis = new Map(known.kpis.map((kpi) => [kpi.id, kpi]));
  const units = unitOfRows(rows, knownKpis);
  const outcomeIds = new Ids(
    byName(known.outcomes, ({ statement }) => statement),
    'outcome',
  );
  const departments = new Map<string, OwnResult['departments'][number]>();
  const strangers = new Set<string>();
  const kpis = new Map<string, Omit<OwnKpi, 'counterpart' | 'proposals'>>();
  const outcomeOf = new Map<string, string>();
  const outcomes = new Map<
    string,
    { statement: string; department: string; isSure: boolean; row: ReadRow }
  >();
  for (const row of rows) {
    const { id, name, departmentId } = row;
    if (!known.departments.some((one) => one.id === departmentId) && !departments.has(departmentId)) {
      const fn = choices.functions[departmentId] ?? functionOf(row.department);
      departments.set(departmentId, { id: departmentId, name: row.department, function: fn });
      tables.department(row, fn, firstQuarter);
    }
    if (kpis.has(id)) continue;
    const before = knownKpis.get(id);
    const unit = units.get(id) ?? { kind: 'other', symbol: '' };
    const definition = row.cells[row.columns.indexOf('definition')]?.trim() ?? '';
    const said = perspectiveOf(row.cells[row.columns.indexOf('perspective')] ?? '');
    const wording = read({ name, ...(definition === '' ? {} : { definition }), unit });
    const suggested = wording.perspective === 'cannot-tell' ? undefined : wording.perspective;
    const perspective =
      choices.perspectives[id] ?? said ?? before?.perspective ?? suggested ?? 'internal-efficiency';
    const perspectiveFrom: Origin =
      choices.perspectives[id] !== undefined
        ? 'chosen'
        : said !== undefined
          ? 'sheet'
          : before !== undefined
            ? 'known'
            : suggested === undefined
              ? 'unsure'
              : 'suggested';
    const up = directionOf(row.cells[row.columns.indexOf('direction')] ?? '');
    const chosen = choices.directions[id];
    const direction = chosen ?? up ?? before?.direction ?? wording.direction ?? directionOfName(name);
    const directionFrom: Origin =
      chosen !== undefined
        ? 'chosen'
        : up !== undefined
          ? 'sheet'
          : before !== undefined
            ? 'known'
            : 'suggested';
    kpis.set(id, {
      id,
      name,
      department: row.department,
      perspective,
      perspectiveFrom,
      why: wording.reasons[0],
      direction,
      directionFrom,
    });
    const owner = ownerIn(row, known.members);
    if (owner.stranger !== undefined) strangers.add(owner.stranger);
    const confirmed =
      perspectiveFrom === 'chosen' ||
      perspectiveFrom === 'sheet' ||
      (before?.perspective === perspective && before.perspectiveConfirmed);
    tables.kpi(row, {
      definition: definition || (before?.definition ?? ''),
      unit,
      direction,
      perspective,
      confirmed,
      owner: owner.id ?? before?.owner ?? choices.owner ?? '',
    });
    const statement = row.cells[row.columns.indexOf('outcome')]?.trim() ?? '';
    if (statement !== '') {
      const { id: outcome, isNew } = outcomeIds.of(plain(statement), statement);
      const isSure = perspective === 'customer-facing';
      const there = outcomes.get(outcome);
      if (isNew || (there !== undefined && isSure && !there.isSure))
        outcomes.set(outcome, { statement, department: row.department, isSure, row });
      outcomeOf.set(id, outcome);
      tables.contribution(row, outcome, before?.contributions ?? []);
    }
  }
  for (const [id, { statement, row }] of outcomes) tables.outcome(row, id, statement, firstQuarter);
  const felt = [...kpis.values()].filter(({ perspective }) => perspective === 'customer-facing');
  const feltOn = Map.groupBy(felt, ({ id }) => outcomeOf.get(id));
  const linked = new Map<string, string>();
  for (const row of new Map(rows.map((one) => [one.id, one])).values()) {
    const link = tables.counterpart(
      row,
      known.kpis,
      knownKpis.get(row.id)?.counterparts ?? [],
      choices.counterparts[row.id],
    );
    if (link !== undefined) linked.set(row.id, link);
  }
  const waiting = tables.figures(rows, units, known);
  return {
    tables: tables.filled(),
    kpis: [...kpis.values()].map((kpi) => {
      const outcome = outcomeOf.get(kpi.id);
      const isInternal = kpi.perspective === 'internal-efficiency';
      const proposals = isInternal && outcome !== undefined ? (feltOn.get(outcome) ?? []) : [];
      return { ...kpi, counterpart: linked.get(kpi.id), proposals: proposals.map(({ id }) => id) };
    }),
    departments: [...departments.values()],
    outcomes: [...outcomes.values()].map(({ statement, department }) => ({ statement, department })),
    waiting,
    strangers: [...strangers],
  };
};
