// Another language is one more file: in a language whose every text stands between ⟦ and ⟧, nothing that a reader of any
// mail sees stands outside of the marks but data; and numbers, dates and quarters follow the reader's locale.
import { describe, expect, it } from 'vitest';
import { inEnglish } from '../../shared/mail/voice.ts';
import { marked } from '../languages/marked-language.ts';
import { allMails, dataWords } from './all-mails.ts';
import { voiceIn } from './readers.ts';

const { tag, ...texts } = inEnglish;
const inMarks = { tag, ...marked(texts) };

/** What a mail program shows of HTML: its text, and what pictures say. */
const visible = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<img[^>]* alt="([^"]*)"[^>]*>/g, ' $1 ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** What stands outside of all marks; marks may stand within marks, and a subject that is cut loses its last ones. */
const outside = (text: string): string => {
  let depth = 0;
  let rest = '';
  for (const letter of text) {
    if (letter === '⟦') depth += 1;
    if (depth === 0) rest += letter;
    if (letter === '⟧') depth -= 1;
  }
  return rest;
};

const withoutData = (text: string): string =>
  dataWords
    .reduce((left, word) => left.replaceAll(word, ''), text)
    .replaceAll(/https:\S+/g, '')
    .replaceAll(/[\d\s.,:·%]/g, '');

describe.each(Object.entries(allMails(voiceIn('en-GB', inMarks))))('%s', (_, { subject, html, text }) => {
  it.each([
    ['subject', subject],
    ['HTML', visible(html)],
    ['plain text', text],
  ])('has no word of its own in its %s', (__, shown) => {
    expect(shown).toContain('⟦');
    expect(withoutData(outside(shown))).toBe('');
  });
});

describe('a word in code', () => {
  it('would be found', () => {
    expect(withoutData(outside('⟦Due ⟦soon⟧⟧: Operations, 12 apples https://page.example/x'))).toBe('apples');
  });
});

describe.each([
  {
    locale: 'en-GB' as const,
    day: '15 Oct 2026',
    share: '92%',
    clocked: '90%',
    count: '1,234',
    covered: '1,024 of 1,230',
  },
  {
    locale: 'en-US' as const,
    day: 'Oct 15, 2026',
    share: '92%',
    clocked: '90%',
    count: '1,234',
    covered: '1,024 of 1,230',
  },
  {
    locale: 'de-DE' as const,
    day: '15.10.2026',
    share: '92\u00a0%',
    clocked: '90\u00a0%',
    count: '1.234',
    covered: '1.024 of 1.230',
  },
])('in $locale', ({ locale, day, share, clocked, count, covered }) => {
  const mails = allMails(voiceIn(locale));
  const textOf = (name: string): string => mails[name]?.text ?? '';

  it('days are written as people there write them', () => {
    expect(textOf('reminder 1 days ahead')).toContain(`The figures of Q3 2026 are due tomorrow, ${day}.`);
  });

  it('so are numbers', () => {
    expect(textOf('reminder 1 days ahead')).toContain(`${count} KPIs wait for a figure`);
    expect(textOf('mail about a closed quarter')).toContain(`Counterpart coverage: ${covered}`);
    expect(textOf('digest of an executive')).toContain(`told of its ${count} error findings`);
  });

  it('so are shares', () => {
    expect(textOf('mail about a closed quarter')).toContain(`Alignment: ${share}, up 1 point on Q2 2026`);
    expect(textOf('mail about a closed quarter')).toContain(`Customer time clocked: ${clocked}`);
  });
});

describe('a fiscal year that is no calendar year', () => {
  it('shows both of its years', () => {
    const place = { locale: 'en-GB', timeZone: 'Europe/Berlin', fiscalStart: 4 as const };
    expect(allMails(voiceIn('en-GB', inEnglish, place))['reminder 0 days ahead']?.subject).toBe(
      'Q3 2026/27 is due today: Operations',
    );
  });
});
