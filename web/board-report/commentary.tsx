// What executives say about a quarter, in their own words beside the figures: about the report here, and below it what
// they say about single outcomes and findings, each with the way to it.
import { Link } from 'react-router';
import type { CommentaryView } from '../../shared/api/schemas/seal.ts';
import type { BoardReport } from '../../shared/report/board-report.ts';
import { subjectOf } from '../../shared/report/commentary-subject.ts';
import { CommentaryPanel, SaidText } from '../commentary/commentary-panel.tsx';
import { useCommentary } from '../commentary/use-commentary.ts';
import { findingText } from '../parts/finding-text.ts';
import { useWords } from '../session/session.tsx';

const Subject = ({ said, report }: { said: CommentaryView; report: BoardReport }) => {
  const { m, f } = useWords();
  const { kind, id } = subjectOf(said);
  if (kind === 'outcome')
    return (
      <Link to={`/report/${report.quarter}/outcomes/${id}`}>
        {report.outcomes.find((one) => one.id === id)?.statement ?? m.report.outcome}
      </Link>
    );
  return (
    <Link to={`/findings/${id}`}>
      {said.finding === undefined ? m.findings.finding : findingText(said.finding, f)}
    </Link>
  );
};

/** The commentary of a report's quarter. */
export const Commentary = ({ report }: { report: BoardReport }) => {
  const { m } = useWords();
  const others = (useCommentary(report.quarter)?.items ?? []).filter(({ about }) => about !== 'report');
  return (
    <CommentaryPanel
      quarter={report.quarter}
      about="report"
      label={m.board.commentary.onReport}
      shown={others.length > 0}
    >
      {others.length > 0 && (
        <ul className="plain-list">
          {others.map((said) => (
            <li key={said.about}>
              <Subject said={said} report={report} />
              <SaidText said={said} />
            </li>
          ))}
        </ul>
      )}
    </CommentaryPanel>
  );
};
