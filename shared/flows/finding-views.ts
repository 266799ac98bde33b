// Findings as they are shown: texts rendered now, ages and answers measured now, and what the caller may do.
import { checkOf } from '../checks/catalogue.ts';
import { messageOf, remedyOf } from '../checks/message.ts';
import { calendarAt } from '../domain/calendar.ts';
import { dayOf } from '../domain/day.ts';
import type { Subject } from '../domain/finding.ts';
import { ageIn, isUnanswered, lastWordAt, timesReopened, waiverLineOf } from '../domain/finding-life.ts';
import type { Member } from '../domain/member.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { Policy } from '../domain/policy.ts';
import type { OrgId } from '../domain/slug.ts';
import { StrategyMap } from '../domain/strategy-map.ts';
import { lastWaiver } from '../domain/waiver.ts';
import { concernsOutcome } from '../report/concerns.ts';
import type { StoredOf } from '../table/definitions.ts';
import { readHead } from '../table/evaluation.ts';
import type { FindingSummary } from '../table/finding-summary.ts';
import { readNews } from '../table/outbox.ts';
import type { Table } from '../table/table.ts';
import { actionOf, allActions } from './actions.ts';
import { answersFor, type ReadFinding, waiverObstacle } from './findings.ts';
import { loadEvaluated } from './load.ts';

const thresholdsOf = (check: string, policy: Policy | undefined): Record<string, number> => {
  const names: ReadonlySet<string> = new Set(checkOf(check)?.meta.thresholds);
  return Object.fromEntries(
    Object.entries(policy ?? {}).filter(
      (entry): entry is [string, number] => names.has(entry[0]) && typeof entry[1] === 'number',
    ),
  );
};

/** What the age and the state of an answer are measured with. */
export interface Present {
  readonly now: string;
  readonly organisation: Organisation;
  /** When the last digest was told; undefined before the first. */
  readonly toldAt: string | undefined;
}

/** Who looks, and when. */
export interface Looking {
  readonly org: OrgId;
  readonly member: Member;
  readonly now: string;
  readonly organisation: () => Promise<Organisation>;
}

/** What a list of findings is shown with. */
export const presentOf = async (
  table: Table,
  call: Pick<Looking, 'org' | 'now' | 'organisation'>,
): Promise<Present> => {
  const [organisation, news] = await Promise.all([call.organisation(), readNews(table, call.org)]);
  return { now: call.now, organisation, toldAt: news?.at };
};

/** How old a finding is, and whether anybody has had a word on it; `acted`: an open action stands on it. */
export const aged = (
  life: Pick<FindingSummary, 'state' | 'since'> & Pick<FindingSummary, 'seenAt' | 'sinceAt' | 'wordAt'>,
  { now, organisation, toldAt }: Present,
  acted: boolean,
) => {
  const { timeZone } = organisation;
  const wordAt = life.wordAt ?? life.sinceAt ?? now;
  const seenAt = life.seenAt ?? life.sinceAt ?? '';
  return {
    new: toldAt === undefined || seenAt > toldAt,
    ...(life.sinceAt === undefined ? {} : { sinceAt: life.sinceAt }),
    age: ageIn(life.since, calendarAt(now, organisation).reportingQuarter),
    unanswered: !acted && isUnanswered({ state: life.state, wordAt }, dayOf(now, timeZone), timeZone),
  };
};

/** The open actions by the fingerprints that they were decided on. */
export const openActions = (actions: readonly StoredOf<'action'>[]): ReadonlyMap<string, string[]> => {
  const byFinding = new Map<string, string[]>();
  for (const { id, findings, state } of actions)
    for (const fingerprint of state === 'open' ? findings : [])
      byFinding.set(fingerprint, [...(byFinding.get(fingerprint) ?? []), id]);
  return byFinding;
};

/** Whether a finding's subject concerns an outcome, by the links that were evaluated last; without an outcome each does. */
export const concernsOf = async (
  table: Table,
  org: OrgId,
  outcome: string | undefined,
): Promise<(subject: Subject) => boolean> => {
  if (outcome === undefined) return () => true;
  const evaluated = await loadEvaluated(table, org);
  return evaluated === undefined
    ? () => false
    : concernsOutcome(new StrategyMap(evaluated.strategy), outcome);
};

/** A line of the register. */
export const itemOf = (
  line: FindingSummary,
  present: Present,
  acts: ReadonlyMap<string, readonly string[]>,
) => {
  const { seenAt: _seen, sinceAt: _since, wordAt: _word, ...shown } = line;
  const actions = acts.get(line.fingerprint);
  return {
    ...shown,
    ...aged(line, present, actions !== undefined),
    ...(actions === undefined ? {} : { actions: [...actions] }),
    text: messageOf(line),
  };
};

/** What the caller may do with a finding. */
const mayOf = async (table: Table, call: Looking, found: ReadFinding, { organisation }: Present) => {
  const today = dayOf(call.now, organisation.timeZone);
  const { life } = found.finding;
  const asked = lastWaiver(life)?.state === 'asked' && life.state !== 'resolved';
  const answerable = call.member.roles.some((role) => role === 'executive' || role === 'department-head');
  const obstacle = asked && answerable ? await waiverObstacle(table, call, found, today) : undefined;
  return {
    answer: answersFor(call.member, found.department, today),
    decideWaiver: asked && answerable && obstacle === undefined,
    ...(obstacle === undefined ? {} : { waiverObstacle: obstacle }),
    decideAction: call.member.roles.includes('executive') && life.state !== 'resolved',
  };
};

/** A finding as its page shows it; its sentence and the check's texts are rendered now. */
export const viewOf = async (table: Table, call: Looking, found: ReadFinding) => {
  const { finding, department, version } = found;
  const [head, present, all] = await Promise.all([
    readHead(table, call.org),
    presentOf(table, call),
    allActions(table, call.org),
  ]);
  const { fingerprint, condition, life } = finding;
  const { check, subject, level, message, data, reasons, quarter, rulesVersion, evidence, related } =
    condition;
  const meta = checkOf(check)?.meta;
  const actions = all.filter(({ findings }) => findings.includes(fingerprint)).map(actionOf);
  const waiver = waiverLineOf(life);
  const reopened = timesReopened(life);
  const dates = { seenAt: life.firstSeen.at, sinceAt: life.since.at, wordAt: lastWordAt(life) };
  return {
    fingerprint,
    check,
    level,
    subject,
    department,
    message,
    data,
    reasons,
    state: life.state,
    since: life.since.quarter,
    ...aged(
      { state: life.state, since: life.since.quarter, ...dates },
      present,
      actions.some(({ state }) => state === 'open'),
    ),
    ...(waiver === undefined ? {} : { waiver }),
    ...(reopened === 0 ? {} : { reopened }),
    text: messageOf(condition),
    title: meta?.title ?? check,
    question: meta?.question ?? '',
    why: meta?.why ?? '',
    remedy: remedyOf(check),
    thresholds: thresholdsOf(check, head?.organisation.policy),
    quarter,
    rulesVersion,
    evidence,
    related,
    firstSeen: life.firstSeen.at,
    notConfirmedSince: life.notConfirmedSince,
    ...(life.resolution === undefined ? {} : { resolution: life.resolution }),
    waivers: life.waivers ?? [],
    actions,
    may: await mayOf(table, call, found, present),
    version,
    events: life.events,
  };
};
