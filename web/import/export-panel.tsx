// Everything out again, in the format that comes back in.
import { Button, Group, Paper } from '@mantine/core';
import { useState } from 'react';
import { csvType, download, xlsxType } from '../parts/download.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { useCall, useSession } from '../session/session.tsx';

/** Two buttons: a workbook, or a CSV file a table. */
export const ExportPanel = () => {
  const { m, me } = useSession();
  const call = useCall();
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [error, setError] = useState<Error>();
  const { roles } = me.member;
  if (!roles.some((role) => role !== 'department-head')) return null;

  const take = async (form: 'xlsx' | 'csv'): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      const { tables } = await call('exportTables', {});
      const filled = tables.filter(({ rows }) => rows.length > 0);
      if (form === 'xlsx') {
        const { writeWorkbook } = await import('../../shared/exchange/workbook.ts');
        download(`${me.organisation.id}.xlsx`, new Uint8Array(await writeWorkbook(filled)), xlsxType);
      } else {
        const { writeCsvTable } = await import('../../shared/exchange/csv.ts');
        for (const table of filled) download(`${table.name}.csv`, writeCsvTable(table), csvType);
      }
      setDone(true);
    } catch (failure) {
      setError(failure instanceof Error ? failure : new Error(String(failure)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Paper component="section" className="panel" aria-label={m.import.export}>
      <h2>{m.import.export}</h2>
      <p className="quiet">{m.import.exportHelp}</p>
      <Group>
        <Button variant="default" disabled={busy} onClick={() => void take('xlsx')}>
          {m.import.exportXlsx}
        </Button>
        <Button variant="default" disabled={busy} onClick={() => void take('csv')}>
          {m.import.exportCsv}
        </Button>
        <span role="status" className="quiet">
          {busy ? m.import.exporting : done ? m.import.exported : ''}
        </span>
      </Group>
      {error !== undefined && <ErrorState error={error} />}
    </Paper>
  );
};
