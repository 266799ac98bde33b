// What becomes of each definition that the files name: the laws that its route holds, held for every row.
import { canonicalJson } from '../domain/canonical.ts';
import { capabilityFields } from '../domain/capability.ts';
import { type Change, type ChangeItem, itemOf } from '../domain/change-set.ts';
import { journeyFaults, lifetimeFaults, outcomeFaults, policyFaults } from '../domain/definition-faults.ts';
import { departmentFields } from '../domain/department.ts';
import { journeyFields } from '../domain/journey.ts';
import { type Kpi, kpiFields, type Target } from '../domain/kpi.ts';
import { kpiAfter, kpiFaults, withTarget } from '../domain/kpi-change.ts';
import { type Member, memberFields } from '../domain/member.ts';
import { type Mention, mentionsOf, unknownMentions } from '../domain/mentions.ts';
import { withNoted } from '../domain/noted-change.ts';
import { objectiveFields } from '../domain/objective.ts';
import { outcomeFields } from '../domain/outcome.ts';
import type { Fault } from '../domain/problem.ts';
import type { Quarter } from '../domain/quarter.ts';
import { slug } from '../domain/slug.ts';
import type { Dataset, DatasetTarget, Defined } from './dataset.ts';
import type { PlanContext } from './plan-context.ts';
import { fieldsBetween } from './plan-fields.ts';
import type { Entry } from './rows.ts';
import { tableNamed } from './tables.ts';

/** A change with what people are shown of it. */
export interface Planned {
  readonly change: Change;
  readonly item: ChangeItem;
}
/** What becomes of the definitions: changes in the order in which they may be written, and how many stay. */
export interface PlannedDefinitions {
  readonly planned: readonly Planned[];
  readonly unchanged: number;
  /** The KPIs as they will be, by id. */
  readonly kpis: ReadonlyMap<string, Kpi>;
}

interface Entity {
  readonly id: string;
}
type Simple = 'department' | 'journey' | 'outcome' | 'capability' | 'objective';
const tableOf = {
  department: 'departments',
  member: 'members',
  journey: 'journeys',
  outcome: 'outcomes',
  capability: 'capabilities',
  objective: 'objectives',
  kpi: 'kpis',
} as const;
const shapes = {
  department: departmentFields.shape,
  member: memberFields.shape,
  journey: journeyFields.shape,
  outcome: outcomeFields.shape,
  capability: capabilityFields.shape,
  objective: objectiveFields.shape,
  kpi: kpiFields.shape,
} as const;
/** Fields that stand in tables of their own. */
const parts: readonly string[] = [
  'events',
  'touchpoints',
  'segments',
  'counterparts',
  'contributions',
  'deputyOf',
];

/** By kind, the fields that the format cannot say; they stay as they are. */
const unsaid = new Map(
  Object.entries(tableOf).map(([kind, table]) => {
    const said = new Set(tableNamed(table)?.columns.map(({ path }) => path.split('.')[0]));
    const names = Object.keys(shapes[kind as keyof typeof shapes]);
    return [kind, new Set(names.filter((name) => !said.has(name) && !parts.includes(name)))];
  }),
);

const kept = (kind: keyof typeof shapes, before: object | undefined): object =>
  Object.fromEntries(Object.entries(before ?? {}).filter(([name]) => unsaid.get(kind)?.has(name)));

/** The same, with what the server alone keeps of an entity. */
const keptBeside = (kind: keyof typeof shapes, before: object | undefined): object => ({
  ...Object.fromEntries(Object.entries(before ?? {}).filter(([name]) => !(name in shapes[kind]))),
  ...kept(kind, before),
});

const byId = <T extends Entity>(items: readonly T[]): Map<string, T> =>
  new Map(items.map((item) => [item.id, item]));
const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

const ownHint = 'a department that you write for; an analyst may import for all';

