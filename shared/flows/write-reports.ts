// Reports follow HEAD. A commit marks them behind; whoever sees that writes them and clears the mark, both on HEAD's
// version, so that an older state never overwrites a newer one.
import { catalogue } from '../checks/catalogue.ts';
import { evaluate } from '../checks/evaluate.ts';
import { canonicalJson, sha256Hex } from '../domain/canonical.ts';
import type { Strategy } from '../domain/facts.ts';
import type { Context } from '../domain/liveness.ts';
import { addQuarters } from '../domain/quarter.ts';
import type { OrgId } from '../domain/slug.ts';
import { StrategyMap } from '../domain/strategy-map.ts';
import type { BoardReport } from '../report/board-report.ts';
import { buildReports } from '../report/build-report.ts';
import { coverageOf } from '../report/scores.ts';
import { type Head, headStep, Overtaken, writeReport } from '../table/evaluation.ts';
import { unresolvedLines } from '../table/findings.ts';
import { keys } from '../table/keys.ts';
import { transact } from '../table/table.ts';
import type { FlowDeps } from './deps.ts';
import { loadEvaluated } from './load.ts';

/** Coverage of the quarters before the organisation joined, computed once; they are drawn as such. */
const earlierCoverage = (strategy: Strategy, head: Head): BoardReport['coverageHistory'] => {
  const map = new StrategyMap(strategy);
  const quarter = head.calendar.reportingQuarter;
  return Array.from({ length: 7 }, (_, i) => addQuarters(quarter, i - 7)).flatMap((past) => {
    const context: Context = {
      quarter: past,
      calendar: {
        ...head.calendar,
        reportingQuarter: past,
        lastDueQuarter: past,
        lastClosedQuarter: past,
        extended: [],
      },
      policy: head.organisation.policy,
    };
    const { covered, internal } = coverageOf(map.all('kpi'), context);
    return internal === 0 ? [] : [{ quarter: past, covered, internal, before: true }];
  });
};

const remember = (
  history: Head['coverageHistory'],
  line: Head['coverageHistory'][number],
): Head['coverageHistory'] => [...history.filter((past) => past.quarter < line.quarter), line];

/** Writes the reports of HEAD's state; those that would say the same stay as they are. */
export const writeReports = async (deps: FlowDeps, org: OrgId): Promise<void> => {
  const { table } = deps;
  const evaluated = await loadEvaluated(table, org, true);
  if (evaluated === undefined || evaluated.head.pending.length > 0) return;
  const { head, strategy } = evaluated;
  const map = new StrategyMap(strategy);
  const quarter = head.calendar.reportingQuarter;
  const context: Context = { quarter, calendar: head.calendar, policy: head.organisation.policy };
  const lines = await unresolvedLines(table, org);
  const history = head.coverageHistory.length > 0 ? head.coverageHistory : earlierCoverage(strategy, head);
  const asOf = head.evaluatedAt;
  const reports = buildReports({
    organisation: head.organisation,
    map,
    context,
    checks: catalogue,
    results: evaluate(map, context, catalogue),
    lives: new Map(lines.map((line) => [line.fingerprint, { state: line.state, since: line.since }])),
    asOf,
    coverageHistory: history,
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
  await write(`${quarter}|`, keys.boardReport(org, quarter), reports.board);
  const { covered, internal } = reports.board.coverage;
  const next: Head = {
    ...head,
    version: head.version + 1,
    reportBehind: false,
    reports: written,
    reported: [...head.reported.filter((one) => one.quarter !== quarter), { quarter, asOf }],
    coverageHistory: remember(history, { quarter, covered, internal, before: false }),
  };
  try {
    await transact(table, [headStep(table, org, next)]);
  } catch (error) {
    // Somebody moved HEAD meanwhile: that commit marked the reports behind again and writes them itself.
    if (!(error instanceof Overtaken)) throw error;
  }
};
