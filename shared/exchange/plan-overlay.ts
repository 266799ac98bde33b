// A file may say less than there is: columns that it leaves out stay as they are, and so do the parts - links, events,
// reasons - of whatever it names no part of. A part table replaces the parts of those that it does name.
import { decimal } from '../domain/decimal.ts';
import { compareDecimal } from '../domain/exact.ts';
import type { Dataset } from './dataset.ts';
import type { Value } from './form.ts';
import type { Entry, Grid } from './rows.ts';
import { type Table, tableNamed } from './tables.ts';
import { valuesIn } from './write.ts';

/** A table whose rows have parts in other tables, and the columns by which those name it. */
interface Whole {
  readonly table: string;
  readonly key: readonly string[];
  readonly parts: readonly (readonly [table: string, key: readonly string[]])[];
}

const wholes: readonly Whole[] = [
  { table: 'members', key: ['id'], parts: [['deputies', ['member']]] },
  {
    table: 'journeys',
    key: ['id'],
    parts: [
      ['events', ['journey']],
      ['touchpoints', ['journey']],
      ['segments', ['journey']],
    ],
  },
  {
    table: 'kpis',
    key: ['id'],
    parts: [
      ['counterparts', ['kpi']],
      ['contributions', ['kpi']],
    ],
  },
  { table: 'readings', key: ['kpi', 'quarter'], parts: [['reasons', ['kpi', 'quarter']]] },
];

/** Columns of which one side excludes the other: what is said on one is not completed on the other. */
const either: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['actual'], ['notMeasured']],
  [['clock.journey', 'clock.from', 'clock.to'], ['onNoJourney']],
];
/** Tables whose rows stand as they are: a target is set whole. */
const asTheyAre: ReadonlySet<string> = new Set(['targets', 'policy']);

type Values = ReadonlyMap<string, Value>;

/** The row's name among those of its table. */
export const keyIn = (values: Values, paths: readonly string[]): string =>
  paths.map((path) => String(values.get(path) ?? '')).join(' ');

const pathsOf = (table: Table): string[] =>
  table.key.map((name) => table.columns.find((column) => column.name === name)?.path ?? name);

const excluded = (said: Values, path: string): boolean =>
  either.some(([left, right]) => {
    const other = left.includes(path) ? right : right.includes(path) ? left : [];
    return other.some((one) => said.has(one) && said.get(one) !== false);
  });

const isNumber = decimal.safeParse;

/** Whether two cells hold one number, written in two ways: 0.8 is no change of 0.80. */
const sameNumber = (a: Value | undefined, b: Value): boolean =>
  typeof a === 'string' && typeof b === 'string' && isNumber(a).success && isNumber(b).success
    ? compareDecimal(a, b) === 0
    : false;

/** The entry with what its file has no column for, where `columns` are given, and its numbers as they were written. */
const completed = (
  entry: Entry,
  present: Values | undefined,
  numbers: ReadonlySet<string>,
  columns?: ReadonlySet<string>,
): Entry => {
  if (present === undefined) return entry;
  const values = new Map(entry.values);
  for (const [path, value] of present)
    if (numbers.has(path) && sameNumber(values.get(path), value)) values.set(path, value);
    else if (columns !== undefined && !columns.has(path) && !excluded(entry.values, path))
      values.set(path, value);
  return { ...entry, values };
};

const likeRow = (values: Values, { row, blame }: Entry): Entry => ({ row, values, blame });

/** Completes the entries of files with what the organisation has. */
export const completing =
  (present: Dataset, grids: readonly Grid[]) =>
  (entries: Map<string, Entry[]>): void => {
    const cache = new Map<string, Map<string, Values>>();
    const presentIn = (name: string): Map<string, Values> => {
      const table = tableNamed(name);
      let rows = cache.get(name);
      if (rows === undefined) {
        const paths = table === undefined ? [] : pathsOf(table);
        const all = table === undefined ? [] : valuesIn(table, present);
        rows = new Map(all.map((values) => [keyIn(values, paths), values]));
        cache.set(name, rows);
      }
      return rows;
    };
    for (const { table, header } of grids) {
      const paths = pathsOf(table);
      const said = table.columns.filter(({ name }) => header.includes(name)).map(({ path }) => path);
      const columns = asTheyAre.has(table.name) ? undefined : new Set(said);
      const numbers = new Set(
        table.columns.filter(({ form }) => form.cell === 'number').map(({ path }) => path),
      );
      const known = presentIn(table.name);
      const complete = (entry: Entry) =>
        completed(entry, known.get(keyIn(entry.values, paths)), numbers, columns);
      entries.set(table.name, (entries.get(table.name) ?? []).map(complete));
    }
    for (const whole of wholes) completeParts(whole, entries, presentIn);
    const settings = entries.get('policy')?.[0];
    if (settings !== undefined) {
      const said = new Set(entries.get('policy')?.map(({ values }) => values.get('setting')));
      const rest = [...presentIn('policy').values()].filter(
        (values) => !said.has(values.get('setting') ?? ''),
      );
      entries.get('policy')?.push(...rest.map((values) => likeRow(values, settings)));
    }
  };

const completeParts = (
  { table, key, parts }: Whole,
  entries: Map<string, Entry[]>,
  presentIn: (name: string) => Map<string, Values>,
): void => {
  const named = new Map((entries.get(table) ?? []).map((entry) => [keyIn(entry.values, key), entry]));
  const inFile = parts.map(([part, by]) =>
    Map.groupBy(entries.get(part) ?? [], ({ values }) => keyIn(values, by)),
  );
  for (const group of inFile)
    for (const [id, [first]] of group) {
      const values = presentIn(table).get(id);
      if (named.has(id) || values === undefined || first === undefined) continue;
      const entry = likeRow(values, first);
      named.set(id, entry);
      entries.set(table, [...(entries.get(table) ?? []), entry]);
    }
  if (named.size === 0) return;
  for (const [i, [part, by]] of parts.entries()) {
    const kept = [...presentIn(part).values()].flatMap((values): Entry[] => {
      const id = keyIn(values, by);
      const owner = named.get(id);
      return owner === undefined || inFile[i]?.has(id) ? [] : [likeRow(values, owner)];
    });
    if (kept.length > 0) entries.set(part, [...(entries.get(part) ?? []), ...kept]);
  }
};
