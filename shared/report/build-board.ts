// Builds the board's report: one quarter of the whole organisation. Pure; each part of it is worked out where it is
// at home, here they are put together and cut to what one stored item holds.
import { rulesVersion } from '../checks/rules-version.ts';
import { heldKpis } from '../domain/contribution.ts';
import { type Context, isActive, isLive } from '../domain/liveness.ts';
import type { MapNode } from '../domain/strategy-links.ts';
import type { StrategyMap } from '../domain/strategy-map.ts';
import type { BoardReport } from './board-report.ts';
import { causeLineOf, causesOf } from './causes.ts';
import { actionLines, waiversOf } from './decision-lines.ts';
import { definitionChanges } from './definition-changes.ts';
import { departmentStanding } from './department-standing.ts';
import type { FindingLine } from './finding-line.ts';
import { countLevels } from './finding-lines.ts';
import { headlineOf } from './headline.ts';
import type { Groundwork, ReportInput } from './report-input.ts';
import { alignmentOf, coverageOf } from './scores.ts';
import { isAssumed } from './views/assumed-green.ts';
import { boardViews } from './views/board-views.ts';
import { marksOf } from './views/marks.ts';
import { matrixOf } from './views/matrix.ts';
import { alignmentMapOf } from './views/ribbons.ts';
import { standingOf } from './views/standing.ts';

/** How many decisions one report lists; the register has them all. */
const decisionsShown = 25;

/** How many causes one report lists. */
const causesShown = 12;

/** How many quarters of coverage are drawn. */
const quartersDrawn = 8;

/** A line with the owner of the KPI that it is about, where it is about one. */
const answeredBy = (map: StrategyMap, line: FindingLine): FindingLine => {
  const { kind, ids } = line.subject;
  const owner = kind.startsWith('kpi') ? map.node('kpi', ids[0] ?? '')?.data?.owner : undefined;
  return owner === undefined ? line : { ...line, owner };
};

const departmentLine = (
  department: MapNode<'department'>,
  input: ReportInput,
  groundwork: Groundwork,
): BoardReport['departments'][number] => {
  const { id, data } = department;
  const { lines } = groundwork;
  return {
    id,
    name: data?.name ?? id,
    kpis: heldKpis(department, input.context.quarter).length,
    ...departmentStanding(department, input, groundwork),
    findings: countLevels(lines.filter((line) => line.department === id)),
  };
};

/** Of those that hold a KPI, how many have handed in; whether that is as many as the policy asks for. */
const completenessOf = (
  departments: BoardReport['departments'],
  { policy }: ReportInput['organisation'],
): BoardReport['completeness'] => {
  const expected = departments.filter(({ kpis }) => kpis > 0);
  const submitted = expected.filter(
    ({ submission }) => submission === 'submitted' || submission === 'accepted',
  ).length;
  return {
    submitted,
    expected: expected.length,
    complete: submitted * 100 >= expected.length * policy.completePercent,
  };
};

const outcomeLine = (outcome: MapNode<'outcome'>, context: Context): BoardReport['outcomes'][number] => {
  const { id, data, links } = outcome;
  const standing = standingOf(outcome, context);
  return {
    ...(standing === undefined ? {} : { standing }),
    id,
    statement: data?.statement ?? '',
    weight: data?.weight ?? 0,
    assumed: isAssumed(outcome, context),
    contributors: links.contributors.filter((kpi) => isActive(kpi, context.quarter)).length,
    heard: links.contributors.some(
      (kpi) => kpi.data?.perspective === 'customer-facing' && isLive(kpi, context),
    ),
    marks: marksOf(outcome, context),
  };
};

/** The board's report of the context's quarter. */
export const boardReport = (input: ReportInput, groundwork: Groundwork): BoardReport => {
  const { organisation, map, context, results, checks, asOf } = input;
  const { quarter } = context;
  const { lines, isWaived } = groundwork;
  const departments = map
    .all('department')
    .filter((department) => isActive(department, quarter))
    .map((department) => departmentLine(department, input, groundwork));
  const coverage = coverageOf(map.all('kpi'), context);
  const alignment = alignmentOf(results, map, checks, isWaived);
  const findings = countLevels(lines);
  const changes = definitionChanges(map, organisation, context);
  const { covered, internal } = coverage;
  return {
    schema: 1,
    organisation: {
      id: organisation.id,
      name: organisation.name,
      currency: organisation.currency,
      fiscalStart: organisation.fiscalStart,
    },
    quarter,
    calendar: context.calendar,
    rulesVersion,
    asOf,
    headline: headlineOf(quarter, coverage, findings.error),
    completeness: completenessOf(departments, organisation),
    coverage,
    coverageHistory: [
      ...input.coverageHistory.filter((past) => past.quarter < quarter),
      { quarter, covered, internal, before: false },
    ].slice(-quartersDrawn),
    alignment,
    findings,
    unresolved: lines.length,
    actions: actionLines(map, quarter, lines),
    waivers: waiversOf(lines, (line) => answeredBy(map, line)),
    decisions: lines
      .filter(({ state }) => state !== 'waived')
      .slice(0, decisionsShown)
      .map((line) => answeredBy(map, line)),
    departments,
    outcomes: map
      .all('outcome')
      .filter((outcome) => isActive(outcome, quarter))
      .map((outcome) => outcomeLine(outcome, context)),
    matrix: matrixOf(map, context, lines),
    changes: changes.shown,
    ...(changes.total > changes.shown.length ? { changesTotal: changes.total } : {}),
    map: alignmentMapOf(map, context, lines),
    causes: causesOf(lines.filter(({ state }) => state === 'open'))
      .slice(0, causesShown)
      .map(causeLineOf),
    views: boardViews(input, groundwork.impacts, { coverage, alignment }),
  };
};
