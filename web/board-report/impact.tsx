// Which department moves customers most? From data, with what is missing said; nobody is named a winner while it is.
import { Link } from 'react-router';
import { onPage } from '../../shared/charts/look.ts';
import type { BoardReport } from '../../shared/report/board-report.ts';
import { PlainTable } from '../parts/plain-table.tsx';
import { useWords } from '../session/session.tsx';

const width = 150;
/** How many departments are listed; each has its part on its own page. */
const shown = 12;

const Bar = ({ impact, most }: { impact: number; most: number }) => {
  const middle = width / 2;
  const length = most === 0 ? 0 : (Math.abs(impact) / most) * (middle - 2);
  return (
    <svg aria-hidden="true" width={width} height={16} viewBox={`0 0 ${width} 16`}>
      <rect
        x={impact < 0 ? middle - length : middle}
        y="3"
        width={length}
        height="10"
        fill={impact < 0 ? onPage.paper : onPage.ink}
        stroke={impact < 0 ? onPage.fault : 'none'}
        strokeWidth="1.5"
      />
      <path d={`M${middle} 0v16`} stroke={onPage.quiet} />
    </svg>
  );
};

/** Impact by department, the greatest first; nothing where the report was written before it was reckoned. */
export const ImpactByDepartment = ({ report }: { report: BoardReport }) => {
  const { m, f } = useWords();
  const impact = report.views?.impact;
  if (impact === undefined || impact.departments.length === 0) return null;
  const nameOf = new Map(report.departments.map(({ id, name }) => [id, name]));
  const most = Math.max(...impact.departments.map((one) => Math.abs(one.impact ?? 0)));
  return (
    <section className="panel" aria-labelledby="impact">
      <h2 id="impact">{m.board.impact}</h2>
      <p className="chart-sentence">
        {impact.winner === undefined
          ? m.board.impactOpen
          : f.say(m.board.impactWinner, { department: nameOf.get(impact.winner) ?? impact.winner })}
      </p>
      <PlainTable
        caption={m.board.impact}
        head={[m.report.department, m.board.impactValue, m.board.impactTold]}
      >
        {impact.departments.slice(0, shown).map(({ department, impact: value, told, cannotTell }) => (
          <tr key={department}>
            <th scope="row">
              <Link to={`/report/${report.quarter}/departments/${department}`}>
                {nameOf.get(department) ?? department}
              </Link>
            </th>
            <td>
              {value === undefined ? (
                <span className="quiet">{m.board.answer['cannot-tell']}</span>
              ) : (
                <span className="impact-value">
                  <Bar impact={value} most={most} /> {f.number(value)}
                </span>
              )}
            </td>
            <td>
              {f.number(told)}
              {cannotTell > 0 && (
                <span className="quiet">; {f.say(m.board.impactCannot, { n: cannotTell })}</span>
              )}
            </td>
          </tr>
        ))}
      </PlainTable>
      <p className="quiet legend">
        {m.board.impactWhat}
        {impact.departments.length > shown &&
          ` ${f.say(m.board.impactMore, { n: impact.departments.length - shown })}`}
      </p>
    </section>
  );
};
