// What becomes of a KPI when somebody writes it: people's fields are replaced, the server's are kept, and every
// change of what it means is noted with it, so that nobody can talk a finding away.
import { canonicalJson } from './canonical.ts';
import { type DefinitionChange, type Kpi, type KpiFields, type Target, targetFault } from './kpi.ts';
import { wordingOf } from './perspective-reading.ts';
import { type Fault, Refusal, shown } from './problem.ts';
import type { Quarter } from './quarter.ts';
import { addQuarters } from './quarter-steps.ts';
import { valueFault } from './unit.ts';

/** Who changes a KPI, when (ISO 8601, UTC), in which running quarter. */
export interface KpiChange {
  readonly by: string;
  readonly at: string;
  readonly running: Quarter;
  readonly reason?: string | undefined;
}

const noted = ['direction', 'perspective', 'clock', 'unit', 'department', 'retiredFrom'] as const;
const asText = (value: unknown): string =>
  value === undefined ? 'none' : typeof value === 'string' ? value : canonicalJson(value);

const changesBetween = (before: Kpi, after: Kpi, { by, at, reason }: KpiChange): DefinitionChange[] =>
  noted.flatMap((field) => {
    const [was, is] = [asText(before[field]), asText(after[field])];
    return was === is ? [] : [{ field, was, is, at, by, ...(reason === undefined ? {} : { reason }) }];
  });

/** The departments that held it before, with the last quarter each held it at the end of. */
const formerOf = (before: Kpi, after: Kpi, running: Quarter): Kpi['formerDepartments'] => {
  const until = addQuarters(running, -1);
  const heldNothing =
    before.department === after.department ||
    until < before.firstQuarter ||
    before.formerDepartments.some((former) => former.until === until);
  return heldNothing
    ? before.formerDepartments
    : [...before.formerDepartments, { department: before.department, until }];
};

/**
 * A confirmation belongs to the wording that somebody has read: with another one it is taken back, and whoever still
 * stands by it says so again.
 */
const stillConfirmed = (before: Kpi, written: KpiFields): boolean =>
  written.perspectiveConfirmed && (!before.perspectiveConfirmed || wordingOf(before) === wordingOf(written));

/** The most changes that a KPI keeps; a measure that changes its meaning more often is another measure. */
const mostChanges = 200;

/**
 * The KPI as it shall be stored. `firstQuarter` is where a new one begins unless the fields say. Refuses (`conflict`)
 * the change beyond the last that can be noted.
 */
export const kpiAfter = (
  before: Kpi | undefined,
  id: string,
  fields: KpiFields,
  firstQuarter: Quarter,
  change: KpiChange,
): Kpi => {
  const written = {
    ...fields,
    id,
    firstQuarter: fields.firstQuarter ?? before?.firstQuarter ?? firstQuarter,
  };
  if (before === undefined) return { ...written, targets: [], formerDepartments: [], changes: [] };
  const { targets, statutory } = before;
  const after: Kpi = {
    ...written,
    perspectiveConfirmed: stillConfirmed(before, written),
    targets,
    formerDepartments: formerOf(before, { ...before, ...written }, change.running),
    changes: before.changes,
    ...(statutory === undefined ? {} : { statutory }),
  };
  const changes = [...before.changes, ...changesBetween(before, after, change)];
  if (changes.length > mostChanges)
    throw new Refusal(
      'conflict',
      'This KPI has changed its meaning too often; retire it and define another.',
    );
  return { ...after, changes };
};

/** What is wrong with a KPI by itself: values that its unit excludes, targets that a new direction makes malformed. */
export const kpiFaults = (kpi: Kpi): Fault[] => {
  const faults: Fault[] = [];
  const baseline = kpi.baseline === undefined ? undefined : valueFault(kpi.baseline, kpi.unit);
  if (baseline !== undefined)
    faults.push({ path: '/baseline', found: shown(kpi.baseline), expected: baseline });
  for (const { from, value } of kpi.targets) {
    const fault = targetFault(value, kpi);
    if (fault === undefined) continue;
    const isForm = (typeof value === 'string') === (kpi.direction === 'range');
    faults.push({
      path: isForm ? '/direction' : '/unit',
      found: shown(isForm ? kpi.direction : kpi.unit),
      expected: `one that fits the target ${shown(value)} from ${from}, which would have to be ${fault}`,
    });
  }
  return faults;
};

/** The KPI with one more change noted. Refuses (`conflict`) the one beyond the last that is kept. */
const withChange = (kpi: Kpi, change: DefinitionChange): Kpi => {
  if (kpi.changes.length >= mostChanges)
    throw new Refusal(
      'conflict',
      'This KPI has changed its meaning too often; retire it and define another.',
    );
  return { ...kpi, changes: [...kpi.changes, change] };
};

/**
 * The KPI approved as statutory - measured because law or contract says so, and so not asked for a counterpart - or,
 * with `approved` false, asked again. Either is a change of what the KPI means, and needs a reason.
 */
export const withStatutory = (
  { statutory, ...kpi }: Kpi,
  approved: boolean,
  { by, at, reason }: Pick<KpiChange, 'by' | 'at'> & { readonly reason: string },
): Kpi => {
  const was = statutory === undefined ? 'no' : 'yes';
  const is = approved ? 'yes' : 'no';
  const after = approved ? { ...kpi, statutory: { reason, by, at } } : kpi;
  return was === is ? after : withChange(after, { field: 'statutory', was, is, at, by, reason });
};

const byTime = (a: Target, b: Target): number =>
  a.from === b.from ? Date.parse(a.setAt) - Date.parse(b.setAt) : a.from < b.from ? -1 : 1;

/** The most targets that a KPI keeps. */
const mostTargets = 80;

/**
 * The KPI with a target from a quarter on. An earlier target of the same quarter stays with the KPI's data - who set
 * what, when - but the one set last stands. Throws a refusal for a value that direction or unit exclude.
 */
export const withTarget = (kpi: Kpi, target: Target): Kpi => {
  const fault = targetFault(target.value, kpi);
  if (fault !== undefined)
    throw new Refusal('invalid-input', 'The target does not fit its KPI.', [
      { path: '/value', found: shown(target.value), expected: fault },
    ]);
  if (kpi.targets.length >= mostTargets)
    throw new Refusal('conflict', `This KPI has had ${mostTargets} targets; retire it and define another.`);
  return { ...kpi, targets: [...kpi.targets, target].sort(byTime) };
};
