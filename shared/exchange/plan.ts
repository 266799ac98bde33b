// From an organisation and a file to what the file would change: every entity created, changed or left alone, in the
// order in which it may be written, or everything that is wrong. Nothing is half planned: one fault, and there is no plan.
import type { Change, ChangeItem } from '../domain/change-set.ts';
import { importLimits } from '../domain/import-limits.ts';
import type { Dataset } from './dataset.ts';
import type { FileLocale } from './form.ts';
import { type FileTable, gridsOf } from './grids.ts';
import { type Importer, PlanContext } from './plan-context.ts';
import { planDefinitions } from './plan-definitions.ts';
import { completing } from './plan-overlay.ts';
import { datasetOf, type Present } from './plan-present.ts';
import { planSubmissions } from './plan-submissions.ts';
import { readDataset } from './read.ts';
import type { Entry, RowError } from './rows.ts';

/** What a file would change. `changes` and `items` are one list, in the order of writing. */
export interface ImportPlan {
  readonly changes: readonly Change[];
  readonly items: readonly ChangeItem[];
  /** Entities that the file names and that stay as they are. */
  readonly unchanged: number;
}
export type PlanResult =
  | { readonly plan: ImportPlan; readonly errors: readonly [] }
  /** At most 1,000 faults; `count` counts them all. */
  | { readonly plan: undefined; readonly errors: readonly RowError[]; readonly count: number };

const failed = (errors: readonly RowError[], count = errors.length): PlanResult => ({
  plan: undefined,
  errors: [...errors]
    .sort((a, b) => (a.file === b.file ? a.row - b.row : a.file < b.file ? -1 : 1))
    .slice(0, importLimits.errors),
  count,
});

/** Every department that something present names, though nobody defines it: routes let links lead nowhere yet. */
const namedDepartments = ({ departments, journeys, capabilities }: Dataset): Set<string> =>
  new Set([
    ...departments.map(({ id }) => id),
    ...journeys.flatMap(({ fields }) => fields.touchpoints.flatMap(({ owners }) => owners)),
    ...capabilities.flatMap(({ fields }) => fields.departments),
  ]);

/** The plan of a file's tables. */
export const planImport = (
  present: Present,
  tables: readonly FileTable[],
  locale: FileLocale,
  importer: Importer,
): PlanResult => {
  const { grids, errors } = gridsOf(tables);
  if (errors.length > 0) return failed(errors);
  const known = datasetOf(present);
  let entries = new Map<string, Entry[]>();
  const complete = completing(known, grids);
  const read = readDataset(grids, locale, {
    departments: namedDepartments(known),
    members: new Set(known.members.map(({ id }) => id)),
    objectives: new Set(known.objectives.map(({ id }) => id)),
    kpis: new Map(known.kpis.map((kpi) => [kpi.id, kpi])),
    complete: (rows) => {
      complete(rows);
      entries = rows;
    },
  });
  if (read.dataset === undefined) return failed(read.errors, read.count);
  const context = new PlanContext(present, importer, entries);
  const definitions = planDefinitions(context, read.dataset);
  const submissions = planSubmissions(context, read.dataset, definitions.kpis);
  if (context.errors.length > 0) return failed(context.errors);
  const planned = [...definitions.planned, ...submissions.planned];
  return {
    plan: {
      changes: planned.map(({ change }) => change),
      items: planned.map(({ item }) => item),
      unchanged: definitions.unchanged + submissions.unchanged,
    },
    errors: [],
  };
};
