// The nightly run proves the incremental evaluation: what is stored must be what a full evaluation gives, and the
// sheets must be what the sources say. Only then does the calendar move to today; what that changes is the day's news.
import { catalogue } from '../checks/catalogue.ts';
import { evaluate } from '../checks/evaluate.ts';
import { rulesVersion } from '../checks/rules-version.ts';
import { calendarAt } from '../domain/calendar.ts';
import { contextOf } from '../domain/liveness.ts';
import { sheetsOf } from '../domain/sheet.ts';
import type { OrgId } from '../domain/slug.ts';
import { StrategyMap } from '../domain/strategy-map.ts';
import { requireNoBulk } from '../table/bulk-gate.ts';
import { readHead, sweepSheets } from '../table/evaluation.ts';
import { allFindings } from '../table/findings.ts';
import type { FlowDeps } from './deps.ts';
import { evaluateOrganisation } from './evaluate.ts';
import { movedFindings } from './judge.ts';
import { loadEvaluated, loadOrganisation, loadSources } from './load.ts';

/** What the proof found: sheets that sources contradict, and findings that a full evaluation would change. */
export interface Proof {
  readonly staleSheets: readonly string[];
  readonly wrongFindings: readonly string[];
}

/** Compares what is stored with what sources and a full evaluation give; changes nothing. Undefined before the first evaluation. */
export const proveEvaluated = async (
  { table }: FlowDeps,
  org: OrgId,
  at: string,
): Promise<Proof | undefined> => {
  const evaluated = await loadEvaluated(table, org, true);
  if (evaluated === undefined) return undefined;
  const { head, strategy } = evaluated;
  const fresh = new Map(
    sheetsOf(await loadSources(table, org, head.calendar)).map(({ name, hash }) => [name, hash]),
  );
  const names = new Set([...fresh.keys(), ...Object.keys(head.sheets)]);
  const staleSheets = [...names].filter((name) => fresh.get(name) !== head.sheets[name]).sort();
  if (head.rulesVersion !== rulesVersion) return { staleSheets, wrongFindings: [] };
  const results = evaluate(new StrategyMap(strategy), contextOf(head), catalogue);
  const wrong = movedFindings(await allFindings(table, org), results, head, at);
  return { staleSheets, wrongFindings: wrong.map(({ fingerprint }) => fingerprint) };
};

/** The nightly run of one organisation at a business time (ISO 8601, UTC). */
export const runNightly = async (deps: FlowDeps, org: OrgId, at: string): Promise<void> => {
  await evaluateOrganisation(deps, org, { hints: [], at });
  const gate = await requireNoBulk(deps.table, org);
  const proof = await proveEvaluated(deps, org, at);
  const undisturbed = (await requireNoBulk(deps.table, org))?.serial === gate?.serial;
  const isWrong = proof !== undefined && (proof.staleSheets.length > 0 || proof.wrongFindings.length > 0);
  if (isWrong && undisturbed) deps.log('error', 'nightly proof failed', { org, ...proof });
  const organisation = await loadOrganisation(deps.table, org);
  const begin = proof === undefined && (await hasDueKpi(deps, org, calendarAt(at, organisation)));
  await evaluateOrganisation(deps, org, { hints: [], at, moveCalendar: true, everything: true, begin });
  const head = await readHead(deps.table, org, true);
  if (head === undefined) return;
  const swept = await sweepSheets(deps.table, org, head.sheets, deps.machineNow() - abandonedAfter);
  if (swept > 0) deps.log('info', 'abandoned sheets swept', { org, swept });
};

/** Milliseconds after which nobody comes back to a sheet that HEAD does not name: no function runs as long. */
const abandonedAfter = 24 * 3600 * 1000;

/** Whether anything is asked of an organisation that was never evaluated: a KPI whose first quarter is due. */
const hasDueKpi = async (
  { table }: FlowDeps,
  org: OrgId,
  calendar: ReturnType<typeof calendarAt>,
): Promise<boolean> =>
  (await loadSources(table, org, calendar)).kpis.some((kpi) => kpi.firstQuarter <= calendar.lastDueQuarter);
