// The answer to “is it getting better?”, in one sentence with a verb, right below the headline.
import type { BoardReport } from '../../shared/report/board-report.ts';
import { Mark, type Tone } from '../parts/marks.tsx';
import { useWords } from '../session/session.tsx';
import { type Move, moveOver, moveOverAll, outcomesMoved, type Verdict, verdictOf } from './direction.ts';
import { historyOf } from './drawn-history.ts';

const look = {
  better: ['well', 'rising'],
  worse: ['fault', 'falling'],
  mixed: ['care', 'wave'],
  same: ['quiet', 'level'],
  first: ['quiet', 'dashedRing'],
} as const satisfies Record<Verdict, readonly [Tone, string]>;

/** Whether it is getting better, since the last quarter and over all eight. */
export const VerdictLine = ({ report }: { report: BoardReport }) => {
  const { m, f } = useWords();
  const words = m.board.direction;
  const alignment = historyOf(report, 'alignment', f);
  const coverage = historyOf(report, 'coverage', f);
  const told = (figure: string, move: Move | undefined): string[] =>
    move === undefined
      ? []
      : [
          f.say(move.points > 0 ? words.rose : move.points < 0 ? words.fell : words.stayed, {
            figure,
            n: Math.abs(move.points),
            now: move.now,
          }),
        ];
  const moves = [moveOver(alignment, 1), moveOver(coverage, 1)] as const;
  const { better, worse } = outcomesMoved(report.outcomes);
  const verdict = verdictOf([
    ...moves.map((move) => move?.points),
    ...(better > 0 ? [better] : []),
    ...(worse > 0 ? [-worse] : []),
  ]);
  const [tone, drawing] = look[verdict];
  const quarter = [...told(words.alignment, moves[0]), ...told(words.coverage, moves[1])];
  const all = moveOverAll(alignment) ?? moveOverAll(coverage);
  const long = [
    ...told(words.alignment, moveOverAll(alignment)),
    ...told(words.coverage, moveOverAll(coverage)),
  ];
  return (
    <p className="verdict">
      <Mark tone={tone} drawing={drawing}>
        <strong>{words[verdict]}</strong>
      </Mark>{' '}
      {quarter.length > 0 &&
        f.say(words.since, {
          quarter: moves[0]?.since ?? moves[1]?.since ?? '',
          what: quarter.join(words.and),
        })}{' '}
      {better + worse > 0 && f.say(words.outcomes, { better, worse, n: report.outcomes.length })}{' '}
      {all !== undefined && (
        <span className="quiet">
          {f.say(words.since, { quarter: all.since, what: long.join(words.and) })}
        </span>
      )}
    </p>
  );
};
