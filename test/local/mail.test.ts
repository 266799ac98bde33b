import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SESv2Client, SendEmailCommand, type SendEmailCommandInput } from '@aws-sdk/client-sesv2';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LOCAL_AWS } from '../../local/aws.ts';
import { SES_PATH, serveMailApi } from '../../local/mail.ts';
import { eventsOf, openMailTeller } from '../../local/mail-events.ts';
import { serveMailPage } from '../../local/mail-page.ts';
import { type Mail, type MailStore, openMailStore } from '../../local/mail-store.ts';
import { type LocalServer, listen } from '../../local/server.ts';

const businessTime = new Date('2030-05-01T10:20:00Z');
let server: LocalServer;
let folder: string;
let store: MailStore;
let ses: SESv2Client;
const onAccepted = vi.fn();

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mail-'));
  store = openMailStore(folder);
  server = await listen(0);
  const api = serveMailApi({ store, clock: { now: () => businessTime }, onAccepted });
  const page = serveMailPage(store);
  server.answerWith((request, response, url) =>
    (url.pathname.startsWith('/mail') ? page : api)(request, response, url),
  );
  ses = new SESv2Client({ ...LOCAL_AWS, endpoint: `${server.origin}${SES_PATH}`, maxAttempts: 1 });
  onAccepted.mockReset();
});
afterEach(() => server.close());

const simple: SendEmailCommandInput = {
  FromEmailAddress: 'Counterpart <counterpart@example.com>',
  Destination: { ToAddresses: ['anna@example.org'] },
  ConfigurationSetName: 'Set',
  EmailTags: [
    { Name: 'org', Value: 'acme' },
    { Name: 'mail', Value: 'digest.2030-05-01.anna' },
  ],
  Content: {
    Simple: {
      Subject: { Data: '3 KPIs have no counterpart <b>', Charset: 'UTF-8' },
      Body: { Html: { Data: '<p>Good <i>morning</i></p>' }, Text: { Data: 'Good morning <there>' } },
      Headers: [{ Name: 'List-Unsubscribe', Value: '<https://example.org/stop>' }],
    },
  },
};

async function send(changes: Partial<SendEmailCommandInput> = {}): Promise<string> {
  const { MessageId } = await ses.send(new SendEmailCommand({ ...simple, ...changes }));
  return MessageId ?? expect.unreachable();
}

const subject = (Data: string) => ({
  Content: { Simple: { ...simple.Content?.Simple, Subject: { Data }, Body: simple.Content?.Simple?.Body } },
});

describe('the mail service', () => {
  it('takes a mail, keeps it with its tags and both times, and names it', async () => {
    const id = await send();
    expect(store.find(id)).toMatchObject({
      to: ['anna@example.org'],
      subject: '3 KPIs have no counterpart <b>',
      text: 'Good morning <there>',
      businessTime: '2030-05-01T10:20:00.000Z',
      headers: [{ name: 'List-Unsubscribe', value: '<https://example.org/stop>' }],
      tags: { 'ses:configuration-set': ['Set'], org: ['acme'], mail: ['digest.2030-05-01.anna'] },
    });
    expect(onAccepted).toHaveBeenCalledWith(store.find(id));
  });

  it('still has the mail after a kill, in the order in which it came', async () => {
    const ids = [await send(), await send(), await send()];
    expect(
      openMailStore(folder)
        .list()
        .map(({ id }) => id),
    ).toEqual(ids);
  });

  it.each([
    ['a line break in the subject', subject('a\r\nBcc: x@example.org')],
    ['a line break in an address', { Destination: { ToAddresses: ['a@example.org\r\nBcc: b@example.org'] } }],
    ['an address that is none', { Destination: { ToAddresses: ['anna'] } }],
    ['a tag that SES would refuse', { EmailTags: [{ Name: 'mail', Value: 'a|b' }] }],
    [
      'a header that SES would refuse',
      { Content: { Simple: { ...simple.Content?.Simple, Headers: [{ Name: 'A: b', Value: 'c' }] } } },
    ],
    [
      'a file whose name would be a path',
      {
        Content: {
          Simple: {
            ...simple.Content?.Simple,
            Attachments: [
              { FileName: '../a.png', ContentType: 'image/png', RawContent: new Uint8Array([1]) },
            ],
          },
        },
      },
    ],
    ['raw content, which nobody here reads', { Content: { Raw: { Data: new Uint8Array([1]) } } }],
  ])('refuses %s', async (_, changes) => {
    await expect(send(changes as Partial<SendEmailCommandInput>)).rejects.toMatchObject({
      name: 'BadRequestException',
    });
    expect([store.list().length, onAccepted.mock.calls.length, readdirSync(folder).length]).toEqual([
      0, 0, 0,
    ]);
  });

  it('says that it knows no other call', async () => {
    const answer = await fetch(`${server.origin}${SES_PATH}/v2/email/templates`);
    expect([answer.status, await answer.json()]).toEqual([
      404,
      { message: `The local mail service only knows SendEmail, found ${SES_PATH}/v2/email/templates.` },
    ]);
  });

  it('stops the start in one sentence when a kept mail is broken', () => {
    writeFileSync(join(folder, 'x.json'), '{"id":1}');
    expect(() => openMailStore(folder)).toThrow(/The mail .*x\.json is broken/);
  });
});

