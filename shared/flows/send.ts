// Sends one mail, at most once. It is claimed first; when nobody knows whether it went out, it is not sent again by
// itself: an event of the mail service settles it, or after a stated time it ends as `unknown` and a person decides.
import type { OrgId } from '../domain/slug.ts';
import { type MailedReport, mailedReport } from '../report/mailed-report.ts';
import { readDefinition } from '../table/definitions.ts';
import { allMails, type KeptMail, type Mail, moveMail, readMail, readMailed } from '../table/outbox.ts';
import type { FlowDeps } from './deps.ts';
import { namesOf } from './members.ts';

/** What the mail service said: taken, refused for good, not taken for now, or nothing that can be trusted. */
export type Sending =
  | { readonly outcome: 'taken'; readonly messageId: string }
  | { readonly outcome: 'refused'; readonly reason: string }
  | { readonly outcome: 'later'; readonly reason: string }
  | { readonly outcome: 'unknown'; readonly reason: string };

/** A file that comes with a mail; with `cid` it is a picture within its text. */
export interface MailPart {
  readonly file: string;
  readonly type: 'image/png' | 'application/pdf';
  readonly bytes: Uint8Array;
  readonly cid?: string;
}

/** Hands a mail to the mail service, once, without any retry of its own. */
export type Mailer = (org: OrgId, mail: Mail, parts?: readonly MailPart[]) => Promise<Sending>;

/** Draws what a mail shows and carries. */
export type Drawer = (
  kept: MailedReport,
  drawing: NonNullable<Mail['drawing']>,
  memberName: (id: string) => string,
) => Promise<readonly MailPart[]>;

/** Milliseconds after which a mail whose fate nobody knows ends as `unknown`. */
export const unknownAfter = 3600_000;
/** Milliseconds after which a delayed mail is queued again, and a drawing was cut off: no function runs as long. */
const delayedAfter = 600_000;

/** The states in which a mail waits to be sent. */
const waiting = ['queued', 'delayed', 'undrawn'] as const;

/** Whether a member wants no mail at all any more: what is queued already stays unsent. */
const isUnwanted = async ({ table }: FlowDeps, org: OrgId, id: string): Promise<boolean> => {
  const member = (await readDefinition(table, org, 'member', id, true))?.value;
  return member !== undefined && (member.status !== 'active' || member.mail.unsubscribedAt !== undefined);
};

/**
 * Draws a mail that has something to draw, under a claim of its own: a process that drawing takes down leaves it in
 * `drawing`, from where the sweep queues it to go out without; so does one that can't be drawn here. Undefined where
 * another sender has it.
 */
const drawn = async (
  deps: FlowDeps,
  draw: Drawer | undefined,
  org: OrgId,
  { mail, state }: KeptMail,
): Promise<{ readonly mail: Mail; readonly parts: readonly MailPart[] } | undefined> => {
  const { table, machineNow } = deps;
  const { drawing } = mail;
  if (drawing === undefined) return { mail, parts: [] };
  const without = { mail: { ...mail, ...drawing.without }, parts: [] };
  if (state === 'undrawn' || draw === undefined) return without;
  const from = ['queued', 'delayed'] as const;
  if (!(await moveMail(table, org, mail.id, { from, to: 'drawing', machineNow: machineNow() })))
    return undefined;
  try {
    const kept = await readMailed(table, org, drawing.quarter, mailedReport);
    if (kept === undefined) throw new Error(`no report of ${drawing.quarter} is kept for its mails`);
    const names = await namesOf(table, org);
    return { mail, parts: await draw(kept, drawing, (id) => names.get(id) ?? id) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    deps.log('error', 'mail could not be drawn', { org, mail: mail.id, reason });
    return without;
  }
};

/** Sends a queued mail. Returns whether it may be tried again. */
export const sendMail = async (
  deps: FlowDeps,
  mailer: Mailer,
  org: OrgId,
  id: string,
  draw?: Drawer,
): Promise<'settled' | 'again'> => {
  const { table, machineNow } = deps;
  const kept = await readMail(table, org, id);
  if (kept === undefined) return 'settled';
  if (await isUnwanted(deps, org, kept.mail.member)) {
    await moveMail(table, org, id, {
      from: waiting,
      to: 'withheld',
      machineNow: machineNow(),
      reason: 'the member has stopped mail, or left',
    });
    return 'settled';
  }
  const made = await drawn(deps, draw, org, kept);
  const from = [...waiting, ...(kept.mail.drawing === undefined ? [] : (['drawing'] as const))];
  if (
    made === undefined ||
    !(await moveMail(table, org, id, { from, to: 'sending', machineNow: machineNow() }))
  )
    return 'settled';
  const said = await mailer(org, made.mail, made.parts);
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
    if ((state === 'drawing' || state === 'undrawn') && now - stateAt > delayedAfter)
      await moveMail(table, org, mail.id, {
        from: ['drawing', 'undrawn'],
        to: 'undrawn',
        machineNow: now,
        reason: 'its drawing was cut off',
      });
  }
};
