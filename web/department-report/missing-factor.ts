// What a part or an impact lacks, in words; reports hold it as a word of its own, readings with their quarter.
import { withQuarters } from '../../shared/format/formats.ts';
import type { Words } from '../session/session.tsx';

const aReading = /^reading (\d{4}-Q[1-4])$/;

/** A missing factor in words; what has no words, as in reports that were written before there were any, stays as it is. */
export const missingFactor = (code: string, { m, f }: Words): string => {
  const words: Readonly<Record<string, string>> = m.board.outcome.missing;
  const [, quarter] = aReading.exec(code) ?? [];
  const text = quarter === undefined ? words[code] : f.say(words['reading'] ?? code, { quarter });
  return withQuarters(text ?? code, f);
};
