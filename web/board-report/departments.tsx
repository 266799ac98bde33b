// All departments of the quarter, each with its submission, its coverage and its findings.
import { Paper, Table } from '@mantine/core';
import { Link } from 'react-router';
import { levels } from '../../shared/domain/finding.ts';
import type { BoardReport } from '../../shared/report/board-report.ts';
import { LevelCount } from '../parts/level-count.tsx';
import { SubmissionMark } from '../parts/marks.tsx';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { useWords } from '../session/session.tsx';

/** The table of departments. */
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
      <ScrollTable caption={m.report.departments} head={head}>
        {report.departments.map(({ id, name, kpis, submission, coverage, findings }) => (
          <Table.Tr key={id}>
            <Table.Th scope="row">
              <Link to={`/report/${report.quarter}/departments/${id}`}>{name}</Link>
            </Table.Th>
            <Table.Td>
              <SubmissionMark standing={submission} />
            </Table.Td>
            <Table.Td>{f.number(kpis)}</Table.Td>
            <Table.Td>
              {coverage.internal === 0 ? (
                <span className="quiet">{m.report.noInternal}</span>
              ) : (
                f.say(m.report.coverageOf, { ...coverage })
              )}
            </Table.Td>
            <Table.Td>
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
            </Table.Td>
          </Table.Tr>
        ))}
      </ScrollTable>
    </Paper>
  );
};
