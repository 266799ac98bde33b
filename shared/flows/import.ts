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

/** The first quarter that anybody could have submitted. */
const ever = '0000-Q1' as Quarter;

/** Everything that an organisation owns, in the import format; other people's addresses for analysts only. */
export const exportTables = async (table: Table, org: OrgId, member: Member): Promise<WrittenTable[]> => {
  const present = await loadPresent(table, org, { from: ever });
  const tables = writeDataset(datasetOf(present));
  if (member.roles.includes('analyst')) return tables;
  return tables.map((one) => {
    if (one.name !== 'members') return one;
    const [id, email] = ['id', 'email'].map((name) => one.header.indexOf(name));
    const hidden = (row: readonly string[]) =>
      row.map((cell, i) => (i === email && row[id ?? -1] !== member.id ? '' : cell));
    return { ...one, rows: one.rows.map(hidden) };
  });
};
