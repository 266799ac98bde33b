// Where are we not aligned? The departments whose internal KPIs have no counterpart, worst first: a filled square is an
// internal KPI with a counterpart, a dashed empty one a gap; and below it the outcomes that nobody hears.
import { Link } from 'react-router';
import type { BoardReport } from '../../shared/report/board-report.ts';
import { useWords } from '../session/session.tsx';

type DepartmentLine = BoardReport['departments'][number];

/** How many departments stand here; the map below has them all. */
const shown = 4;
/** Squares from which on a department's are too many to tell apart. */
const mostSquares = 14;
const step = 13;

const gapsOf = ({ coverage }: DepartmentLine): number => coverage.internal - coverage.covered;

const squares = (from: number, to: number, inset: number): string =>
  Array.from({ length: Math.max(to - from, 0) }, (_, i) => {
    const side = 10 - 2 * inset;
    return `M${(from + i) * step + inset} ${1 + inset}h${side}v${side}h${-side}z`;
  }).join('');

/** One square for each internal KPI; beyond a row's length each stands for several. */
const Squares = ({ covered, internal }: { covered: number; internal: number }) => {
  const scale = Math.min(1, mostSquares / internal);
  const all = Math.round(internal * scale);
  const gaps = Math.max(1, Math.round((internal - covered) * scale));
  return (
    <svg aria-hidden="true" width={all * step} height="12" viewBox={`0 0 ${all * step} 12`}>
      <path d={squares(0, all - gaps, 0)} fill="var(--ink)" fillOpacity="0.72" />
      <path
        d={squares(all - gaps, all, 0.75)}
        fill="var(--fault-ground)"
        stroke="var(--fault)"
        strokeWidth="1.5"
        strokeDasharray="3 1.5"
      />
    </svg>
  );
};

const Unheard = ({ report }: { report: BoardReport }) => {
  const { m, f } = useWords();
  const unserved = report.outcomes.filter(({ contributors }) => contributors === 0).length;
  const unheard = report.outcomes.filter(({ heard, contributors }) => contributors > 0 && !heard).length;
  return (
    <>
      {unheard > 0 && (
        <li>
          <Link to="/findings?check=unheard-outcome">{f.say(m.board.gaps.unheard, { n: unheard })}</Link>
        </li>
      )}
      {unserved > 0 && (
        <li>
          <Link to="/findings?check=unserved-outcome">{f.say(m.board.gaps.unserved, { n: unserved })}</Link>
        </li>
      )}
    </>
  );
};

/** The departments with gaps. */
export const Gaps = ({ report }: { report: BoardReport }) => {
  const { m, f } = useWords();
  const words = m.board.gaps;
  const worst = report.departments
    .filter((department) => gapsOf(department) > 0)
    .sort((a, b) => gapsOf(b) - gapsOf(a) || a.coverage.covered - b.coverage.covered);
  const more = worst.length - shown;
  return (
    <>
      <p className="figure-answer">
        {worst.length === 0
          ? words.none
          : f.say(words.sentence, { n: worst.length, all: report.departments.length })}
      </p>
      <ul className="gaps">
        {worst.slice(0, shown).map((department) => (
          <li key={department.id} className="gap-line">
            <Link to={`/findings?check=missing-counterpart&department=${department.id}`}>
              {department.name}
            </Link>
            <Squares {...department.coverage} />
            <span className="gap-count">
              {f.say(words.of, { n: gapsOf(department), internal: department.coverage.internal })}
            </span>
          </li>
        ))}
        {more > 0 && (
          <li>
            <a href="#heat">{f.say(words.more, { n: more })}</a>
          </li>
        )}
        <Unheard report={report} />
      </ul>
    </>
  );
};
