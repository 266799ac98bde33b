// What becomes of each department's quarter that the files name: a new version where a reading differs from the one
// that counts, with the readings that the files do not name as they were.
import { closeDate, quarterGate } from '../domain/calendar.ts';
import { canonicalJson } from '../domain/canonical.ts';
import type { Kpi } from '../domain/kpi.ts';
import { departmentIn } from '../domain/kpi-in-quarter.ts';
import type { Quarter } from '../domain/quarter.ts';
import { firstDay } from '../domain/quarter-steps.ts';
import { readingFaults } from '../domain/reading-faults.ts';
import type { Reading, Submission } from '../domain/submission.ts';
import type { Dataset } from './dataset.ts';
import type { Planned } from './plan-changes.ts';
import type { PlanContext } from './plan-context.ts';
import { brief } from './plan-fields.ts';
import type { Present } from './plan-present.ts';
import type { Entry } from './rows.ts';

interface Group {
  readonly department: string;
  readonly quarter: Quarter;
  readonly readings: Reading[];
}

/** The most readings of a submission. */
const mostReadings = 300;
/** The most readings that are shown of a changed submission. */
const mostShown = 20;

/** The readings by the department that held each KPI at the quarter's end. */
const groupsOf = (dataset: Dataset, kpis: ReadonlyMap<string, Kpi>): Group[] => {
  const groups = new Map<string, Group>();
  for (const { quarter, readings } of dataset.submissions)
    for (const reading of readings) {
      const kpi = kpis.get(reading.kpi);
      if (kpi === undefined) continue;
      const department = departmentIn(kpi, quarter);
      const key = `${quarter} ${department}`;
      const group = groups.get(key) ?? { department, quarter, readings: [] };
      group.readings.push(reading);
      groups.set(key, group);
    }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
};

const said = ({ actual, notMeasured }: Reading): string | undefined => brief(actual ?? notMeasured);

/** Whether anybody heads the department or stands in for its head; while nobody does, an analyst hands its quarter in. */
const hasHead = ({ definitions }: Present, department: string): boolean =>
  definitions.members.some(
    ({ status, heads, deputyOf }) =>
      status === 'active' &&
      (heads.includes(department) || deputyOf.some((deputy) => deputy.department === department)),
  );

/** Whether the importer may hand the quarter in, as what; otherwise what would have been expected. */
const gateOf = (
  { present, importer, isAnalyst }: PlanContext,
  { department, quarter }: Group,
): { readonly history: boolean } | { readonly expected: string } => {
  const settings = present.organisation;
  const gate = quarterGate(quarter, importer.at, settings);
  if (gate === 'not-begun')
    return {
      expected: `a quarter that has begun; this one begins on ${firstDay(quarter, settings.fiscalStart)}`,
    };
  if (gate === 'open') {
    if (present.sealed.has(quarter)) return { expected: 'a quarter whose report is not sealed' };
    return importer.isOwn(department) || (isAnalyst && !hasHead(present, department))
      ? { history: false }
      : { expected: `a quarter that you submit; the head of “${department}” submits this one` };
  }
  if (present.evaluated)
    return { expected: `an open quarter; this one closed on ${closeDate(quarter, settings)}` };
  return isAnalyst
    ? { history: true }
    : { expected: 'an open quarter; only an analyst hands in closed ones, before the first evaluation' };
};

/** What names a reading in its table. */
const inQuarter = ['kpi', 'quarter'] as const;

/** Makes the plan of submissions: history first, then open quarters, each by quarter and department. */
export const planSubmissions = (
  context: PlanContext,
  dataset: Dataset,
  kpis: ReadonlyMap<string, Kpi>,
): { readonly planned: readonly Planned[]; readonly unchanged: number } => {
  const { present, importer } = context;
  const planned: Planned[] = [];
  let unchanged = 0;
  const rowOf = (reading: Reading, quarter: Quarter): Entry | undefined =>
    context.row('readings', inQuarter, reading.kpi, quarter);
  for (const entry of context.rows('reasons')) {
    const [kpi, quarter] = inQuarter.map((path) => String(entry.values.get(path)));
    if (context.row('readings', inQuarter, kpi ?? '', quarter ?? '') === undefined)
      context.blame(entry, 'kpi', `${kpi} ${quarter}`, 'a reading of the KPI in this quarter');
  }
  for (const group of groupsOf(dataset, kpis)) {
    const { department, quarter, readings } = group;
    const there = present.quarters.get(`${department} ${quarter}`);
    const counting = new Map((there?.counting?.readings ?? []).map((reading) => [reading.kpi, reading]));
    const changed = readings.filter(
      (reading) => canonicalJson(reading) !== canonicalJson(counting.get(reading.kpi) ?? null),
    );
    if (changed.length === 0) {
      unchanged++;
      continue;
    }
    const gate = gateOf(context, group);
    if ('expected' in gate) {
      for (const reading of changed)
        context.blame(rowOf(reading, quarter), 'quarter', quarter, gate.expected);
      continue;
    }
    for (const { path, found, expected } of readingFaults(
      changed,
      (id) => kpis.get(id),
      department,
      quarter,
    )) {
      const [, , index = '', field = ''] = path.split('/');
      const reading = changed[Number(index)];
      if (reading !== undefined)
        context.blame(rowOf(reading, quarter), field, found.replace(/^"(.*)"$/, '$1'), expected);
    }
    const merged = new Map((there?.latest.readings ?? []).map((reading) => [reading.kpi, reading]));
    for (const reading of readings) merged.set(reading.kpi, reading);
    const [first] = changed;
    if (merged.size > mostReadings && first !== undefined)
      context.blame(
        rowOf(first, quarter),
        'kpi',
        `${merged.size} readings`,
        `at most ${mostReadings} readings of “${department}” in ${quarter}`,
      );
    const version = there?.latest.version ?? 0;
    const entity: Submission = {
      department,
      quarter,
      version: version + 1,
      state: 'submitted',
      readings: [...merged.values()],
      history: gate.history,
      submittedAt: importer.at,
      submittedBy: importer.member,
    };
    const fields = changed.slice(0, mostShown).map((reading) => {
      const was = counting.get(reading.kpi);
      const [from, to] = [was && said(was), said(reading)];
      return {
        field: reading.kpi,
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      };
    });
    const id = `${department}/${quarter}`;
    const change = version === 0 ? ('created' as const) : ('changed' as const);
    planned.push({
      change: { kind: 'submission', expected: version, entity },
      item: { change, kind: 'submission', id, name: id, fields },
    });
  }
  const isOpen = ({ change }: Planned) => change.kind === 'submission' && !change.entity.history;
  return {
    planned: [...planned.filter((one) => !isOpen(one)), ...planned.filter(isOpen)],
    unchanged,
  };
};
