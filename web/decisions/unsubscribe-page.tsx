// Where the link of a mail leads: one button stops the digests, without any sign-in. A link alone stops nothing, as
// mail programs follow links by themselves.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { createClient } from '../../shared/api/client.ts';
import { useWords } from '../session/session.tsx';

const call = createClient({
  base: '',
  fetch: (address, init) => fetch(address, init),
  token: () => undefined,
  newKey: () => crypto.randomUUID(),
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
});

/** The page of the address `/unsubscribe?token=...`. */
export const UnsubscribePage = () => {
  const { m } = useWords();
  const words = m.decide.mail;
  const token = new URLSearchParams(location.search).get('token') ?? '';
  const [state, setState] = useState<'asked' | 'busy' | 'done' | 'failed'>('asked');
  const stop = (): void => {
    setState('busy');
    call('unsubscribe', { params: { token } }).then(
      () => setState('done'),
      () => setState('failed'),
    );
  };
  return (
    <main className="alone">
      <title>{m.product}</title>
      <p className="brand">{m.product}</p>
      <h1>{state === 'done' ? words.unsubscribeDone : words.unsubscribeTitle}</h1>
      {state !== 'done' && <p>{words.unsubscribeWhat}</p>}
      {(state === 'failed' || token === '') && (
        <p role="alert" className="fault">
          {words.unsubscribeBroken}
        </p>
      )}
      {state !== 'done' && token !== '' && (
        <Button size="md" disabled={state === 'busy'} onClick={stop}>
          {words.unsubscribeDo}
        </Button>
      )}
      <a href="/">{m.errors.home}</a>
    </main>
  );
};
