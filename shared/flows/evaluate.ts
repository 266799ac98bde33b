// The evaluation: HEAD -> sheets -> hinted sources -> changed facts -> touched subjects -> findings, committed on the
// condition that HEAD has not moved. Whoever loses begins again; whoever is cut off leaves what is pending in HEAD.
import { catalogue } from '../checks/catalogue.ts';
import { evaluate } from '../checks/evaluate.ts';
import { rulesVersion } from '../checks/rules-version.ts';
import { calendarAt } from '../domain/calendar.ts';
import { canonicalJson } from '../domain/canonical.ts';
import type { Strategy } from '../domain/facts.ts';
import { type Finding, fingerprintOf } from '../domain/finding.ts';
import { contextOf } from '../domain/liveness.ts';
import { Refusal } from '../domain/problem.ts';
import { sheetsOf } from '../domain/sheet.ts';
import type { OrgId } from '../domain/slug.ts';
import { departmentOf } from '../report/result-departments.ts';
import { type BulkGate, beginAfterBulk, gateHolds, readBulkGate } from '../table/bulk-gate.ts';
import { dropSheets, type Head, headStep, Overtaken, readHead, writeSheets } from '../table/evaluation.ts';
import { allFindings, findingStep, type KeptFinding, readFindings } from '../table/findings.ts';
import { transact } from '../table/table.ts';
import type { FlowDeps } from './deps.ts';
import { derivedForm, headToEvaluate, isOutdated } from './derived-form.ts';
import { type Change, type Hint, readChanges, withChanges } from './hints.ts';
import { differing, judgeBoth, movedFindings, type State } from './judge.ts';
import { loadOrganisation, loadSheets, loadSources } from './load.ts';
import { writeReports } from './write-reports.ts';

/** What an evaluation is asked for. */
export interface Request {
  readonly hints: readonly Hint[];
  /** Business time (ISO 8601, UTC): what lives are stamped with, and where the calendar moves to. */
  readonly at: string;
  /** Whether the calendar moves on to `at`. Only the nightly run does that. */
  readonly moveCalendar?: boolean;
  /** Whether an organisation that was never evaluated begins now. */
  readonly begin?: boolean;
  /** Read all sources again and judge everything anew, whatever has changed. */
  readonly everything?: boolean;
}

/** Findings written in one transaction; what is left stays pending. */
const findingsPerCommit = 80;
/** Above this many, pending is not named but `all`. */
const namedPending = 500;

/** The state as sources have it now, given what HEAD knew. */
const nextState = async (
  { table }: FlowDeps,
  org: OrgId,
  head: Head | undefined,
  old: Strategy | undefined,
  request: Request,
  everything: boolean,
): Promise<{ state: State; changes: Change[] | 'everything' }> => {
  const reread =
    head === undefined ||
    everything ||
    request.moveCalendar ||
    request.hints.some((hint) => hint.kind === 'organisation');
  const organisation = reread ? await loadOrganisation(table, org) : head.organisation;
  const at = head === undefined || request.moveCalendar ? request.at : head.calendarAt;
  const calendar = reread ? calendarAt(at, organisation) : head.calendar;
  const sameRules =
    head !== undefined &&
    head.rulesVersion === rulesVersion &&
    head.pending !== 'all' &&
    !everything &&
    canonicalJson([head.organisation, head.calendar]) === canonicalJson([organisation, calendar]);
  if (old === undefined || everything || head?.calendar.reportingQuarter !== calendar.reportingQuarter)
    return {
      state: { organisation, calendar, calendarAt: at, strategy: await loadSources(table, org, calendar) },
      changes: 'everything',
    };
  const read = await readChanges(table, org, old, request.hints, calendar.reportingQuarter);
  const state = { organisation, calendar, calendarAt: at, strategy: withChanges(old, read) };
  return { state, changes: sameRules ? read : 'everything' };
};

/** The findings that stay as they are but whose lines another build wrote: they are written anew too. */
const withOldLine = (stored: readonly KeptFinding[], moved: readonly Finding[]): Finding[] => {
  const written = new Set(moved.map(({ fingerprint }) => fingerprint));
  return stored
    .filter(({ finding, isLineOld }) => isLineOld && !written.has(finding.fingerprint))
    .map(({ finding }) => finding);
};

/** While a change of many entities is applied nothing is judged: its end asks for a full evaluation. */
const putOff = async (deps: FlowDeps, org: OrgId, gate: BulkGate, { begin }: Request): Promise<'put-off'> => {
  if (begin && !(await beginAfterBulk(deps.table, org, gate))) throw new Overtaken();
  deps.log('info', 'evaluation put off', { org, changeSet: gate.id });
  return 'put-off';
};

