// All departments of the quarter, each with its submission, its coverage and its findings.
import { Link } from 'react-router';
import { levels } from '../../shared/domain/finding-levels.ts';
import type { BoardReport } from '../../shared/report/board-report.ts';
import { LevelCount } from '../parts/level-count.tsx';
import { SubmissionMark } from '../parts/marks.tsx';
import { PlainTable } from '../parts/plain-table.tsx';
import { useWords } from '../session/session.tsx';

/** The table of departments; plain elements, as there may be many of them. */
export const Departments = ({ report }: { report: BoardReport }) => {
  const { m, f } = useWords();
  const head = [
    m.report.department,
    m.report.submission,
    m.report.kpis,
    m.report.coverage,
    m.report.findingsColumn,
  ];
  return (
    <section className="panel" aria-labelledby="departments">
      <h2 id="departments">{m.report.departments}</h2>
      <PlainTable caption={m.report.departments} head={head}>
        {report.departments.map(({ id, name, kpis, submission, coverage, findings }) => (
          <tr key={id}>
            <th scope="row">
              <Link to={`/report/${report.quarter}/departments/${id}`}>{name}</Link>
            </th>
            <td>
              <SubmissionMark standing={submission} />
            </td>
            <td>{f.number(kpis)}</td>
            <td>
              {coverage.internal === 0 ? (
                <span className="quiet">{m.report.noInternal}</span>
              ) : (
                f.say(m.report.coverageOf, { ...coverage })
              )}
            </td>
            <td>
              <span className="level-row">
                {levels
                  .filter((level) => findings[level] > 0)
                  .map((level) => (
                    <LevelCount key={level} level={level} count={findings[level]} />
                  ))}
                {levels.every((level) => findings[level] === 0) && (
                  <span className="quiet">{m.report.none}</span>
                )}
              </span>
            </td>
          </tr>
        ))}
      </PlainTable>
    </section>
  );
};
