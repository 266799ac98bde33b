/** What the tokens of the local provider say: the same claims, in the same places, as those of the user pool. */
import { randomUUID } from 'node:crypto';
import type { Person } from './people.ts';
import { localSubject } from './seed-client.ts';

/** The claims that both tokens have. Times are seconds since 1970. */
function common({ organisation, member }: Person, issued: number, seconds: number) {
  return {
    sub: localSubject(member.id),
    'cognito:groups': [`org-${organisation}`],
    auth_time: issued,
    iat: issued,
    exp: issued + seconds,
    jti: randomUUID(),
  };
}

/** The claims of an access token: who, in which organisation, for which client; nothing else. */
export function accessClaims(person: Person, clientId: string, issued: number, seconds: number) {
  return {
    ...common(person, issued, seconds),
    client_id: clientId,
    origin_jti: randomUUID(),
    token_use: 'access',
    scope: 'openid profile email',
    username: localSubject(person.member.id),
    version: 2,
  };
}

/** The claims of an id token, which is for the page only. */
export function idClaims(person: Person, clientId: string, issued: number, seconds: number) {
  return {
    ...common(person, issued, seconds),
    aud: clientId,
    token_use: 'id',
    'cognito:username': localSubject(person.member.id),
    name: person.member.name,
    email: person.member.email,
    email_verified: true,
  };
}
