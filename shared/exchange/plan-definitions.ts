// What becomes of each definition that the files name: the laws that its route holds, held for every row.
import type { Kpi } from '../domain/kpi.ts';
import type { Dataset } from './dataset.ts';
import { type Planned, PlannedChanges } from './plan-changes.ts';
import type { PlanContext } from './plan-context.ts';
import { planKpis } from './plan-kpis.ts';
import { planMembers } from './plan-members.ts';
import { planSettings } from './plan-settings.ts';
import { planDepartments, planSimple } from './plan-simple.ts';

/** What becomes of the definitions: changes in the order in which they may be written, and how many stay. */
export interface PlannedDefinitions {
  readonly planned: readonly Planned[];
  readonly unchanged: number;
  /** The KPIs as they will be, by id. */
  readonly kpis: ReadonlyMap<string, Kpi>;
}

/** Makes the plan of definitions; what is wrong with them stands in the context. */
export const planDefinitions = (context: PlanContext, dataset: Dataset): PlannedDefinitions => {
  const changes = new PlannedChanges(context, dataset);
  planSettings(changes, dataset);
  planDepartments(changes, dataset);
  planMembers(changes, dataset);
  planSimple(changes, dataset);
  const kpis = planKpis(changes, dataset);
  return { planned: changes.planned, unchanged: changes.unchanged, kpis };
};
