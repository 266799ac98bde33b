// What the mail service tells about a mail after it took it: sent, delivered, bounced, complained of, rejected.
import * as z from 'zod';
import { orgId } from '../../shared/domain/slug.ts';
import { type MailEvent, noteMailEvent } from '../../shared/flows/send.ts';
import { flowDeps } from '../../shared/runtime/flow-deps.ts';

const one = z.tuple([z.string()]);
const mailEvent = z.object({
  detail: z.object({
    eventType: z.string(),
    mail: z.object({ messageId: z.string(), tags: z.object({ org: one, mail: one }).partial().optional() }),
  }),
});
const known: ReadonlySet<string> = new Set<MailEvent>(['Send', 'Delivery', 'Bounce', 'Complaint', 'Reject']);

/** The handler of the mail service's events. Events of other kinds, or without our tags, say nothing to us. */
export const handler = async (event: unknown) => {
  const { eventType, mail } = mailEvent.parse(event).detail;
  const { org, mail: id } = mail.tags ?? {};
  if (!known.has(eventType) || org === undefined || id === undefined) return { noted: false };
  const noted = await noteMailEvent(
    flowDeps('mail-events'),
    orgId.parse(org[0]),
    id[0],
    eventType as MailEvent,
    mail.messageId,
  );
  return { noted };
};
