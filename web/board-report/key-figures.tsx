// Are we aligned, and is it getting better? The two first numbers, each with its change and eight quarters, and three
// that are watched beside them. None stands alone.
import { Paper } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { onPage } from '../../shared/charts/look.ts';
import { Sparkline } from '../../shared/charts/sparkline.tsx';
import { Trend, type TrendPoint } from '../../shared/charts/trend.tsx';
import { spokenSeries } from '../../shared/charts/words.ts';
import type { BoardReport } from '../../shared/report/board-report.ts';
import { useWords } from '../session/session.tsx';
import { type Figure as FigureName, historyOf, lastChange } from './drawn-history.ts';

const Figure = ({ title, children }: { title: string; children: ReactNode }) => (
  <Paper component="section" className="figure" aria-label={title}>
    <h2>{title}</h2>
    {children}
  </Paper>
);

const useSpoken = () => {
  const { m, f } = useWords();
  return (name: string, points: readonly TrendPoint[]): string =>
    spokenSeries(
      name,
      points.map(({ quarter, text }) => ({ quarter, value: text })),
      m.board.chart,
      f.say,
    );
};

const Change = ({ points }: { points: readonly TrendPoint[] }) => {
  const { m, f } = useWords();
  const change = lastChange(points);
  if (change === undefined) return <p className="quiet">{m.board.change.first}</p>;
  const data = { n: Math.abs(change.points), quarter: change.since };
  if (change.points === 0) return <p className="quiet">{f.say(m.board.change.same, data)}</p>;
  return (
    <p className={change.points > 0 ? 'well' : 'fault'}>
      <span aria-hidden="true">{change.points > 0 ? '▲ ' : '▼ '}</span>
      {f.say(change.points > 0 ? m.board.change.up : m.board.change.down, data)}
    </p>
  );
};

const Line = ({ title, points }: { title: string; points: readonly TrendPoint[] }) => {
  const spoken = useSpoken();
  return (
    <div className="trend">
      <Trend
        points={points}
        domain={[0, 1]}
        label={spoken(title, points)}
        look={onPage}
        width={232}
        height={100}
      />
    </div>
  );
};

const Coverage = ({ report }: { report: BoardReport }) => {
  const { m, f } = useWords();
  const { coverage } = report;
  const points = historyOf(report, 'coverage', f);
  return (
    <Figure title={m.report.coverage}>
      <div className="figure-line">
        <div>
          <p className="big">
            {coverage.internal === 0 ? m.report.noInternal : f.say(m.report.coverageOf, { ...coverage })}
          </p>
          <Change points={points} />
        </div>
        <Line title={m.report.coverage} points={points} />
      </div>
      <p className="quiet">
        {f.say(m.report.concentrated, { n: coverage.concentrated })}
        {coverage.statutory > 0 && <>; {f.say(m.report.statutory, { n: coverage.statutory })}</>}.{' '}
        {coverage.covered < coverage.internal && (
          <Link to="/findings?check=missing-counterpart">{m.board.evidence}</Link>
        )}
      </p>
    </Figure>
  );
};

const Alignment = ({ report }: { report: BoardReport }) => {
  const { m, f } = useWords();
  const { alignment } = report;
  const points = historyOf(report, 'alignment', f);
  return (
    <Figure title={m.report.alignment}>
      <div className="figure-line">
        <div>
          <p className="big">
            {alignment.share === undefined ? m.report.nothingToJudge : f.share(alignment.share)}
          </p>
          <Change points={points} />
        </div>
        {points.length > 0 && <Line title={m.report.alignment} points={points} />}
      </div>
      <p className="quiet">
        {(['hold', 'fail', 'waived', 'cannotTell'] as const)
          .filter((count) => count !== 'waived' || alignment.waived > 0)
          .map((count) => f.say(m.report[count], { n: alignment[count] }))
          .join(', ')}
        . <Link to="/findings">{m.board.evidence}</Link>
      </p>
    </Figure>
  );
};

const Watched = (props: { title: string; value: string; points: readonly TrendPoint[]; to: string }) => {
  const spoken = useSpoken();
  return (
    <li>
      <Link to={props.to}>{props.title}</Link>
      <strong>{props.value}</strong>
      {props.points.some(({ value }) => value !== undefined) && (
        <Sparkline
          points={props.points.map(({ value }) => value)}
          domain={[0, 1]}
          computed={props.points.filter(({ computed }) => computed === true).length}
          label={spoken(props.title, props.points)}
          width={76}
          height={26}
        />
      )}
    </li>
  );
};

const AlsoWatched = ({ report }: { report: BoardReport }) => {
  const { m, f } = useWords();
  const { views } = report;
  if (views === undefined) return null;
  const { clocked, assumedGreen, siloed } = views;
  const points = (figure: FigureName) => historyOf(report, figure, f);
  return (
    <Figure title={m.board.alsoWatched}>
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
    </Figure>
  );
};

/** Coverage, alignment and what is watched beside them. */
export const KeyFigures = ({ report }: { report: BoardReport }) => (
  <div className={report.views === undefined ? 'key-figures two' : 'key-figures'}>
    <Coverage report={report} />
    <Alignment report={report} />
    <AlsoWatched report={report} />
  </div>
);
