// Which language somebody reads in: that of the locale where there is one, else English.
import type { Language } from './language.ts';
import { languages } from './languages.ts';

/** The tag of the language in which a locale such as `de-DE` is served. */
export const tagFor = (locale: string): string => {
  const tag = locale.split('-')[0] ?? '';
  return Object.hasOwn(languages, tag) ? tag : 'en';
};

/** The language for a locale; undefined for English, which needs no file. */
export const languageFor = async (locale: string): Promise<Language | undefined> =>
  languages[tagFor(locale)]?.();
