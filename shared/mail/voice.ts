// How mail speaks to one reader: the words of the language, and numbers, dates and quarters as he or she writes them.
import { type Formats, formatsOf, type Place, readableData } from '../format/formats.ts';
import type { Data } from '../format/say.ts';
import type { BoardReport } from '../report/board-report.ts';
import type { CauseLine } from '../report/causes.ts';
import type { FindingLine } from '../report/finding-line.ts';
import { type CheckWords, checkWords } from '../words/check-words.ts';
import { type Sentences, sentences } from '../words/sentences.ts';
import { type MailWords, mailWords } from './words/en.ts';

/** What mail needs of a language. */
export interface MailLanguage {
  /** The language's tag, such as `de`. */
  readonly tag: string;
  readonly mail: MailWords;
  readonly sentences: Sentences;
  readonly checks: CheckWords;
}

/** English, always at hand. */
export const inEnglish: MailLanguage = { tag: 'en', mail: mailWords, sentences, checks: checkWords };

/** A reader's language and formats, and what both make of the things that mails speak of. */
export interface Voice {
  readonly tag: string;
  readonly w: MailWords;
  readonly f: Formats;
  /** Names in a row, such as “A, B and C”. */
  readonly list: (names: readonly string[]) => string;
  readonly finding: (line: Pick<FindingLine, 'check' | 'message' | 'data'>) => string;
  readonly cause: (line: Pick<CauseLine, 'check' | 'message' | 'data' | 'count'>) => string;
  /** What clears a finding of this check. */
  readonly remedy: (check: string) => string;
  readonly headline: (report: Pick<BoardReport, 'headline' | 'quarter'>) => string;
}

/** The voice for a reader in a place. */
export const voiceOf = (place: Place, language: MailLanguage = inEnglish): Voice => {
  const { tag, mail: w, sentences: said, checks } = language;
  const f = formatsOf(place, w.units);
  const filled = (sentence: string, data: Data): string => f.say(sentence, readableData(data, f));
  const finding: Voice['finding'] = ({ check, message, data }) =>
    filled(said.findings[check]?.[message] ?? `${check}: ${message}`, data);
  const names = new Intl.ListFormat(tag, { type: 'conjunction' });
  return {
    tag,
    w,
    f,
    list: (all) => names.format(all),
    finding,
    cause: ({ check, message, data, count }) => {
      if (count === 1) return finding({ check, message, data });
      const sentence = w.causes[check];
      return sentence === undefined
        ? `${finding({ check, message, data })} ${f.say(w.moreLikeIt, { n: count - 1 })}`
        : filled(sentence, { ...data, count });
    },
    remedy: (check) => checks[check]?.remedy ?? '',
    headline: ({ headline, quarter }) =>
      filled(said.headlines[headline.message] ?? headline.message, { quarter, ...headline.data }),
  };
};
