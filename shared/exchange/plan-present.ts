// What an organisation has, as an import meets it: every entity with its version, and what counts of each department's
// quarters.
import { capabilityFields } from '../domain/capability.ts';
import { departmentFields } from '../domain/department.ts';
import { journeyFields } from '../domain/journey.ts';
import { kpiFields, type Target } from '../domain/kpi.ts';
import { memberFields } from '../domain/member.ts';
import { objectiveFields } from '../domain/objective.ts';
import type { Organisation } from '../domain/organisation.ts';
import { outcomeFields } from '../domain/outcome.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { Definitions } from '../domain/sources.ts';
import type { Submission } from '../domain/submission.ts';
import type { Dataset, Defined } from './dataset.ts';

/** A department's quarter: its latest version, and the one that counts. */
export interface PresentQuarter {
  readonly latest: Submission;
  readonly counting: Submission | undefined;
}

export interface Present {
  readonly organisation: Organisation;
  readonly definitions: Definitions;
  /** By `<kind>|<id>`. */
  readonly versions: ReadonlyMap<string, number>;
  /** By `<department> <quarter>`. */
  readonly quarters: ReadonlyMap<string, PresentQuarter>;
  /** Whether it has ever been evaluated: then no history is taken any more. */
  readonly evaluated: boolean;
  readonly sealed: ReadonlySet<Quarter>;
}

type Shape = Readonly<Record<string, unknown>>;

/** An entity's own fields, without what the server keeps beside them. */
const definedBy =
  <T>(shape: Shape) =>
  (entity: { readonly id: string }): Defined<T> => ({
    id: entity.id,
    fields: Object.fromEntries(
      Object.entries(entity).filter(([name, value]) => name in shape && value !== undefined),
    ) as T,
  });

/** The targets that stand, one a quarter: of two from one quarter, the one set last. */
const standing = (targets: readonly Target[]): Target[] =>
  [...Map.groupBy(targets, ({ from }) => from).values()].map((all) =>
    all.reduce((best, one) => (Date.parse(one.setAt) >= Date.parse(best.setAt) ? one : best)),
  );

/** Everything that the format can say of the organisation. */
export const datasetOf = ({ organisation, definitions, quarters }: Present): Dataset => {
  const { policy, ...settings } = organisation;
  return {
    organisation: settings,
    asOf: undefined,
    policy,
    members: definitions.members.map(definedBy(memberFields.shape)),
    departments: definitions.departments.map(definedBy(departmentFields.shape)),
    journeys: definitions.journeys.map(definedBy(journeyFields.shape)),
    capabilities: definitions.capabilities.map(definedBy(capabilityFields.shape)),
    outcomes: definitions.outcomes.map(definedBy(outcomeFields.shape)),
    objectives: definitions.objectives.map(definedBy(objectiveFields.shape)),
    kpis: definitions.kpis.map(definedBy(kpiFields.shape)),
    targets: definitions.kpis.flatMap(({ id, targets }) =>
      standing(targets).map(({ from, value, setAt, by, reason }) => ({
        kpi: id,
        from,
        value,
        setAt,
        by,
        ...(reason === undefined ? {} : { reason }),
      })),
    ),
    submissions: [...quarters.values()].flatMap(({ counting }) => (counting === undefined ? [] : [counting])),
  };
};
