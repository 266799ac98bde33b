// Sealing a quarter: its gate is shut, all sources are read again and judged, and what comes out is written down for
// good. What changes later is shown beside it, never in it.
import { catalogue } from '../checks/catalogue.ts';
import { evaluate } from '../checks/evaluate.ts';
import { rulesVersion } from '../checks/rules-version.ts';
import type { Calendar } from '../domain/calendar.ts';
import { canonicalJson } from '../domain/canonical.ts';
import type { Strategy } from '../domain/facts.ts';
import { timesReopened, waiverLineOf } from '../domain/finding-life.ts';
import { Refusal } from '../domain/problem.ts';
import { earlierQuarter, type Quarter } from '../domain/quarter.ts';
import { reopenedSeal, type Seal, sealedAgain } from '../domain/seal.ts';
import type { OrgId } from '../domain/slug.ts';
import { StrategyMap } from '../domain/strategy-map.ts';
import type { GivenAnswer, Writing } from '../domain/writing.ts';
import { type BoardReport, boardReportSchema } from '../report/board-report.ts';
import { buildReports, type Reports } from '../report/build-report.ts';
import { subjectOf } from '../report/commentary-subject.ts';
import { boardTexts, laterThan, type SealedReport, sealedTexts } from '../report/sealed-report.ts';
import { requireNoBulk } from '../table/bulk-gate.ts';
import { allCommentary, type KeptCommentary } from '../table/commentary.ts';
import { storedDefinitions, unstamped } from '../table/definitions.ts';
import { type Head, readHead } from '../table/evaluation.ts';
import { allFindings, type KeptFinding } from '../table/findings.ts';
import { keys } from '../table/keys.ts';
import { readReport } from '../table/reports.ts';
import {
  type KeptSeal,
  openGate,
  putSeal,
  readSeal,
  readSealedText,
  shutGate,
  writeSealedText,
} from '../table/seals.ts';
import type { Table } from '../table/table.ts';
import { loadSources } from './load.ts';
import { sinceOf } from './since.ts';

/** Who seals or reopens. */
export interface Sealing {
  readonly org: OrgId;
  readonly now: string;
  readonly writing: () => Promise<Writing>;
  readonly expectVersion: (present: number | undefined) => void;
}

const later = (message: string) => new Refusal('conflict', message, [], 5);

/** HEAD, where the quarter can be sealed on it: it has ended, was evaluated, and nothing is pending. */
const readyHead = async (table: Table, org: OrgId, quarter: Quarter): Promise<Head> => {
  await requireNoBulk(table, org);
  const head = await readHead(table, org, true);
  if (head === undefined)
    throw new Refusal('conflict', 'Nothing has been evaluated yet; there is nothing to seal.');
  if (quarter > head.calendar.reportingQuarter)
    throw new Refusal(
      'conflict',
      `${quarter} is not reported yet; the report that can be sealed is that of ${head.calendar.reportingQuarter}.`,
    );
  const known =
    quarter === head.calendar.reportingQuarter || head.reported.some((one) => one.quarter === quarter);
  if (!known) throw new Refusal('not-found', `There is no board report of ${quarter}.`);
  if (head.pending.length > 0 || head.reportBehind)
    throw later('The last changes are still being evaluated; seal in a few seconds.');
  return head;
};

/** The calendar that a quarter is judged by: HEAD's, or, for an earlier quarter, as it stood when that was reported. */
const calendarOf = ({ calendar }: Head, quarter: Quarter): Calendar =>
  calendar.reportingQuarter === quarter
    ? calendar
    : {
        ...calendar,
        reportingQuarter: quarter,
        lastDueQuarter: earlierQuarter(calendar.lastDueQuarter, quarter),
        lastClosedQuarter: earlierQuarter(calendar.lastClosedQuarter, quarter),
        extended: [],
      };

/** All sources at one moment: their versions are the same before and after they were read. */
const sourcesAtOnce = async (table: Table, org: OrgId, calendar: Calendar) => {
  for (let attempt = 0; attempt < 3; attempt++) {
    const before = await storedDefinitions(table, org);
    const strategy = await loadSources(table, org, calendar);
    const after = await storedDefinitions(table, org);
    const [was, is] = [before, after].map(({ versions }) => canonicalJson([...versions].sort()));
    if (was === is && after.organisation !== undefined)
      return { organisation: unstamped(after.organisation), strategy, versions: after.versions };
  }
  throw later('The sources are being changed; seal again in a few seconds.');
};

