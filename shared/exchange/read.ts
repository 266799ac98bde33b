// From tables to an organisation: rows come together into entities, entities are parsed by the domain's own schemas,
// and what they name is looked up. All faults are collected before anybody writes anything.
import type * as z from 'zod';
import { capabilityFields } from '../domain/capability.ts';
import { departmentFields } from '../domain/department.ts';
import { journeyFields } from '../domain/journey.ts';
import { kpiFields, type TargetValue, targetFault } from '../domain/kpi.ts';
import { departmentIn } from '../domain/kpi-in-quarter.ts';
import { memberFields } from '../domain/member.ts';
import { objectiveFields } from '../domain/objective.ts';
import { organisationFields } from '../domain/organisation.ts';
import { outcomeFields } from '../domain/outcome.ts';
import { faultsOf } from '../domain/problem.ts';
import type { Quarter } from '../domain/quarter.ts';
import { slug } from '../domain/slug.ts';
import { type Reading, readingSchema } from '../domain/submission.ts';
import { valueFault } from '../domain/unit.ts';
import type { Dataset, DatasetSubmission, DatasetTarget, Defined } from './dataset.ts';
import type { FileLocale } from './form.ts';
import { nearest } from './nearest.ts';
import { readPolicy } from './read-policy.ts';
import { type Entry, type Grid, nested, type RowError, readRows } from './rows.ts';

/** How many faults are told at once. */
export const mostErrors = 1000;

/** What came of reading: the organisation, or everything that is wrong with its files. */
export type ReadResult =
  | { readonly dataset: Dataset; readonly errors: readonly [] }
  /** At most a thousand faults; `count` counts them all. */
  | { readonly dataset: undefined; readonly errors: readonly RowError[]; readonly count: number };

/** Names that files may give to what stands elsewhere: what the organisation has already. */
export interface Known {
  readonly departments: ReadonlySet<string>;
  readonly members: ReadonlySet<string>;
  readonly objectives: ReadonlySet<string>;
  readonly kpis: ReadonlyMap<string, Defined<z.infer<typeof kpiFields>>>;
  /** Completes the rows of the files, table by table, with what they leave unsaid. */
  readonly complete?: (entries: Map<string, Entry[]>) => void;
}

/** Guessing what was meant costs time: for so many faults, among so many ids. */
const guessing = { faults: 50, ids: 2000 } as const;

class Reader {
  readonly errors: RowError[] = [];
  readonly #entries = new Map<string, Entry[]>();
  #guesses = 0;

  constructor(grids: readonly Grid[], locale: FileLocale, complete?: Known['complete']) {
    for (const grid of grids) {
      const { entries, errors } = readRows(grid, locale);
      this.#entries.set(grid.table.name, entries);
      this.errors.push(...errors);
    }
    complete?.(this.#entries);
  }

  rows(table: string): readonly Entry[] {
    return this.#entries.get(table) ?? [];
  }

  blame(entry: Entry, path: string, found: unknown, expected: string): void {
    this.errors.push(entry.blame(path, found, expected));
  }

  /** Parses what a row says; each fault lands on the column that its path came from. */
  parse<T>(entry: Entry, schema: z.ZodType<T>, value: unknown): T | undefined {
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    for (const { path, found, expected } of faultsOf(parsed.error, value))
      this.errors.push(entry.blame(path.slice(1).replaceAll('/', '.'), found, expected));
    return undefined;
  }

  /** The children of a table's rows by the id that they name. */
  children(table: string, parent: string): Map<string, Entry[]> {
    return Map.groupBy(this.rows(table), (entry) => String(entry.values.get(parent)));
  }

  /** A table of definitions: each row one entity, with what other tables add to it. */
  defined<T>(
    table: string,
    schema: z.ZodType<T>,
    more: (id: string, entry: Entry) => Record<string, unknown> = () => ({}),
  ): Defined<T>[] {
    return this.rows(table).flatMap((entry) => {
      const id = String(entry.values.get('id'));
      if (!slug.safeParse(id).success)
        this.blame(entry, 'id', id, 'an id of 1 to 40 characters from a-z, 0-9 and -');
      const fields = this.parse(entry, schema, {
        ...nested(entry, ['id', 'onNoJourney']),
        ...more(id, entry),
      });
      return fields === undefined ? [] : [{ id, fields }];
    });
  }

  /** What should have stood where an unknown id stands: the one that was probably meant. */
  #idOf(what: string, found: unknown, known: ReadonlySet<string>): string {
    const guess = known.size <= guessing.ids && this.#guesses++ < guessing.faults;
    const meant = guess ? nearest(String(found), [...known]) : undefined;
    const article = what === 'objective' ? 'an' : 'a';
    return `the id of ${article} ${what}${meant === undefined ? '' : ` (did you mean ${meant}?)`}`;
  }

