// What the catalogue says of each check besides its sentences. The service answers with the English words, so that only
// another language brings its own.
import { catalogue } from '../checks/catalogue.ts';

/** What people read of a check. */
export interface CheckWord {
  readonly title: string;
  readonly question: string;
  readonly why: string;
  readonly remedy: string;
}
/** The words of the catalogue, by check id. */
export type CheckWords = Readonly<Record<string, CheckWord>>;

/** The English words of the catalogue. */
export const checkWords: CheckWords = Object.fromEntries(
  catalogue.map(({ meta: { id, title, question, why, remedy } }) => [id, { title, question, why, remedy }]),
);