/** The versions of what a quarter's report rests on. */
const sourceVersions = (versions: ReadonlyMap<string, number>, strategy: Strategy, quarter: Quarter) => {
  const submissions = strategy.departments.flatMap(({ id, latest }): [string, number][] => {
    const version = latest[quarter]?.version;
    return version === undefined ? [] : [[`submission|${id}|${quarter}`, version]];
  });
  return Object.fromEntries([...versions, ...submissions]);
};

const livesOf = (findings: readonly KeptFinding[]) =>
  new Map(
    findings
      .filter(({ finding }) => finding.life.state !== 'resolved')
      .map(({ finding: { fingerprint, life } }) => {
        const waiver = waiverLineOf(life);
        const reopened = timesReopened(life);
        return [
          fingerprint,
          {
            state: life.state,
            since: life.since.quarter,
            ...(waiver === undefined ? {} : { waiver }),
            ...(reopened === 0 ? {} : { reopened }),
            ...(life.notConfirmedSince === undefined ? {} : { notConfirmedSince: life.notConfirmedSince }),
          },
        ] as const;
      }),
  );

const writeParts = async (
  table: Table,
  org: OrgId,
  where: { readonly quarter: Quarter; readonly revision: number },
  reports: Reports,
) => {
  const write = async (
    kind: string,
    id: string,
    report: Parameters<typeof sealedTexts>[0],
    whole: unknown,
  ) => {
    const text = canonicalJson({ report: whole, texts: sealedTexts(report) });
    return [id, await writeSealedText(table, org, { ...where, part: `${kind}.${id}` }, text)] as const;
  };
  const departments: (readonly [string, string])[] = [];
  for (const [id, report] of reports.departments)
    departments.push(await write('department', id, report.findings, report));
  const outcomes: (readonly [string, string])[] = [];
  for (const [id, report] of reports.outcomes)
    outcomes.push(await write('outcome', id, report.findings, report));
  return { departments: Object.fromEntries(departments), outcomes: Object.fromEntries(outcomes) };
};

/** The findings that somebody has spoken about, with what they say. */
const spokenOf = (findings: readonly KeptFinding[], commentary: readonly KeptCommentary[]) => {
  const spoken = new Set(commentary.map((one) => subjectOf(one.commentary).id));
  return findings.flatMap(({ finding: { fingerprint, condition } }) =>
    spoken.has(fingerprint) ? [{ ...condition, fingerprint }] : [],
  );
};

const sealedText = async (
  table: Table,
  { org, now }: Sealing,
  {
    quarter,
    revision,
    head,
    before,
    by,
  }: {
    readonly quarter: Quarter;
    readonly revision: number;
    readonly head: Head;
    readonly before: KeptSeal | undefined;
    readonly by: string;
  },
): Promise<string> => {
  const calendar = calendarOf(head, quarter);
  const { organisation, strategy, versions } = await sourcesAtOnce(table, org, calendar);
  const [findings, commentary] = await Promise.all([
    allFindings(table, org),
    allCommentary(table, org, quarter, true),
  ]);
  const map = new StrategyMap(strategy);
  const context = { quarter, calendar, policy: organisation.policy };
  const reports = buildReports({
    organisation,
    map,
    context,
    checks: catalogue,
    results: evaluate(map, context, catalogue),
    lives: livesOf(findings),
    asOf: now,
    coverageHistory: head.coverageHistory,
    figures: (head.figures ?? []).filter((one) => one.quarter < quarter),
  });
  const parts = await writeParts(table, org, { quarter, revision }, reports);
  const last = before?.seal;
  const sealed: SealedReport = {
    schema: 1,
    quarter,
    revision,
    sealed: { by, at: now },
    ...(last?.reopened === undefined
      ? {}
      : { previous: { revision: last.revision, digest: last.digest, reason: last.reopened.reason } }),
    rulesVersion,
    policy: organisation.policy,
    calendar,
    sources: sourceVersions(versions, strategy, quarter),
    board: reports.board,
    texts: boardTexts(reports.board, spokenOf(findings, commentary)),
    commentary: commentary.map((one) => one.commentary),
    since: await sinceOf(table, org, quarter, { findings, actions: strategy.actions }),
    ...parts,
  };
  return canonicalJson(sealed);
};

/** What a seal is shown with. */
export interface SealShown {
  readonly kept: Pick<KeptSeal, 'seal' | 'version'>;
  readonly canonical: string;
}

