// Brings before the executives what a department leaves unanswered for longer than the policy allows: each finding
// once in its spell, and nothing in an organisation's first quarter, when everything is new.
import { addDays, dayOf } from '../domain/day.ts';
import type { OrgId } from '../domain/slug.ts';
import { escalationFor } from '../mail/escalation.ts';
import { unresolvedLines } from '../table/finding-lists.ts';
import type { FindingSummary } from '../table/finding-summary.ts';
import { type Mail, putTold, queueMails, readTold } from '../table/outbox.ts';
import { loadEvaluated } from './load.ts';
import { type MailDeps, stopLinks, voiceIn } from './mails.ts';
import { addresseesOf } from './members.ts';

const tokenOf = ({ fingerprint, sinceAt }: FindingSummary): string => `${fingerprint}|${sinceAt ?? ''}`;

/** Queues what is to be escalated on the day of a night's run; returns how many mails are new. */
export const runEscalation = async (
  deps: MailDeps,
  org: OrgId,
  { period, at }: { readonly period: string; readonly at: string },
): Promise<number> => {
  const { table, pageUrl } = deps;
  const evaluated = await loadEvaluated(table, org, true);
  if (evaluated === undefined) return 0;
  const { begun, calendar, organisation } = evaluated.head;
  if (calendar.reportingQuarter <= begun.quarter) return 0;
  const { timeZone, policy } = organisation;
  const today = dayOf(at, timeZone);
  const acted = new Set(
    evaluated.strategy.actions.filter(({ state }) => state === 'open').flatMap(({ findings }) => findings),
  );
  const waiting = (await unresolvedLines(table, org)).filter((line) => {
    const wordAt = line.wordAt ?? line.sinceAt;
    return (
      line.level === 'error' &&
      line.state === 'open' &&
      wordAt !== undefined &&
      !acted.has(line.fingerprint) &&
      addDays(dayOf(wordAt, timeZone), policy.escalationDays) < today
    );
  });
  const told = new Set((await readTold(table, org, 'escalated'))?.tokens ?? []);
  const fresh = waiting.filter((line) => !told.has(tokenOf(line)));
  if (fresh.length === 0) return 0;
  const stopOf = await stopLinks(deps, org);
  const departments = new Map(evaluated.strategy.departments.map(({ id, name }) => [id, name]));
  const mails: Mail[] = [];
  for (const member of await addresseesOf(table, org, today)) {
    if (!member.roles.includes('executive')) continue;
    const { page, post } = stopOf(member.id);
    const letter = escalationFor(
      member,
      {
        organisation: organisation.name,
        days: policy.escalationDays,
        lines: fresh,
        departments,
        pageUrl,
        stop: page,
      },
      await voiceIn(deps, { locale: member.locale, timeZone, fiscalStart: organisation.fiscalStart }),
    );
    mails.push({
      id: `escalation.${period}.${member.id}`,
      kind: 'escalation',
      member: member.id,
      to: member.email,
      stop: post,
      ...letter,
    });
  }
  const queued = await queueMails(table, org, mails, deps.machineNow());
  await putTold(table, org, 'escalated', { at, tokens: waiting.map(tokenOf).sort() });
  return queued;
};
