// What went wrong, and what to do about it: each kind of refusal has advice of its own.
import { Button, Group } from '@mantine/core';
import { useAuth } from 'react-oidc-context';
import { CallRefused, ConnectionLost } from '../../shared/api/call-errors.ts';
import type { Messages } from '../messages/messages.ts';
import { useWords } from '../session/session.tsx';
import { here } from '../session/sign-in.ts';
import { Notice } from './notice.tsx';

/** A title and advice for an error. */
export const adviceOn = (error: Error, m: Messages): { readonly title: string; readonly advice: string } => {
  if (error instanceof ConnectionLost) return m.errors.connection;
  if (!(error instanceof CallRefused)) return m.errors.page;
  if (error.status === 401) return m.errors.byKind.unauthorized;
  return (
    m.errors.byKind[error.kind as keyof Messages['errors']['byKind']] ??
    (error.status >= 500 ? m.errors.byKind.internal : m.errors.refused)
  );
};

/** The error in words, with a way on: try again, or sign in again where the sign-in has ended. */
export const ErrorState = ({ error, onRetry }: { error: Error; onRetry?: () => void }) => {
  const { m } = useWords();
  const auth = useAuth();
  const { title, advice } = adviceOn(error, m);
  const ended = error instanceof CallRefused && error.status === 401;
  return (
    <Notice now tone="fault" title={title}>
      <p>{advice}</p>
      {error instanceof CallRefused && error.errors.length === 0 && (
        <p className="quiet" lang="en">
          {error.message}
        </p>
      )}
      {error instanceof CallRefused && error.errors.length > 0 && (
        <ul>
          {error.errors.map(({ path, found, expected }) => (
            <li key={path}>
              <code>{path}</code>: {m.errors.found} <code>{found}</code>, {m.errors.expected}{' '}
              <span lang="en">{expected}</span>.
            </li>
          ))}
        </ul>
      )}
      <Group mt="sm">
        {ended && (
          <Button onClick={() => void auth.signinRedirect({ state: here() })}>{m.signIn.again}</Button>
        )}
        {!ended && onRetry !== undefined && (
          <Button variant="default" onClick={onRetry}>
            {m.errors.retry}
          </Button>
        )}
      </Group>
    </Notice>
  );
};
