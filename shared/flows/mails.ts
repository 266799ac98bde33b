// Turns due jobs into mails in the outbox. What is already there stays as it is, so a job can be done again at any
// point; what was told is remembered last.

import { dueDate } from '../domain/calendar.ts';
import type { Job } from '../domain/due-jobs.ts';
import { activeIn } from '../domain/lifetime.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { OrgId } from '../domain/slug.ts';
import { digestFor, newsToken } from '../mail/digest.ts';
import { reminderFor } from '../mail/reminder.ts';
import { type BoardReport, boardReportSchema } from '../report/board-report.ts';
import { byUrgency } from '../report/build-report.ts';
import type { FindingLine } from '../report/finding-line.ts';
import { unresolvedLines } from '../table/findings.ts';
import { contentOf } from '../table/item.ts';
import { keys } from '../table/keys.ts';
import { type Mail, putNews, queueMails, readNews } from '../table/outbox.ts';
import { getItem } from '../table/table.ts';
import type { FlowDeps } from './deps.ts';
import { loadEvaluated } from './load.ts';
import { addresseesOf } from './members.ts';

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
  const news = await readNews(table, org);
  const told = new Set(news?.tokens ?? []);
  const mails: Mail[] = [];
  for (const member of await addresseesOf(table, org)) {
    if (member.mail.digest === 'never') continue;
    const letter = digestFor(member, {
      report,
      lines,
      told,
      isFirst: news === undefined,
      pageUrl: deps.pageUrl,
    });
    if (letter !== undefined)
      mails.push({
        id: `digest.${job.period}.${member.id}`,
        kind: 'digest',
        member: member.id,
        to: member.email,
        ...letter,
      });
  }
  const queued = await queueMails(table, org, mails, deps.machineNow());
  await putNews(table, org, { at: job.at, tokens: lines.map(newsToken).sort() });
  return queued;
};

/** Queues the reminders of an organisation for one quarter; returns how many mails are new. */
export const runReminder = async (deps: MailDeps, org: OrgId, job: Job): Promise<number> => {
  const { quarter, daysLeft } = job;
  const evaluated = await loadEvaluated(deps.table, org, true);
  if (evaluated === undefined || quarter === undefined || daysLeft === undefined) return 0;
  const { organisation } = evaluated.head;
  const missing = evaluated.strategy.departments.flatMap((department) => {
    if (!activeIn(department, quarter) || department.counted.includes(quarter)) return [];
    const kpis = evaluated.strategy.kpis.filter(
      (kpi) => kpi.department === department.id && activeIn(kpi, quarter),
    ).length;
    return kpis === 0 ? [] : [{ id: department.id, name: department.name, kpis }];
  });
  const mails: Mail[] = [];
  for (const member of await addresseesOf(deps.table, org)) {
    const departments = missing.filter(({ id }) => member.heads.includes(id));
    if (departments.length === 0 || !member.mail.reminders) continue;
    const letter = reminderFor(member, {
      organisation: organisation.name,
      quarter,
      dueDate: dueDate(quarter, organisation),
      daysLeft,
      departments,
      pageUrl: deps.pageUrl,
    });
    mails.push({
      id: `reminder.${job.period}.${member.id}`,
      kind: 'reminder',
      member: member.id,
      to: member.email,
      ...letter,
    });
  }
  return queueMails(deps.table, org, mails, deps.machineNow());
};
