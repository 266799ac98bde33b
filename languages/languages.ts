// The languages besides English, each a file of its own that is fetched only for who reads it. A new one is named here:
// `de: async () => (await import('./de.ts')).de`.
import type { Language } from './language.ts';

/** How to fetch a language, by its tag, such as `de`. */
export const languages: Readonly<Record<string, () => Promise<Language>>> = {};
