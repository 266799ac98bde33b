// What becomes of the KPIs: their fields and links by the law that notes every change of meaning, and their targets.
import { lifetimeFaults } from '../domain/definition-faults.ts';
import type { Kpi, Target } from '../domain/kpi.ts';
import { kpiAfter, kpiFaults, withTarget } from '../domain/kpi-change.ts';
import { targetIn } from '../domain/kpi-in-quarter.ts';
import { mentionsOf, unknownMentions } from '../domain/mentions.ts';
import type { Quarter } from '../domain/quarter.ts';
import { slug } from '../domain/slug.ts';
import type { Dataset, DatasetTarget } from './dataset.ts';
import { type PlannedChanges, same } from './plan-changes.ts';
import type { PlanContext } from './plan-context.ts';
import { keptFields } from './plan-kept.ts';

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

/** Whether the file's target is the one that stands from its quarter on. */
const stands = (kpi: Kpi, { from, value, reason }: DatasetTarget): boolean => {
  const standing = targetIn(kpi, from);
  return (
    standing?.from === from &&
    same(standing.value, value) &&
    (reason === undefined || standing.reason === reason)
  );
};

/**
 * The KPI with the targets that the files set. When and by whom is taken from a file only from an analyst before the
 * first evaluation; later it is the import's own, so that nobody sets a target back in time.
 */
const withTargets = (context: PlanContext, kpi: Kpi, targets: readonly DatasetTarget[]): Kpi => {
  const { present, importer, isAnalyst } = context;
  const trusted = isAnalyst && !present.evaluated;
  let after = kpi;
  for (const given of targets.filter((one) => !stands(kpi, one))) {
    const { from, value, reason, setAt, by } = given;
    const row = context.row('targets', ['kpi', 'from'], kpi.id, from);
    if (trusted && by !== undefined && !slug.safeParse(by).success)
      context.blame(row, 'by', by, 'the id of a member');
    const target: Target = {
      from,
      value,
      ...(reason === undefined ? {} : { reason }),
      setAt: (trusted ? setAt : undefined) ?? importer.at,
      by: (trusted ? by : undefined) ?? importer.member,
    };
    const next = after;
    after = context.lawful(row, 'value', value, () => withTarget(next, target)) ?? after;
  }
  return after;
};

/** Plans the KPIs that the files define or set targets for. Returns all KPIs as they will be, by id. */
export const planKpis = (changes: PlannedChanges, dataset: Dataset): Map<string, Kpi> => {
  const { context } = changes;
  const { present, importer, reporting, running } = context;
  const kpis = new Map(present.definitions.kpis.map((kpi) => [kpi.id, kpi]));
  const firstRead = firstReadings(dataset);
  const fieldsOf = new Map(dataset.kpis.map(({ id, fields }) => [id, fields]));
  const targets = Map.groupBy(dataset.targets, ({ kpi }) => kpi);
  const change = { by: importer.member, at: importer.at, running };
  for (const id of new Set([...fieldsOf.keys(), ...targets.keys()])) {
    const before = kpis.get(id);
    const fields = fieldsOf.get(id);
    const own = targets.get(id) ?? [];
    const row = changes.row('kpi', id) ?? context.row('targets', ['kpi', 'from'], id, own[0]?.from ?? '');
    const read = firstRead.get(id);
    const begins = read !== undefined && read < reporting ? read : reporting;
    const written =
      fields === undefined
        ? before
        : context.lawful(row, 'id', id, () =>
            kpiAfter(before, id, { ...fields, ...keptFields('kpi', before) }, begins, change),
          );
    if (written === undefined) continue;
    const after = withTargets(context, written, own);
    if (!changes.settle('kpi', before, after)) continue;
    kpis.set(id, after);
    changes.allow(row, after.department, before?.department ?? after.department);
    const mentions = fields === undefined ? [] : mentionsOf.kpi(after);
    const wrong = [...lifetimeFaults(after), ...kpiFaults(after)];
    context.faults(row, [...wrong, ...unknownMentions(mentions, changes.exists)]);
  }
  return kpis;
};
