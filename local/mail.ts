/**
 * The mail service of the local stack: the SendEmail call of SES, answered as SES does, except that the mail stays
 * here and is shown. It is our own because the catchers there are keep neither tags nor the configuration set, tell
 * no events, and forget everything when they are killed.
 */
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { type Endpoint, readJson, sendJson } from './answer.ts';
import type { BusinessClock } from './business-clock.ts';
import type { Mail, MailStore } from './mail-store.ts';

/** Where the SDK of SES finds this service: `AWS_ENDPOINT_URL_SESV2` is the local address and this path. */
export const SES_PATH = '/local/ses';

const SEND_PATH = `${SES_PATH}/v2/email/outbound-emails`;
const SIZE_LIMIT = 10 * 1024 * 1024;

const addresses = z.array(z.string().regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/)).default([]);
const oneLine = z
  .string()
  .min(1)
  .regex(/^[^\r\n]*$/);
const content = z.strictObject({ Data: z.string(), Charset: z.string().optional() });

const attachment = z.strictObject({
  FileName: z.string().regex(/^[^\r\n/\\]{1,255}$/),
  ContentType: z.string().regex(/^[\w.+-]+\/[\w.+-]+$/),
  RawContent: z.base64().min(4),
  ContentDisposition: z.enum(['ATTACHMENT', 'INLINE']).default('ATTACHMENT'),
  ContentTransferEncoding: z.enum(['BASE64', 'QUOTED_PRINTABLE', 'SEVEN_BIT']).optional(),
  ContentId: z
    .string()
    .regex(/^[\w.@-]{1,78}$/)
    .optional(),
});

const SendEmail = z.strictObject({
  FromEmailAddress: oneLine,
  Destination: z.strictObject({ ToAddresses: addresses, CcAddresses: addresses, BccAddresses: addresses }),
  ReplyToAddresses: addresses,
  ConfigurationSetName: z.string().optional(),
  EmailTags: z
    .array(
      z.strictObject({
        Name: z.string().regex(/^[\w-]{1,256}$/),
        Value: z.string().regex(/^[\w.@-]{1,256}$/),
      }),
    )
    .default([]),
  Content: z.strictObject({
    Simple: z.strictObject({
      Subject: z.strictObject({ Data: oneLine, Charset: z.string().optional() }),
      Body: z.strictObject({ Html: content.optional(), Text: content.optional() }),
      Headers: z
        .array(
          z.strictObject({
            Name: z.string().regex(/^[!-9;-@A-~]{1,126}$/),
            Value: z.string().regex(/^[ -~]{1,870}$/),
          }),
        )
        .max(15)
        .default([]),
      Attachments: z.array(attachment).default([]),
    }),
  }),
});

export interface MailServiceProps {
  readonly store: MailStore;
  readonly clock: Pick<BusinessClock, 'now'>;
  /** Called with each accepted mail, once it is kept and its sender has the answer. */
  readonly onAccepted: (mail: Mail) => void;
}

/** Answers SendEmail. What SES would refuse, and what this service does not know, is refused with what is wrong. */
export function serveMailApi({ store, clock, onAccepted }: MailServiceProps): Endpoint {
  return async (request, response, url) => {
    if (request.method !== 'POST' || url.pathname !== SEND_PATH) {
      response.setHeader('x-amzn-errortype', 'UnknownOperationException');
      return sendJson(response, 404, {
        message: `The local mail service only knows SendEmail, found ${url.pathname}.`,
      });
    }
    const parsed = SendEmail.safeParse(await readJson(request, SIZE_LIMIT));
    if (!parsed.success) {
      response.setHeader('x-amzn-errortype', 'BadRequestException');
      return sendJson(response, 400, { message: z.prettifyError(parsed.error) });
    }
    const mail = toMail(parsed.data, new Date(), clock.now());
    store.keep(mail);
    sendJson(response, 200, { MessageId: mail.id });
    onAccepted(mail);
  };
}

function toMail(sent: z.infer<typeof SendEmail>, at: Date, businessTime: Date): Mail {
  const { Destination, Content, EmailTags, ConfigurationSetName } = sent;
  const { Subject, Body, Headers, Attachments } = Content.Simple;
  const tags = [
    ...(ConfigurationSetName === undefined
      ? []
      : [{ Name: 'ses:configuration-set', Value: ConfigurationSetName }]),
    ...EmailTags,
  ];
  return {
    id: `${at.getTime().toString(16).padStart(16, '0')}-${randomUUID()}-000000`,
    at: at.toISOString(),
    businessTime: businessTime.toISOString(),
    from: sent.FromEmailAddress,
    to: Destination.ToAddresses,
    cc: Destination.CcAddresses,
    bcc: Destination.BccAddresses,
    replyTo: sent.ReplyToAddresses,
    subject: Subject.Data,
    ...(Body.Html && { html: Body.Html.Data }),
    ...(Body.Text && { text: Body.Text.Data }),
    files: Attachments.map(({ FileName, ContentType, RawContent, ContentId }) => ({
      name: FileName,
      type: ContentType,
      base64: RawContent,
      ...(ContentId !== undefined && { cid: ContentId }),
    })),
    headers: Headers.map(({ Name, Value }) => ({ name: Name, value: Value })),
    tags: Object.fromEntries(tags.map(({ Name, Value }) => [Name, [Value]])),
    told: false,
  };
}
