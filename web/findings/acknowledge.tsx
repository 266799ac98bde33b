// Somebody says: seen. Reminders stop until the next quarter; the finding stays.
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { FindingView } from '../../shared/report/finding-line.ts';
import { useWrite } from '../data/answers.ts';
import { useWords } from '../session/session.tsx';
import { onSubmit } from './on-submit.ts';
import { changedWithFinding, SaidState } from './said-state.tsx';

/** Whether nobody has acknowledged it in this quarter yet; an acknowledgement lasts for one. */
export const mayBeAcknowledged = (
  { state, events }: Pick<FindingView, 'state' | 'events'>,
  quarter: string,
): boolean =>
  state === 'open' ||
  (state === 'acknowledged' &&
    events.every((event) => event.event !== 'acknowledged' || event.quarter !== quarter));

/** The form that acknowledges an open finding. */
export const Acknowledge = ({ finding }: { finding: FindingView }) => {
  const { m } = useWords();
  const [note, setNote] = useState('');
  const write = useWrite('acknowledgeFinding', changedWithFinding);
  const said = note.trim();
  const say = (): void => {
    if (write.isPending) return;
    write.mutate({
      params: { fingerprint: finding.fingerprint },
      version: finding.version,
      body: said === '' ? {} : { note: said },
    });
  };
  return (
    <form className="answer" onSubmit={onSubmit(say)}>
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
      <SaidState error={write.error} done={write.isSuccess} />
    </form>
  );
};
