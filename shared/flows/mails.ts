// Turns due jobs into mails in the outbox. What is already there stays as it is, so a job can be done again at any
// point; what was told is remembered last.

import { dueDate, dueDateOf } from '../domain/calendar.ts';
import { dayOf } from '../domain/day.ts';
import type { Job } from '../domain/due-jobs.ts';
import { departmentIn } from '../domain/kpi.ts';
import { activeIn } from '../domain/lifetime.ts';
import type { Member } from '../domain/member.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { OrgId } from '../domain/slug.ts';
import { unsubscribeToken } from '../domain/unsubscribe-token.ts';
import { digestFor, newsToken, type Unheard } from '../mail/digest.ts';
import { reminderFor } from '../mail/reminder.ts';
import { type BoardReport, boardReportSchema } from '../report/board-report.ts';
import { byUrgency } from '../report/build-report.ts';
import type { FindingLine } from '../report/finding-line.ts';
import { unresolvedLines } from '../table/findings.ts';
import { contentOf } from '../table/item.ts';
import { keys } from '../table/keys.ts';
import { type Mail, putNews, putTold, queueMails, readNews, readTold } from '../table/outbox.ts';
import { getItem } from '../table/table.ts';
import { unsubscribeKeyOf } from '../table/unsubscribe-key.ts';
import type { FlowDeps } from './deps.ts';
import { loadEvaluated, loadOrganisation } from './load.ts';
import { addresseesOf, isTold, leadersOf } from './members.ts';

/** What mails need beyond what flows need. */
export interface MailDeps extends FlowDeps {
  /** The address of the page, without a slash at its end. */
  readonly pageUrl: string;
}

const readReport = async (
  { table }: FlowDeps,
  org: OrgId,
  quarter: Quarter,
): Promise<BoardReport | undefined> => {
  const item = await getItem(table, keys.boardReport(org, quarter), true);
  return item === undefined ? undefined : contentOf(boardReportSchema, item);
};

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

/** Queues the weekly digest of an organisation; returns how many mails are new. */
export const runDigest = async (deps: MailDeps, org: OrgId, job: Job): Promise<number> => {
  const { table } = deps;
  const evaluated = await loadEvaluated(table, org, true);
  if (evaluated === undefined) return 0;
  const report = await readReport(deps, org, evaluated.head.calendar.reportingQuarter);
  if (report === undefined) return 0;
  const lines = (await unresolvedLines(table, org))
    .map(({ version: _version, ...line }): FindingLine => line)
    .sort(byUrgency);
  const last = { weekly: await readNews(table, org), monthly: await readTold(table, org, 'monthly') };
  const today = dayOf(job.at, evaluated.head.organisation.timeZone);
  const leaders = await leadersOf(table, org, today);
  const unheard = unheardOf(leaders, report, lines);
  const stopOf = await stopLinks(deps, org);
  const mails: Mail[] = [];
  for (const member of await addresseesOf(table, org, today)) {
    const { digest } = member.mail;
    if (digest === 'never' || (digest === 'monthly' && !isMonthly(job.period))) continue;
    const { page, post } = stopOf(member.id);
    const letter = digestFor(member, {
      report,
      lines,
      told: new Set(last[digest]?.tokens ?? []),
      isFirst: last[digest] === undefined,
      pageUrl: deps.pageUrl,
      stop: page,
      unheard,
    });
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
  const news = { at: job.at, tokens: lines.map(newsToken).sort() };
  if (isMonthly(job.period)) await putTold(table, org, 'monthly', news);
  await putNews(table, org, news);
  return queued;
};

/** Queues the reminders of an organisation for one quarter; returns how many mails are new. */
export const runReminder = async (deps: MailDeps, org: OrgId, job: Job): Promise<number> => {
  const { quarter, daysLeft } = job;
  const evaluated = await loadEvaluated(deps.table, org, true);
  if (evaluated === undefined || quarter === undefined || daysLeft === undefined) return 0;
  const organisation = await loadOrganisation(deps.table, org);
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
  for (const member of await addresseesOf(deps.table, org, dayOf(job.at, organisation.timeZone))) {
    const departments = missing.filter(({ id }) => member.heads.includes(id));
    if (departments.length === 0 || !member.mail.reminders) continue;
    const { page, post } = stopOf(member.id);
    const letter = reminderFor(member, {
      organisation: organisation.name,
      quarter,
      dueDate: dueDate(quarter, organisation),
      daysLeft,
      departments,
      pageUrl: deps.pageUrl,
      stop: page,
    });
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
