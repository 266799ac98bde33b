// What stands around all screens: look, sign-in, cache, address. Nobody gets past the sign-in without a token.
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { AuthProvider } from 'react-oidc-context';
import { BrowserRouter } from 'react-router';
import { newQueryClient } from './data/query-client.ts';
import { Loading } from './parts/loading.tsx';
import { Screens } from './screens.tsx';
import type { PageConfig } from './session/config.ts';
import { ManagerProvider, usableLocale, WordsProvider } from './session/session.tsx';
import { newUserManager, showPlaceAfter } from './session/sign-in.ts';
import { SignedIn } from './session/signed-in.tsx';
import { cssVariables, theme } from './theme.ts';

const UnsubscribePage = lazy(async () => ({
  default: (await import('./decisions/unsubscribe-page.tsx')).UnsubscribePage,
}));

const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The whole page. */
export const App = ({ config }: { config: PageConfig }) => {
  const [queries] = useState(newQueryClient);
  const [manager] = useState(() => newUserManager(config));
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <WordsProvider locale={usableLocale(navigator.language)} timeZone={ownZone} fiscalStart={1}>
        {location.pathname === '/unsubscribe' ? (
          <Suspense fallback={<Loading alone />}>
            <UnsubscribePage />
          </Suspense>
        ) : (
          <AuthProvider userManager={manager} onSigninCallback={showPlaceAfter}>
            <QueryClientProvider client={queries}>
              <ManagerProvider manager={manager}>
                <SignedIn>
                  <BrowserRouter>
                    <Screens />
                  </BrowserRouter>
                </SignedIn>
              </ManagerProvider>
            </QueryClientProvider>
          </AuthProvider>
        )}
      </WordsProvider>
    </MantineProvider>
  );
};
