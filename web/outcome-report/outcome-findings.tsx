// The findings about an outcome, each a link to its evidence.
import { Paper } from '@mantine/core';
import { Link } from 'react-router';
import type { OutcomeReport } from '../../shared/report/outcome-report.ts';
import { findingText } from '../parts/finding-text.ts';
import { LevelMark, StateWord } from '../parts/marks.tsx';
import { useWords } from '../session/session.tsx';

/** The list of findings. */
export const OutcomeFindings = ({ report }: { report: OutcomeReport }) => {
  const { m, f } = useWords();
  return (
    <Paper component="section" className="panel" aria-labelledby="findings">
      <h2 id="findings">{m.board.outcome.findings}</h2>
      {report.findings.length === 0 && <p>{m.board.outcome.findingsNone}</p>}
      <ol className="decisions">
        {report.findings.map((line) => (
          <li key={line.fingerprint}>
            <Link to={`/findings/${line.fingerprint}`}>{findingText(line, f)}</Link>
            <p className="quiet">
              <LevelMark level={line.level} /> · {f.say(m.report.since, { quarter: f.quarter(line.since) })} ·{' '}
              <StateWord state={line.state} />
            </p>
          </li>
        ))}
      </ol>
    </Paper>
  );
};
