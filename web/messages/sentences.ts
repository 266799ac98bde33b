// The sentences that page, mail and board pack share: those of the checks, and the headlines of the report. The build
// keeps only these words of this file and of everything that it imports (see vite.config.ts): the page judges nothing.
import { catalogue } from '../../shared/checks/catalogue.ts';
import { headlines as ofReports } from '../../shared/report/headline.ts';
import {
  questionReasons as ofAnswers,
  markReasons as ofMarks,
  questionTexts as ofQuestions,
} from '../../shared/report/view-sentences.ts';

/** The sentences of each check by message id; `{name}` stands for a field of the finding's data. */
export const findingSentences: Readonly<Record<string, Readonly<Record<string, string>>>> =
  Object.fromEntries(catalogue.map(({ meta }) => [meta.id, meta.messages]));

/** The headlines of board reports by message id. */
export const headlines: Readonly<Record<string, string>> = ofReports;

/** What the seven questions ask, why each is answered as it is, and why an outcome's marks hold or do not. */
export const questionTexts: Readonly<Record<string, string>> = ofQuestions;
export const questionReasons: Readonly<Record<string, Readonly<Record<string, string>>>> = ofAnswers;
export const markReasons: Readonly<Record<string, string>> = ofMarks;
