// The three numbers that an executive reads first, each beside the quarter before: is it getting better?
import type { Figures } from '../domain/figures.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { BoardReport } from '../report/board-report.ts';
import type { LetterFigure } from './letter.ts';
import type { Voice } from './voice.ts';

/** A change of a share in whole points, in words. */
const changeOf = (
  now: number,
  before: number | undefined,
  quarter: Quarter | undefined,
  { w, f }: Voice,
): string => {
  if (before === undefined || quarter === undefined) return w.nothingBefore;
  const points = Math.round(now * 100) - Math.round(before * 100);
  const data = { n: Math.abs(points), quarter: f.quarter(quarter) };
  if (points === 0) return f.say(w.asBefore, data);
  return f.say(points > 0 ? w.up : w.down, data);
};

const shareOf = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : part / whole);

/**
 * Coverage, alignment and the share of customer time that somebody clocks, as the report says them now; what can't be
 * told is left out.
 */
export const keyFiguresOf = (
  { quarter, coverage, alignment, views }: Pick<BoardReport, 'quarter' | 'coverage' | 'alignment' | 'views'>,
  voice: Voice,
): readonly LetterFigure[] => {
  const { w, f } = voice;
  const before = views?.history.filter((past) => past.quarter < quarter).at(-1);
  const figure = (
    label: string,
    now: number | undefined,
    of: (figures: Figures) => number | undefined,
    value?: string,
  ) => {
    if (now === undefined) return [];
    const change = changeOf(now, before === undefined ? undefined : of(before), before?.quarter, voice);
    return [{ label, value: value ?? f.share(now), change }];
  };
  const { covered, internal } = coverage;
  return [
    ...figure(
      w.coverage,
      shareOf(covered, internal),
      (past) => shareOf(past.covered, past.internal),
      f.say(w.coverageOf, { covered, internal }),
    ),
    ...figure(w.alignment, alignment.share, (past) => shareOf(past.weight - past.cost, past.weight)),
    ...figure(w.clocked, views?.clocked.share, (past) => past.clocked.share),
  ];
};
