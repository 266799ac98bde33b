// One attempt, and an honest word about what became of it.
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { orgId } from '../../shared/domain/slug.ts';
import { sesMailer } from '../../shared/runtime/ses-mailer.ts';

const client = new SESv2Client({ region: 'eu-west-1', maxAttempts: 1 });
const ses = mockClient(client);
const org = orgId.parse('acme');
const mail = {
  id: 'digest.2026-07-27.eve',
  kind: 'digest',
  member: 'eve',
  to: 'eve@example.org',
  subject: 'A finding',
  html: '<p>h</p>',
  text: 't',
} as const;

beforeEach(() => {
  ses.reset();
  process.env['MAIL_FROM'] = 'counterpart@example.org';
  process.env['MAIL_REDIRECT_TO'] = '';
  process.env['MAIL_CONFIGURATION_SET'] = 'counterpart';
});

describe('the mailer', () => {
  it('sends both parts with the tags that bring its events back', async () => {
    ses.on(SendEmailCommand).resolves({ MessageId: 'm-1' });
    expect(await sesMailer(client)(org, mail)).toEqual({ outcome: 'taken', messageId: 'm-1' });
    expect(ses.commandCalls(SendEmailCommand)[0]?.args[0].input).toMatchObject({
      Destination: { ToAddresses: ['eve@example.org'] },
      EmailTags: [
        { Name: 'org', Value: 'acme' },
        { Name: 'mail', Value: 'digest.2026-07-27.eve' },
      ],
    });
  });

  it('lets a mail program stop all mail with one click', async () => {
    ses.on(SendEmailCommand).resolves({ MessageId: 'm-1' });
    await sesMailer(client)(org, mail);
    await sesMailer(client)(org, { ...mail, stop: 'https://page.example/v1/unsubscribe/acme.eve.0' });
    const headers = ses
      .commandCalls(SendEmailCommand)
      .map((call) => call.args[0].input.Content?.Simple?.Headers);
    expect(headers).toEqual([
      undefined,
      [
        { Name: 'List-Unsubscribe', Value: '<https://page.example/v1/unsubscribe/acme.eve.0>' },
        { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
      ],
    ]);
  });

  it('hands pictures and files over, the pictures under the names by which the text shows them', async () => {
    ses.on(SendEmailCommand).resolves({ MessageId: 'm-1' });
    const bytes = new Uint8Array([1, 2]);
    await sesMailer(client)(org, mail, [
      { file: 'heat-map.png', type: 'image/png', bytes, cid: 'heat-map' },
      { file: 'Board pack Q2 2026.pdf', type: 'application/pdf', bytes },
    ]);
    const common = { RawContent: bytes, ContentTransferEncoding: 'BASE64' };
    expect(ses.commandCalls(SendEmailCommand)[0]?.args[0].input.Content?.Simple?.Attachments).toEqual([
      {
        FileName: 'heat-map.png',
        ContentType: 'image/png',
        ContentDisposition: 'INLINE',
        ContentId: 'heat-map',
        ...common,
      },
      {
        FileName: 'Board pack Q2 2026.pdf',
        ContentType: 'application/pdf',
        ContentDisposition: 'ATTACHMENT',
        ...common,
      },
    ]);
  });

  it('sends to the test address alone where one is set', async () => {
    process.env['MAIL_REDIRECT_TO'] = 'trap@example.org';
    ses.on(SendEmailCommand).resolves({ MessageId: 'm-1' });
    await sesMailer(client)(org, mail);
    expect(ses.commandCalls(SendEmailCommand)[0]?.args[0].input.Destination).toEqual({
      ToAddresses: ['trap@example.org'],
    });
  });

  it.each([
    ['TooManyRequestsException', 'later'],
    ['MessageRejected', 'refused'],
    ['TimeoutError', 'unknown'],
    ['InternalServiceErrorException', 'unknown'],
  ])('says of %s: %s', async (name, outcome) => {
    ses.on(SendEmailCommand).rejects(Object.assign(new Error('no'), { name }));
    expect(await sesMailer(client)(org, mail)).toEqual({ outcome, reason: name });
    expect(ses.commandCalls(SendEmailCommand)).toHaveLength(1);
  });
});
