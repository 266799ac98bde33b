// All departments of the quarter, each with its submission, its coverage and its findings.
import { Paper } from '@mantine/core';
import { Link } from 'react-router';
import { levels } from '../../shared/domain/finding.ts';
import type { BoardReport } from '../../shared/report/board-report.ts';
import { LevelCount } from '../parts/level-count.tsx';
import { SubmissionMark } from '../parts/marks.tsx';
import { Scroller } from '../parts/scroller.tsx';
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
    <Paper component="section" className="panel" aria-labelledby="departments">
      <h2 id="departments">{m.report.departments}</h2>
      <Scroller label={m.report.departments}>
        <table className="plain-table">
          <thead>
            <tr>
              {head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
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
          </tbody>
        </table>
      </Scroller>
    </Paper>
  );
};
