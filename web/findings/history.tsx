// What happened to a finding, newest first, and for those who may read it the way to its audit trail.
import { Paper } from '@mantine/core';
import { Link } from 'react-router';
import type { FindingView } from '../../shared/report/finding-line.ts';
import { useNames } from '../data/names.ts';
import { useSession } from '../session/session.tsx';
import { lifeLines } from './life-lines.ts';

/** The events of a finding's life. */
export const History = ({ finding }: { finding: FindingView }) => {
  const { m, f, seesAudit } = useSession();
  const names = useNames();
  return (
    <Paper component="section" className="panel" aria-labelledby="history">
      <h2 id="history">{m.finding.history}</h2>
      <ol className="history">
        {lifeLines(finding, { m, f }).map(({ at, quarter, what, by, said }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a life only grows, and its lines have no other name
          <li key={index}>
            <strong>{what}</strong>
            {said !== undefined && <p className="said">{said}</p>}
            <p className="quiet">
              {f.say(by === undefined ? m.finding.eventWhen : m.finding.eventWhenBy, {
                at: f.instant(at),
                quarter: f.quarter(quarter),
                by: names.member(by ?? ''),
              })}
            </p>
          </li>
        ))}
      </ol>
      {seesAudit && (
        <p>
          <Link to={`/audit?kind=finding&id=${finding.fingerprint}`}>{m.finding.auditTrail}</Link>
        </p>
      )}
    </Paper>
  );
};