const attempt = async (
  deps: FlowDeps,
  org: OrgId,
  request: Request,
): Promise<'done' | 'more' | 'not-begun' | 'put-off'> => {
  const { table } = deps;
  const gate = await readBulkGate(table, org);
  if (gate?.running) return putOff(deps, org, gate, request);
  const head = await headToEvaluate(table, org);
  const serial = gate?.serial ?? 0;
  const ended = serial !== (head?.bulk ?? 0);
  const outdated = head !== undefined && isOutdated(head);
  if (head === undefined && !request.begin && !(ended && gate?.begins)) return 'not-begun';
  const old = head && (await loadSheets(table, org, head));
  // A sheet is gone: HEAD has moved on, or, where it has not, the sheet is lost and all are made anew from sources.
  const lost = head !== undefined && old === undefined;
  if (lost && (await readHead(table, org, true))?.version !== head.version) throw new Overtaken();
  const { state, changes } = await nextState(
    deps,
    org,
    head,
    old,
    request,
    ended || outdated || request.everything === true,
  );
  const oldState: State | undefined = head &&
    old && {
      organisation: head.organisation,
      calendar: head.calendar,
      calendarAt: head.calendarAt,
      strategy: old,
    };
  const context = contextOf(state);
  const checks = catalogue;
  const results = judgeBoth(oldState, state, changes, checks);
  const pending = head?.pending ?? [];
  const full = pending === 'all' || changes === 'everything';
  const after = pending.length > 0 || full ? evaluate(results.map, context, checks) : results.after;
  const wanted = differing(
    results.before,
    head?.calendar.reportingQuarter ?? context.quarter,
    results.after,
    context.quarter,
  );
  if (pending !== 'all') for (const fingerprint of pending) wanted.add(fingerprint);

  const stored: KeptFinding[] = full
    ? await allFindings(table, org)
    : await readFindings(table, org, [...wanted]);
  const kept = new Map(stored.map((one) => [one.finding.fingerprint, one]));
  const asked = after.filter(
    ({ check, subject }) => full || wanted.has(fingerprintOf(check, subject, context.quarter)),
  );
  const reconciled = movedFindings(stored, asked, state, request.at);
  const moved = full ? [...reconciled, ...withOldLine(stored, reconciled)] : reconciled;
  for (const { check, subject, result } of after)
    if (result.verdict === 'crashed')
      deps.log('error', 'check crashed', { org, check, subject, error: result.error });

  const sheets = sheetsOf(state.strategy);
  const named = Object.fromEntries(sheets.map(({ name, hash }) => [name, hash]));
  const settled = canonicalJson([named, state.calendar, state.organisation, rulesVersion]);
  const wasSettled =
    head !== undefined &&
    !outdated &&
    settled === canonicalJson([head.sheets, head.calendar, head.organisation, head.rulesVersion]);
  const now = moved.slice(0, findingsPerCommit);
  const answered = request.hints.flatMap((hint) => (hint.kind === 'life' ? (hint.id ?? []) : []));
  const rest = moved.slice(findingsPerCommit).map((finding) => finding.fingerprint);
  if (head !== undefined && !lost && !ended && wasSettled && moved.length === 0 && pending.length === 0) {
    if (head.reportBehind || request.hints.some((hint) => hint.kind === 'life'))
      await writeReports(deps, org, answered);
    return 'done';
  }

  await writeSheets(
    table,
    org,
    sheets.filter(({ name, hash }) => lost || head?.sheets[name] !== hash),
    deps.machineNow(),
  );
  const next: Head = {
    version: (head?.version ?? 0) + 1,
    begun: head?.begun ?? { at: request.at, quarter: state.calendar.reportingQuarter },
    evaluatedAt: request.at,
    calendarAt: state.calendarAt,
    calendar: state.calendar,
    organisation: state.organisation,
    rulesVersion,
    form: derivedForm(),
    sheets: named,
    pending: rest.length > namedPending ? 'all' : rest,
    reportBehind: true,
    reports: head?.reports ?? {},
    reported: head?.reported ?? [],
    coverageHistory: head?.coverageHistory ?? [],
    ...(serial === 0 ? {} : { bulk: serial }),
    ...(head?.figures === undefined ? {} : { figures: head.figures }),
  };
  const department = (finding: Finding) => departmentOf(results.map, finding.condition);
  await transact(table, [
    headStep(table, org, next),
    gateHolds(table, org, gate, () => new Overtaken()),
    ...now.map((finding) => {
      const before = kept.get(finding.fingerprint);
      const step = findingStep(table, org, finding, {
        before: before?.version ?? 0,
        was: before?.finding,
        department: department(finding),
        auditHash: before?.auditHash ?? '',
      });
      return { ...step, otherwise: () => new Overtaken() };
    }),
  ]);
  await dropSheets(
    table,
    org,
    Object.entries(head?.sheets ?? {}).filter(([name, hash]) => named[name] !== hash),
  );
  if (rest.length > 0) return 'more';
  await writeReports(deps, org, [...answered, ...now.map(({ fingerprint }) => fingerprint)]);
  return 'done';
};

/** How often an evaluation begins again before it leaves the rest to the next one. */
const attempts = 30;

/**
 * Brings an organisation's findings and reports up to date with its sources. Safe to run twice, at once, or again
 * after a crash. Returns whether it was evaluated: not before its beginning, nor while a change of many entities runs.
 */
export const evaluateOrganisation = async (
  deps: FlowDeps,
  org: OrgId,
  request: Request,
): Promise<boolean> => {
  let again = request;
  for (let i = 0; i < attempts; i++) {
    try {
      const ended = await attempt(deps, org, again);
      if (ended === 'not-begun' || ended === 'put-off') return false;
      if (ended === 'done') return true;
      again = { at: request.at, hints: [] };
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
      await new Promise((done) => setTimeout(done, Math.random() * Math.min(500, 10 * 2 ** i)));
    }
  }
  throw new Refusal(
    'temporarily-unavailable',
    'The evaluation was overtaken too often; it will be tried again.',
    [],
    5,
  );
};
