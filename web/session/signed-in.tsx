// The door: shows the sign-in, makes the client once there is a token, and asks who came in.
import { Button } from '@mantine/core';
import { type ReactNode, useMemo, useRef } from 'react';
import { useAuth } from 'react-oidc-context';
import { createClient } from '../../shared/api/client.ts';
import { useAnswer } from '../data/answers.ts';
import { Gate } from '../parts/gate.tsx';
import { Loading } from '../parts/loading.tsx';
import { CallProvider, MeProvider, useWords } from './session.tsx';
import { here } from './sign-in.ts';

const Welcome = ({ fault, onSignIn }: { fault: string | undefined; onSignIn: () => void }) => {
  const { m } = useWords();
  return (
    <main className="alone">
      <title>{m.product}</title>
      <p className="brand">{m.product}</p>
      <h1>{m.signIn.question}</h1>
      <p>{m.signIn.explanation}</p>
      {fault !== undefined && (
        <p role="alert" className="fault">
          {m.signIn.failed} {fault}
        </p>
      )}
      <Button size="md" onClick={onSignIn}>
        {m.signIn.action}
      </Button>
    </main>
  );
};

const WhoAmI = ({ children }: { children: ReactNode }) => {
  const me = useAnswer('getMe', {});
  return (
    <Gate answer={me} alone>
      {(who) => <MeProvider me={who}>{children}</MeProvider>}
    </Gate>
  );
};

/** Shows its children to people who are signed in and known; everybody else the way in. */
export const SignedIn = ({ children }: { children: ReactNode }) => {
  const auth = useAuth();
  const token = useRef<string | undefined>(undefined);
  token.current = auth.user?.access_token;
  const call = useMemo(
    () =>
      createClient({
        base: '',
        fetch: (address, init) => fetch(address, init),
        token: () => token.current,
        newKey: () => crypto.randomUUID(),
        wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      }),
    [],
  );
  if (auth.isLoading || auth.activeNavigator !== undefined) return <Loading alone />;
  if (!auth.isAuthenticated)
    return (
      <Welcome fault={auth.error?.message} onSignIn={() => void auth.signinRedirect({ state: here() })} />
    );
  return (
    <CallProvider call={call}>
      <WhoAmI>{children}</WhoAmI>
    </CallProvider>
  );
};
