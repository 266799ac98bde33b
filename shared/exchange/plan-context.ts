// What a plan is made with: who imports, when, and the faults that are found on the way, each at its row.
import { calendarAt, runningQuarter } from '../domain/calendar.ts';
import type { Role } from '../domain/member.ts';
import { type Fault, Refusal, shown } from '../domain/problem.ts';
import type { Quarter } from '../domain/quarter.ts';
import { keyIn } from './plan-overlay.ts';
import type { Present } from './plan-present.ts';
import type { Entry, RowError } from './rows.ts';

/** Who imports, and when (ISO 8601, UTC). */
export interface Importer {
  readonly member: string;
  readonly roles: readonly Role[];
  /** Whether he or she writes for a department today. */
  readonly isOwn: (department: string) => boolean;
  readonly at: string;
  /** The ids of the checks that a policy may name. */
  readonly checks: ReadonlySet<string>;
}

/** Where a fault is told that no row is to blame for. */
const nowhere = { file: 'the file', row: 0 };

/** The rows of the files by table and key, and the faults that are found in them. */
export class PlanContext {
  readonly errors: RowError[] = [];
  readonly present: Present;
  readonly importer: Importer;
  readonly reporting: Quarter;
  readonly running: Quarter;
  readonly #entries: ReadonlyMap<string, readonly Entry[]>;
  readonly #byKey = new Map<string, Map<string, Entry>>();

  constructor(present: Present, importer: Importer, entries: ReadonlyMap<string, readonly Entry[]>) {
    this.present = present;
    this.importer = importer;
    this.reporting = calendarAt(importer.at, present.organisation).reportingQuarter;
    this.running = runningQuarter(importer.at, present.organisation);
    this.#entries = entries;
  }

  /** Whether the files have a table of this name with a row. */
  has(table: string): boolean {
    return this.rows(table).length > 0;
  }

  get isAnalyst(): boolean {
    return this.importer.roles.includes('analyst');
  }

  /** The row of a table that has these key values. */
  row(table: string, paths: readonly string[], ...key: string[]): Entry | undefined {
    let rows = this.#byKey.get(table);
    if (rows === undefined) {
      rows = new Map((this.#entries.get(table) ?? []).map((entry) => [keyIn(entry.values, paths), entry]));
      this.#byKey.set(table, rows);
    }
    return rows.get(key.join(' '));
  }

  /** All rows of a table. */
  rows(table: string): readonly Entry[] {
    return this.#entries.get(table) ?? [];
  }

  /** The rows of a part table that name a whole. */
  parts(table: string, path: string, id: string): Entry[] {
    return this.rows(table).filter(({ values }) => values.get(path) === id);
  }

  blame(entry: Entry | undefined, path: string, found: unknown, expected: string): void {
    this.errors.push(
      entry?.blame(path, found, expected) ?? { ...nowhere, column: path, found: shown(found), expected },
    );
  }

  /** Faults of an entity, each at the column that its path names, or at the row of the part that it names. */
  faults(
    entry: Entry | undefined,
    faults: readonly Fault[],
    part?: (path: string) => [Entry, string] | undefined,
  ) {
    for (const { path, found, expected } of faults) {
      const [at, column] = part?.(path) ?? [
        entry,
        path.slice(1).replaceAll(/\/\d+/g, '').replaceAll('/', '.'),
      ];
      this.blame(at, column, found.replace(/^"(.*)"$/, '$1'), expected);
    }
  }

  /** What a law makes, or undefined where it refuses: the refusal becomes a fault of the row. */
  lawful<T>(entry: Entry | undefined, path: string, found: unknown, make: () => T): T | undefined {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.blame(entry, path, found, error.faults[0]?.expected ?? error.message);
      return undefined;
    }
  }
}
