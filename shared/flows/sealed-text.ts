// What is sealed of a quarter: all sources are read again, at one moment, and judged; the board's report stands in the
// text with its sentences, what was said about it and the versions that it rests on.
import { catalogue } from '../checks/catalogue.ts';
import { evaluate } from '../checks/evaluate.ts';
import { rulesVersion } from '../checks/rules-version.ts';
import type { Calendar } from '../domain/calendar.ts';
import { canonicalJson } from '../domain/canonical.ts';
import type { Strategy } from '../domain/facts.ts';
import { lifeLineOf } from '../domain/finding-life.ts';
import { Refusal } from '../domain/problem.ts';
import type { Quarter } from '../domain/quarter.ts';
import { earlierQuarter } from '../domain/quarter-steps.ts';
import type { OrgId } from '../domain/slug.ts';
import { StrategyMap } from '../domain/strategy-map.ts';
import { buildReports, type Reports } from '../report/build-reports.ts';
import { subjectOf } from '../report/commentary-subject.ts';
import type { Lives } from '../report/finding-lines.ts';
import { boardTexts, type SealedReport, sealedTexts } from '../report/sealed-report.ts';
import { allCommentary, type KeptCommentary } from '../table/commentary.ts';
import { storedDefinitions, unstamped } from '../table/definitions.ts';
import type { Head } from '../table/evaluation.ts';
import { allFindings, type KeptFinding } from '../table/findings.ts';
import { type KeptSeal, writeSealedText } from '../table/seals.ts';
import type { Table } from '../table/table.ts';
import { loadSources } from './load.ts';
import { sinceOf } from './since.ts';

/** The refusal of who seals while something is under way that ends by itself. */
export const sealLater = (message: string): Refusal => new Refusal('conflict', message, [], 5);

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
  throw sealLater('The sources are being changed; seal again in a few seconds.');
};

/** The versions of what a quarter's report rests on. */
const sourceVersions = (versions: ReadonlyMap<string, number>, strategy: Strategy, quarter: Quarter) => {
  const submissions = strategy.departments.flatMap(({ id, latest }): [string, number][] => {
    const version = latest[quarter]?.version;
    return version === undefined ? [] : [[`submission|${id}|${quarter}`, version]];
  });
  return Object.fromEntries([...versions, ...submissions]);
};

const livesOf = (findings: readonly KeptFinding[]): Lives =>
  new Map(
    findings
      .filter(({ finding }) => finding.life.state !== 'resolved')
      .map(({ finding: { fingerprint, life } }) => [fingerprint, lifeLineOf(life)]),
  );

/** Writes the parts that the sealed text names by their digests: the reports of departments and outcomes. */
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

/** The text that is sealed, with its parts written ahead. Refuses (`conflict`) where sources move while they are read. */
export const sealedText = async (
  table: Table,
  { org, now }: { readonly org: OrgId; readonly now: string },
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
