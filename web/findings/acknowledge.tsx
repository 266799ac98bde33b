// Somebody says: seen. Reminders stop until the next quarter; the finding stays.
import { Button, Paper, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { FindingView } from '../../shared/report/finding-line.ts';
import { useWrite } from '../data/answers.ts';
import { ErrorState } from '../parts/error-state.tsx';
import { useWords } from '../session/session.tsx';

/** The form that acknowledges an open finding. */
export const Acknowledge = ({ finding }: { finding: FindingView }) => {
  const { m } = useWords();
  const [note, setNote] = useState('');
  const write = useWrite('acknowledgeFinding', [
    'getFinding',
    'listFindings',
    'getBoardReport',
    'getDepartmentReport',
  ]);
  const said = note.trim();
  return (
    <Paper
      component="form"
      className="panel"
      aria-labelledby="acknowledge"
      onSubmit={(event: { preventDefault: () => void }) => {
        event.preventDefault();
        if (write.isPending) return;
        write.mutate({
          params: { fingerprint: finding.fingerprint },
          version: finding.version,
          body: said === '' ? {} : { note: said },
        });
      }}
    >
      <h2 id="acknowledge">{m.finding.acknowledge}</h2>
      <p>{m.finding.acknowledgeWhat}</p>
      <Textarea
        label={m.finding.note}
        value={note}
        maxLength={1000}
        autosize
        minRows={2}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" disabled={write.isPending}>
          {m.finding.acknowledge}
        </Button>
      </div>
      {write.error !== null && <ErrorState error={write.error} />}
    </Paper>
  );
};
