// What was decided on a finding before: actions with their state, and every waiver with who asked, who answered, and
// which renewal it was.
import { Paper } from '@mantine/core';
import { Link } from 'react-router';
import type { FindingView } from '../../shared/report/finding-line.ts';
import { useNames } from '../data/names.ts';
import { useWords } from '../session/session.tsx';

type Waiver = NonNullable<FindingView['waivers']>[number];

const WaiverItem = ({ waiver }: { waiver: Waiver }) => {
  const { m, f } = useWords();
  const names = useNames();
  const { reason, until, state, asked, decided, renewal } = waiver;
  const words = m.decide;
  return (
    <li>
      <strong>{f.say(words.waiverLine[state], { day: f.day(until) })}</strong>
      {renewal > 0 && <span className="quiet"> · {f.say(words.renewal, { n: renewal })}</span>}
      <p className="said">{reason}</p>
      <p className="quiet">
        {f.say(words.askedBy, { by: names.member(asked.by), at: f.instant(asked.at) })}
        {decided !== undefined && (
          <>
            <br />
            {f.say(state === 'refused' ? words.refusedBy : words.approvedBy, {
              by: names.member(decided.by),
              at: f.instant(decided.at),
            })}
          </>
        )}
      </p>
      {decided?.comment !== undefined && <p className="said">{decided.comment}</p>}
    </li>
  );
};

/** The actions and waivers of a finding; nothing where there are none. */
export const Decided = ({ finding }: { finding: FindingView }) => {
  const { m, f } = useWords();
  const names = useNames();
  const { actions = [], waivers = [] } = finding;
  return (
    <>
      {actions.length > 0 && (
        <Paper component="section" className="panel" aria-labelledby="decided">
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
        </Paper>
      )}
      {waivers.length > 0 && (
        <Paper component="section" className="panel" aria-labelledby="waivers">
          <h2 id="waivers">{m.decide.waivers}</h2>
          <ul className="history">
            {waivers.toReversed().map((waiver) => (
              <WaiverItem key={waiver.asked.at} waiver={waiver} />
            ))}
          </ul>
        </Paper>
      )}
    </>
  );
};
