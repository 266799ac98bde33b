// Builds the board's and the departments' reports from what evaluation knows. Pure: the same facts give the same
// report, whoever writes it and when.
import { catalogue } from '../checks/catalogue.ts';
import type { Check } from '../checks/check.ts';
import type { CheckResult } from '../checks/evaluate.ts';
import { rulesVersion } from '../checks/rules-version.ts';
import { heldKpis } from '../domain/contribution.ts';
import { counterpartFault } from '../domain/counterpart.ts';
import type { Figures } from '../domain/figures.ts';
import { type Finding, fingerprintOf, type Level } from '../domain/finding.ts';
import { targetIn } from '../domain/kpi.ts';
import { type Context, isActive, isLive } from '../domain/liveness.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Quarter } from '../domain/quarter.ts';
import { statusIn } from '../domain/status.ts';
import type { MapNode } from '../domain/strategy-links.ts';
import type { StrategyMap } from '../domain/strategy-map.ts';
import type { BoardReport, Coverage, DepartmentReport } from './board-report.ts';
import { journeyReport } from './build-journey.ts';
import { outcomeReport } from './build-outcome.ts';
import { causeLineOf, causesOf } from './causes.ts';
import { actionLines, waiversOf } from './decision-lines.ts';
import { definitionChanges } from './definition-changes.ts';
import type { FindingLine } from './finding-line.ts';
import type { JourneyReport } from './journey-report.ts';
import type { OutcomeReport } from './outcome-report.ts';
import { alignmentOf, coverageOf, departmentsOf } from './scores.ts';
import { isAssumed } from './views/assumed-green.ts';
import { figuresOf } from './views/figures.ts';
import { impactByDepartment, impacts, partOf } from './views/impact.ts';
import { marksOf } from './views/marks.ts';
import { sevenQuestions } from './views/questions.ts';
import { alignmentMapOf } from './views/ribbons.ts';
import type { Impact } from './views/shape.ts';
import { standingOf } from './views/standing.ts';

/** Everything that a report is made of. */
export interface ReportInput {
  readonly organisation: Organisation;
  readonly map: StrategyMap;
  readonly context: Context;
  readonly checks: readonly Check[];
  readonly results: readonly CheckResult[];
  /** The lives of unresolved findings by fingerprint; one that is missing is new. */
  readonly lives: ReadonlyMap<
    string,
    Pick<Finding['life'], 'state'> & Pick<FindingLine, 'since' | 'waiver' | 'reopened' | 'notConfirmedSince'>
  >;
  readonly asOf: string;
  readonly coverageHistory: BoardReport['coverageHistory'];
  /** The figures of earlier quarters, and of this one where it is closed and they are frozen. */
  readonly figures?: readonly Figures[];
}

/** What is worked out once for all reports of a quarter. */
interface Shared {
  readonly lines: readonly FindingLine[];
  readonly impacts: readonly Impact[];
  /** The results of each department; a touchpoint's belong to each of its owners. */
  readonly resultsOf: ReadonlyMap<string, readonly CheckResult[]>;
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
    case 'action':
      return map.node('action', id)?.data?.department;
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
          ...(life?.waiver === undefined ? {} : { waiver: life.waiver }),
          ...(life?.reopened === undefined ? {} : { reopened: life.reopened }),
          ...(life?.notConfirmedSince === undefined ? {} : { notConfirmedSince: life.notConfirmedSince }),
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
  if (gaps > 0) return { message: gaps === 1 ? 'one-gap' : 'gaps', data: { ...data, gaps } };
  if (data.errors === 0) return { message: 'aligned', data };
  return { message: data.errors === 1 ? 'covered-with-one-error' : 'covered-with-errors', data };
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

const standingIn = (outcome: MapNode<'outcome'>, context: Context) => {
  const standing = standingOf(outcome, context);
  return standing === undefined ? {} : { standing };
};

/** How many decisions one report lists; the register has them all. */
const decisionsShown = 25;

/** A line with the owner of the KPI that it is about, where it is about one. */
const answeredBy = (map: StrategyMap, line: FindingLine): FindingLine => {
  const { kind, ids } = line.subject;
  const owner = kind.startsWith('kpi') ? map.node('kpi', ids[0] ?? '')?.data?.owner : undefined;
  return owner === undefined ? line : { ...line, owner };
};

/** How many causes one report lists. */
const causesShown = 12;

/** How many quarters the lines of the figures draw. */
const drawnQuarters = 8;

const viewsOf = (
  input: ReportInput,
  shared: Shared,
  { coverage, alignment }: Pick<BoardReport, 'coverage' | 'alignment'>,
): NonNullable<BoardReport['views']> => {
  const { map, context } = input;
  const { quarter } = context;
  const now = figuresOf(input, { coverage, alignment });
  const figures = input.figures ?? [];
  const history = [
    ...figures.filter((past) => past.quarter < quarter),
    figures.find((one) => one.quarter === quarter) ?? now,
  ].slice(-drawnQuarters);
  return {
    clocked: now.clocked,
    assumedGreen: now.assumedGreen,
    siloed: now.siloed,
    impact: impactByDepartment(shared.impacts),
    questions: sevenQuestions({ map, context, coverage, alignment, history }),
    history,
  };
};

const boardReport = (input: ReportInput, shared: Shared): BoardReport => {
  const { organisation, map, context, results, checks, asOf } = input;
  const { lines } = shared;
  const active = map.all('department').filter((department) => isActive(department, context.quarter));
  const coverage = coverageOf(map.all('kpi'), context);
  const changes = definitionChanges(map, organisation, context);
  const isWaived = waivedIn(lines, context.quarter);
  const alignment = alignmentOf(results, map, checks, isWaived);
  const departments = active.map((department) => {
    const kpis = heldKpis(department, context.quarter);
    const version = department.data?.latest[context.quarter]?.version;
    return {
      id: department.id,
      name: department.data?.name ?? department.id,
      kpis: kpis.length,
      submission: submissionOf(input, department),
      ...(version === undefined ? {} : { version }),
      coverage: coverageOf(kpis, context),
      alignment: alignmentOf(shared.resultsOf.get(department.id) ?? [], map, checks, isWaived),
      findings: countLevels(lines.filter((line) => line.department === department.id)),
    };
  });
  const expected = departments.filter((department) => department.kpis > 0);
  const submitted = expected.filter(
    ({ submission }) => submission === 'submitted' || submission === 'accepted',
  ).length;
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
    alignment,
    findings: countLevels(lines),
    unresolved: lines.length,
    actions: actionLines(map, context.quarter, lines),
    waivers: waiversOf(lines, (line) => answeredBy(map, line)),
    decisions: lines
      .filter(({ state }) => state !== 'waived')
      .slice(0, decisionsShown)
      .map((line) => answeredBy(map, line)),
    departments,
    outcomes: map
      .all('outcome')
      .filter((outcome) => isActive(outcome, context.quarter))
      .map((outcome) => ({
        ...standingIn(outcome, context),
        id: outcome.id,
        statement: outcome.data?.statement ?? '',
        weight: outcome.data?.weight ?? 0,
        assumed: isAssumed(outcome, context),
        contributors: outcome.links.contributors.filter((kpi) => isActive(kpi, context.quarter)).length,
        heard: outcome.links.contributors.some(
          (kpi) => kpi.data?.perspective === 'customer-facing' && isLive(kpi, context),
        ),
        marks: marksOf(outcome, context),
      })),
    matrix: matrixOf(input, lines),
    changes: changes.shown,
    ...(changes.total > changes.shown.length ? { changesTotal: changes.total } : {}),
    map: alignmentMapOf(map, context, lines),
    causes: causesOf(lines.filter(({ state }) => state === 'open'))
      .slice(0, causesShown)
      .map(causeLineOf),
    views: viewsOf(input, shared, { coverage, alignment }),
  };
};

