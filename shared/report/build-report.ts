// Builds the board's and the departments' reports from what evaluation knows. Pure: the same facts give the same
// report, whoever writes it and when.
import { catalogue } from '../checks/catalogue.ts';
import type { Check } from '../checks/check.ts';
import type { CheckResult } from '../checks/evaluate.ts';
import { rulesVersion } from '../checks/rules-version.ts';
import { counterpartFault } from '../domain/counterpart.ts';
import { addDays, addMonths } from '../domain/day.ts';
import { type Finding, fingerprintOf, type Level } from '../domain/finding.ts';
import { targetIn } from '../domain/kpi.ts';
import { type Context, isActive, isLive } from '../domain/liveness.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Quarter } from '../domain/quarter.ts';
import { firstDay, lastDay } from '../domain/quarter.ts';
import { statusIn } from '../domain/status.ts';
import type { MapNode, StrategyMap } from '../domain/strategy-map.ts';
import type { BoardReport, Coverage, DepartmentReport } from './board-report.ts';
import type { FindingLine } from './finding-line.ts';
import { alignmentOf, coverageOf } from './scores.ts';

/** Everything that a report is made of. */
export interface ReportInput {
  readonly organisation: Organisation;
  readonly map: StrategyMap;
  readonly context: Context;
  readonly checks: readonly Check[];
  readonly results: readonly CheckResult[];
  /** The lives of unresolved findings by fingerprint; one that is missing is new. */
  readonly lives: ReadonlyMap<string, Pick<Finding['life'], 'state'> & { readonly since: Quarter }>;
  readonly asOf: string;
  readonly coverageHistory: BoardReport['coverageHistory'];
}

/** The department that a result belongs to: its subject's, or the owning one of an outcome. */
export const departmentOf = (
  map: StrategyMap,
  { subject }: Pick<CheckResult, 'subject'>,
): string | undefined => {
  const id = subject.ids[0] ?? '';
  switch (subject.kind) {
    case 'department':
      return id;
    case 'kpi':
    case 'kpi-pair':
    case 'kpi-outcome':
      return map.node('kpi', id)?.data?.department;
    case 'objective':
      return map.node('objective', id)?.data?.department;
    case 'outcome':
      return map.node('outcome', id)?.data?.owningDepartment;
    case 'touchpoint':
      return map.node('touchpoint', id)?.data?.owners[0];
    default:
      return undefined;
  }
};

const levelOrder: Readonly<Record<Level, number>> = { error: 0, warning: 1, note: 2 };
const place = new Map(catalogue.map(({ meta }, i) => [meta.id, i]));

/** The order in which people read findings: worst first, then the longest open, then by check and subject. */
export const byUrgency = (
  a: Pick<FindingLine, 'level' | 'since' | 'check' | 'subject'>,
  b: Pick<FindingLine, 'level' | 'since' | 'check' | 'subject'>,
): number =>
  levelOrder[a.level] - levelOrder[b.level] ||
  (a.since < b.since ? -1 : a.since > b.since ? 1 : 0) ||
  (place.get(a.check) ?? 0) - (place.get(b.check) ?? 0) ||
  (a.subject.ids.join() < b.subject.ids.join() ? -1 : 1);

/** The failing results as lines, the most urgent first. */
export const findingLines = ({
  map,
  results,
  lives,
  context,
}: Pick<ReportInput, 'map' | 'results' | 'lives' | 'context'>): FindingLine[] =>
  results
    .flatMap(({ check, subject, result }) => {
      if (result.verdict !== 'fail') return [];
      const fingerprint = fingerprintOf(check, subject, context.quarter);
      const life = lives.get(fingerprint);
      return [
        {
          fingerprint,
          check,
          level: result.level,
          subject,
          department: departmentOf(map, { subject }),
          message: result.message,
          data: { ...result.data },
          reasons: [...result.reasons],
          state: life?.state ?? ('open' as const),
          since: life?.since ?? context.quarter,
        },
      ];
    })
    .sort(byUrgency);

const countLevels = (lines: readonly FindingLine[]) => ({
  error: lines.filter((line) => line.level === 'error').length,
  warning: lines.filter((line) => line.level === 'warning').length,
  note: lines.filter((line) => line.level === 'note').length,
});

/** How a department's submission of the quarter stands. */
const submissionOf = (
  { context }: ReportInput,
  department: MapNode<'department'>,
): BoardReport['departments'][number]['submission'] =>
  department.data?.latest[context.quarter]?.state ??
  (context.quarter > context.calendar.lastDueQuarter || context.calendar.extended.includes(department.id)
    ? 'not-due'
    : 'missing');

