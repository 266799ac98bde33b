// A language made from the English texts, each between ⟦ and ⟧: what a page shows outside of these marks comes from no
// language file. Its build of the page differs from the real one in the list of languages alone.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import type { Language } from '../../languages/language.ts';
import { mailWords } from '../../shared/mail/words/en.ts';
import { paperWords } from '../../shared/paper/words.ts';
import { checkWords } from '../../shared/words/check-words.ts';
import { sentences } from '../../shared/words/sentences.ts';
import { en } from '../../web/messages/en.ts';

/** Every text of a value between marks; its places stay as they are. */
export const marked = <T>(value: T): T =>
  (typeof value === 'string'
    ? `⟦${value}⟧`
    : Object.fromEntries(Object.entries(value as object).map(([name, inner]) => [name, marked(inner)]))) as T;

/** The English texts as another language would bring them. */
export const english: Language = {
  page: en,
  sentences,
  checks: checkWords,
  paper: paperWords,
  mail: mailWords,
};

/** The language made of marks. */
export const markedLanguage: Language = marked(english);

const languagesFile = join(import.meta.dirname, '..', '..', 'languages', 'languages.ts');
const json = JSON.stringify(markedLanguage);

/** How the page is built in which German members read the marked language. */
export const withMarkedLanguage: { readonly name: string; readonly plugins: Plugin[] } = {
  name: `marked-${createHash('sha256').update(json).digest('hex').slice(0, 8)}`,
  plugins: [
    {
      name: 'marked-language',
      enforce: 'pre',
      load: (id) => {
        if (id === languagesFile)
          return `export const languages = { de: async () => (await import('virtual:marked')).language };`;
        return id === '\0virtual:marked' ? `export const language = ${json};` : undefined;
      },
      resolveId: (id) => (id === 'virtual:marked' ? '\0virtual:marked' : undefined),
    },
  ],
};