  /** Rows of a child table whose parent is nowhere. */
  orphans(table: string, parent: string, known: ReadonlySet<string>, what: string): void {
    for (const entry of this.rows(table)) {
      const id = entry.values.get(parent);
      if (!known.has(String(id))) this.blame(entry, parent, id, this.#idOf(what, id, known));
    }
  }

  /** A reference that must lead somewhere. */
  reference(table: string, path: string, known: ReadonlySet<string>, what: string): void {
    for (const entry of this.rows(table)) {
      const value = entry.values.get(path);
      for (const id of Array.isArray(value) ? value : value === undefined ? [] : [value])
        if (!known.has(String(id))) this.blame(entry, path, id, this.#idOf(what, id, known));
    }
  }
}

const plain = (entry: Entry, without: readonly string[]) => nested(entry, without);

const unitOfSegment = (entry: Entry): Record<string, unknown> => ({
  ...plain(entry, ['journey', 'unit']),
  unit: { kind: 'duration', symbol: entry.values.get('unit') },
});

const targetOf = (entry: Entry): TargetValue | undefined => {
  const [value, low, high] = ['value', 'low', 'high'].map((path) => entry.values.get(path));
  if (typeof value === 'string' && low === undefined && high === undefined) return value;
  return value === undefined && typeof low === 'string' && typeof high === 'string'
    ? { low, high }
    : undefined;
};

const readKpis = (reader: Reader): Dataset['kpis'] => {
  const counterparts = reader.children('counterparts', 'kpi');
  const contributions = reader.children('contributions', 'kpi');
  return reader.defined('kpis', kpiFields, (id, entry) => {
    const onNoJourney = entry.values.get('onNoJourney') === true;
    const clock = nested(entry)['clock'];
    if (onNoJourney && clock !== undefined) reader.blame(entry, 'onNoJourney', 'yes', 'no clock beside it');
    return {
      unit: { symbol: '', ...(nested(entry)['unit'] as object) },
      ...(onNoJourney ? { clock: 'on-no-journey' } : {}),
      counterparts: (counterparts.get(id) ?? []).map((child) => ({
        kpi: child.values.get('counterpart'),
        ...plain(child, ['kpi', 'counterpart']),
      })),
      contributions: (contributions.get(id) ?? []).map((child) => plain(child, ['kpi'])),
    };
  });
};

const readTargets = (reader: Reader, kpis: ReadonlyMap<string, Dataset['kpis'][number]>): DatasetTarget[] =>
  reader.rows('targets').flatMap((entry) => {
    const { kpi, from, reason, setAt, by } = nested(entry) as Record<string, string | undefined>;
    const value = targetOf(entry);
    const owner = kpis.get(String(kpi));
    if (value === undefined)
      reader.blame(entry, 'value', entry.values.get('value'), 'a value, or low and high: one of the two');
    if (owner === undefined || value === undefined) return [];
    const fault = targetFault(value, owner.fields);
    if (fault !== undefined) reader.blame(entry, 'value', value, fault);
    return [
      {
        kpi: owner.id,
        from: from as Quarter,
        value,
        ...(reason && { reason }),
        ...(setAt && { setAt }),
        ...(by && { by }),
      },
    ];
  });

const readSubmissions = (
  reader: Reader,
  kpis: ReadonlyMap<string, Dataset['kpis'][number]>,
): DatasetSubmission[] => {
  const reasons = Map.groupBy(
    reader.rows('reasons'),
    (entry) => `${entry.values.get('kpi')} ${entry.values.get('quarter')}`,
  );
  const quarters = new Map<string, { department: string; quarter: Quarter; readings: Reading[] }>();
  for (const entry of reader.rows('readings')) {
    const kpi = kpis.get(String(entry.values.get('kpi')));
    if (kpi === undefined) continue;
    const quarter = entry.values.get('quarter') as Quarter;
    const why = reasons.get(`${kpi.id} ${quarter}`)?.map((reason) => plain(reason, ['kpi', 'quarter']));
    const reading = reader.parse(entry, readingSchema, {
      ...plain(entry, ['quarter']),
      ...(why && { reasons: why }),
    });
    if (reading === undefined) continue;
    const fault = reading.actual === undefined ? undefined : valueFault(reading.actual, kpi.fields.unit);
    if (fault !== undefined) reader.blame(entry, 'actual', reading.actual, fault);
    const department = departmentIn({ department: kpi.fields.department, formerDepartments: [] }, quarter);
    const key = `${department} ${quarter}`;
    const own = quarters.get(key) ?? { department, quarter, readings: [] };
    own.readings.push(reading);
    quarters.set(key, own);
  }
  return [...quarters.values()].sort((a, b) =>
    `${a.quarter} ${a.department}` < `${b.quarter} ${b.department}` ? -1 : 1,
  );
};

const idsOf = (items: readonly { readonly id: string }[]) => new Set(items.map(({ id }) => id));

/** Reads tables into an organisation. `known` says what exists beside them: nothing, where files hold everything. */
export const readDataset = (grids: readonly Grid[], locale: FileLocale, known?: Known): ReadResult => {
  const reader = new Reader(grids, locale, known?.complete);
  const events = reader.children('events', 'journey');
  const touchpoints = reader.children('touchpoints', 'journey');
  const segments = reader.children('segments', 'journey');
  const deputies = reader.children('deputies', 'member');
  const kpis = readKpis(reader);
  const allKpis = new Map([...(known?.kpis ?? []), ...kpis.map((kpi) => [kpi.id, kpi] as const)]);
  const organisationRow = reader.rows('organisation')[0];
  const organisation =
    organisationRow &&
    reader.parse(organisationRow, organisationFields, nested(organisationRow, ['id', 'asOf']));
  const policy = readPolicy(reader.rows('policy'), locale);
  reader.errors.push(...policy.errors);
  const dataset: Dataset = {
    organisation: organisation && { ...organisation, id: String(organisationRow?.values.get('id')) },
    asOf: organisationRow?.values.get('asOf') as string | undefined,
    policy: policy.policy,
    members: reader.defined('members', memberFields, (id) => ({
      deputyOf: (deputies.get(id) ?? []).map((child) => plain(child, ['member'])),
    })),
    departments: reader.defined('departments', departmentFields),
    journeys: reader.defined('journeys', journeyFields, (id) => ({
      events: (events.get(id) ?? []).map((child) => plain(child, ['journey'])),
      touchpoints: (touchpoints.get(id) ?? []).map((child) => plain(child, ['journey'])),
      segments: (segments.get(id) ?? []).map(unitOfSegment),
    })),
    capabilities: reader.defined('capabilities', capabilityFields),
    outcomes: reader.defined('outcomes', outcomeFields, (_id, entry) => {
      const tolerance = nested(entry)['tolerance'] as { unit?: object } | undefined;
      return tolerance === undefined
        ? {}
        : { tolerance: { ...tolerance, unit: { symbol: '', ...tolerance.unit } } };
    }),
    objectives: reader.defined('objectives', objectiveFields),
    kpis,
    targets: readTargets(reader, allKpis),
    submissions: readSubmissions(reader, allKpis),
  };
  const departments = new Set([
    ...(known?.departments ?? []),
    ...idsOf(reader.rows('departments').map((entry) => ({ id: String(entry.values.get('id')) }))),
  ]);
  const members = new Set([...(known?.members ?? []), ...idsOf(dataset.members)]);
  const objectives = new Set([...(known?.objectives ?? []), ...idsOf(dataset.objectives)]);
  const kpiIds = new Set([
    ...allKpis.keys(),
    ...reader.rows('kpis').map((entry) => String(entry.values.get('id'))),
  ]);
  const journeyIds = new Set(reader.rows('journeys').map((entry) => String(entry.values.get('id'))));
  for (const [table, path] of [
    ['kpis', 'department'],
    ['objectives', 'department'],
    ['outcomes', 'owningDepartment'],
    ['members', 'heads'],
    ['deputies', 'department'],
    ['touchpoints', 'owners'],
    ['capabilities', 'departments'],
  ] as const)
    reader.reference(table, path, departments, 'department');
  reader.reference('kpis', 'owner', members, 'member');
  reader.orphans('deputies', 'member', members, 'member');
  reader.reference('kpis', 'objective', objectives, 'objective');
  for (const table of ['counterparts', 'contributions', 'targets', 'readings', 'reasons'])
    reader.orphans(table, 'kpi', kpiIds, 'KPI');
  for (const table of ['events', 'touchpoints', 'segments'])
    reader.orphans(table, 'journey', journeyIds, 'journey');
  const errors = [...reader.errors].sort((a, b) =>
    a.file === b.file ? a.row - b.row : a.file < b.file ? -1 : 1,
  );
  return errors.length > 0
    ? { dataset: undefined, errors: errors.slice(0, mostErrors), count: errors.length }
    : { dataset, errors: [] };
};
