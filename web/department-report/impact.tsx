// The part that a department plays for each customer outcome, factor by factor; where one is missing, what is missing.
import { Paper, Table } from '@mantine/core';
import { Link } from 'react-router';
import type { Outcome } from '../../shared/domain/outcome.ts';
import type { DepartmentReport } from '../../shared/report/board-report.ts';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { useWords } from '../session/session.tsx';
import { missingFactor } from './missing-factor.ts';

/** The table of parts; nothing where the report holds none. What they weigh beside other departments, the outcome tells. */
export const PartPlayed = ({
  report,
  outcomes,
}: {
  report: DepartmentReport;
  outcomes: readonly Outcome[];
}) => {
  const words = useWords();
  const { m, f } = words;
  const parts = report.parts ?? [];
  if (parts.length === 0) return null;
  return (
    <Paper component="section" className="panel" aria-labelledby="part">
      <h2 id="part">{m.board.department.part}</h2>
      <ScrollTable
        caption={m.board.department.part}
        head={[m.report.outcome, m.board.outcome.importance, m.board.outcome.movement]}
      >
        {parts.map(({ outcome, importance, movement, missing }) => (
          <Table.Tr key={outcome}>
            <Table.Th scope="row">
              <Link to={`/report/${report.quarter}/outcomes/${outcome}`}>
                {outcomes.find(({ id }) => id === outcome)?.statement ?? outcome}
              </Link>
            </Table.Th>
            <Table.Td>{importance === undefined ? m.chart.none : f.share(importance)}</Table.Td>
            <Table.Td>
              {movement === undefined ? (
                <span className="quiet">
                  {f.say(m.board.outcome.cannotTell, {
                    missing: missing.map((one) => missingFactor(one, words)).join(', '),
                  })}
                </span>
              ) : (
                f.number(movement)
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </ScrollTable>
    </Paper>
  );
};
