// The languages that the page speaks. English is part of the page; every other one is a chunk of its own, fetched when
// somebody reads in it, and English steps in where it can't be fetched.
import { tagFor } from '../../languages/language-for.ts';
import { languages } from '../../languages/languages.ts';
import type { CheckWords } from '../../shared/words/check-words.ts';
import { type Sentences, sentences } from '../../shared/words/sentences.ts';
import { en } from './en.ts';
import type { Messages } from './messages.ts';

/** Everything that the page says in one language. */
export interface Spoken {
  /** The language's tag, such as `de`. */
  readonly tag: string;
  readonly page: Messages;
  readonly sentences: Sentences;
  /** Empty in English: the service's answers hold these words. */
  readonly checks: CheckWords;
}

/** English, always at hand. */
export const english: Spoken = { tag: 'en', page: en, sentences, checks: {} };
const asked = new Map<string, Promise<Spoken>>();

/** The texts for a locale such as `de-DE`: at once in English, else when their chunk is here. */
export const spokenFor = (locale: string): Spoken | Promise<Spoken> => {
  const tag = tagFor(locale);
  const load = languages[tag];
  if (load === undefined) return english;
  const coming =
    asked.get(tag) ??
    load().then(
      (language) => ({ tag, ...language }),
      () => english,
    );
  asked.set(tag, coming);
  return coming;
};
