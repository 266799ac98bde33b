// What becomes of departments, journeys, outcomes, capabilities and objectives: their fields replace what is there.
import { journeyFaults, lifetimeFaults, outcomeFaults } from '../domain/definition-faults.ts';
import { mentionsOf, unknownMentions } from '../domain/mentions.ts';
import { withNoted } from '../domain/noted-change.ts';
import type { Fault } from '../domain/problem.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { Definitions } from '../domain/sources.ts';
import type { Dataset, Defined } from './dataset.ts';
import type { PlannedChanges } from './plan-changes.ts';
import type { PlanContext } from './plan-context.ts';
import { keptBeside } from './plan-kept.ts';
import type { Entry } from './rows.ts';

type Part = 'departments' | 'journeys' | 'outcomes' | 'capabilities' | 'objectives';
type Entity<P extends Part> = Definitions[P][number];
interface Living {
  readonly id: string;
  readonly firstQuarter: Quarter;
}

/** A kind: what it is called, the laws of its route, and the departments whose heads may write it. */
interface Kind<P extends Part> {
  readonly kind: 'department' | 'journey' | 'outcome' | 'capability' | 'objective';
  readonly part: P;
  readonly faults?: (entity: Entity<P>) => Fault[];
  readonly owners?: (entity: Entity<P>) => readonly string[];
}

/** The row of a journey's part that a fault's path such as `/segments/0/to` names, and its column. */
const partOf =
  (context: PlanContext, journey: string) =>
  (path: string): [Entry, string] | undefined => {
    const [, table = '', index = '', ...rest] = path.split('/');
    const entry = context.parts(table, 'journey', journey)[Number(index)];
    return entry === undefined ? undefined : [entry, rest.filter((step) => !/^\d+$/.test(step)).join('.')];
  };

const planKind = <P extends Part>(
  changes: PlannedChanges,
  dataset: Dataset,
  { kind, part, faults = () => [], owners = () => [] }: Kind<P>,
): void => {
  const { context } = changes;
  const { present, importer, reporting } = context;
  const known = new Map((present.definitions[part] as readonly Entity<P>[]).map((one) => [one.id, one]));
  for (const { id, fields } of dataset[part] as readonly Defined<Partial<Living>>[]) {
    const before = known.get(id);
    const firstQuarter = fields.firstQuarter ?? before?.firstQuarter ?? reporting;
    const written = { ...fields, ...keptBeside(kind, before), id, firstQuarter } as unknown as Entity<P>;
    const entity = withNoted(kind, before, written, { by: importer.member, at: importer.at });
    if (!changes.settle(kind, before, entity)) continue;
    const row = changes.row(kind, id);
    changes.allow(row, ...owners(entity), ...(before === undefined ? [] : owners(before)));
    const wrong = [...lifetimeFaults(entity), ...faults(entity)];
    context.faults(row, wrong, kind === 'journey' ? partOf(context, id) : undefined);
  }
};

/** Plans the kinds that others name before those that name them. */
export const planSimple = (changes: PlannedChanges, dataset: Dataset): void => {
  const { exists } = changes;
  planKind(changes, dataset, {
    kind: 'journey',
    part: 'journeys',
    faults: (entity) => [...unknownMentions(mentionsOf.journey(entity), exists), ...journeyFaults(entity)],
  });
  planKind(changes, dataset, {
    kind: 'outcome',
    part: 'outcomes',
    faults: (entity) => [...unknownMentions(mentionsOf.outcome(entity), exists), ...outcomeFaults(entity)],
  });
  planKind(changes, dataset, {
    kind: 'capability',
    part: 'capabilities',
    faults: (entity) => unknownMentions(mentionsOf.capability(entity), exists),
  });
  planKind(changes, dataset, {
    kind: 'objective',
    part: 'objectives',
    faults: (entity) => unknownMentions(mentionsOf.objective(entity), exists),
    owners: ({ department }) => [department],
  });
};

/** Plans the departments, which everything else names. */
export const planDepartments = (changes: PlannedChanges, dataset: Dataset): void =>
  planKind(changes, dataset, { kind: 'department', part: 'departments' });
