// An example as a dataset of the import format: what a file of it would hold when its clock starts.
import { capabilityFields } from '../shared/domain/capability.ts';
import { departmentFields } from '../shared/domain/department.ts';
import { journeyFields } from '../shared/domain/journey.ts';
import { kpiFields } from '../shared/domain/kpi.ts';
import { memberFields } from '../shared/domain/member.ts';
import { objectiveFields } from '../shared/domain/objective.ts';
import { organisationFields } from '../shared/domain/organisation.ts';
import { outcomeFields } from '../shared/domain/outcome.ts';
import type { Dataset, DatasetSubmission, Defined } from '../shared/exchange/dataset.ts';
import type { Example } from './example.ts';

interface Schema<T> {
  readonly parse: (fields: unknown) => T;
}

const parsed = <T>(
  { parse }: Schema<T>,
  list: readonly { readonly id: string; readonly fields: unknown }[],
): Defined<T>[] => list.map(({ id, fields }) => ({ id, fields: parse(fields) }));

/** The example with these submissions. Throws a ZodError where it holds what the API refuses. */
export const datasetOf = (example: Example, submissions: readonly DatasetSubmission[]): Dataset => ({
  organisation: {
    ...organisationFields.parse(example.organisation.fields),
    id: example.organisation.id,
  },
  asOf: example.asOf,
  policy: example.policy,
  members: parsed(memberFields, [example.analyst, ...example.members]),
  departments: parsed(departmentFields, example.departments),
  journeys: parsed(journeyFields, example.journeys),
  capabilities: parsed(capabilityFields, example.capabilities),
  outcomes: parsed(outcomeFields, example.outcomes),
  objectives: parsed(objectiveFields, example.objectives),
  kpis: parsed(kpiFields, example.kpis),
  targets: example.targets,
  submissions,
});
