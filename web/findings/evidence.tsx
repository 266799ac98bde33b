// The rows that make the sentence believable, under the names that the check gave its columns.
import { Table } from '@mantine/core';
import { Link } from 'react-router';
import type { FindingView } from '../../shared/report/finding-line.ts';
import { isQuarter } from '../format/formats.ts';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { useWords } from '../session/session.tsx';
import { namedTogether } from './named-together.ts';
import { useSubjectNames } from './subject-names.ts';

type Cell = FindingView['evidence']['rows'][number][number];

const longDecimal = /^(-?\d+\.\d{3,})(?= |$)/;

const Shown = ({ cell }: { cell: Cell }) => {
  const { m, f } = useWords();
  if (cell === null) return <span className="quiet">{m.chart.none}</span>;
  if (typeof cell === 'number') return <>{f.number(cell)}</>;
  if (isQuarter(cell)) return <>{f.quarter(cell)}</>;
  const word =
    m.fault[cell as keyof typeof m.fault] ??
    m.perspective[cell as keyof typeof m.perspective] ??
    m.status[cell as keyof typeof m.status] ??
    f.sentences.evidence[cell];
  if (word !== undefined) return <>{word}</>;
  const figure = f.figure(cell);
  return longDecimal.test(cell) ? <span title={cell}>{figure}</span> : figure;
};

/** The evidence of a finding, its reasons, and what it is about. */
export const Evidence = ({ finding }: { finding: FindingView }) => {
  const { m, f } = useWords();
  const { columns, rows } = namedTogether(finding.evidence);
  const about = useSubjectNames(finding.subject).join(' · ');
  return (
    <>
      {rows.length === 0 ? (
        <p>{m.finding.noEvidence}</p>
      ) : (
        <ScrollTable
          caption={m.finding.evidence}
          head={columns.map((column) =>
            isQuarter(column) ? f.quarter(column) : (f.sentences.evidence[column] ?? column),
          )}
        >
          {rows.map((row, place) => (
            <Table.Tr key={JSON.stringify(finding.evidence.rows[place])}>
              {row.map((cell, i) => (
                <Table.Td key={columns[i]}>
                  <Shown cell={cell} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </ScrollTable>
      )}
      <p className="quiet">
        {m.finding.related}: {m.subject[finding.subject.kind]}{' '}
        {finding.department !== undefined && finding.subject.kind.startsWith('kpi') ? (
          <Link to={`/report/${finding.quarter}/departments/${finding.department}#${finding.subject.ids[0]}`}>
            {about}
          </Link>
        ) : (
          about
        )}
      </p>
    </>
  );
};
