// Leaving: most providers name the place where a session ends; Cognito has it, but does not say so.

/** What a provider says about itself, as far as leaving needs it. */
export interface ProviderMetadata {
  readonly issuer?: string | undefined;
  readonly authorization_endpoint?: string | undefined;
  readonly end_session_endpoint?: string | undefined;
}

/** Cognito's address that ends a session and returns to `returnTo`; undefined for any other provider. */
export const cognitoSignOut = (
  { issuer, authorization_endpoint }: ProviderMetadata,
  clientId: string,
  returnTo: string,
): string | undefined => {
  if (!issuer?.includes('//cognito-idp.') || authorization_endpoint === undefined) return undefined;
  const address = new URL('/logout', authorization_endpoint);
  address.searchParams.set('client_id', clientId);
  address.searchParams.set('logout_uri', returnTo);
  return address.href;
};
