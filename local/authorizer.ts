/**
 * The JWT authorizer of API Gateway: it checks signature, issuer, audience and times of a token against the keys that
 * the issuer publishes, and knows nothing of members and roles.
 */
import { createRemoteJWKSet, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as z from 'zod';
import { claimTexts } from './http-event.ts';
import type { TokenRule } from './resources/http-api.ts';

const Discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** Checks an Authorization header. Resolves to the claims as texts, undefined: the caller is not let through. */
export type Authorizer = (
  authorization: string | undefined,
  rule: TokenRule,
) => Promise<Readonly<Record<string, string>> | undefined>;

/** Makes an authorizer that fetches an issuer's keys when they are first needed, and anew when a key is unknown. */
export function openAuthorizer(): Authorizer {
  const keys = new Map<string, Promise<JWTVerifyGetKey>>();
  const keysOf = (issuer: string): Promise<JWTVerifyGetKey> => {
    const known = keys.get(issuer) ?? discover(issuer);
    keys.set(issuer, known);
    known.catch(() => keys.delete(issuer));
    return known;
  };
  return async (authorization, { issuer, audience }) => {
    const token = authorization?.replace(/^Bearer +/i, '');
    if (token === undefined || token === '') return undefined;
    try {
      const algorithms = ['RS256', 'RS384', 'RS512'];
      const required = { issuer, algorithms, requiredClaims: ['exp'] };
      const { payload } = await jwtVerify(token, await keysOf(issuer), required);
      return isMeantFor(payload, audience) ? claimTexts(payload) : undefined;
    } catch {
      return undefined;
    }
  };
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const answer = await fetch(`${issuer}/.well-known/openid-configuration`);
  const { jwks_uri } = Discovery.parse(await answer.json());
  return createRemoteJWKSet(new URL(jwks_uri));
}

/** `client_id` is looked at only where there is no `aud`: access tokens of Cognito have none. */
function isMeantFor(payload: JWTPayload, audience: readonly string[]): boolean {
  const named = payload.aud ?? payload['client_id'];
  return [named].flat().some((one) => typeof one === 'string' && audience.includes(one));
}