const departmentReport = (
  input: ReportInput,
  department: MapNode<'department'>,
  { lines: all, impacts: allImpacts, resultsOf }: Shared,
): DepartmentReport => {
  const { map, context, checks, organisation } = input;
  const lines = all.filter((line) => line.department === department.id);
  const kpis = heldKpis(department, context.quarter);
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
    alignment: alignmentOf(resultsOf.get(department.id) ?? [], map, checks, isWaived),
    actions: actionLines(map, context.quarter, lines).filter((action) => action.department === department.id),
    findings: [...lines],
    parts: allImpacts.filter((one) => one.department === department.id).map(partOf),
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

/** The results of each department, by its id. */
const byDepartment = ({ map, results, context }: ReportInput): Map<string, CheckResult[]> => {
  const own = new Map<string, CheckResult[]>();
  for (const result of results)
    for (const department of departmentsOf(map, result, context.quarter)) {
      const list = own.get(department);
      if (list === undefined) own.set(department, [result]);
      else list.push(result);
    }
  return own;
};

/** Every report of a quarter. */
export interface Reports {
  readonly board: BoardReport;
  readonly departments: ReadonlyMap<string, DepartmentReport>;
  readonly outcomes: ReadonlyMap<string, OutcomeReport>;
  readonly journeys: ReadonlyMap<string, JourneyReport>;
}

/** All reports of the context's quarter: the board's, one for each active department, outcome and journey. */
export const buildReports = (given: ReportInput): Reports => {
  const input = { ...given, context: { ...given.context } };
  const { map, context, asOf } = input;
  const lines = findingLines(input);
  const shared: Shared = { lines, impacts: impacts(map, context), resultsOf: byDepartment(input) };
  const departments = map
    .all('department')
    .filter((department) => isActive(department, context.quarter))
    .map((department): [string, DepartmentReport] => [
      department.id,
      departmentReport(input, department, shared),
    ]);
  const impactsOn = Map.groupBy(shared.impacts, ({ outcome }) => outcome);
  const outcomes = map
    .all('outcome')
    .filter((outcome) => isActive(outcome, context.quarter))
    .flatMap((outcome): [string, OutcomeReport][] => {
      const report = outcomeReport(outcome, context, {
        lines,
        impact: impactsOn.get(outcome.id) ?? [],
        asOf,
      });
      return report === undefined ? [] : [[outcome.id, report]];
    });
  const journeys = map
    .all('journey')
    .filter((journey) => isActive(journey, context.quarter))
    .flatMap((journey): [string, JourneyReport][] => {
      const report = journeyReport(journey, context, { lines, asOf });
      return report === undefined ? [] : [[journey.id, report]];
    });
  return {
    board: boardReport(input, shared),
    departments: new Map(departments),
    outcomes: new Map(outcomes),
    journeys: new Map(journeys),
  };
};
