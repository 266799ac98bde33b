// The one form that all mails have: an opening, at most a few items with one action each, one button. HTML and plain
// text come from the same data, so that neither can say what the other does not.
import { htmlEscape } from 'escape-goat';

/** What a mail says. Texts are plain; markup is added here alone. */
export interface LetterContent {
  readonly subject: string;
  readonly greeting: string;
  readonly opening: string;
  /** A few numbers, each with what it has become since the quarter before. */
  readonly figures?: readonly { readonly label: string; readonly value: string; readonly change: string }[];
  readonly items: readonly {
    readonly text: string;
    readonly note: string;
    readonly action: string;
    readonly link: string;
  }[];
  readonly more: string | undefined;
  readonly button: { readonly label: string; readonly link: string };
  readonly footer: string;
  /** Something that the reader must know beside the findings. */
  readonly notice?: string | undefined;
  /** Where all mail can be stopped without signing in. */
  readonly stop?: string | undefined;
}

/** A mail as it is sent. */
export interface Letter {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** One line, at most 150 characters, without anything that could begin another header. */
const subjectLine = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 150 ? `${line.slice(0, 149)}…` : line;
};

const itemHtml = ({ text, note, action, link }: LetterContent['items'][number]): string => htmlEscape`
<tr><td style="padding:12px 0;border-top:1px solid #d5d9de">
<a href="${link}" style="color:#0b4f6c;font-weight:600">${text}</a>
<div style="color:#4a5560;font-size:13px;padding:4px 0">${note}</div>
<div>${action}</div></td></tr>`;

type Figure = NonNullable<LetterContent['figures']>[number];
const figureHtml = ({ label, value, change }: Figure): string => htmlEscape`
<td style="padding:12px 12px 12px 0;vertical-align:top;width:33%"><div style="color:#4a5560;font-size:13px">${label}</div>
<div style="font-size:22px;font-weight:600">${value}</div><div style="color:#4a5560;font-size:13px">${change}</div></td>`;

/** A mail in HTML and plain text. */
export const renderLetter = (content: LetterContent): Letter => {
  const { greeting, opening, figures = [], items, more, button, footer } = content;
  const html = [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    htmlEscape`<title>${content.subject}</title></head>`,
    '<body style="margin:0;background:#f4f5f7;font:15px/1.5 Arial,Helvetica,sans-serif;color:#1c2329">',
    '<table role="presentation" width="100%" cellspacing="0" cellpadding="0"><tr><td align="center">',
    '<table role="presentation" style="max-width:600px;width:100%;background:#fff;padding:24px" cellspacing="0" cellpadding="0">',
    htmlEscape`<tr><td><p>${greeting}</p><p style="font-size:17px;font-weight:600">${opening}</p></td></tr>`,
    content.notice === undefined
      ? ''
      : htmlEscape`<tr><td style="padding:12px;background:#fdf3e7;border-left:4px solid #a4500f">${content.notice}</td></tr>`,
    figures.length === 0
      ? ''
      : `<tr><td><table role="presentation" width="100%" cellspacing="0" cellpadding="0"><tr>${figures.map(figureHtml).join('')}</tr></table></td></tr>`,
    ...items.map(itemHtml),
    more === undefined ? '' : htmlEscape`<tr><td style="padding:12px 0">${more}</td></tr>`,
    htmlEscape`<tr><td style="padding:20px 0"><a href="${button.link}" style="background:#0b4f6c;color:#fff;padding:12px 20px;text-decoration:none;font-weight:600">${button.label}</a></td></tr>`,
    htmlEscape`<tr><td style="color:#4a5560;font-size:13px;border-top:1px solid #d5d9de;padding-top:12px">${footer}</td></tr>`,
    content.stop === undefined
      ? ''
      : htmlEscape`<tr><td style="font-size:13px"><a href="${content.stop}" style="color:#4a5560">Stop all mail</a></td></tr>`,
    '</table></td></tr></table></body></html>',
  ].join('\n');
  const text = [
    greeting,
    '',
    opening,
    '',
    ...(content.notice === undefined ? [] : [content.notice, '']),
    ...figures.map(({ label, value, change }) => `${label}: ${value}, ${change}`),
    ...(figures.length === 0 ? [] : ['']),
    ...items.flatMap((item, i) => [
      `${i + 1}. ${item.text}`,
      `   ${item.note}`,
      `   ${item.action}`,
      `   ${item.link}`,
      '',
    ]),
    ...(more === undefined ? [] : [more, '']),
    `${button.label}: ${button.link}`,
    '',
    footer,
    ...(content.stop === undefined ? [] : [`Stop all mail: ${content.stop}`]),
    '',
  ].join('\n');
  return { subject: subjectLine(content.subject), html, text };
};
