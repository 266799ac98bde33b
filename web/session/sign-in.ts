// How the page signs people in and out: authorization code with PKCE; afterwards they are where they wanted to go.
import { type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { PageConfig } from './config.ts';
import { cognitoSignOut } from './sign-out.ts';

/** What is carried through the sign-in: the address that was asked for. */
export interface ReturnTo {
  readonly returnTo: string;
}

/** The present address, to come back to. */
export const here = (): ReturnTo => ({ returnTo: `${location.pathname}${location.search}` });

/** The address to show after a sign-in; only one of our own. */
export const placeAfter = (state: unknown): string => {
  const wanted =
    typeof state === 'object' && state !== null && 'returnTo' in state && typeof state.returnTo === 'string'
      ? state.returnTo
      : '/';
  return /^\/(?![/\\])/.test(wanted) ? wanted : '/';
};

/** Shows the address that was asked for before the sign-in. */
export const showPlaceAfter = (user: User | undefined): void =>
  history.replaceState(null, '', placeAfter(user?.state));

/** The sign-in of this page. Tokens live as long as the browser's tab. */
export const newUserManager = ({ issuer, clientId }: PageConfig): UserManager =>
  new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: `${location.origin}/`,
    post_logout_redirect_uri: `${location.origin}/`,
    scope: 'openid profile email',
    userStore: new WebStorageStateStore({ store: sessionStorage }),
  });

/** Ends the session here and at the provider. */
export const signOut = async (manager: UserManager): Promise<void> => {
  const metadata = await manager.metadataService.getMetadata();
  const cognito = cognitoSignOut(metadata, manager.settings.client_id, `${location.origin}/`);
  if (cognito !== undefined) {
    await manager.removeUser();
    return location.assign(cognito);
  }
  return manager.signoutRedirect();
};
