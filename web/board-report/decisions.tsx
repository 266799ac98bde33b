// What the board is asked to decide: findings, worst and oldest first, each a link to its evidence.
import { Paper } from '@mantine/core';
import { Link } from 'react-router';
import { levels } from '../../shared/domain/finding-levels.ts';
import type { BoardReport } from '../../shared/report/board-report.ts';
import { aboutFinding } from '../../shared/report/commentary-subject.ts';
import { SaidBrief } from '../commentary/said-brief.tsx';
import { useCommentary } from '../commentary/use-commentary.ts';
import { useNames } from '../data/names.ts';
import { findingText } from '../parts/finding-text.ts';
import { LevelCount } from '../parts/level-count.tsx';
import { LevelMark, StateWord } from '../parts/marks.tsx';
import { useWords } from '../session/session.tsx';
import { OpenActions } from './open-actions.tsx';

/** How many decisions stand on the page; the register has them all. */
const shown = 6;

/** The findings of a report as a list. */
export const Decisions = ({ report }: { report: BoardReport }) => {
  const { m, f } = useWords();
  const people = useNames();
  const commentary = useCommentary(report.quarter);
  const names = new Map(report.departments.map(({ id, name }) => [id, name]));
  const decisions = report.decisions.slice(0, shown);
  const more = report.unresolved - decisions.length;
  return (
    <Paper component="section" className="panel" aria-labelledby="decisions">
      <h2 id="decisions">{m.report.decisions}</h2>
      {report.decisions.length === 0 ? (
        <p>{m.report.decisionsNone}</p>
      ) : (
        <p className="level-row">
          {levels.map((level) => (
            <LevelCount key={level} level={level} count={report.findings[level]} />
          ))}
        </p>
      )}
      <OpenActions report={report} />
      <ol className="decisions">
        {decisions.map((line) => (
          <li key={line.fingerprint}>
            <Link to={`/findings/${line.fingerprint}`}>{findingText(line, f)}</Link>
            <p className="quiet">
              <LevelMark level={line.level} /> ·{' '}
              {names.get(line.department ?? '') ?? line.department ?? m.report.noDepartment} ·{' '}
              {line.owner !== undefined && `${people.member(line.owner)} · `}
              {f.say(m.report.since, { quarter: f.quarter(line.since) })} · <StateWord state={line.state} />
              {line.waiver?.state === 'asked' &&
                ` · ${f.say(m.board.decided.waiverAsked, { until: f.day(line.waiver.until) })}`}
            </p>
            <SaidBrief text={commentary?.about(aboutFinding(line.fingerprint))?.text} />
          </li>
        ))}
      </ol>
      {more > 0 && <Link to="/findings">{f.say(m.report.decisionsMore, { n: more })}</Link>}
    </Paper>
  );
};