/** Whether a failing result is waived, by its line. */
const waivedIn = (lines: readonly FindingLine[], quarter: Quarter) => {
  const waived = new Set(lines.filter((line) => line.state === 'waived').map((line) => line.fingerprint));
  return ({ check, subject }: CheckResult): boolean =>
    waived.size > 0 && waived.has(fingerprintOf(check, subject, quarter));
};

const headlineOf = (
  input: ReportInput,
  coverage: Coverage,
  lines: readonly FindingLine[],
): BoardReport['headline'] => {
  const { quarter } = input.context;
  const data = {
    quarter,
    covered: coverage.covered,
    internal: coverage.internal,
    errors: countLevels(lines).error,
  };
  if (coverage.internal === 0) return { message: 'no-internal-kpi', data };
  const gaps = coverage.internal - coverage.covered;
  if (gaps > 0) return { message: 'gaps', data: { ...data, gaps } };
  return { message: data.errors > 0 ? 'covered-with-errors' : 'aligned', data };
};

const matrixOf = ({ map, context }: ReportInput, lines: readonly FindingLine[]): BoardReport['matrix'] => {
  const uncovered = new Set(
    lines.filter((line) => line.check === 'missing-counterpart').map((line) => line.subject.ids[0]),
  );
  const cells = new Map<string, BoardReport['matrix'][number]>();
  for (const outcome of map.all('outcome')) {
    if (!isActive(outcome, context.quarter)) continue;
    for (const kpi of outcome.links.contributors) {
      if (kpi.data === undefined || !isActive(kpi, context.quarter)) continue;
      const effect = kpi.data.contributions.find((one) => one.outcome === outcome.id)?.effect;
      const key = `${kpi.data.department}|${outcome.id}`;
      const cell = cells.get(key) ?? {
        department: kpi.data.department,
        outcome: outcome.id,
        helps: 0,
        harms: 0,
        heard: 0,
        gap: false,
      };
      cells.set(key, {
        ...cell,
        helps: cell.helps + (effect === '+' ? 1 : 0),
        harms: cell.harms + (effect === '-' ? 1 : 0),
        heard: cell.heard + (kpi.data.perspective === 'customer-facing' && isLive(kpi, context) ? 1 : 0),
        gap: cell.gap || uncovered.has(kpi.id),
      });
    }
  }
  return [...cells.values()].sort((a, b) =>
    `${a.department}|${a.outcome}` < `${b.department}|${b.outcome}` ? -1 : 1,
  );
};

const isAssumed = (outcome: MapNode<'outcome'>, { organisation, context }: ReportInput): boolean => {
  const date = outcome.data?.validation?.date;
  if (date === undefined) return true;
  const end = lastDay(context.quarter, organisation.fiscalStart);
  return date < addMonths(end, -organisation.policy.validationMonths);
};

const changesOf = ({ map, context, organisation }: ReportInput): BoardReport['changes'] => {
  const from = firstDay(context.quarter, organisation.fiscalStart);
  const to = addDays(lastDay(context.quarter, organisation.fiscalStart), 1);
  const within = (at: string) => at >= from && at < to;
  return map.all('kpi').flatMap(({ id, data }) => {
    if (data === undefined) return [];
    const common = { kpi: id, name: data.name, department: data.department };
    const definitions = data.changes
      .filter((change) => within(change.at))
      .map(({ field, was, is, at, by }) => ({ ...common, field, was, is, at, by }));
    const targets = data.targets
      .filter((target, i) => i > 0 && within(target.setAt))
      .map((target) => ({
        ...common,
        field: 'target',
        was: JSON.stringify(data.targets[data.targets.indexOf(target) - 1]?.value),
        is: JSON.stringify(target.value),
        at: target.setAt,
        by: target.by,
        ...(target.reason === undefined ? {} : { reason: target.reason }),
      }));
    return [...definitions, ...targets];
  });
};

/** How many decisions one report lists; the register has them all. */
const decisionsShown = 25;