/** Seals a quarter. Refuses (`conflict`) one that is sealed, that has not ended, or while something is pending. */
export const sealQuarter = async (
  table: Table,
  call: Sealing,
  quarter: Quarter,
  reply: (shown: SealShown) => GivenAnswer,
): Promise<GivenAnswer> => {
  const { org, now } = call;
  const before = await readSeal(table, org, quarter, true);
  call.expectVersion(before?.version);
  const writing = await call.writing();
  const { by } = writing;
  if (before?.seal.state === 'sealed')
    throw new Refusal('conflict', `${quarter} is sealed; reopen it with a reason first.`);
  const head = await readyHead(table, org, quarter);
  const wasOpen = await shutGate(table, org, quarter, { by, at: now });
  try {
    const revision = (before?.seal.revision ?? 0) + 1;
    const canonical = await sealedText(table, call, { quarter, revision, head, before, by });
    const digest = await writeSealedText(table, org, { quarter, revision, part: 'board' }, canonical);
    const seal = sealedAgain(before?.seal, { quarter, digest, by, at: now });
    const answer = reply({ kept: { seal, version: (before?.version ?? 0) + 1 }, canonical });
    await putSeal(table, writing, before, seal, answer);
    return answer;
  } catch (error) {
    // Whoever shut the gate opens it again, unless the seal came about after all and only its answer was lost.
    const now = await readSeal(table, org, quarter, true);
    if (wasOpen && now?.seal.state !== 'sealed') await openGate(table, org, quarter);
    throw error;
  }
};

/** A sealed text by its revision, as it was written. Throws where it is gone, which no one here can do. */
const textOf = async (
  table: Table,
  org: OrgId,
  { quarter }: Seal,
  revision: number,
  digest: string,
): Promise<string> => {
  const text = await readSealedText(table, org, { quarter, revision, part: 'board' }, digest);
  if (text === undefined) throw new Error(`the sealed text of ${quarter}, revision ${revision}, is gone`);
  return text;
};

/** Reopens a sealed quarter for a reason; the sealed text stays. */
export const reopenQuarter = async (
  table: Table,
  call: Sealing,
  quarter: Quarter,
  reason: string,
  reply: (shown: SealShown) => GivenAnswer,
): Promise<GivenAnswer> => {
  const { org, now } = call;
  const before = await sealOf(table, org, quarter, true);
  call.expectVersion(before.version);
  const writing = await call.writing();
  const seal = reopenedSeal(before.seal, { by: writing.by, at: now, reason });
  const canonical = await textOf(table, org, seal, seal.revision, seal.digest);
  const answer = reply({ kept: { seal, version: before.version + 1 }, canonical });
  await putSeal(table, writing, before, seal, answer);
  return answer;
};

const sealOf = async (table: Table, org: OrgId, quarter: Quarter, strong = false): Promise<KeptSeal> => {
  const kept = await readSeal(table, org, quarter, strong);
  if (kept === undefined) throw new Refusal('not-found', `The report of ${quarter} was never sealed.`);
  return kept;
};

/** A quarter's seal with the text of a revision, the last one where none is named. */
export const readSealed = async (
  table: Table,
  org: OrgId,
  quarter: Quarter,
  revision?: number,
): Promise<SealShown> => {
  const kept = await sealOf(table, org, quarter);
  const wanted = revision ?? kept.seal.revision;
  const entry = kept.seal.revisions.find((one) => one.revision === wanted);
  if (entry === undefined)
    throw new Refusal('not-found', `The report of ${quarter} has no revision ${wanted}.`);
  return { kept, canonical: await textOf(table, org, kept.seal, wanted, entry.digest) };
};

/** How a quarter's seal stands, in the list of reports. */
export const sealStands = ({ state, revision, digest, sealed, reopened }: Seal) =>
  state === 'sealed'
    ? { sealed: { revision, digest, at: sealed.at } }
    : { reopened: { revision, at: reopened?.at ?? sealed.at } };

/** A seal as it is shown; `now` is the quarter's report as it stands. */
export const sealViewOf = (
  { kept: { seal, version }, canonical }: SealShown,
  now: BoardReport | undefined,
) => {
  const { board, revision } = JSON.parse(canonical) as Pick<SealedReport, 'board' | 'revision'>;
  const entry = seal.revisions.find((one) => one.revision === revision);
  return {
    ...seal,
    revision,
    digest: entry?.digest ?? seal.digest,
    sealed: entry?.sealed ?? seal.sealed,
    version,
    later: now === undefined ? [] : laterThan(board, now),
  };
};

/** The quarter's report as it stands, which the stream keeps writing after the seal; undefined where there is none. */
export const presentReport = (table: Table, org: OrgId, quarter: Quarter): Promise<BoardReport | undefined> =>
  readReport(table, keys.boardReport(org, quarter), boardReportSchema);
