// Opening a sealed report again takes a reason, which the next revision shows.
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { SealView } from '../../shared/api/schemas/seal.ts';
import { useWrite } from '../data/answers.ts';
import { onSubmit } from '../findings/on-submit.ts';
import { SaidState } from '../findings/said-state.tsx';
import { useSession } from '../session/session.tsx';
import { changedWithSeal } from './changed-with-seal.ts';

/** The form that opens it again. */
export const ReopenForm = ({ seal }: { readonly seal: SealView }) => {
  const { m } = useSession();
  const words = m.decide.seal;
  const [reason, setReason] = useState('');
  const write = useWrite('reopenReport', changedWithSeal);
  const said = reason.trim();
  const { quarter, version } = seal;
  const reopen = (): void => {
    if (said === '' || write.isPending) return;
    write.mutate({ params: { quarter }, body: { reason: said }, version });
  };
  return (
    <form className="answer" aria-labelledby="reopen" onSubmit={onSubmit(reopen)}>
      <h3 id="reopen">{words.reopen}</h3>
      <p>{words.reopenWhat}</p>
      <Textarea
        label={m.decide.reason}
        value={reason}
        maxLength={1000}
        autosize
        minRows={2}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" variant="default" disabled={said === '' || write.isPending}>
          {words.reopen}
        </Button>
      </div>
      <SaidState error={write.error} done={false} />
    </form>
  );
};
