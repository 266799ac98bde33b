// The sheet itself: where it stands, a row for each KPI, and beside them what the board will see.
import { useDebouncedValue } from '@mantine/hooks';
import { useCallback, useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { QuarterSheet } from '../../shared/api/schemas/quarter.ts';
import { Screen } from '../frame/screen.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { useSession } from '../session/session.tsx';
import { emptyEntry, readable } from './entries.ts';
import { KpiEntry } from './kpi-entry.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { headingOf } from './progress.tsx';
import { SheetQuarters } from './sheet-quarters.tsx';
import { SheetState } from './sheet-state.tsx';
import { Spreadsheet } from './spreadsheet.tsx';
import { SubmitPanel } from './submit-panel.tsx';
import { useDraft } from './use-draft.ts';
import { usePreview } from './use-preview.ts';

const none: ReadonlySet<string> = new Set();

/** A department's quarter, to be filled in, or to be read where it can't be written. */
export const Sheet = ({ sheet }: { sheet: QuarterSheet }) => {
  const session = useSession();
  const { m, f } = session;
  const draft = useDraft(sheet);
  const [insisting, setInsisting] = useState(false);
  const [linking, setLinking] = useState(none);
  const read = useMemo(() => readable(draft.typing, sheet, f.locale), [draft.typing, sheet, f.locale]);
  const writable = sheet.writable && sheet.gate === 'open';
  const [settled] = useDebouncedValue(read.readings, 600);
  const preview = usePreview(sheet, settled, writable);
  const statuses = new Map(preview.data?.statuses.map(({ kpi, status }) => [kpi, status]));
  const quarter = f.quarter(sheet.quarter);
  const { name, charter } = sheet.department;
  const title = f.say(m.quarter.title, { department: name, quarter });
  const onLinking = useCallback((kpi: string, open: boolean): void => {
    setLinking((now) => new Set(open ? [...now, kpi] : [...now].filter((one) => one !== kpi)));
  }, []);
  const onRepair = (kpi: string): void => {
    onLinking(kpi, true);
    requestAnimationFrame(() => document.getElementById(`links-${kpi}`)?.focus());
  };
  return (
    <Screen
      title={title}
      heading={sheet.rows.length === 0 ? title : headingOf(sheet, draft.typing, read, session)}
      kicker={`${m.nav.myQuarter} · ${title}`}
      aside={<SheetQuarters sheet={sheet} />}
    >
      {charter !== undefined && <p className="charter">{charter}</p>}
      <SheetState sheet={sheet} draft={draft} read={read} writable={writable} />
      {writable && sheet.rows.length > 0 && <Spreadsheet sheet={sheet} draft={draft} typed={read.readings} />}
      {sheet.rows.length === 0 && (
        <EmptyState title={m.quarter.noKpisTitle}>
          <p>{m.quarter.noKpis}</p>
          <Link to="/set-up/kpis">{m.nav.kpis}</Link>
        </EmptyState>
      )}
      <div className="sheet">
        <div className="entries">
          {sheet.rows.map((row) => (
            <KpiEntry
              key={row.kpi.id}
              row={row}
              quarter={sheet.quarter}
              entry={draft.typing.entries[row.kpi.id] ?? emptyEntry}
              fault={read.faults.get(row.kpi.id)}
              insisting={insisting}
              status={statuses.get(row.kpi.id) ?? row.status}
              writable={writable}
              linking={linking.has(row.kpi.id)}
              onLinking={onLinking}
              onChange={draft.change}
            />
          ))}
        </div>
        {writable && (
          <div className="beside">
            <PreviewPanel
              preview={preview}
              department={sheet.department.id}
              skipped={read.faults.size}
              repairable={sheet.rows.map(({ kpi }) => kpi.id)}
              onRepair={onRepair}
            />
            <SubmitPanel sheet={sheet} draft={draft} read={read} onInsist={() => setInsisting(true)} />
          </div>
        )}
      </div>
    </Screen>
  );
};
