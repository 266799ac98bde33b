// What was read: each table with what it is taken for and what its columns mean; every meaning can be changed.
import { NativeSelect, Paper, Table as Rows, TextInput } from '@mantine/core';
import type { Quarter } from '../../shared/domain/quarter.ts';
import { addQuarters } from '../../shared/domain/quarter-steps.ts';
import { type OwnField, ownFields } from '../../shared/exchange/own-columns.ts';
import { tableNamed, tables } from '../../shared/exchange/tables.ts';
import { type Formats, isQuarter } from '../format/formats.ts';
import type { Messages } from '../messages/messages.ts';
import { Mark } from '../parts/marks.tsx';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { useSession, useWords } from '../session/session.tsx';
import { columnsFor, doubled, isTaken, lacking, type Matched, ownSheet } from './matching.ts';

const isField = (name: string): name is OwnField => ownFields.some((field) => field === name);

/** A meaning as people read it: a field of a KPI, a figure of a quarter, or a column of the format by its own name. */
const meaningWords = (m: Messages, f: Formats, meaning: string): string => {
  const [what = '', quarter] = meaning.split(' ');
  if (quarter !== undefined && isQuarter(quarter))
    return f.say(what === 'target' ? m.import.own.targetOf : m.import.own.actualOf, {
      quarter: f.quarter(quarter),
    });
  return isField(meaning) ? m.import.own.field[meaning] : meaning;
};
const wordOf = (m: Messages, { own }: Matched, name: string): string =>
  own !== undefined && isField(name) ? m.import.own.field[name] : name;

const quartersBack = 8;

/** What a column of an own sheet can mean: the fields, then figures of the quarters around. */
const ownChoices = ({ columns }: Matched, reporting: Quarter): readonly string[] => {
  const around = Array.from({ length: quartersBack }, (_, i) => addQuarters(reporting, 1 - i));
  return [
    ...new Set([
      ...ownFields,
      ...around.flatMap((quarter) => [`target ${quarter}`, `actual ${quarter}`]),
      ...columns.filter((meaning) => meaning !== undefined),
    ]),
  ];
};

const State = ({ matched }: { matched: Matched }) => {
  const { m, f } = useWords();
  const missing = lacking(matched);
  const [twice] = doubled(matched);
  const left = matched.columns.filter((name) => name === undefined).length;
  if (missing.length > 0)
    return (
      <Mark tone="fault" drawing="cross">
        {f.say(m.import.lacking, { names: missing.map((name) => wordOf(m, matched, name)).join(', ') })}
      </Mark>
    );
  if (twice !== undefined)
    return (
      <Mark tone="fault" drawing="cross">
        {f.say(m.import.twice, { name: meaningWords(m, f, twice) })}
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

const sampleOf = (rows: readonly (readonly string[])[], column: number): string =>
  rows.slice(0, 50).find((row) => (row[column] ?? '').trim() !== '')?.[column] ?? '';

const Columns = ({ matched, onChange }: { matched: Matched; onChange: (after: Matched) => void }) => {
  const { m, f, me } = useSession();
  const { source, table, columns, own } = matched;
  const choices = [
    { value: '', label: m.import.leaveOut },
    ...(own === undefined ? [] : ownChoices(matched, me.calendar.reportingQuarter)).map((meaning) => ({
      value: meaning,
      label: meaningWords(m, f, meaning),
    })),
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
          <Rows.Td className="sample">{sampleOf(source.rows, i)}</Rows.Td>
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

/** The value of the choice that takes a table for an own sheet; no table of the format has this name. */
const ownValue = 'own sheet';

/** The table as people want it taken: left out, as an own sheet, or as a table of the format. */
const takenFor = (one: Matched, value: string, reporting: Quarter): Matched => {
  const source = one.raw ?? one.source;
  if (value === ownValue)
    return (
      ownSheet(source, reporting) ?? {
        source,
        table: undefined,
        columns: source.header.map(() => undefined),
        own: { department: source.name },
      }
    );
  const table = tableNamed(value);
  return { source, table, columns: columnsFor(table, source.header) };
};

/** The tables of the dropped files. */
export const TablesRead = (props: {
  matched: readonly Matched[];
  onChange: (matched: readonly Matched[]) => void;
}) => {
  const { m, f, me } = useSession();
  const { matched, onChange } = props;
  const reporting = me.calendar.reportingQuarter;
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
                value={one.own === undefined ? (one.table?.name ?? '') : ownValue}
                data={[
                  { value: '', label: m.import.leaveTable },
                  { value: ownValue, label: m.import.own.table },
                  {
                    group: m.import.formatTables,
                    items: tables.map(({ name }) => ({ value: name, label: name })),
                  },
                ]}
                onChange={({ currentTarget: { value } }) =>
                  onChange(matched.with(t, takenFor(one, value, reporting)))
                }
              />
              {isTaken(one) && <State matched={one} />}
            </div>
            {!isTaken(one) && <p className="quiet">{m.import.own.notLike}</p>}
            {one.own !== undefined && !one.columns.includes('department') && (
              <TextInput
                maw={320}
                label={m.import.own.department}
                value={one.own.department}
                maxLength={120}
                onChange={({ currentTarget: { value } }) =>
                  onChange(matched.with(t, { ...one, own: { department: value } }))
                }
              />
            )}
            {isTaken(one) && (
              <details
                open={one.own !== undefined || lacking(one).length > 0 || one.columns.includes(undefined)}
              >
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
