// The formats of the page: those that page and paper share, with the words of the page's language, and the sentences
// that the service names only by their ids.
import { type Place, type Formats as Shared, formatsOf as withWords } from '../../shared/format/formats.ts';
import type { CheckWord } from '../../shared/words/check-words.ts';
import type { Sentences } from '../../shared/words/sentences.ts';
import type { Spoken } from '../messages/languages.ts';

export { isQuarter, type Place, readableData } from '../../shared/format/formats.ts';

/** The formats of one place, and what is said there. */
export interface Formats extends Shared {
  readonly sentences: Sentences;
  /** What is said of a check: in the language, else as the service has answered. */
  readonly check: <Told extends Partial<CheckWord>>(id: string, told: Told) => Told;
}

/** The formats for a place and the texts of a language. */
export const formatsOf = (
  place: Place,
  { page, sentences, checks }: Pick<Spoken, 'page' | 'sentences' | 'checks'>,
): Formats => ({
  ...withWords(place, page.units),
  sentences,
  check: (id, told) => ({ ...told, ...checks[id] }),
});
