/**
 * What SES tells about a mail by the event bus: that it was sent, then what became of it. The addresses of the SES
 * mailbox simulator bounce and complain here too; every other mail is delivered.
 */
import { randomUUID } from 'node:crypto';
import type { AsyncInvoker } from './async-invoke.ts';
import { LOCAL_AWS } from './aws.ts';
import { compilePattern } from './event-pattern.ts';
import { ACCOUNT } from './kinds.ts';
import type { Mail, MailStore } from './mail-store.ts';
import type { EventRule } from './resources/delivery.ts';

/** The events of a mail in the order in which they come, as EventBridge envelopes them. */
export function eventsOf(mail: Mail): object[] {
  const recipients = [...mail.to, ...mail.cc, ...mail.bcc];
  const has = (name: string): boolean =>
    recipients.some((address) => address.includes(`${name}@simulator.amazonses.com`));
  const sent = envelope(mail, 'Email Sent', 'Send', { send: {} });
  const { at: timestamp } = mail;
  if (has('bounce')) {
    const bouncedRecipients = recipients.map((emailAddress) => ({
      emailAddress,
      action: 'failed',
      status: '5.1.1',
    }));
    const bounce = {
      bounceType: 'Permanent',
      bounceSubType: 'General',
      bouncedRecipients,
      timestamp,
      feedbackId: mail.id,
    };
    return [sent, envelope(mail, 'Email Bounced', 'Bounce', { bounce })];
  }
  const delivery = { timestamp, processingTimeMillis: 1, recipients, smtpResponse: '250 2.0.0 caught' };
  const delivered = envelope(mail, 'Email Delivered', 'Delivery', { delivery });
  if (!has('complaint')) return [sent, delivered];
  const complainedRecipients = recipients.map((emailAddress) => ({ emailAddress }));
  const complaint = { complainedRecipients, timestamp, feedbackId: mail.id, complaintFeedbackType: 'abuse' };
  return [sent, delivered, envelope(mail, 'Email Complaint Received', 'Complaint', { complaint })];
}

export interface MailTellerProps {
  readonly rules: readonly EventRule[];
  readonly store: MailStore;
  readonly invoker: Pick<AsyncInvoker, 'send'>;
}

/** Makes the function that tells a mail's events to the rules that match, and notes that it did. */
export function openMailTeller({ rules, store, invoker }: MailTellerProps): (mail: Mail) => Promise<void> {
  const compiled = rules.map((rule) => ({
    ...rule,
    matches: compilePattern(rule.pattern, `${rule.id}.EventPattern`),
  }));
  return async (mail) => {
    for (const event of eventsOf(mail)) {
      const targets = compiled
        .filter(({ matches }) => matches(event))
        .flatMap(({ functionIds }) => functionIds);
      await Promise.all(targets.map((functionId) => invoker.send(functionId, event)));
    }
    store.keep({ ...mail, told: true });
  };
}

function envelope(mail: Mail, detailType: string, eventType: string, more: object): object {
  const { from, to, subject, id, at, headers, tags } = mail;
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': detailType,
    source: 'aws.ses',
    account: ACCOUNT,
    time: new Date().toISOString(),
    region: LOCAL_AWS.region,
    resources: [],
    detail: {
      eventType,
      mail: {
        timestamp: at,
        source: from,
        sendingAccountId: ACCOUNT,
        messageId: id,
        destination: [...to, ...mail.cc, ...mail.bcc],
        headersTruncated: false,
        headers,
        commonHeaders: { from: [from], to, messageId: id, subject },
        tags,
      },
      ...more,
    },
  };
}
