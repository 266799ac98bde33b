// What a language is: one file with everything that people read, in the shape of the English texts. English itself
// stands where it is used; nothing here is needed to speak it.
import type { MailWords } from '../shared/mail/words/en.ts';
import type { PaperWords } from '../shared/paper/words.ts';
import type { CheckWords } from '../shared/words/check-words.ts';
import type { Sentences } from '../shared/words/sentences.ts';
import type { Messages } from '../web/messages/messages.ts';

/** All texts of one language. */
export interface Language {
  /** The texts of the page. */
  readonly page: Messages;
  /** What checks, headlines, questions and marks say. */
  readonly sentences: Sentences;
  /** What the catalogue says of each check. */
  readonly checks: CheckWords;
  /** The texts of the board pack. */
  readonly paper: PaperWords;
  /** The texts of mail. */
  readonly mail: MailWords;
}
