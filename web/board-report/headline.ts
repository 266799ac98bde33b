// The headline is the finding: a sentence with a verb and a number. Its words are those of the mail and the board
// pack, so that all of them are one report; here numbers and quarters are written as the member reads them.
import type { BoardReport } from '../../shared/report/board-report.ts';

import { readableData } from '../format/formats.ts';
import { useWords } from '../session/session.tsx';

/** The headline in words; a message that this page does not know leaves the plain name of the report. */
export const useHeadline = ({ headline, quarter }: Pick<BoardReport, 'headline' | 'quarter'>): string => {
  const { m, f } = useWords();
  return f.say(
    f.sentences.headlines[headline.message] ?? m.report.headlineOther,
    readableData({ quarter, ...headline.data }, f),
  );
};