const boardReport = (input: ReportInput, lines: readonly FindingLine[]): BoardReport => {
  const { organisation, map, context, results, checks, asOf } = input;
  const active = map.all('department').filter((department) => isActive(department, context.quarter));
  const coverage = coverageOf(map.all('kpi'), context);
  const departments = active.map((department) => {
    const kpis = department.links.kpis.filter((kpi) => isActive(kpi, context.quarter));
    const version = department.data?.latest[context.quarter]?.version;
    return {
      id: department.id,
      name: department.data?.name ?? department.id,
      kpis: kpis.length,
      submission: submissionOf(input, department),
      ...(version === undefined ? {} : { version }),
      coverage: coverageOf(kpis, context),
      findings: countLevels(lines.filter((line) => line.department === department.id)),
    };
  });
  const expected = departments.filter((department) => department.kpis > 0);
  const submitted = expected.filter(
    ({ submission }) => submission === 'submitted' || submission === 'accepted',
  ).length;
  const isWaived = waivedIn(lines, context.quarter);
  return {
    schema: 1,
    organisation: {
      id: organisation.id,
      name: organisation.name,
      currency: organisation.currency,
      fiscalStart: organisation.fiscalStart,
    },
    quarter: context.quarter,
    calendar: context.calendar,
    rulesVersion,
    asOf,
    headline: headlineOf(input, coverage, lines),
    completeness: {
      submitted,
      expected: expected.length,
      complete: submitted * 100 >= expected.length * organisation.policy.completePercent,
    },
    coverage,
    coverageHistory: [
      ...input.coverageHistory.filter((past) => past.quarter < context.quarter),
      { quarter: context.quarter, covered: coverage.covered, internal: coverage.internal, before: false },
    ].slice(-8),
    alignment: alignmentOf(results, map, checks, isWaived),
    findings: countLevels(lines),
    unresolved: lines.length,
    decisions: lines.slice(0, decisionsShown),
    departments,
    outcomes: map
      .all('outcome')
      .filter((outcome) => isActive(outcome, context.quarter))
      .map((outcome) => ({
        id: outcome.id,
        statement: outcome.data?.statement ?? '',
        weight: outcome.data?.weight ?? 0,
        assumed: isAssumed(outcome, input),
        contributors: outcome.links.contributors.filter((kpi) => isActive(kpi, context.quarter)).length,
        heard: outcome.links.contributors.some(
          (kpi) => kpi.data?.perspective === 'customer-facing' && isLive(kpi, context),
        ),
      })),
    matrix: matrixOf(input, lines),
    changes: changesOf(input),
  };
};

const departmentReport = (
  input: ReportInput,
  department: MapNode<'department'>,
  lines: readonly FindingLine[],
  own: readonly CheckResult[],
): DepartmentReport => {
  const { map, context, checks, organisation } = input;
  const kpis = department.links.kpis.filter((kpi) => isActive(kpi, context.quarter));
  const isWaived = waivedIn(lines, context.quarter);
  const version = department.data?.latest[context.quarter]?.version;
  return {
    schema: 1,
    department: {
      id: department.id,
      name: department.data?.name ?? department.id,
      ...(department.data?.charter === undefined ? {} : { charter: department.data.charter }),
    },
    quarter: context.quarter,
    asOf: input.asOf,
    submission: submissionOf(input, department),
    ...(version === undefined ? {} : { version }),
    coverage: coverageOf(kpis, context),
    alignment: alignmentOf(own, map, checks, isWaived),
    findings: [...lines],
    kpis: kpis.flatMap((kpi) => {
      const { data } = kpi;
      if (data === undefined) return [];
      const target = targetIn(data, context.quarter)?.value;
      return [
        {
          id: kpi.id,
          name: data.name,
          perspective: data.perspective,
          unit: data.unit,
          direction: data.direction,
          ...(data.owner === undefined ? {} : { owner: data.owner }),
          status: statusIn(data, context.quarter, organisation.policy),
          ...(target === undefined ? {} : { target }),
          readings: (Object.keys(data.readings) as Quarter[])
            .filter((quarter) => quarter <= context.quarter)
            .sort()
            .slice(-8)
            .map((quarter) => {
              const reading = data.readings[quarter];
              return {
                quarter,
                ...(reading?.actual === undefined ? {} : { actual: reading.actual }),
                ...(reading?.notMeasured === undefined ? {} : { notMeasured: reading.notMeasured }),
                ...(reading?.source === undefined ? {} : { source: reading.source }),
              };
            }),
          outcomes: data.contributions.map(({ outcome, effect }) => ({ id: outcome, effect })),
          counterparts: kpi.links.counterparts.map((counterpart) => {
            const fault = counterpartFault(kpi, counterpart, context);
            return {
              id: counterpart.id,
              ...(counterpart.data === undefined ? {} : { name: counterpart.data.name }),
              ...(fault === undefined ? {} : { fault }),
            };
          }),
        },
      ];
    }),
  };
};

/** All reports of the context's quarter: the board's, and one for each active department. */
export const buildReports = (
  input: ReportInput,
): { readonly board: BoardReport; readonly departments: ReadonlyMap<string, DepartmentReport> } => {
  const lines = findingLines(input);
  const linesOf = Map.groupBy(lines, (line) => line.department);
  const resultsOf = Map.groupBy(input.results, (result) => departmentOf(input.map, result));
  const departments = input.map
    .all('department')
    .filter((department) => isActive(department, input.context.quarter))
    .map((department): [string, DepartmentReport] => [
      department.id,
      departmentReport(
        input,
        department,
        linesOf.get(department.id) ?? [],
        resultsOf.get(department.id) ?? [],
      ),
    ]);
  return { board: boardReport(input, lines), departments: new Map(departments) };
};
