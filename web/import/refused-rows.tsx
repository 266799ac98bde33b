// The way by a spreadsheet: the rows that were refused go out as a file of their own, each with what is wrong with it,
// and come back put right, into the places where they stood.
import { Button, FileButton, Group } from '@mantine/core';
import type { FileLocale } from '../../shared/exchange/form.ts';
import { repairTables, withRepairs } from '../../shared/exchange/repair.ts';
import type { RowError } from '../../shared/exchange/rows.ts';
import { csvType, download } from '../parts/download.ts';
import { useWords } from '../session/session.tsx';
import { isFaultOf, type Matched } from './matching.ts';
import { readFiles } from './read-files.ts';
import type { WasRead } from './read-files.worker.ts';

const suffix = '.refused';

/** The tables of the file, and the faults by the names of these tables. */
const named = (matched: readonly Matched[], errors: readonly RowError[]) => ({
  tables: matched.map(({ source }) => ({ ...source, file: source.name })),
  faults: errors.map((fault) => ({
    ...fault,
    file: matched.find((one) => isFaultOf(fault.file, one))?.source.name ?? fault.file,
  })),
});

const save = async (matched: readonly Matched[], errors: readonly RowError[]): Promise<void> => {
  const { writeCsvTable } = await import('../../shared/exchange/csv.ts');
  const { tables, faults } = named(matched, errors);
  for (const table of repairTables(tables, faults))
    download(`${table.name}${suffix}.csv`, writeCsvTable(table), csvType);
};

const takenBack = async (
  files: readonly File[],
  locale: FileLocale,
  matched: readonly Matched[],
  errors: readonly RowError[],
): Promise<{ readonly matched: readonly Matched[] } | Exclude<WasRead, { tables: unknown }>> => {
  const read = await readFiles(files, locale);
  if (!('tables' in read)) return read;
  const { tables, faults } = named(matched, errors);
  const repaired = read.tables.map((table) => {
    const name = table.name.replace(suffix, '');
    return { ...table, name, file: name };
  });
  const after = withRepairs(tables, faults, repaired);
  return {
    matched: matched.map((one, i) => {
      const { header, rows } = after[i] ?? one.source;
      return { ...one, source: { ...one.source, header, rows } };
    }),
  };
};

/** Both ways, as two buttons. `onBad` is told why files can't be read. */
export const RefusedRows = (props: {
  matched: readonly Matched[];
  errors: readonly RowError[];
  locale: FileLocale;
  onChange: (matched: readonly Matched[]) => void;
  onBad: (errors: readonly RowError[]) => void;
}) => {
  const { m } = useWords();
  const { matched, errors, locale, onChange, onBad } = props;
  const take = async (files: readonly File[]): Promise<void> => {
    const after = await takenBack(files, locale, matched, errors);
    if ('matched' in after) return onChange(after.matched);
    const file = files.map(({ name }) => name).join(', ');
    const expected = m.import.dropHelp;
    onBad('errors' in after ? after.errors : [{ file, row: 0, column: '', found: file, expected }]);
  };
  return (
    <Group>
      <Button size="compact-sm" variant="default" onClick={() => void save(matched, errors)}>
        {m.import.refused.download}
      </Button>
      <FileButton multiple accept=".csv,.xlsx" onChange={(files) => void take(files)}>
        {(button) => (
          <Button {...button} size="compact-sm" variant="default">
            {m.import.refused.bringBack}
          </Button>
        )}
      </FileButton>
      <span className="quiet">{m.import.refused.help}</span>
    </Group>
  );
};
