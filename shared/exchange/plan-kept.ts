// What of an entity stays whatever a file says: fields that the format has no column for, and what the server alone
// keeps beside people's own.
import { capabilityFields } from '../domain/capability.ts';
import { departmentFields } from '../domain/department.ts';
import { journeyFields } from '../domain/journey.ts';
import { kpiFields } from '../domain/kpi.ts';
import { memberFields } from '../domain/member.ts';
import { objectiveFields } from '../domain/objective.ts';
import { outcomeFields } from '../domain/outcome.ts';
import { tableNamed } from './tables.ts';

/** The table in which each kind of definition stands. */
export const tableOf = {
  department: 'departments',
  member: 'members',
  journey: 'journeys',
  outcome: 'outcomes',
  capability: 'capabilities',
  objective: 'objectives',
  kpi: 'kpis',
} as const;
export type PlannedKind = keyof typeof tableOf;

const shapes: Readonly<Record<PlannedKind, object>> = {
  department: departmentFields.shape,
  member: memberFields.shape,
  journey: journeyFields.shape,
  outcome: outcomeFields.shape,
  capability: capabilityFields.shape,
  objective: objectiveFields.shape,
  kpi: kpiFields.shape,
};
/** Fields that stand in tables of their own. */
const parts: readonly string[] = [
  'events',
  'touchpoints',
  'segments',
  'counterparts',
  'contributions',
  'deputyOf',
];

/** By kind, the fields that the format cannot say. */
const unsaid: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(tableOf).map(([kind, table]) => {
    const said = new Set(tableNamed(table)?.columns.map(({ path }) => path.split('.')[0]));
    const names = Object.keys(shapes[kind as PlannedKind]);
    return [kind, new Set(names.filter((name) => !said.has(name) && !parts.includes(name)))];
  }),
);

const chosen = (entity: object | undefined, keep: (name: string) => boolean): object =>
  Object.fromEntries(Object.entries(entity ?? {}).filter(([name]) => keep(name)));

/** The fields of an entity that the format cannot say. */
export const keptFields = (kind: PlannedKind, before: object | undefined): object =>
  chosen(before, (name) => unsaid.get(kind)?.has(name) === true);

/** The same, with what the server alone keeps of the entity. */
export const keptBeside = (kind: PlannedKind, before: object | undefined): object =>
  chosen(before, (name) => !(name in shapes[kind]) || unsaid.get(kind)?.has(name) === true);
