// The three numbers that an executive reads first, each beside the quarter before: is it getting better?
import type { Figures } from '../domain/figures.ts';
import type { BoardReport } from '../report/board-report.ts';
import type { LetterContent } from './letter.ts';

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** A change of a share in whole points, in words. */
const changeOf = (now: number, before: number | undefined, quarter: string | undefined): string => {
  if (before === undefined || quarter === undefined) return 'no quarter to compare with';
  const points = Math.round(now * 100) - Math.round(before * 100);
  if (points === 0) return `as in ${quarter}`;
  return `${points > 0 ? 'up' : 'down'} ${Math.abs(points)} ${Math.abs(points) === 1 ? 'point' : 'points'} on ${quarter}`;
};

const shareOf = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : part / whole);

/** Coverage, alignment and the share of customer time that somebody clocks; what can't be told is left out. */
export const keyFiguresOf = (
  report: Pick<BoardReport, 'quarter' | 'views'>,
): NonNullable<LetterContent['figures']> => {
  const history = report.views?.history ?? [];
  const now = history.find(({ quarter }) => quarter === report.quarter);
  const before = history.filter(({ quarter }) => quarter < report.quarter).at(-1);
  if (now === undefined) return [];
  const figure = (label: string, of: (figures: Figures) => number | undefined, value?: string) => {
    const share = of(now);
    if (share === undefined) return [];
    const change = changeOf(share, before === undefined ? undefined : of(before), before?.quarter);
    return [{ label, value: value ?? percent(share), change }];
  };
  return [
    ...figure(
      'Counterpart coverage',
      (one) => shareOf(one.covered, one.internal),
      `${now.covered} of ${now.internal}`,
    ),
    ...figure('Alignment', (one) => shareOf(one.weight - one.cost, one.weight)),
    ...figure('Customer time clocked', (one) => one.clocked.share),
  ];
};
