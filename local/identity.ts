/**
 * The OpenID provider of the local stack, under its one address: authorization code with PKCE as the user pool does
 * it, with a list of people instead of passwords. Its signing key is kept, so tokens outlive a restart.
 */
import { AssertionError } from 'node:assert';
import {
  type AugmentedRequest,
  Events,
  type MutableRedirectUri,
  type MutableResponse,
  type MutableToken,
  OAuth2Issuer,
  OAuth2Service,
  type TokenRequestIncomingMessage,
} from 'oauth2-mock-server';
import * as z from 'zod';
import { type Endpoint, sendHtml } from './answer.ts';
import { accessClaims, idClaims } from './claims.ts';
import { html, htmlPage } from './html.ts';
import { openKeptFile } from './kept-file.ts';
import type { Person } from './people.ts';
import type { SignIn } from './resources/sign-in.ts';
import { signInPage } from './sign-in-page.ts';

/** Path of the provider below the local address. */
export const IDENTITY_PATH = '/identity';

const TokenBody = z.object({
  client_id: z.string().optional(),
  code: z.string().optional(),
  code_verifier: z.string().optional(),
  refresh_token: z.string().optional(),
});
const Keys = z.array(z.record(z.string(), z.unknown()));

export interface IdentityProps {
  /** Address of the local stack, without a slash at the end. */
  readonly origin: string;
  readonly signIn: SignIn;
  /** File of the signing key. */
  readonly keyFile: string;
  readonly people: {
    list(): Promise<readonly Person[]>;
    /** Throws for an unknown one. */
    find(member: string, organisation?: string): Promise<Person>;
    /** Makes sure that the person's subject belongs to the member, as an operator would. */
    link(person: Person): Promise<void>;
  };
}

/** The provider. */
export interface Identity {
  /** An access token for a person, without any sign-in. */
  tokenFor(person: Person): Promise<string>;
  readonly handle: Endpoint;
}

/** Opens the provider. Throws a StartError when the kept key is broken. */
export async function openIdentity(props: IdentityProps): Promise<Identity> {
  const { origin, signIn, people } = props;
  const issuer = new OAuth2Issuer();
  issuer.url = `${origin}${IDENTITY_PATH}`;
  await keepKey(issuer, props.keyFile);
  const service = new OAuth2Service(issuer);
  const picked = rememberPeople(service, signIn);
  const authorize: Endpoint = async (request, response, url) => {
    const problem = problemOf(url.searchParams, signIn);
    if (problem !== undefined) return sendHtml(response, 400, htmlPage('Sign in', html`<p>${problem}</p>`));
    const member = url.searchParams.get('member');
    if (member === null) return sendHtml(response, 200, signInPage(await people.list(), url.searchParams));
    const person = await people.find(member, url.searchParams.get('organisation') ?? undefined);
    await people.link(person);
    picked.byRequest.set(request, person);
    service.requestHandler(request, response);
  };
  return {
    tokenFor: async (person) => {
      await people.link(person);
      const claims = accessClaims(person, signIn.clientId, now(), signIn.tokenSeconds);
      return issuer.buildToken({ scopesOrTransform: (_, payload) => void Object.assign(payload, claims) });
    },
    handle: async (request, response, url) => {
      request.url = (request.url ?? '').slice(IDENTITY_PATH.length);
      if (url.pathname === `${IDENTITY_PATH}/authorize`) return authorize(request, response, url);
      if (url.pathname === `${IDENTITY_PATH}/endsession` && !mayReturnTo(url.searchParams, signIn)) {
        return sendHtml(response, 400, htmlPage('Sign out', html`<p>This address is none to return to.</p>`));
      }
      service.requestHandler(request, response);
    },
  };
}

async function keepKey(issuer: OAuth2Issuer, path: string): Promise<void> {
  const kept = openKeptFile(path, Keys, () => []);
  for (const key of kept.get()) await issuer.keys.add(key);
  if (kept.get().length > 0) return;
  await issuer.keys.generate('RS256');
  kept.set(issuer.keys.toJSON(true));
}

function problemOf(query: URLSearchParams, { clientId, callbackUrls }: SignIn): string | undefined {
  const expected: readonly [string, readonly string[]][] = [
    ['client_id', [clientId]],
    ['redirect_uri', callbackUrls],
    ['response_type', ['code']],
    ['code_challenge_method', ['S256']],
  ];
  for (const [name, allowed] of expected) {
    const found = query.get(name);
    if (!allowed.includes(found ?? ''))
      return `${name} is ${found ?? 'missing'}, expected ${allowed.join(' or ')}.`;
  }
  return query.has('code_challenge') ? undefined : 'code_challenge is missing.';
}

function mayReturnTo(query: URLSearchParams, { logoutUrls }: SignIn): boolean {
  const wanted = query.get('post_logout_redirect_uri');
  return wanted === null || logoutUrls.includes(wanted);
}

/** Ties codes and refresh tokens to people, and puts people's claims into the tokens that the library signs. */
function rememberPeople(service: OAuth2Service, { clientId, tokenSeconds }: SignIn) {
  const byRequest = new WeakMap<object, Person>();
  const byCode = new Map<string, Person>();
  const byRefreshToken = new Map<string, Person>();
  const personOf = (request: TokenRequestIncomingMessage): Person => {
    const { client_id, code, code_verifier, refresh_token } = TokenBody.parse(request.body);
    const byGrant = code === undefined ? byRefreshToken.get(refresh_token ?? '') : byCode.get(code);
    if (byGrant !== undefined && client_id === clientId && (code === undefined || code_verifier))
      return byGrant;
    throw new AssertionError({
      message: 'invalid_grant: unknown code, refresh token or client, or no code_verifier',
    });
  };
  service.on(Events.BeforeAuthorizeRedirect, ({ url }: MutableRedirectUri, request: AugmentedRequest) => {
    const person = byRequest.get(request);
    const code = url.searchParams.get('code');
    if (person && code) byCode.set(code, person);
  });
  service.on(Events.BeforeTokenSigning, ({ payload }: MutableToken, request: TokenRequestIncomingMessage) => {
    const claims = 'aud' in payload && payload['aud'] !== undefined ? idClaims : accessClaims;
    const { iss, nonce } = payload;
    for (const name of Object.keys(payload)) delete payload[name];
    const own = claims(personOf(request), clientId, now(), tokenSeconds);
    Object.assign(payload, { iss, ...own, ...(nonce === undefined ? {} : { nonce }) });
  });
  service.on(Events.BeforeResponse, ({ body }: MutableResponse, request: TokenRequestIncomingMessage) => {
    const { code } = TokenBody.parse(request.body);
    if (typeof body === 'string') return;
    const { refresh_token: made } = body;
    if (typeof made === 'string') byRefreshToken.set(made, personOf(request));
    if (code !== undefined) byCode.delete(code);
    body['expires_in'] = tokenSeconds;
  });
  return { byRequest };
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}