describe('the events of a mail', () => {
  const mailTo = async (address: string): Promise<Mail> => {
    const id = await send({ Destination: { ToAddresses: [address] } });
    return store.find(id) ?? expect.unreachable();
  };

  it.each([
    ['anna@example.org', ['Email Sent', 'Email Delivered']],
    ['success@simulator.amazonses.com', ['Email Sent', 'Email Delivered']],
    ['bounce@simulator.amazonses.com', ['Email Sent', 'Email Bounced']],
    ['complaint@simulator.amazonses.com', ['Email Sent', 'Email Delivered', 'Email Complaint Received']],
  ])('to %s are %j', async (address, types) => {
    const events = eventsOf(await mailTo(address));
    expect(events.map((event) => (event as { 'detail-type': string })['detail-type'])).toEqual(types);
  });

  it('reach the targets of the rules that match, and are told once', async () => {
    const mail = await mailTo('anna@example.org');
    const send = vi.fn(async () => undefined);
    const pattern = (set: string) => ({
      source: ['aws.ses'],
      'detail-type': ['Email Delivered'],
      detail: { mail: { tags: { 'ses:configuration-set': [set] } } },
    });
    const rules = [
      { id: 'Ours', pattern: pattern('Set'), functionIds: ['Events'] },
      { id: 'Theirs', pattern: pattern('OtherSet'), functionIds: ['Other'] },
    ];
    await openMailTeller({ rules, store, invoker: { send } })(mail);
    expect(send.mock.calls).toEqual([
      [
        'Events',
        expect.objectContaining({
          source: 'aws.ses',
          detail: expect.objectContaining({
            eventType: 'Delivery',
            mail: expect.objectContaining({ messageId: mail.id, tags: mail.tags }),
            delivery: expect.objectContaining({ recipients: ['anna@example.org'] }),
          }),
        }),
      ],
    ]);
    expect(openMailStore(folder).find(mail.id)?.told).toBe(true);
  });
});

describe('the mail page', () => {
  const page = async (path: string) => {
    const answer = await fetch(`${server.origin}${path}`);
    return {
      status: answer.status,
      policy: answer.headers.get('content-security-policy') ?? '',
      text: await answer.text(),
    };
  };

  it('lists what was sent, newest first, all text escaped, with a way back', async () => {
    expect((await page('/mail')).text).toContain('0 mails were sent');
    await send(subject('first') as Partial<SendEmailCommandInput>);
    const id = await send();
    const { text } = await page('/mail');
    expect(text).toContain('2 mails were sent');
    expect(text).toContain('2030-05-01 10:20');
    expect(text).toContain(`<a href="/mail/${id}">3 KPIs have no counterpart &#60;b&#62;</a>`);
    expect(text.indexOf('3 KPIs')).toBeLessThan(text.indexOf('first'));
    expect(text).toContain('<a href="/">');
  });

  it('shows a mail as HTML in a sandbox, and as plain text', async () => {
    const id = await send();
    const { text } = await page(`/mail/${id}`);
    expect(text).toMatch(new RegExp(`<iframe [^>]*sandbox="allow-popups[^"]*" src="/mail/${id}/html">`));
    expect(text).toContain('<pre>Good morning &#60;there&#62;</pre>');
    expect(text).toContain('List-Unsubscribe');
    const html = await page(`/mail/${id}/html`);
    expect(html.text).toContain('<p>Good <i>morning</i></p>');
    expect(html.policy).toMatch(/^sandbox allow-popups[^;]*; default-src 'none'/);
    expect(html.policy).not.toContain('allow-scripts');
  });

  it('shows pictures where the text names them, and gives the files out', async () => {
    const png = { FileName: 'a.png', ContentType: 'image/png', ContentDisposition: 'INLINE' as const };
    const pdf = { FileName: 'Pack Q2.pdf', ContentType: 'application/pdf' };
    const id = await send({
      Content: {
        Simple: {
          Subject: { Data: 'With files' },
          Body: { Html: { Data: '<img src="cid:map" alt="A map">' } },
          Attachments: [
            { ...png, ContentId: 'map', RawContent: Buffer.from('picture') },
            { ...pdf, RawContent: Buffer.from('%PDF-') },
          ],
        },
      },
    });
    expect((await page(`/mail/${id}/html`)).text).toContain(
      `<img src="data:image/png;base64,${Buffer.from('picture').toString('base64')}" alt="A map">`,
    );
    expect((await page(`/mail/${id}`)).text).toContain(`<a href="/mail/${id}/files/1">Pack Q2.pdf</a>`);
    const answer = await fetch(`${server.origin}/mail/${id}/files/1`);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toContain("filename*=UTF-8''Pack%20Q2.pdf");
    expect(await answer.text()).toBe('%PDF-');
    expect(openMailStore(folder).find(id)?.files).toHaveLength(2);
  });

  it('has no page for a mail that was never sent', async () => {
    expect((await page('/mail/gone')).status).toBe(404);
  });
});