/** Makes the plan of definitions. */
export const planDefinitions = (context: PlanContext, dataset: Dataset): PlannedDefinitions => {
  const { present, importer, reporting, running, isAnalyst } = context;
  const { definitions } = present;
  const noting = { by: importer.member, at: importer.at };
  const planned: Planned[] = [];
  let unchanged = 0;
  const members = byId(definitions.members);
  const departments = new Set(definitions.departments.map(({ id }) => id));
  const objectives = new Set(definitions.objectives.map(({ id }) => id));
  for (const { id } of dataset.departments) departments.add(id);
  for (const { id } of dataset.objectives) objectives.add(id);

  const rowOf = (kind: keyof typeof tableOf, id: string) => context.row(tableOf[kind], ['id'], id);
  const exists = ({ kind, id }: Mention): boolean =>
    kind === 'member'
      ? members.get(id)?.status === 'active'
      : (kind === 'department' ? departments : objectives).has(id);
  const allowed = (entry: Entry | undefined, ...owners: string[]): void => {
    if (isAnalyst) return;
    if (owners.length === 0) {
      context.blame(
        entry,
        'id',
        entry?.values.get('id'),
        'nothing that would change: only an analyst imports this',
      );
      return;
    }
    const foreign = owners.find((department) => !importer.isOwn(department));
    if (foreign !== undefined) context.blame(entry, 'department', foreign, ownHint);
  };
  const put = (change: Change, before: object | undefined): void => {
    const fields = before === undefined ? [] : fieldsBetween(before, change.entity);
    planned.push({ change, item: { ...itemOf(change), fields } });
  };
  const versionOf = (kind: string, id: string): number => present.versions.get(`${kind}|${id}`) ?? 0;

  /** A kind without bookkeeping: its fields replace what is there. */
  const simple = <E extends Entity>(
    kind: Simple,
    items: readonly Defined<object>[],
    existing: readonly E[],
    check: (entity: E, before: E | undefined, entry: Entry | undefined) => Fault[],
    owners: (entity: E, before: E | undefined) => string[] = () => [],
  ): void => {
    const known = byId(existing);
    for (const { id, fields } of items) {
      const before = known.get(id);
      const was = before as { firstQuarter?: Quarter } | undefined;
      const firstQuarter =
        (fields as { firstQuarter?: Quarter }).firstQuarter ?? was?.firstQuarter ?? reporting;
      const written = { ...fields, ...keptBeside(kind, before), id, firstQuarter };
      const entity = withNoted(kind, before, written, noting) as unknown as E;
      if (before !== undefined && same(before, entity)) {
        unchanged++;
        continue;
      }
      const entry = rowOf(kind, id);
      allowed(entry, ...owners(entity, before));
      context.faults(
        entry,
        [...lifetimeFaults(entity as unknown as { firstQuarter: Quarter }), ...check(entity, before, entry)],
        kind === 'journey' ? partOf(context, id) : undefined,
      );
      put({ kind, expected: versionOf(kind, id), entity } as unknown as Change, before);
    }
  };

  planOrganisation(context, dataset, (entity, before) => {
    if (same(entity, before)) unchanged++;
    else put({ kind: 'organisation', expected: versionOf('organisation', entity.id), entity }, before);
  });
  simple('department', dataset.departments, definitions.departments, () => []);
  for (const { id, fields } of dataset.members) {
    const before = members.get(id);
    const entity: Member = {
      ...fields,
      ...keptBeside('member', before),
      id,
    };
    if (before !== undefined && same(before, entity)) {
      unchanged++;
      continue;
    }
    members.set(id, entity);
    const entry = rowOf('member', id);
    allowed(entry);
    context.faults(entry, unknownMentions(mentionsOf.member(entity), exists));
    put({ kind: 'member', expected: versionOf('member', id), entity }, before);
  }
  analystStays(context, [...members.values()], planned);
  simple('journey', dataset.journeys, definitions.journeys, (entity) => [
    ...unknownMentions(mentionsOf.journey(entity), exists),
    ...journeyFaults(entity),
  ]);
  simple('outcome', dataset.outcomes, definitions.outcomes, (entity) => [
    ...unknownMentions(mentionsOf.outcome(entity), exists),
    ...outcomeFaults(entity),
  ]);
  simple('capability', dataset.capabilities, definitions.capabilities, (entity) =>
    unknownMentions(mentionsOf.capability(entity), exists),
  );
  simple(
    'objective',
    dataset.objectives,
    definitions.objectives,
    (entity) => unknownMentions(mentionsOf.objective(entity), exists),
    (entity, before) => [entity.department, before?.department ?? entity.department],
  );

  const kpis = new Map<string, Kpi>(definitions.kpis.map((kpi) => [kpi.id, kpi]));
  const firstRead = firstReadings(dataset);
  const fieldsOf = new Map(dataset.kpis.map(({ id, fields }) => [id, fields]));
  const targets = Map.groupBy(dataset.targets, ({ kpi }) => kpi);
  for (const id of new Set([...fieldsOf.keys(), ...targets.keys()])) {
    const before = kpis.get(id);
    const fields = fieldsOf.get(id);
    const entry =
      rowOf('kpi', id) ?? context.row('targets', ['kpi', 'from'], id, targets.get(id)?.[0]?.from ?? '');
    const first = firstRead.get(id);
    const begins = first !== undefined && first < reporting ? first : reporting;
    const by = { by: importer.member, at: importer.at, running };
    const defined =
      fields === undefined
        ? before
        : context.lawful(entry, 'id', id, () =>
            kpiAfter(before, id, { ...fields, ...kept('kpi', before) }, begins, by),
          );
    if (defined === undefined) continue;
    const after = withTargets(context, defined, targets.get(id) ?? []);
    if (before !== undefined && same(before, after)) {
      unchanged++;
      continue;
    }
    kpis.set(id, after);
    allowed(entry, after.department, before?.department ?? after.department);
    context.faults(entry, [
      ...lifetimeFaults(after),
      ...kpiFaults(after),
      ...(fields === undefined ? [] : unknownMentions(mentionsOf.kpi(after), exists)),
    ]);
    put({ kind: 'kpi', expected: versionOf('kpi', id), entity: after }, before);
  }
  return { planned, unchanged, kpis };
};

