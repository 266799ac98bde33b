// The way to Amazon SES. One attempt and no more: the SDK's own retry after a lost answer would send a mail twice.
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Mailer, MailPart, Sending } from '../flows/send.ts';
import type { Mail } from '../table/outbox.ts';
import { mailEnv } from './flow-env.ts';

// SES has not taken the mail and says so: it may be tried again later.
const later = new Set([
  'TooManyRequestsException',
  'ThrottlingException',
  'LimitExceededException',
  'SendingPausedException',
]);
// SES will never take it.
const refused = new Set([
  'MessageRejected',
  'BadRequestException',
  'NotFoundException',
  'AccountSuspendedException',
  'MailFromDomainNotVerifiedException',
  'AccessDeniedException',
]);

/** What an error of SES means for the mail; anything that we don't know leaves it in doubt. */
export const sendingOf = (error: unknown): Sending => {
  const name = error instanceof Error ? error.name : 'unknown';
  if (later.has(name)) return { outcome: 'later', reason: name };
  return refused.has(name) ? { outcome: 'refused', reason: name } : { outcome: 'unknown', reason: name };
};

/** The headers by which a mail program offers to stop all mail with one click (RFC 8058). */
const stopHeaders = ({ stop }: Pick<Mail, 'stop'>) =>
  stop === undefined
    ? {}
    : {
        Headers: [
          { Name: 'List-Unsubscribe', Value: `<${stop}>` },
          { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
        ],
      };

/** Files as SES takes them; it makes the MIME parts. */
const attachmentsOf = (parts: readonly MailPart[]) =>
  parts.length === 0
    ? {}
    : {
        Attachments: parts.map(({ file, type, bytes, cid }) => ({
          FileName: file,
          ContentType: type,
          RawContent: bytes,
          ContentTransferEncoding: 'BASE64' as const,
          ...(cid === undefined
            ? { ContentDisposition: 'ATTACHMENT' as const }
            : { ContentDisposition: 'INLINE' as const, ContentId: cid }),
        })),
      };

/** A mailer over SES. Each mail carries the tags `org` and `mail`, by which its events find it again. */
export const sesMailer = (client = new SESv2Client({ maxAttempts: 1 })): Mailer => {
  const { MAIL_FROM, MAIL_REDIRECT_TO, MAIL_CONFIGURATION_SET } = mailEnv();
  return async (org, mail, parts = []) => {
    try {
      const { MessageId } = await client.send(
        new SendEmailCommand({
          FromEmailAddress: MAIL_FROM,
          Destination: { ToAddresses: [MAIL_REDIRECT_TO === '' ? mail.to : MAIL_REDIRECT_TO] },
          ConfigurationSetName: MAIL_CONFIGURATION_SET,
          EmailTags: [
            { Name: 'org', Value: org },
            { Name: 'mail', Value: mail.id },
          ],
          Content: {
            Simple: {
              Subject: { Data: mail.subject, Charset: 'UTF-8' },
              ...stopHeaders(mail),
              ...attachmentsOf(parts),
              Body: {
                Html: { Data: mail.html, Charset: 'UTF-8' },
                Text: { Data: mail.text, Charset: 'UTF-8' },
              },
            },
          },
        }),
      );
      return { outcome: 'taken', messageId: MessageId ?? '' };
    } catch (error) {
      return sendingOf(error);
    }
  };
};
