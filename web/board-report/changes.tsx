// Nobody can talk a finding away: whatever was redefined within the quarter stands here, with who and why.
import { Paper, Table } from '@mantine/core';
import { Link } from 'react-router';
import type { BoardReport } from '../../shared/report/board-report.ts';
import { useAnswer } from '../data/answers.ts';
import { type Names, useNames } from '../data/names.ts';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { useWords } from '../session/session.tsx';
import { changedValue } from './changed-value.ts';

type Change = BoardReport['changes'][number];

interface RowProps {
  readonly change: Change;
  readonly quarter: string;
  readonly names: Names;
}

const ChangeRow = ({ change, quarter, names }: RowProps) => {
  const { m, f } = useWords();
  const { department } = change;
  const [what = '', ...which] = change.field.split('.');
  const known = m.report.field[what as keyof typeof m.report.field];
  const field = known === undefined ? change.field : [known, ...which].join(' ');
  const shown = (text: string) => changedValue(change.field, text, change.unit, m, f);
  return (
    <Table.Tr>
      <Table.Th scope="row">
        {change.kpi === undefined || department === undefined ? (
          change.name
        ) : (
          <Link to={`/report/${quarter}/departments/${department}#${change.kpi}`}>{change.name}</Link>
        )}
      </Table.Th>
      <Table.Td>{f.say(m.report.changed, { field, was: shown(change.was), is: shown(change.is) })}</Table.Td>
      <Table.Td>
        {names.member(change.by)}, {f.instant(change.at)}
      </Table.Td>
      <Table.Td>{change.reason ?? <span className="quiet">{m.report.noReason}</span>}</Table.Td>
    </Table.Tr>
  );
};

/** A moved target of a report from before its unit stood there: the KPI is asked. */
const AskedRow = ({ change, ...rest }: RowProps) => {
  const unit = useAnswer('getKpi', { params: { id: change.kpi ?? '' } }).data?.unit;
  return <ChangeRow change={unit === undefined ? change : { ...change, unit }} {...rest} />;
};

/** The changes of what is measured. */
export const Changes = ({ report }: { report: BoardReport }) => {
  const { m, f } = useWords();
  const names = useNames();
  return (
    <Paper component="section" className="panel" aria-labelledby="changes">
      <h2 id="changes">{m.report.changes}</h2>
      {report.changes.length === 0 ? (
        <p>{m.report.changesNone}</p>
      ) : (
        <ScrollTable
          caption={m.report.changes}
          head={[m.report.kpi, m.report.change, m.report.changedBy, m.report.reason]}
        >
          {report.changes.map((change) => {
            const Row = change.field === 'target' && change.unit === undefined ? AskedRow : ChangeRow;
            return (
              <Row
                key={`${change.kind}|${change.kpi ?? change.id}|${change.field}|${change.at}`}
                change={change}
                quarter={report.quarter}
                names={names}
              />
            );
          })}
        </ScrollTable>
      )}
      {report.changesTotal !== undefined && report.changesTotal > report.changes.length && (
        <p className="quiet">
          {f.say(m.report.changesMore, { n: report.changesTotal - report.changes.length })}
        </p>
      )}
    </Paper>
  );
};
