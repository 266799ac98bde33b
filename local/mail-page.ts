/** The mail that the stack has sent, to be looked at: a list, and each mail as its reader would see it. */
import { type Endpoint, sendHtml } from './answer.ts';
import { type Html, html, htmlPage } from './html.ts';
import type { Mail, MailStore } from './mail-store.ts';

/** A mail's own HTML runs no script and fetches nothing but pictures; its links open beside it. */
const MAIL_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data: http: https:; frame-ancestors 'self'";

/** Answers `/mail`, `/mail/<id>`, `/mail/<id>/html` and `/mail/<id>/files/<number>`. */
export function serveMailPage(store: MailStore): Endpoint {
  return async (_, response, url) => {
    const [, , id, part, number] = url.pathname.split('/');
    if (id === undefined || id === '') return sendHtml(response, 200, htmlPage('Mail', listOf(store.list())));
    const mail = store.find(id);
    if (mail === undefined)
      return sendHtml(response, 404, htmlPage('Mail', html`<p>There is no such mail.</p>${BACK}`));
    if (part === 'html')
      return sendHtml(response, 200, `<base target="_blank">${withPictures(mail)}`, MAIL_POLICY);
    const file = part === 'files' ? mail.files[Number(number)] : undefined;
    if (file !== undefined) {
      response.writeHead(200, {
        'content-type': file.type,
        'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`,
        'x-content-type-options': 'nosniff',
      });
      return void response.end(Buffer.from(file.base64, 'base64'));
    }
    sendHtml(response, 200, htmlPage(mail.subject, oneMail(mail)));
  };
}

/** A mail's HTML with its own pictures in it, as a mail program puts them there. */
function withPictures({ html: text = '', files }: Mail): string {
  return files.reduce(
    (shown, { cid, type, base64 }) =>
      cid === undefined ? shown : shown.replaceAll(`"cid:${cid}"`, `"data:${type};base64,${base64}"`),
    text,
  );
}

const BACK = html`<p><a href="/mail">All mail</a> · <a href="/">Counterpart</a></p>`;

function listOf(mails: readonly Mail[]): Html {
  const rows = [...mails]
    .reverse()
    .map(
      ({ id, businessTime, to, subject }) =>
        html`<tr><td>${minute(businessTime)}</td><td>${to.join(', ')}</td><td><a href="/mail/${id}">${subject}</a></td></tr>`,
    );
  const table = html`<table><thead><tr><th>Time</th><th>To</th><th>Subject</th></tr></thead><tbody>${rows}</tbody></table>`;
  return html`<h1>${mails.length === 1 ? '1 mail was' : `${mails.length} mails were`} sent</h1>
<p>Mail of the local stack goes nowhere but here. Times are business time, UTC. <a href="/">Back to Counterpart</a></p>
${mails.length === 0 ? '' : table}`;
}

function oneMail(mail: Mail): Html {
  const row = (name: string, value: string): Html => html`<tr><th>${name}</th><td>${value}</td></tr>`;
  const headers = mail.headers.map(({ name, value }) => row(name, value));
  const files = mail.files.map(
    ({ name, base64 }, i) =>
      html`<tr><th>File</th><td><a href="/mail/${mail.id}/files/${i}">${name}</a> ${kilobytes(base64)} KB</td></tr>`,
  );
  return html`<h1>${mail.subject}</h1>${BACK}
<table><tbody>${row('From', mail.from)}${row('To', mail.to.join(', '))}${row('Time', minute(mail.businessTime))}${headers}${files}</tbody></table>
${mail.html === undefined ? '' : html`<h2>HTML</h2><iframe title="The mail as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mail/${mail.id}/html"></iframe>`}
${mail.text === undefined ? '' : html`<h2>Plain text</h2><pre>${mail.text}</pre>`}`;
}

function kilobytes(base64: string): string {
  return Math.ceil(Buffer.from(base64, 'base64').length / 1000).toString();
}

function minute(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}
