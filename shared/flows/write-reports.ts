// Reports follow HEAD. A commit marks them behind; whoever sees that writes them and clears the mark, both on HEAD's
// version, so that an older state never overwrites a newer one.
import { catalogue } from '../checks/catalogue.ts';
import { evaluate } from '../checks/evaluate.ts';
import { activeIn } from '../domain/active.ts';
import { quarterGate } from '../domain/calendar.ts';
import { canonicalJson, sha256Hex } from '../domain/canonical.ts';
import type { Strategy } from '../domain/facts.ts';
import type { Figures } from '../domain/figures.ts';
import { type Context, contextOf } from '../domain/liveness.ts';
import type { Quarter } from '../domain/quarter.ts';
import { addQuarters } from '../domain/quarter-steps.ts';
import type { OrgId } from '../domain/slug.ts';
import { StrategyMap } from '../domain/strategy-map.ts';
import type { BoardReport } from '../report/board-report.ts';
import { buildReports } from '../report/build-reports.ts';
import { coverageOf } from '../report/scores.ts';
import { figuresOf, scoresOf } from '../report/views/figures.ts';
import { type Head, headStep, Overtaken, writeReport } from '../table/evaluation.ts';
import { unresolvedLines } from '../table/finding-lists.ts';
import { summaryOf } from '../table/finding-summary.ts';
import { readFindings } from '../table/findings.ts';
import { keys } from '../table/keys.ts';
import { readSeal } from '../table/seals.ts';
import { type Table, transact } from '../table/table.ts';
import type { FlowDeps } from './deps.ts';
import { loadEvaluated } from './load.ts';

/** How many quarters before the reporting one are drawn. */
const earlierQuarters = 7;

/** The quarters before the reporting one, each with the context of the day on which it was due and closed. */
const earlierContexts = (head: Head): Context[] =>
  Array.from({ length: earlierQuarters }, (_, i) => {
    const past = addQuarters(head.calendar.reportingQuarter, i - earlierQuarters);
    const calendar = {
      ...head.calendar,
      reportingQuarter: past,
      lastDueQuarter: past,
      lastClosedQuarter: past,
      extended: [],
    };
    return { quarter: past, calendar, policy: head.organisation.policy };
  });

/** Coverage of the quarters before the organisation joined, computed once; they are drawn as such. */
const earlierCoverage = (strategy: Strategy, head: Head): BoardReport['coverageHistory'] => {
  const map = new StrategyMap(strategy);
  return earlierContexts(head).flatMap((context) => {
    const { covered, internal } = coverageOf(map.all('kpi'), context);
    return internal === 0 ? [] : [{ quarter: context.quarter, covered, internal, before: true }];
  });
};

/**
 * The figures of quarters that HEAD has none of, computed once from what is known now: `before` where they lie before
 * the organisation joined. Quarters without a KPI are left out.
 */
const earlierFigures = (map: StrategyMap, head: Head): Figures[] =>
  earlierContexts(head)
    .filter(({ quarter }) => map.all('kpi').some(({ data }) => data !== undefined && activeIn(data, quarter)))
    .map((context) => {
      const results = evaluate(map, context, catalogue);
      const scores = scoresOf({ map, context, checks: catalogue, results });
      return figuresOf({ map, context }, scores, context.quarter < head.begun.quarter);
    });

/** A closed or sealed quarter's figures are frozen, but of the one that was closed when the organisation began. */
const isFrozen = async (table: Table, org: OrgId, head: Head): Promise<boolean> => {
  const { calendar, organisation, begun } = head;
  const quarter = calendar.reportingQuarter;
  if ((await readSeal(table, org, quarter, true))?.seal.state === 'sealed') return true;
  if (calendar.lastClosedQuarter < quarter) return false;
  return begun.quarter !== quarter || quarterGate(quarter, begun.at, organisation) !== 'closed';
};

const remember = <T extends { readonly quarter: Quarter }>(history: readonly T[], line: T): T[] => [
  ...history.filter((past) => past.quarter < line.quarter),
  line,
];

/**
 * The unresolved findings by fingerprint. The index that lists them follows the table a moment later, so those that
 * have just moved are read from the table itself.
 */
const livesOf = async (table: Table, org: OrgId, moved: readonly string[]) => {
  const [lines, own] = await Promise.all([
    unresolvedLines(table, org),
    readFindings(table, org, [...new Set(moved)]),
  ]);
  const lives = new Map(lines.map((line) => [line.fingerprint, line]));
  for (const kept of own)
    if (kept.finding.life.state === 'resolved') lives.delete(kept.finding.fingerprint);
    else lives.set(kept.finding.fingerprint, summaryOf(kept));
  return lives;
};

/** Writes the reports of HEAD's state; those that would say the same stay as they are. `moved` names the findings that have just changed. */
export const writeReports = async (
  deps: FlowDeps,
  org: OrgId,
  moved: readonly string[] = [],
): Promise<void> => {
  const { table } = deps;
  const evaluated = await loadEvaluated(table, org, true);
  if (evaluated === undefined || evaluated.head.pending.length > 0) return;
  const { head, strategy } = evaluated;
  const map = new StrategyMap(strategy);
  const quarter = head.calendar.reportingQuarter;
  const context = contextOf(head);
  const lives = await livesOf(table, org, moved);
  const history = head.coverageHistory.length > 0 ? head.coverageHistory : earlierCoverage(strategy, head);
  const frozen = await isFrozen(table, org, head);
  const figures = (head.figures ?? earlierFigures(map, head)).filter(
    (one) => one.quarter < quarter || frozen,
  );
  const asOf = head.evaluatedAt;
  const reports = buildReports({
    organisation: head.organisation,
    map,
    context,
    checks: catalogue,
    results: evaluate(map, context, catalogue),
    lives,
    asOf,
    coverageHistory: history,
    figures,
  });
  const written: Record<string, string> = {};
  const write = async (name: string, key: { pk: string; sk: string }, report: unknown) => {
    const hash = sha256Hex(canonicalJson({ ...(report as object), asOf: '' })).slice(0, 16);
    written[name] = hash;
    if (head.reports[name] === hash) return;
    await writeReport(table, key, report, head.version);
  };
  for (const [id, report] of reports.departments)
    await write(`${quarter}|${id}`, keys.departmentReport(org, quarter, id), report);
  for (const [id, report] of reports.outcomes)
    await write(`${quarter}|outcome|${id}`, keys.outcomeReport(org, quarter, id), report);
  for (const [id, report] of reports.journeys)
    await write(`${quarter}|journey|${id}`, keys.journeyReport(org, quarter, id), report);
  await write(`${quarter}|`, keys.boardReport(org, quarter), reports.board);
  const { covered, internal } = reports.board.coverage;
  const next: Head = {
    ...head,
    version: head.version + 1,
    reportBehind: false,
    reports: written,
    reported: [...head.reported.filter((one) => one.quarter !== quarter), { quarter, asOf }],
    coverageHistory: remember(history, { quarter, covered, internal, before: false }),
    figures: [...(reports.board.views?.history ?? [])],
  };
  try {
    await transact(table, [headStep(table, org, next)]);
  } catch (error) {
    // Somebody moved HEAD meanwhile: that commit marked the reports behind again and writes them itself.
    if (!(error instanceof Overtaken)) throw error;
  }
};
