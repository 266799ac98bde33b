// The audit as a file: the present filter, oldest first, page after page, with the hashes that chain its entries.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { csvType, download } from '../parts/download.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { useCall, useWords } from '../session/session.tsx';
import '../findings/findings.css';

const formats = {
  csv: { file: 'audit.csv', type: csvType },
  jsonl: { file: 'audit.jsonl', type: 'application/x-ndjson' },
} as const;

/** Buttons that export what the address asks for. */
export const ExportAudit = ({ search }: { search: URLSearchParams }) => {
  const { m, f } = useWords();
  const call = useCall();
  const [state, setState] = useState('');
  const [error, setError] = useState<Error>();
  const take = async (format: keyof typeof formats): Promise<void> => {
    setError(undefined);
    setState(m.register.exporting);
    const filter = Object.fromEntries([...search].filter(([name]) => name !== 'cursor'));
    try {
      const parts: string[] = [];
      let count = 0;
      let cursor: string | undefined;
      do {
        const page = await call('exportAudit', {
          query: { ...filter, format, ...(cursor === undefined ? {} : { cursor }) },
        });
        parts.push(page.text);
        count += page.count;
        cursor = page.cursor;
      } while (cursor !== undefined);
      download(formats[format].file, parts.join(''), formats[format].type);
      setState(f.say(m.audit.exported, { n: count }));
    } catch (failure) {
      setState('');
      setError(failure instanceof Error ? failure : new Error(String(failure)));
    }
  };
  return (
    <div className="export">
      <Button.Group>
        <Button variant="default" onClick={() => void take('csv')}>
          {m.audit.exportCsv}
        </Button>
        <Button variant="default" onClick={() => void take('jsonl')}>
          {m.audit.exportLines}
        </Button>
      </Button.Group>
      <p role="status" className="quiet">
        {state}
      </p>
      {error !== undefined && <ErrorState error={error} />}
    </div>
  );
};
