// What was decided on a finding before: actions with their state, and waivers.
import { Paper } from '@mantine/core';
import { Link } from 'react-router';
import type { FindingView } from '../../shared/report/finding-line.ts';
import { useNames } from '../data/names.ts';
import { useWords } from '../session/session.tsx';

/** The actions and waivers of a finding; nothing where there are none. */
export const Decided = ({ finding }: { finding: FindingView }) => {
  const { m, f } = useWords();
  const names = useNames();
  const { actions = [], waivers = [] } = finding;
  if (actions.length === 0 && waivers.length === 0) return null;
  return (
    <Paper component="section" className="panel" aria-labelledby="decided">
      {actions.length > 0 && (
        <>
          <h2 id="decided">{m.decide.actionsHere}</h2>
          <ul className="history">
            {actions.map(({ id, text, owner, dueQuarter, state }) => (
              <li key={id}>
                <Link to={`/actions?finding=${finding.fingerprint}`}>{text}</Link>
                <p className="quiet">
                  {m.decide.actions.states[state]} · {names.member(owner)} · {m.decide.due}{' '}
                  {f.quarter(dueQuarter)}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      {waivers.length > 0 && (
        <>
          <h2 {...(actions.length === 0 ? { id: 'decided' } : {})}>{m.decide.waivers}</h2>
          <ul className="history">
            {waivers.map(({ reason, until, state, asked }) => (
              <li key={asked.at}>
                {f.say(m.decide.waiverLine, { reason, day: f.day(until) })}
                <p className="quiet">
                  {m.decide.waiverState[state]} · {names.member(asked.by)}
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Paper>
  );
};
