// What was imported, newest first; each leads to what it changed.
import { Paper, Table } from '@mantine/core';
import { Link } from 'react-router';
import { useAnswer } from '../data/answers.ts';
import { useNames } from '../data/names.ts';
import { Gate } from '../parts/gate.tsx';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { useWords } from '../session/session.tsx';

/** The table of the last imports. */
export const LastImports = () => {
  const { m, f } = useWords();
  const names = useNames();
  const answer = useAnswer('listImports', { query: {} }, { fresh: true });
  const head = [m.import.file, m.import.stateColumn, m.import.size, m.import.by];
  return (
    <Paper component="section" className="panel" aria-label={m.import.last}>
      <h2>{m.import.last}</h2>
      <Gate answer={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{m.import.lastNone}</p>
          ) : (
            <ScrollTable caption={m.import.last} head={head}>
              {items.map(({ id, kind, file, state, total, by, at }) => (
                <Table.Tr key={id}>
                  <Table.Td className="wide">
                    <Link to={`/import/${id}`}>{file ?? kind}</Link>
                  </Table.Td>
                  <Table.Td>{m.import.state[state]}</Table.Td>
                  <Table.Td>{f.number(total)}</Table.Td>
                  <Table.Td>
                    {names.member(by)}, {f.instant(at)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </ScrollTable>
          )
        }
      </Gate>
    </Paper>
  );
};
