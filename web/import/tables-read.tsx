// What was read: each table with what it is taken for and what its columns mean; every meaning can be changed.
import { NativeSelect, Paper, Table as Rows } from '@mantine/core';
import { tableNamed, tables } from '../../shared/exchange/tables.ts';
import { Mark } from '../parts/marks.tsx';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { useWords } from '../session/session.tsx';
import { columnsFor, doubled, lacking, type Matched } from './matching.ts';

const State = ({ matched }: { matched: Matched }) => {
  const { m, f } = useWords();
  const missing = lacking(matched);
  const [twice] = doubled(matched);
  const left = matched.columns.filter((name) => name === undefined).length;
  if (missing.length > 0)
    return (
      <Mark tone="fault" drawing="cross">
        {f.say(m.import.lacking, { names: missing.join(', ') })}
      </Mark>
    );
  if (twice !== undefined)
    return (
      <Mark tone="fault" drawing="cross">
        {f.say(m.import.twice, { name: twice })}
      </Mark>
    );
  return left > 0 ? (
    <Mark tone="care" drawing="triangle">
      {f.say(m.import.unmatched, { n: left })}
    </Mark>
  ) : (
    <Mark tone="well" drawing="check">
      {m.import.matched}
    </Mark>
  );
};

const Columns = ({ matched, onChange }: { matched: Matched; onChange: (after: Matched) => void }) => {
  const { m } = useWords();
  const { source, table, columns } = matched;
  const choices = [
    { value: '', label: m.import.leaveOut },
    ...(table?.columns ?? []).map(({ name, required }) => ({
      value: name,
      label: required ? `${name} *` : name,
    })),
  ];
  return (
    <ScrollTable
      caption={`${m.import.showColumns}: ${source.name}`}
      head={[m.import.column, m.import.sample, m.import.meaning]}
    >
      {source.header.map((name, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column's place is its identity
        <Rows.Tr key={i}>
          <Rows.Td>{name}</Rows.Td>
          <Rows.Td className="sample">{source.rows[0]?.[i] ?? ''}</Rows.Td>
          <Rows.Td>
            <NativeSelect
              size="xs"
              aria-label={`${m.import.meaning}: ${source.name}, ${name}`}
              data={choices}
              value={columns[i] ?? ''}
              onChange={({ currentTarget: { value } }) =>
                onChange({ ...matched, columns: columns.with(i, value === '' ? undefined : value) })
              }
            />
          </Rows.Td>
        </Rows.Tr>
      ))}
    </ScrollTable>
  );
};

/** The tables of the dropped files. */
export const TablesRead = (props: {
  matched: readonly Matched[];
  onChange: (matched: readonly Matched[]) => void;
}) => {
  const { m, f } = useWords();
  const { matched, onChange } = props;
  return (
    <Paper component="section" className="panel" aria-label={m.import.tables}>
      <h2>{m.import.tables}</h2>
      <ul className="tables-read">
        {matched.map((one, t) => (
          <li key={one.source.name}>
            <div className="table-read">
              <strong>{one.source.name}</strong>
              <span className="quiet">{f.say(m.import.rows, { n: one.source.rows.length })}</span>
              <NativeSelect
                size="xs"
                aria-label={`${m.import.table}: ${one.source.name}`}
                value={one.table?.name ?? ''}
                data={[
                  { value: '', label: m.import.leaveTable },
                  ...tables.map(({ name }) => ({ value: name, label: name })),
                ]}
                onChange={({ currentTarget: { value } }) => {
                  const table = tableNamed(value);
                  onChange(matched.with(t, { ...one, table, columns: columnsFor(table, one.source.header) }));
                }}
              />
              {one.table !== undefined && <State matched={one} />}
            </div>
            {one.table !== undefined && (
              <details open={lacking(one).length > 0 || one.columns.includes(undefined)}>
                <summary>{m.import.showColumns}</summary>
                <Columns matched={one} onChange={(after) => onChange(matched.with(t, after))} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </Paper>
  );
};
