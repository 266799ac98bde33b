// Nobody can talk a finding away: whatever was redefined within the quarter stands here, with who and why.
import { Link } from 'react-router';
import { type ChangeSaying, changedField, changedValue } from '../../shared/format/changed.ts';
import type { BoardReport } from '../../shared/report/board-report.ts';
import { useAnswer } from '../data/answers.ts';
import { type Names, useNames } from '../data/names.ts';
import { useAddressSwitch } from '../parts/address-state.ts';
import { Switch } from '../parts/chart.tsx';
import { PlainTable } from '../parts/plain-table.tsx';
import { useWords } from '../session/session.tsx';
import { changeSaying } from './changed-value.ts';

/** How many changes stand here until somebody asks for all. */
const shownFirst = 12;

type Change = BoardReport['changes'][number];

interface RowProps {
  readonly change: Change;
  readonly quarter: string;
  readonly names: Names;
  readonly saying: ChangeSaying;
}

const ChangeRow = ({ change, quarter, names, saying }: RowProps) => {
  const { m, f } = useWords();
  const { department } = change;
  const field = changedField(change.field, saying);
  const shown = (text: string) => changedValue(change.field, text, change.unit, saying);
  return (
    <tr>
      <th scope="row">
        {change.kpi === undefined || department === undefined ? (
          change.name
        ) : (
          <Link to={`/report/${quarter}/departments/${department}#${change.kpi}`}>{change.name}</Link>
        )}
      </th>
      <td>{f.say(m.report.changed, { field, was: shown(change.was), is: shown(change.is) })}</td>
      <td>
        {names.member(change.by)}, {f.instant(change.at)}
      </td>
      <td>{change.reason ?? <span className="quiet">{m.report.noReason}</span>}</td>
    </tr>
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
  const saying = changeSaying(report, names.department, m, f);
  const [all, showAll] = useAddressSwitch('changes', 'all');
  return (
    <section className="panel" aria-labelledby="changes">
      <h2 id="changes">{m.report.changes}</h2>
      {report.changes.length === 0 ? (
        <p>{m.report.changesNone}</p>
      ) : (
        <PlainTable
          caption={m.report.changes}
          head={[m.report.changedWhat, m.report.change, m.report.changedBy, m.report.reason]}
        >
          {(all ? report.changes : report.changes.slice(0, shownFirst)).map((change) => {
            const Row = change.field === 'target' && change.unit === undefined ? AskedRow : ChangeRow;
            return (
              <Row
                key={`${change.kind}|${change.kpi ?? change.id}|${change.field}|${change.at}`}
                change={change}
                quarter={report.quarter}
                names={names}
                saying={saying}
              />
            );
          })}
        </PlainTable>
      )}
      {!all && report.changes.length > shownFirst && (
        <Switch on={all} onPress={showAll}>
          {f.say(m.board.moreChanges, { n: report.changes.length - shownFirst })}
        </Switch>
      )}
      {report.changesTotal !== undefined && report.changesTotal > report.changes.length && (
        <p className="quiet">
          {f.say(m.report.changesMore, { n: report.changesTotal - report.changes.length })}
        </p>
      )}
    </section>
  );
};
