// An import: what a file would change is worked out on what there is now, and recorded as a change set; nothing is
// written before all of it is valid.
import { checkIds } from '../checks/check-ids.ts';
import { type ChangeItem, type ChangeSet, firstItems } from '../domain/change-set.ts';
import { importLimits } from '../domain/import-limits.ts';
import type { Member } from '../domain/member.ts';
import { Refusal, shown } from '../domain/problem.ts';
import { type Quarter, quarterSchema } from '../domain/quarter.ts';
import type { OrgId } from '../domain/slug.ts';
import type { GivenAnswer, Writing } from '../domain/writing.ts';
import type { FileLocale } from '../exchange/form.ts';
import type { FileTable } from '../exchange/grids.ts';
import { planImport } from '../exchange/plan.ts';
import { datasetOf } from '../exchange/plan-present.ts';
import type { RowError } from '../exchange/rows.ts';
import { type WrittenTable, writeDataset } from '../exchange/write.ts';
import { requireNoBulk } from '../table/bulk-gate.ts';
import type { Table } from '../table/table.ts';
import { startChangeSet } from './change-set.ts';
import { loadPresent } from './present.ts';

/** Who imports what. */
export interface Importing {
  readonly org: OrgId;
  readonly member: Member;
  /** Business time (ISO 8601, UTC). */
  readonly now: string;
  readonly isOwn: (department: string) => Promise<boolean>;
  readonly tables: readonly FileTable[];
  readonly locale: FileLocale;
  readonly file?: string | undefined;
}

/** What an import would do, or has begun to do. */
export interface ImportOutcome {
  readonly id?: string;
  readonly state: 'invalid' | 'checked' | ChangeSet['state'];
  readonly errors: readonly RowError[];
  readonly errorCount: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly items: readonly ChangeItem[];
}

/** Refuses (`too-large`) tables that hold more rows together than any import may. */
const requireRows = (tables: readonly FileTable[]): void => {
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  if (rows <= importLimits.rows) return;
  throw new Refusal('too-large', 'The file has too many rows.', [
    {
      path: '/tables',
      found: shown(rows),
      expected: `at most ${importLimits.rows} rows in all tables; import the readings year by year`,
    },
  ]);
};

/** The first quarter that readings or their reasons name: what was submitted before it is not asked for. */
const firstQuarter = (tables: readonly FileTable[]): Quarter | undefined => {
  let first: Quarter | undefined;
  for (const { name, header, rows } of tables) {
    if (!['readings', 'reasons'].includes(name.trim().toLowerCase())) continue;
    const column = header.findIndex((one) => one.trim().toLowerCase() === 'quarter');
    for (const cells of rows) {
      const quarter = quarterSchema.safeParse((cells[column] ?? '').trim());
      if (quarter.success && (first === undefined || quarter.data < first)) first = quarter.data;
    }
  }
  return first;
};

/**
 * Works out what tables would change, and with `writing` begins to change it. Refuses (`conflict`) to begin while
 * another change of many entities is being applied. Faults of rows are no refusal: they are the outcome.
 */
export const importTables = async (
  table: Table,
  importing: Importing,
  writing: Writing | undefined,
  reply: (outcome: ImportOutcome) => GivenAnswer,
): Promise<GivenAnswer> => {
  const { org, member, now, tables, locale, file } = importing;
  requireRows(tables);
  if (writing !== undefined) await requireNoBulk(table, org);
  const present = await loadPresent(table, org, { from: firstQuarter(tables) });
  const departments = new Set([...member.heads, ...member.deputyOf.map(({ department }) => department)]);
  const own = new Set<string>();
  for (const department of departments) if (await importing.isOwn(department)) own.add(department);
  const result = planImport(present, tables, locale, {
    member: member.id,
    roles: member.roles,
    isOwn: (department) => own.has(department),
    at: now,
    checks: checkIds,
  });
  const counts = { created: 0, changed: 0, unchanged: 0, items: [] };
  if (result.plan === undefined)
    return reply({ state: 'invalid', errors: result.errors, errorCount: result.count, ...counts });
  const { changes, items, unchanged } = result.plan;
  const created = items.filter(({ change }) => change === 'created').length;
  const outcome = {
    errors: [],
    errorCount: 0,
    created,
    changed: items.length - created,
    unchanged,
    items: firstItems(items),
  };
  if (writing === undefined) return reply({ ...outcome, state: 'checked' });
  if (changes.length === 0) return reply({ ...outcome, state: 'applied' });
  return startChangeSet(
    { table },
    writing,
    { kind: 'import', changes, unchanged, file, items },
    ({ id, state }) => reply({ ...outcome, id, state }),
  );
};

/** The first quarter that anybody could have submitted, and one that nobody ever will. */
const [ever, never] = ['0000-Q1', '9999-Q4'] as const;

/** Which part of everything is exported: readings from one quarter to another, and some tables. */
export interface ExportRange {
  readonly from?: Quarter | undefined;
  readonly to?: Quarter | undefined;
  readonly tables?: string | undefined;
}

/** Bytes of JSON that one answer holds at most. */
const largestExport = 4_400_000;

/** Refuses (`too-large`) tables that no answer can hold, and says how to ask for less. */
export const requireFits = (tables: readonly WrittenTable[]): void => {
  const bytes = Buffer.byteLength(JSON.stringify(tables));
  if (bytes <= largestExport) return;
  throw new Refusal('too-large', 'Everything at once is too much for one answer.', [
    {
      path: '/from',
      found: `${bytes} bytes`,
      expected: `at most ${largestExport} bytes: ask for the readings of some years, with "from" and "to", or for some "tables"`,
    },
  ]);
};

const chosen = (tables: readonly WrittenTable[], names: string | undefined): readonly WrittenTable[] => {
  if (names === undefined) return tables;
  const wanted = names.split(',');
  const unknown = wanted.find((name) => !tables.some((table) => table.name === name));
  if (unknown !== undefined)
    throw new Refusal('invalid-input', 'There is no such table.', [
      { path: '/tables', found: shown(unknown), expected: tables.map(({ name }) => name).join(', ') },
    ]);
  return tables.filter(({ name }) => wanted.includes(name));
};

const withoutAddresses = (table: WrittenTable, own: string): WrittenTable => {
  if (table.name !== 'members') return table;
  const [id = -1, email = -1] = ['id', 'email'].map((name) => table.header.indexOf(name));
  const hidden = (row: readonly string[]) =>
    row.map((cell, i) => (i === email && row[id] !== own ? '' : cell));
  return { ...table, rows: table.rows.map(hidden) };
};

/** What an organisation owns, in the import format; other people's addresses for analysts only. */
export const exportTables = async (
  table: Table,
  org: OrgId,
  member: Member,
  { from = ever, to = never, tables: names }: ExportRange = {},
): Promise<readonly WrittenTable[]> => {
  const present = await loadPresent(table, org, { from });
  const all = datasetOf(present);
  const submissions = all.submissions.filter(({ quarter }) => quarter <= to);
  const tables = chosen(writeDataset({ ...all, submissions }), names);
  return member.roles.includes('analyst') ? tables : tables.map((one) => withoutAddresses(one, member.id));
};
