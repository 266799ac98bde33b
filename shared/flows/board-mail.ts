// Tells the executives, once a quarter, how it ended: in the night after its closing date. The report is kept first and
// all mails are made from what is kept, so that whoever does it again tells the same; that it was told is noted last.
import { dayOf } from '../domain/day.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { OrgId } from '../domain/slug.ts';
import { boardMailFor, packName } from '../mail/board.ts';
import { boardReportSchema } from '../report/board-report.ts';
import { type MailedReport, mailedReport } from '../report/mailed-report.ts';
import { readHead } from '../table/evaluation.ts';
import { keys } from '../table/keys.ts';
import { keepMailed, type Mail, putTold, queueMails, readMailed, readTold } from '../table/outbox.ts';
import { readReport } from '../table/reports.ts';
import { seenByBoard } from './beside-report.ts';
import { type MailDeps, stopLinks, voiceIn } from './mails.ts';
import { addresseesOf, namesOf } from './members.ts';

/** The report that a quarter's mails tell: what was kept for them, which is what the board sees when they are begun. */
const keptFor = async (deps: MailDeps, org: OrgId, quarter: Quarter): Promise<MailedReport | undefined> => {
  const { table, machineNow } = deps;
  const kept = await readMailed(table, org, quarter, mailedReport);
  if (kept !== undefined) return kept;
  const report = await readReport(table, keys.boardReport(org, quarter), boardReportSchema, true);
  if (report === undefined) return undefined;
  const { memberName: _names, ...seen } = await seenByBoard(table, org, quarter);
  await keepMailed(table, org, quarter, mailedReport.parse(seen), machineNow());
  return readMailed(table, org, quarter, mailedReport);
};

/** Queues the mails about the last closed quarter at a night's instant; returns how many are new. */
export const runBoardMail = async (
  deps: MailDeps,
  org: OrgId,
  { at }: { readonly at: string },
): Promise<number> => {
  const { table, pageUrl } = deps;
  const head = await readHead(table, org, true);
  if (head === undefined) return 0;
  const { timeZone, lastClosedQuarter: quarter } = head.calendar;
  const told = (await readTold(table, org, 'board'))?.tokens.at(-1);
  if (quarter < head.begun.quarter || (told !== undefined && quarter <= told)) return 0;
  const kept = await keptFor(deps, org, quarter);
  if (kept === undefined) return 0;
  const { report, sealed, commentary: said } = kept;
  const stopOf = await stopLinks(deps, org);
  const names = await namesOf(table, org);
  const commentary = said.find(({ about }) => about === 'report');
  const mails: Mail[] = [];
  for (const member of await addresseesOf(table, org, dayOf(at, timeZone))) {
    if (!member.roles.includes('executive') || member.mail.digest === 'never') continue;
    const { locale } = member;
    const { page, post } = stopOf(member.id);
    const voice = await voiceIn(deps, { locale, timeZone, fiscalStart: report.calendar.fiscalStart });
    const input = { report, sealed: sealed !== undefined, commentary, names, pageUrl, stop: page };
    const { without, ...letter } = boardMailFor(member, input, voice);
    mails.push({
      id: `board.${quarter}.${member.id}`,
      kind: 'board',
      member: member.id,
      to: member.email,
      stop: post,
      drawing: { quarter, locale, file: packName(voice.f.quarter(quarter), voice), without },
      ...letter,
    });
  }
  const queued = await queueMails(table, org, mails, deps.machineNow());
  await putTold(table, org, 'board', { at, tokens: [quarter] });
  return queued;
};
