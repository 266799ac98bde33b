// Turns due jobs into mails in the outbox. What is already there stays as it is, so a job can be done again at any
// point; what was told is remembered last.

import { activeIn } from '../domain/active.ts';
import { dueDate, dueDateOf, runningQuarter } from '../domain/calendar.ts';
import { dayOf, daysBetween } from '../domain/day.ts';
import type { Job } from '../domain/due-jobs.ts';
import { departmentIn } from '../domain/kpi-in-quarter.ts';
import type { Member } from '../domain/member.ts';
import type { OrgId } from '../domain/slug.ts';
import { unsubscribeToken } from '../domain/unsubscribe-token.ts';
import type { Place } from '../format/formats.ts';
import { type DigestFacts, type DigestLine, digestFor, tokensOf, type Unheard } from '../mail/digest.ts';
import { named } from '../mail/named.ts';
import { reminderFor } from '../mail/reminder.ts';
import { type MailLanguage, type Voice, voiceOf } from '../mail/voice.ts';
import { type BoardReport, boardReportSchema } from '../report/board-report.ts';
import type { FindingLine } from '../report/finding-line.ts';
import { byUrgency } from '../report/finding-lines.ts';
import { allCommentary } from '../table/commentary.ts';
import { unresolvedLines } from '../table/finding-lists.ts';
import { keys } from '../table/keys.ts';
import { type Mail, putNews, putTold, queueMails, readNews, readTold } from '../table/outbox.ts';
import { readReport } from '../table/reports.ts';
import { allSeals } from '../table/seals.ts';
import { unsubscribeKeyOf } from '../table/unsubscribe-key.ts';
import { askedWaivers } from './asked-waivers.ts';
import type { FlowDeps } from './deps.ts';
import { loadEvaluated, loadOrganisation } from './load.ts';
import { addresseesOf, isTold, leadersOf, namesOf } from './members.ts';

/** What mails need beyond what flows need. */
export interface MailDeps extends FlowDeps {
  /** The address of the page, without a slash at its end. */
  readonly pageUrl: string;
  /** The words for a locale; undefined for English. */
  readonly languageFor?: (locale: string) => Promise<MailLanguage | undefined>;
}

/** How mail speaks to a reader in a place. */
export const voiceIn = async ({ languageFor }: MailDeps, place: Place): Promise<Voice> =>
  voiceOf(place, await languageFor?.(place.locale));

/** How a member stops all mail: the page's address for people, and the one that mail programs post to. */
export const stopLinks = async ({ table, pageUrl }: MailDeps, org: OrgId) => {
  const key = await unsubscribeKeyOf(table, org);
  return (member: string) => {
    const token = unsubscribeToken(org, member, key);
    return { page: `${pageUrl}/unsubscribe?token=${token}`, post: `${pageUrl}/v1/unsubscribe/${token}` };
  };
};

/** The departments with error findings of which nobody who leads them is told. */
const unheardOf = (
  leaders: readonly Member[],
  report: BoardReport,
  lines: readonly FindingLine[],
): Unheard[] =>
  report.departments.flatMap(({ id, name }) => {
    const errors = lines.filter((line) => line.department === id && line.level === 'error').length;
    const own = leaders.filter(({ heads }) => heads.includes(id));
    return errors === 0 || own.length === 0 || own.some(isTold)
      ? []
      : [{ department: name, heads: own.map((member) => member.name), errors }];
  });

/** Whether a digest of this day is the one that those who want it monthly get: the first of its month. */
const isMonthly = (period: string): boolean => Number(period.slice(8, 10)) <= 7;

/** What is told today, the same for all members; undefined where there is no report yet. */
const factsOf = async (deps: MailDeps, org: OrgId, at: string): Promise<DigestFacts | undefined> => {
  const { table, pageUrl } = deps;
  const evaluated = await loadEvaluated(table, org, true);
  if (evaluated === undefined) return undefined;
  const { calendar, organisation } = evaluated.head;
  const quarter = calendar.reportingQuarter;
  const report = await readReport(table, keys.boardReport(org, quarter), boardReportSchema, true);
  if (report === undefined) return undefined;
  const names = await namesOf(table, org);
  const lines = (await unresolvedLines(table, org))
    .map(({ version: _version, ...line }): DigestLine => named(line, names))
    .sort(byUrgency);
  const today = dayOf(at, organisation.timeZone);
  const leaders = await leadersOf(table, org, today);
  const [asked, seals, commentary] = await Promise.all([
    askedWaivers(table, org, lines, leaders),
    allSeals(table, org, true),
    allCommentary(table, org, quarter, true),
  ]);
  return {
    report,
    lines,
    asked,
    seals: seals.flatMap(({ seal }) =>
      seal.state === 'sealed'
        ? [{ quarter: seal.quarter, revision: seal.revision, by: seal.sealed.by, at: seal.sealed.at }]
        : [],
    ),
    commentary: commentary.map((kept) => kept.commentary),
    unheard: unheardOf(leaders, report, lines),
    names,
    today,
    running: runningQuarter(at, organisation),
    escalationDays: organisation.policy.escalationDays,
    pageUrl,
  };
};

