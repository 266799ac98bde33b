// What happened to a finding, newest first.
import { Paper } from '@mantine/core';
import type { FindingView } from '../../shared/report/finding-line.ts';
import { useNames } from '../data/names.ts';
import { useWords } from '../session/session.tsx';

/** The events of a finding's life. */
export const History = ({ finding }: { finding: FindingView }) => {
  const { m, f } = useWords();
  const names = useNames();
  return (
    <Paper component="section" className="panel" aria-labelledby="history">
      <h2 id="history">{m.finding.history}</h2>
      <p className="quiet">
        {m.finding.firstSeen}: {f.instant(finding.firstSeen)}
      </p>
      <ol className="history">
        {finding.events
          .map((event, index) => ({ event, index }))
          .reverse()
          .map(({ event, index }) => (
            <li key={index}>
              <strong>
                {f.say(m.finding.eventLine, {
                  event: m.finding.event[event.event as keyof typeof m.finding.event] ?? event.event,
                  quarter: f.quarter(event.quarter),
                })}
              </strong>
              <span className="quiet">
                {' '}
                {f.instant(event.at)}
                {event.by !== undefined && `, ${f.say(m.finding.by, { by: names.member(event.by) })}`}
              </span>
              {event.note !== undefined && <p>{event.note}</p>}
            </li>
          ))}
      </ol>
    </Paper>
  );
};
