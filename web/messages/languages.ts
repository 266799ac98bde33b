// The languages that the page speaks. A new one is one more file of texts, named here.
import { en } from './en.ts';
import type { Messages } from './messages.ts';

const languages: Readonly<Record<string, Messages>> = { en };

/** The texts for a locale such as `de-DE`: those of its language, else the English ones. */
export const messagesFor = (locale: string): Messages => languages[locale.split('-')[0] ?? ''] ?? en;