/** Queues the weekly digest of an organisation; returns how many mails are new. */
export const runDigest = async (deps: MailDeps, org: OrgId, job: Job): Promise<number> => {
  const { table } = deps;
  const facts = await factsOf(deps, org, job.at);
  if (facts === undefined) return 0;
  const { timeZone, fiscalStart } = facts.report.calendar;
  const last = { weekly: await readNews(table, org), monthly: await readTold(table, org, 'monthly') };
  const stopOf = await stopLinks(deps, org);
  const mails: Mail[] = [];
  for (const member of await addresseesOf(table, org, facts.today)) {
    const { digest } = member.mail;
    if (digest === 'never' || (digest === 'monthly' && !isMonthly(job.period))) continue;
    const { page, post } = stopOf(member.id);
    const telling = {
      told: new Set(last[digest]?.tokens ?? []),
      isFirst: last[digest] === undefined,
      stop: page,
    };
    const voice = await voiceIn(deps, { locale: member.locale, timeZone, fiscalStart });
    const letter = digestFor(member, facts, telling, voice);
    if (letter !== undefined)
      mails.push({
        id: `digest.${job.period}.${member.id}`,
        kind: 'digest',
        member: member.id,
        to: member.email,
        stop: post,
        ...letter,
      });
  }
  const queued = await queueMails(table, org, mails, deps.machineNow());
  const news = { at: job.at, tokens: tokensOf(facts) };
  if (isMonthly(job.period)) await putTold(table, org, 'monthly', news);
  await putNews(table, org, news);
  return queued;
};

/**
 * Queues the reminders of an organisation for one quarter at an instant, which is later than the job's where the clock
 * stood still: none where the date has passed. Returns how many mails are new.
 */
export const runReminder = async (deps: MailDeps, org: OrgId, job: Job, now: string): Promise<number> => {
  const { quarter } = job;
  const evaluated = await loadEvaluated(deps.table, org, true);
  if (evaluated === undefined || quarter === undefined) return 0;
  const organisation = await loadOrganisation(deps.table, org);
  const today = dayOf(now, organisation.timeZone);
  const daysLeft = daysBetween(today, dueDate(quarter, organisation));
  if (daysLeft < 0) return 0;
  const missing = evaluated.strategy.departments.flatMap((department) => {
    if (!activeIn(department, quarter) || department.counted.includes(quarter)) return [];
    if (dueDateOf(department.id, quarter, organisation) > dueDate(quarter, organisation)) return [];
    const kpis = evaluated.strategy.kpis.filter(
      (kpi) => departmentIn(kpi, quarter) === department.id && activeIn(kpi, quarter),
    ).length;
    return kpis === 0 ? [] : [{ id: department.id, name: department.name, kpis }];
  });
  const stopOf = await stopLinks(deps, org);
  const mails: Mail[] = [];
  for (const member of await addresseesOf(deps.table, org, today)) {
    const departments = missing.filter(({ id }) => member.heads.includes(id));
    if (departments.length === 0 || !member.mail.reminders) continue;
    const { page, post } = stopOf(member.id);
    const { locale } = member;
    const letter = reminderFor(
      member,
      {
        organisation: organisation.name,
        quarter,
        dueDate: dueDate(quarter, organisation),
        daysLeft,
        departments,
        pageUrl: deps.pageUrl,
        stop: page,
      },
      await voiceIn(deps, {
        locale,
        timeZone: organisation.timeZone,
        fiscalStart: organisation.fiscalStart,
      }),
    );
    mails.push({
      id: `reminder.${job.period}.${member.id}`,
      kind: 'reminder',
      member: member.id,
      to: member.email,
      stop: post,
      ...letter,
    });
  }
  return queueMails(deps.table, org, mails, deps.machineNow());
};
