// What the board decided before and nobody has finished comes first in every report, with its age; then what is waived,
// so that nobody forgets either.
import { Link } from 'react-router';
import type { BoardReport } from '../../shared/report/board-report.ts';
import { useNames } from '../data/names.ts';
import { Mark } from '../parts/marks.tsx';
import { useWords } from '../session/session.tsx';

/** How many actions stand on the page; their own screen has them all. */
const shown = 3;

/** Where the waivers that are asked for wait: the finding of a single one, else the register of them all. */
const waitingFor = ({ waivers }: BoardReport): string => {
  const waiting = waivers?.lines.filter(({ waiver }) => waiver?.state === 'asked') ?? [];
  return waivers?.asked === 1 && waiting[0] !== undefined
    ? `/findings/${waiting[0].fingerprint}`
    : '/findings?waiver=asked';
};

/** The open actions of a report, oldest first, and the count of its waivers. */
export const OpenActions = ({ report }: { report: BoardReport }) => {
  const { m, f } = useWords();
  const names = useNames();
  const actions = report.actions ?? [];
  const { standing = 0, asked = 0 } = report.waivers ?? {};
  return (
    <>
      {actions.length > 0 && (
        <>
          <h3>{f.say(m.board.decided.open, { n: actions.length })}</h3>
          <ol className="decisions">
            {actions.slice(0, shown).map((action) => (
              <li key={action.id}>
                <Link to={action.findings[0] === undefined ? '/actions' : `/findings/${action.findings[0]}`}>
                  {action.text}
                </Link>
                <p className="quiet">
                  {action.stalled && (
                    <Mark tone="fault" drawing="cross">
                      {m.board.decided.stalled}
                    </Mark>
                  )}
                  {action.stalled && ' · '}
                  {names.member(action.owner)} ·{' '}
                  {f.say(m.board.decided.due, {
                    due: f.quarter(action.dueQuarter),
                    since: f.quarter(action.decidedIn),
                  })}
                  {action.age > 0 && ` · ${f.say(m.board.decided.age, { n: action.age })}`}
                </p>
              </li>
            ))}
          </ol>
          {actions.length > shown && (
            <Link to="/actions">{f.say(m.board.decided.more, { n: actions.length - shown })}</Link>
          )}
        </>
      )}
      {standing > 0 && (
        <p>
          <Link to="/findings?state=waived">{f.say(m.board.decided.waived, { n: standing })}</Link>
        </p>
      )}
      {asked > 0 && (
        <p>
          <Link to={waitingFor(report)}>{f.say(m.board.decided.asked, { n: asked })}</Link>
        </p>
      )}
    </>
  );
};
