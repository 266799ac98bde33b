// Three figures, none of them alone: each with what it is counted from, and coverage with its eight quarters.
import { Paper } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Sparkline } from '../../shared/charts/sparkline.tsx';
import { levels } from '../../shared/domain/finding.ts';
import type { BoardReport } from '../../shared/report/board-report.ts';
import { LevelCount } from '../parts/level-count.tsx';
import { useWords } from '../session/session.tsx';

const Figure = ({ title, children }: { title: string; children: ReactNode }) => (
  <Paper component="section" className="figure" aria-label={title}>
    <h2>{title}</h2>
    {children}
  </Paper>
);

const Coverage = ({ coverage, coverageHistory }: BoardReport) => {
  const { m, f } = useWords();
  const points = coverageHistory.map(({ covered, internal }) =>
    internal === 0 ? undefined : covered / internal,
  );
  const inWords = coverageHistory.map(({ quarter }, i) => {
    const point = points[i];
    return f.say(m.chart.point, {
      quarter: f.quarter(quarter),
      value: point === undefined ? m.chart.gap : f.share(point),
    });
  });
  return (
    <Figure title={m.report.coverage}>
      <div className="figure-line">
        <div>
          <p className="big">
            {coverage.internal === 0 ? m.report.noInternal : f.say(m.report.coverageOf, { ...coverage })}
          </p>
          {coverage.internal > 0 && (
            <p>{f.say(m.report.coverageShare, { share: f.share(coverage.covered / coverage.internal) })}</p>
          )}
        </div>
        <div className="trend">
          <Sparkline
            points={points}
            domain={[0, 1]}
            computed={coverageHistory.filter(({ before }) => before).length}
            label={f.say(m.chart.trend, {
              name: m.report.coverage,
              n: points.length,
              points: `${inWords.join('; ')}.`,
            })}
            width={150}
            height={44}
          />
          <p className="quiet trend-ends">
            <span>{coverageHistory[0] === undefined ? '' : f.quarter(coverageHistory[0].quarter)}</span>
            <span>
              {coverageHistory.length < 2 ? '' : f.quarter(coverageHistory.at(-1)?.quarter ?? '2000-Q1')}
            </span>
          </p>
        </div>
      </div>
      <p className="quiet">
        {f.say(m.report.concentrated, { n: coverage.concentrated })};{' '}
        {f.say(m.report.statutory, { n: coverage.statutory })}.
      </p>
    </Figure>
  );
};

const Alignment = ({ alignment }: BoardReport) => {
  const { m, f } = useWords();
  return (
    <Figure title={m.report.alignment}>
      <p className="big">
        {alignment.share === undefined ? m.report.nothingToJudge : f.share(alignment.share)}
      </p>
      <ul className="plain-counts">
        {(['hold', 'fail', 'waived', 'cannotTell'] as const).map((count) => (
          <li key={count}>{f.say(m.report[count], { n: alignment[count] })}</li>
        ))}
      </ul>
    </Figure>
  );
};

const Findings = ({ findings, unresolved }: BoardReport) => {
  const { m, f } = useWords();
  return (
    <Figure title={m.report.findings}>
      <ul className="level-counts">
        {levels.map((level) => (
          <li key={level}>
            <LevelCount level={level} count={findings[level]} />
          </li>
        ))}
      </ul>
      <p>
        {unresolved === 0 ? (
          m.report.noFindings
        ) : (
          <Link to="/findings">{f.say(m.report.allFindings, { n: unresolved })}</Link>
        )}
      </p>
    </Figure>
  );
};

/** Coverage, alignment and open findings of a quarter. */
export const KeyFigures = ({ report }: { report: BoardReport }) => (
  <div className="key-figures">
    <Coverage {...report} />
    <Alignment {...report} />
    <Findings {...report} />
  </div>
);
