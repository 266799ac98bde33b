// The one form that all mails have: the answer first, then at most a few items with one action each, one button. HTML
// and plain text come from the same data, so that neither can say what the other does not.
import { htmlEscape } from 'escape-goat';
import type { Voice } from './voice.ts';

/** A few numbers, each with what it has become since the quarter before. */
export interface LetterFigure {
  readonly label: string;
  readonly value: string;
  readonly change: string;
}

/** One thing that the reader is told, with the one thing to do about it. */
export interface LetterItem {
  /** What kind of thing it is, in a word or two. */
  readonly kicker: string;
  readonly isGrave: boolean;
  readonly text: string;
  readonly notes: readonly string[];
  readonly action: string;
  readonly link: string;
}

/** Something beside the findings; grave where somebody has to act on it. */
export interface LetterNotice {
  readonly text: string;
  readonly isGrave: boolean;
}

/** A picture that is drawn when the mail is sent; `cid` names the part of the mail that it comes in. */
export interface LetterPicture {
  readonly cid: string;
  readonly title: string;
  readonly alt: string;
  readonly notes: readonly string[];
}

/** What a mail says. Texts are plain; markup is added here alone. */
export interface LetterContent {
  readonly subject: string;
  readonly opening: string;
  /** Said beneath the opening, in plain lines. */
  readonly lead?: readonly string[];
  /** What the reader must know beside the findings. */
  readonly notices: readonly LetterNotice[];
  readonly figures: readonly LetterFigure[];
  readonly picture?: LetterPicture | undefined;
  readonly items: readonly LetterItem[];
  /** What there is beyond the items. */
  readonly more: readonly string[];
  readonly button: { readonly label: string; readonly link: string };
  readonly footer: string;
  /** Where the reader sets what mail he or she wants. */
  readonly preferences: string;
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

// The colours of the page, light; where a mail program is dark, the classes take over.
const style = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.g{background:#10171d!important}.p{background:#182129!important}.i{color:#e8edf1!important}.q{color:#a9b6c1!important}
.r{border-color:#33404b!important}.a{color:#7fd0c8!important}.f{color:#ffab85!important}
.n{background:#3a2418!important;border-color:#ffab85!important}.m{background:#10171d!important;border-color:#7fd0c8!important}.b{background:#7fd0c8!important;color:#10171d!important}}
@media (max-width:480px){.s{padding:20px 16px!important}.v{font-size:18px!important}.h{font-size:18px!important}.l{font-size:12px!important}}`;
const ink = 'color:#16202a';
const quiet = 'color:#4d5b69;font-size:13px;line-height:1.45';
const fault = 'color:#a33a0e';

const dotted = (notes: readonly string[]): string => notes.join(' · ');

const itemHtml = ({ kicker, isGrave, text, notes, action, link }: LetterItem): string => htmlEscape`
<tr><td class="r" style="padding:14px 0;border-top:1px solid #d6dde3">
<div class="${isGrave ? 'f' : 'q'}" style="${isGrave ? fault : 'color:#4d5b69'};font-size:13px;font-weight:700">${kicker}</div>
<a class="i" href="${link}" style="${ink};font-weight:600;text-decoration:underline">${text}</a>
<div class="q" style="${quiet};padding:3px 0">${dotted(notes)}</div>
<div class="i" style="${ink}">${action}</div></td></tr>`;

const figureHtml = ({ label, value, change }: LetterFigure): string => htmlEscape`
<td style="padding:0 10px 0 0;vertical-align:top;width:33%"><div class="q l" style="${quiet}">${label}</div>
<div class="i v" style="${ink};font-size:22px;font-weight:700">${value}</div><div class="q l" style="${quiet}">${change}</div></td>`;

const noticeHtml = ({ text, isGrave }: LetterNotice): string => htmlEscape`
<tr><td style="padding:0 0 10px"><div class="${isGrave ? 'n' : 'm'} i" style="${ink};padding:10px 12px;${isGrave ? 'background:#fbeee7;border-left:4px solid #a33a0e' : 'background:#f4f6f7;border-left:4px solid #0b6e66'}">${text}</div></td></tr>`;

const pictureHtml = ({ cid, title, alt, notes }: LetterPicture): string => htmlEscape`
<tr><td class="r" style="padding:14px 0;border-top:1px solid #d6dde3"><div class="i" style="${ink};font-weight:600;padding-bottom:8px">${title}</div>
<img src="cid:${cid}" alt="${alt}" width="552" style="display:block;width:100%;max-width:552px;height:auto;border:0;background:#fff">
<div class="q" style="${quiet};padding-top:6px">${notes.join(' ')}</div></td></tr>`;

const htmlOf = (content: LetterContent, { tag, w: { preferences, stop: stopAll } }: Voice): string => {
  const { opening, lead = [], notices, figures, picture, items, more, button, footer, stop } = content;
  return [
    htmlEscape`<!doctype html><html lang="${tag}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    htmlEscape`<title>${content.subject}</title><style>`,
    style,
    '</style></head><body class="g" style="margin:0;background:#f4f6f7;font:15px/1.5 Inter,Arial,Helvetica,sans-serif">',
    '<table role="presentation" class="g" width="100%" cellspacing="0" cellpadding="0" style="background:#f4f6f7"><tr><td align="center">',
    '<table role="presentation" class="p" style="max-width:600px;width:100%;background:#fff" cellspacing="0" cellpadding="0"><tr><td class="s" style="padding:24px">',
    '<table role="presentation" width="100%" cellspacing="0" cellpadding="0">',
    htmlEscape`<tr><td style="padding-bottom:14px"><h1 class="i h" style="${ink};margin:0;font-size:20px;line-height:1.35">${opening}</h1></td></tr>`,
    ...lead.map((text) => htmlEscape`<tr><td class="i" style="${ink};padding-bottom:12px">${text}</td></tr>`),
    ...notices.map(noticeHtml),
    figures.length === 0
      ? ''
      : `<tr><td style="padding:4px 0 16px"><table role="presentation" width="100%" cellspacing="0" cellpadding="0"><tr>${figures.map(figureHtml).join('')}</tr></table></td></tr>`,
    picture === undefined ? '' : pictureHtml(picture),
    ...items.map(itemHtml),
    ...more.map((text) => htmlEscape`<tr><td class="i" style="${ink};padding:6px 0">${text}</td></tr>`),
    htmlEscape`<tr><td style="padding:18px 0 22px"><a class="b" href="${button.link}" style="display:inline-block;background:#0b6e66;color:#fff;padding:12px 20px;text-decoration:none;font-weight:700;border-radius:4px">${button.label}</a></td></tr>`,
    htmlEscape`<tr><td class="q r" style="${quiet};border-top:1px solid #d6dde3;padding-top:12px">${footer}<br><a class="q" href="${content.preferences}" style="color:#4d5b69">${preferences}</a>`,
    stop === undefined ? '' : htmlEscape` · <a class="q" href="${stop}" style="color:#4d5b69">${stopAll}</a>`,
    '</td></tr></table></td></tr></table></td></tr></table></body></html>',
  ].join('\n');
};

const pictureText = ({ title, alt }: LetterPicture): readonly string[] => [title, alt, ''];

const textOf = (content: LetterContent, { w: { preferences, stop: stopAll } }: Voice): string => {
  const { opening, lead = [], notices, figures, picture, items, more, button, footer, stop } = content;
  return [
    opening,
    '',
    ...lead.flatMap((text) => [text, '']),
    ...notices.flatMap(({ text }) => [text, '']),
    ...figures.map(({ label, value, change }) => `${label}: ${value}, ${change}`),
    ...(figures.length === 0 ? [] : ['']),
    ...(picture === undefined ? [] : pictureText(picture)),
    ...items.flatMap(({ kicker, text, notes, action, link }, i) => [
      `${i + 1}. ${kicker}: ${text}`,
      ...(notes.length === 0 ? [] : [`   ${dotted(notes)}`]),
      `   ${action}`,
      `   ${link}`,
      '',
    ]),
    ...more.flatMap((text) => [text, '']),
    `${button.label}: ${button.link}`,
    '',
    footer,
    `${preferences}: ${content.preferences}`,
    ...(stop === undefined ? [] : [`${stopAll}: ${stop}`]),
    '',
  ].join('\n');
};

/** A mail in HTML and plain text. */
export const renderLetter = (content: LetterContent, voice: Voice): Letter => ({
  subject: subjectLine(content.subject),
  html: htmlOf(content, voice),
  text: textOf(content, voice),
});
