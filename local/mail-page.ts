/** The mail that the stack has sent, to be looked at: a list, and each mail as its reader would see it. */
import { type Endpoint, sendHtml } from './answer.ts';
import { type Html, html, htmlPage } from './html.ts';
import type { Mail, MailStore } from './mail-store.ts';

/** A mail's own HTML runs no script and fetches nothing but pictures; its links open beside it. */
const MAIL_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data: http: https:; frame-ancestors 'self'";

/** Answers `/mail`, `/mail/<id>` and `/mail/<id>/html`. */
export function serveMailPage(store: MailStore): Endpoint {
  return async (_, response, url) => {
    const [, , id, part] = url.pathname.split('/');
    if (id === undefined || id === '') return sendHtml(response, 200, htmlPage('Mail', listOf(store.list())));
    const mail = store.find(id);
    if (mail === undefined)
      return sendHtml(response, 404, htmlPage('Mail', html`<p>There is no such mail.</p>${BACK}`));
    if (part === 'html')
      return sendHtml(response, 200, `<base target="_blank">${mail.html ?? ''}`, MAIL_POLICY);
    sendHtml(response, 200, htmlPage(mail.subject, oneMail(mail)));
  };
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
  return html`<h1>${mail.subject}</h1>${BACK}
<table><tbody>${row('From', mail.from)}${row('To', mail.to.join(', '))}${row('Time', minute(mail.businessTime))}${headers}</tbody></table>
${mail.html === undefined ? '' : html`<h2>HTML</h2><iframe title="The mail as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mail/${mail.id}/html"></iframe>`}
${mail.text === undefined ? '' : html`<h2>Plain text</h2><pre>${mail.text}</pre>`}`;
}

function minute(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}
