// The mistakes of a file, each with its place, what was found and what was expected - and an input to put it right.
import { Button, Group, Paper, Table, TextInput } from '@mantine/core';
import type { ImportView } from '../../shared/api/operations.ts';
import type { FileLocale } from '../../shared/exchange/form.ts';
import type { RowError } from '../../shared/exchange/rows.ts';
import { csvType, download } from '../parts/download.ts';
import { ScrollTable } from '../parts/scroll-table.tsx';
import { useWords } from '../session/session.tsx';
import { cellOf, type Matched, withCell } from './matching.ts';
import { RefusedRows } from './refused-rows.tsx';

type Fault = ImportView['errors'][number];
const mostShown = 100;

const saveRepaired = async ({ source, table }: Matched): Promise<void> => {
  const { writeCsvTable } = await import('../../shared/exchange/csv.ts');
  download(`${table?.name ?? source.name}.csv`, writeCsvTable(source), csvType);
};

const Line = (props: {
  fault: Fault;
  matched: readonly Matched[];
  onChange: (matched: readonly Matched[]) => void;
}) => {
  const { m, f } = useWords();
  const { fault, matched, onChange } = props;
  const place = cellOf(fault, matched);
  const text = place === undefined ? undefined : matched[place.table]?.source.rows[place.row]?.[place.column];
  return (
    <Table.Tr>
      <Table.Td className="nowrap">
        {fault.file}
        <br />
        <span className="quiet">
          {fault.row > 0 ? f.say(m.import.row, { row: String(fault.row) }) : m.import.wholeFile}
          {fault.column !== '' && `, ${fault.column}`}
        </span>
      </Table.Td>
      <Table.Td>
        <code>{fault.found}</code>
      </Table.Td>
      <Table.Td className="wide" lang="en">
        {fault.expected}
      </Table.Td>
      <Table.Td>
        {place !== undefined && (
          <TextInput
            size="xs"
            miw={140}
            aria-label={f.say(m.import.repairOf, {
              file: fault.file,
              row: String(fault.row),
              column: fault.column,
            })}
            value={text ?? ''}
            maxLength={4000}
            onChange={(event) => onChange(withCell(matched, place, event.currentTarget.value))}
          />
        )}
      </Table.Td>
    </Table.Tr>
  );
};

/** The table of mistakes. */
export const Mistakes = (props: {
  answer: ImportView;
  matched: readonly Matched[];
  locale: FileLocale;
  onChange: (matched: readonly Matched[]) => void;
  onBad: (errors: readonly RowError[]) => void;
}) => {
  const { m, f } = useWords();
  const { answer, matched, locale, onChange, onBad } = props;
  const concerned = matched.filter((_, t) =>
    answer.errors.some((fault) => cellOf(fault, matched)?.table === t),
  );
  return (
    <Paper component="section" className="panel" aria-label={m.import.mistakes}>
      <h2>{m.import.mistakes}</h2>
      <p className="quiet">{m.import.repairHelp}</p>
      <ScrollTable
        caption={m.import.mistakes}
        head={[m.import.place, m.import.found, m.import.expected, m.import.repair]}
      >
        {answer.errors.slice(0, mostShown).map((fault) => (
          <Line
            key={`${fault.file} ${fault.row} ${fault.column} ${fault.expected}`}
            fault={fault}
            matched={matched}
            onChange={onChange}
          />
        ))}
      </ScrollTable>
      {answer.errorCount > mostShown && (
        <p className="quiet">
          {f.say(m.import.mistakesMore, {
            n: Math.min(mostShown, answer.errors.length),
            total: answer.errorCount,
          })}
        </p>
      )}
      <RefusedRows
        matched={matched}
        errors={answer.errors}
        locale={locale}
        onChange={onChange}
        onBad={onBad}
      />
      <Group>
        {concerned.map((one) => (
          <Button
            key={one.source.name}
            size="compact-sm"
            variant="default"
            onClick={() => void saveRepaired(one)}
          >
            {f.say(m.import.download, { name: `${one.table?.name ?? one.source.name}.csv` })}
          </Button>
        ))}
      </Group>
    </Paper>
  );
};
