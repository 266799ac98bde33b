// The sentences that page and board pack share: those of the checks, the headlines of the report, the seven questions,
// the marks of an outcome. English stands with the rules that say them; another language brings all of them in its file.
// The page's build keeps only these words of this file and of everything that it imports: the page judges nothing.
import { catalogue } from '../checks/catalogue.ts';
import { headlines } from '../report/headline.ts';
import { markReasons, questionReasons, questionTexts } from '../report/view-sentences.ts';
import { evidenceWords } from './evidence.ts';

type Texts = Readonly<Record<string, string>>;

/** The sentences of a language; `{name}` in them stands for a field of the data. */
export interface Sentences {
  /** What each check says, by check id and message id. */
  readonly findings: Readonly<Record<string, Texts>>;
  /** The headlines of board reports, by message id. */
  readonly headlines: Texts;
  /** What the seven questions ask, by question. */
  readonly questions: Texts;
  /** Why a question is answered as it is, by question and reason. */
  readonly questionReasons: Readonly<Record<string, Texts>>;
  /** Why an outcome's marks hold or do not, by reason. */
  readonly marks: Texts;
  /** Headings and words in the evidence of findings, by the English ones. */
  readonly evidence: Texts;
}

/** The English sentences. */
export const sentences: Sentences = {
  findings: Object.fromEntries(catalogue.map(({ meta }) => [meta.id, meta.messages])),
  headlines,
  questions: questionTexts,
  questionReasons,
  marks: markReasons,
  evidence: evidenceWords,
};
