// The register as a CSV file: the present filter, every page, and nothing that a spreadsheet program would run.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { FindingItem } from '../../shared/report/finding-line.ts';
import { csvType, download } from '../parts/download.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { findingText } from '../parts/finding-text.ts';
import { useCall, useWords } from '../session/session.tsx';

/** The rows of the file, in the order of the screen. */
const rowsOf = (items: readonly FindingItem[], text: (item: FindingItem) => string): string[][] =>
  items.map((item) => [
    item.level,
    item.check,
    text(item),
    item.department ?? '',
    item.subject.kind,
    item.subject.ids.join(' '),
    item.since,
    item.state,
    item.fingerprint,
  ]);

/** The button that exports; `read` gives the findings that the screen is about. */
export const ExportFindings = (props: {
  read: (call: ReturnType<typeof useCall>) => Promise<readonly FindingItem[]>;
}) => {
  const { m, f } = useWords();
  const call = useCall();
  const [state, setState] = useState('');
  const [error, setError] = useState<Error>();
  const take = async (): Promise<void> => {
    setState(m.register.exporting);
    setError(undefined);
    try {
      const items = await props.read(call);
      const { writeCsvTable } = await import('../../shared/exchange/csv.ts');
      const header = Object.values(m.register.columns);
      const rows = rowsOf(items, (item) => findingText(item, f));
      download('findings.csv', writeCsvTable({ header, rows }), csvType);
      setState(f.say(m.register.exported, { n: items.length }));
    } catch (failure) {
      setState('');
      setError(failure instanceof Error ? failure : new Error(String(failure)));
    }
  };
  return (
    <div className="export">
      <Button variant="default" onClick={() => void take()}>
        {m.register.export}
      </Button>
      <p role="status" className="quiet">
        {state}
      </p>
      {error !== undefined && <ErrorState error={error} />}
    </div>
  );
};
