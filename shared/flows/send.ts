// Sends one mail, at most once. It is claimed first; when nobody knows whether it went out, it is not sent again by
// itself: an event of the mail service settles it, or after a stated time it ends as `unknown` and a person decides.
import type { OrgId } from '../domain/slug.ts';
import { readDefinition } from '../table/definitions.ts';
import { allMails, type KeptMail, type Mail, moveMail, readMail } from '../table/outbox.ts';
import type { FlowDeps } from './deps.ts';

/** What the mail service said: taken, refused for good, not taken for now, or nothing that can be trusted. */
export type Sending =
  | { readonly outcome: 'taken'; readonly messageId: string }
  | { readonly outcome: 'refused'; readonly reason: string }
  | { readonly outcome: 'later'; readonly reason: string }
  | { readonly outcome: 'unknown'; readonly reason: string };

/** Hands a mail to the mail service, once, without any retry of its own. */
export type Mailer = (org: OrgId, mail: Mail) => Promise<Sending>;

/** Milliseconds after which a mail whose fate nobody knows ends as `unknown`. */
export const unknownAfter = 3600_000;
/** Milliseconds after which a delayed mail is queued again. */
const delayedAfter = 600_000;

/** Whether a member wants no mail at all any more: what is queued already stays unsent. */
const isUnwanted = async ({ table }: FlowDeps, org: OrgId, id: string): Promise<boolean> => {
  const member = (await readDefinition(table, org, 'member', id, true))?.value;
  return member !== undefined && (member.status !== 'active' || member.mail.unsubscribedAt !== undefined);
};

/** Sends a queued mail. Returns whether it may be tried again. */
export const sendMail = async (
  deps: FlowDeps,
  mailer: Mailer,
  org: OrgId,
  id: string,
): Promise<'settled' | 'again'> => {
  const { table, machineNow } = deps;
  const kept = await readMail(table, org, id);
  if (kept === undefined) return 'settled';
  if (await isUnwanted(deps, org, kept.mail.member)) {
    await moveMail(table, org, id, {
      from: ['queued', 'delayed'],
      to: 'withheld',
      machineNow: machineNow(),
      reason: 'the member has stopped mail, or left',
    });
    return 'settled';
  }
  const claimed = await moveMail(table, org, id, {
    from: ['queued', 'delayed'],
    to: 'sending',
    machineNow: machineNow(),
  });
  if (!claimed) return 'settled';
  const said = await mailer(org, kept.mail);
  const move = (to: KeptMail['state'], extra: { messageId?: string; reason?: string } = {}) =>
    moveMail(table, org, id, { from: ['sending'], to, machineNow: machineNow(), ...extra });
  switch (said.outcome) {
    case 'taken':
      await move('sent', { messageId: said.messageId });
      return 'settled';
    case 'refused':
      await move('rejected', { reason: said.reason });
      deps.log('warn', 'mail rejected', { org, mail: id, reason: said.reason });
      return 'settled';
    case 'later':
      await move('delayed', { reason: said.reason });
      return 'again';
    case 'unknown':
      deps.log('warn', 'mail in doubt', { org, mail: id, reason: said.reason });
      return 'settled';
  }
};

/** What the mail service tells later. */
export type MailEvent = 'Send' | 'Delivery' | 'Bounce' | 'Complaint' | 'Reject';
const moves: Readonly<Record<MailEvent, { from: readonly KeptMail['state'][]; to: KeptMail['state'] }>> = {
  Send: { from: ['sending', 'unknown'], to: 'sent' },
  Delivery: { from: ['sending', 'unknown', 'sent'], to: 'delivered' },
  Bounce: { from: ['sending', 'unknown', 'sent', 'delivered'], to: 'bounced' },
  Complaint: { from: ['sending', 'unknown', 'sent', 'delivered', 'bounced'], to: 'complained' },
  Reject: { from: ['sending', 'unknown', 'sent'], to: 'rejected' },
};

/** Takes note of an event; late, early and repeated ones leave what is settled. */
export const noteMailEvent = (
  { table, machineNow }: FlowDeps,
  org: OrgId,
  id: string,
  event: MailEvent,
  messageId: string,
): Promise<boolean> => moveMail(table, org, id, { ...moves[event], machineNow: machineNow(), messageId });

/** Settles what got stuck: doubt becomes `unknown`, what was delayed is queued again. */
export const sweepMails = async ({ table, machineNow }: FlowDeps, org: OrgId): Promise<void> => {
  const now = machineNow();
  for (const { mail, state, stateAt } of await allMails(table, org)) {
    if (state === 'sending' && now - stateAt > unknownAfter)
      await moveMail(table, org, mail.id, {
        from: ['sending'],
        to: 'unknown',
        machineNow: now,
        reason: 'no word from the mail service',
      });
    if ((state === 'delayed' || state === 'queued') && now - stateAt > delayedAfter)
      await moveMail(table, org, mail.id, { from: ['delayed', 'queued'], to: 'queued', machineNow: now });
  }
};