/** The row of a journey's part that a fault's path such as `/segments/0/to` names. */
const partOf =
  (context: PlanContext, journey: string) =>
  (path: string): [Entry, string] | undefined => {
    const [, table = '', index = '', ...rest] = path.split('/');
    const entry = context.parts(table, 'journey', journey)[Number(index)];
    return entry === undefined ? undefined : [entry, rest.filter((step) => !/^\d+$/.test(step)).join('.')];
  };

type Settled = (entity: PlanContext['present']['organisation'], before: object) => void;

const planOrganisation = (context: PlanContext, dataset: Dataset, settle: Settled): void => {
  const { present, importer, isAnalyst } = context;
  const before = present.organisation;
  const row = context.row('organisation', ['id'], dataset.organisation?.id ?? '');
  if (dataset.organisation !== undefined && dataset.organisation.id !== before.id)
    context.blame(row, 'id', dataset.organisation.id, `${before.id}, the id of your organisation`);
  if (dataset.organisation === undefined && !context.has('policy')) return;
  const policy = context.has('policy') ? dataset.policy : before.policy;
  const written = { ...before, ...dataset.organisation, id: before.id, policy };
  const entity = withNoted('organisation', before, written, { by: importer.member, at: importer.at });
  settle(entity, before);
  if (same(entity, before)) return;
  const policyRow = (path: string) => {
    const [, setting = '', check = ''] = path.split('/');
    return context.row('policy', ['setting'], setting === 'checks' ? `checks.${check}` : setting);
  };
  if (!same(policy, before.policy))
    for (const { path, found, expected } of policyFaults(policy, importer.checks))
      context.blame(policyRow(path), 'value', found, expected);
  if (!isAnalyst)
    context.blame(
      row ?? policyRow('/dueDays'),
      'id',
      before.id,
      'nothing that would change: only an analyst imports this',
    );
};

/** Somebody must be left who may set up. */
const analystStays = (
  context: PlanContext,
  members: readonly Member[],
  planned: readonly Planned[],
): void => {
  const isAnalyst = ({ roles, status }: Member) => status === 'active' && roles.includes('analyst');
  if (members.some(isAnalyst)) return;
  const change = planned.find(({ change: { kind } }) => kind === 'member');
  if (change === undefined) return;
  const entry = context.row('members', ['id'], change.item.id);
  context.blame(entry, 'roles', entry?.values.get('roles'), 'an analyst among the active members');
};

/** The first quarter in which the files read each KPI: one without a first quarter begins there. */
const firstReadings = (dataset: Dataset): Map<string, Quarter> => {
  const first = new Map<string, Quarter>();
  for (const { quarter, readings } of dataset.submissions)
    for (const { kpi } of readings) {
      const known = first.get(kpi);
      if (known === undefined || quarter < known) first.set(kpi, quarter);
    }
  return first;
};

/**
 * The KPI with the targets that the files set. When and by whom is taken from a file only from an analyst before the
 * first evaluation; later it is the import's own, so that nobody sets a target back in time.
 */
const withTargets = (context: PlanContext, kpi: Kpi, targets: readonly DatasetTarget[]): Kpi => {
  const { present, importer, isAnalyst } = context;
  const trusted = isAnalyst && !present.evaluated;
  let after = kpi;
  for (const { from, value, reason, setAt, by } of targets) {
    const standing = kpi.targets
      .filter((target) => target.from === from)
      .reduce<Target | undefined>(
        (best, one) => (best !== undefined && Date.parse(best.setAt) > Date.parse(one.setAt) ? best : one),
        undefined,
      );
    const isSame = standing !== undefined && same(standing.value, value);
    if (isSame && (reason === undefined || standing.reason === reason)) continue;
    const entry = context.row('targets', ['kpi', 'from'], kpi.id, from);
    if (trusted && by !== undefined && !slug.safeParse(by).success)
      context.blame(entry, 'by', by, 'the id of a member');
    const target: Target = {
      from,
      value,
      ...(reason === undefined ? {} : { reason }),
      setAt: (trusted ? setAt : undefined) ?? importer.at,
      by: (trusted ? by : undefined) ?? importer.member,
    };
    const next = after;
    after = context.lawful(entry, 'value', value, () => withTarget(next, target)) ?? after;
  }
  return after;
};
