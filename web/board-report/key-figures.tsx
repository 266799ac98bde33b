// Are we aligned, where not, and is it getting better? Coverage and alignment, each with its change and eight quarters
// on one scale; and beside them the departments where the gaps are. None stands alone.
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { onPage } from '../../shared/charts/look.ts';
import { Trend, type TrendPoint } from '../../shared/charts/trend.tsx';
import { spokenSeries } from '../../shared/charts/words.ts';
import type { BoardReport } from '../../shared/report/board-report.ts';
import { useWords } from '../session/session.tsx';
import { moveOver, sharedScale } from './direction.ts';
import { historyOf } from './drawn-history.ts';
import { Gaps } from './gaps.tsx';

const Figure = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="figure" aria-label={title}>
    <h2>{title}</h2>
    {children}
  </section>
);

/** A series in words. */
export const useSpoken = () => {
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
  const change = moveOver(points, 1);
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

interface LineProps {
  readonly title: string;
  readonly points: readonly TrendPoint[];
  readonly scale: [number, number];
}

const Line = ({ title, points, scale }: LineProps) => {
  const { f } = useWords();
  const spoken = useSpoken();
  if (points.length === 0) return null;
  return (
    <div className="trend">
      <Trend
        points={points}
        domain={scale}
        ends={[f.share(scale[0]), f.share(scale[1])]}
        label={spoken(title, points)}
        look={onPage}
        width={338}
        height={96}
      />
    </div>
  );
};

/** Says what a hollow point is, where there is one. */
const Hollow = ({ points }: { points: readonly TrendPoint[] }) => {
  const { m } = useWords();
  return points.some(({ computed }) => computed === true) ? <> {m.board.hollow}</> : null;
};

interface PartProps {
  readonly report: BoardReport;
  readonly points: readonly TrendPoint[];
  readonly scale: [number, number];
}

const Coverage = ({ report, points, scale }: PartProps) => {
  const { m, f } = useWords();
  const { coverage } = report;
  return (
    <Figure title={m.report.coverage}>
      <div className="figure-line">
        <p className="big">
          {coverage.internal === 0 ? m.report.noInternal : f.say(m.report.coverageOf, { ...coverage })}
        </p>
        <Change points={points} />
      </div>
      <Line title={m.report.coverage} points={points} scale={scale} />
      <p className="quiet">
        {f.say(m.report.concentrated, { n: coverage.concentrated })}
        {coverage.statutory > 0 && <>; {f.say(m.report.statutory, { n: coverage.statutory })}</>}.
        <Hollow points={points} />{' '}
        {coverage.covered < coverage.internal && (
          <Link to="/findings?check=missing-counterpart">{m.board.evidence}</Link>
        )}
      </p>
    </Figure>
  );
};

const Alignment = ({ report, points, scale }: PartProps) => {
  const { m, f } = useWords();
  const { alignment } = report;
  return (
    <Figure title={m.report.alignment}>
      <div className="figure-line">
        <p className="big">
          {alignment.share === undefined ? m.report.nothingToJudge : f.share(alignment.share)}
        </p>
        <Change points={points} />
      </div>
      <Line title={m.report.alignment} points={points} scale={scale} />
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

/** Coverage, alignment, and where the gaps are. */
export const KeyFigures = ({ report }: { report: BoardReport }) => {
  const { m, f } = useWords();
  const coverage = historyOf(report, 'coverage', f);
  const alignment = historyOf(report, 'alignment', f);
  const scale = sharedScale([coverage, alignment]);
  return (
    <div className="key-figures">
      <Coverage report={report} points={coverage} scale={scale} />
      <Alignment report={report} points={alignment} scale={scale} />
      <Figure title={m.board.gaps.title}>
        <Gaps report={report} />
      </Figure>
    </div>
  );
};
