// Three figures that are watched beside coverage and alignment, each with its quarters on one scale.
import { Link } from 'react-router';
import { Sparkline } from '../../shared/charts/sparkline.tsx';
import type { TrendPoint } from '../../shared/charts/trend.tsx';
import type { BoardReport } from '../../shared/report/board-report.ts';
import { useWords } from '../session/session.tsx';
import { type Figure as FigureName, historyOf } from './drawn-history.ts';
import { useSpoken } from './key-figures.tsx';

interface WatchedProps {
  readonly title: string;
  readonly value: string;
  readonly points: readonly TrendPoint[];
  readonly to: string;
}

const Watched = ({ title, value, points, to }: WatchedProps) => {
  const spoken = useSpoken();
  return (
    <li>
      <Link to={to}>{title}</Link>
      <strong>{value}</strong>
      {points.some((point) => point.value !== undefined) && (
        <Sparkline
          points={points.map((point) => point.value)}
          domain={[0, 1]}
          computed={points.filter(({ computed }) => computed === true).length}
          label={spoken(title, points)}
          width={76}
          height={26}
        />
      )}
    </li>
  );
};

/** The three figures; nothing where the report was written before they were reckoned. */
export const AlsoWatched = ({ report }: { report: BoardReport }) => {
  const { m, f } = useWords();
  const { views } = report;
  if (views === undefined) return null;
  const { clocked, assumedGreen, siloed } = views;
  const points = (figure: FigureName) => historyOf(report, figure, f);
  return (
    <section className="figure also-watched" aria-label={m.board.alsoWatched}>
      <h2>{m.board.alsoWatched}</h2>
      <ul className="watched">
        <Watched
          title={m.board.clocked}
          value={clocked.share === undefined ? m.board.clockedNone : f.share(clocked.share)}
          points={points('clocked')}
          to="/findings?check=unclocked-segment"
        />
        <Watched
          title={m.board.resting}
          value={f.say(m.board.restingOf, { ...assumedGreen })}
          points={points('resting')}
          to="/findings?check=assumed-outcome"
        />
        <Watched
          title={m.board.siloed}
          value={f.say(m.board.siloedOf, { ...siloed })}
          points={points('siloed')}
          to="/findings?check=siloed-outcome"
        />
      </ul>
    </section>
  );
};
