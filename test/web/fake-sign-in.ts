// A fake OpenID provider: a list of people, one click each; codes and tokens that only this fake understands.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Member } from '../../shared/domain/member.ts';

const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const unsigned = (claims: object): string => `${base64({ alg: 'none' })}.${base64(claims)}.x`;

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
};

/** The member that an access token names. */
export const personOf = (authorization: string | undefined): string | undefined =>
  /^Bearer for-(.+)$/.exec(authorization ?? '')?.[1];

/** Answers requests below `/identity`; false where it does not know the path. */
export const answerSignIn = async (
  members: readonly Member[],
  origin: string,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> => {
  const issuer = `${origin}/identity`;
  const json = (value: object): true => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    return true;
  };
  const redirect = (to: string): true => {
    response.writeHead(302, { location: to }).end();
    return true;
  };
  const query = url.searchParams;
  switch (url.pathname) {
    case '/identity/.well-known/openid-configuration':
      return json({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        end_session_endpoint: `${issuer}/endsession`,
        jwks_uri: `${issuer}/jwks`,
      });
    case '/identity/authorize': {
      const member = query.get('member');
      if (member !== null) {
        const code = Buffer.from(JSON.stringify({ member, nonce: query.get('nonce') })).toString('base64url');
        return redirect(`${query.get('redirect_uri')}?code=${code}&state=${query.get('state')}`);
      }
      const people = members.map(
        (one) => `<li><a href="authorize?${query}&member=${one.id}"><strong>${one.name}</strong></a></li>`,
      );
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(`<h1>Sign in</h1><ul>${people.join('')}</ul>`);
      return true;
    }
    case '/identity/token': {
      const form = new URLSearchParams(await bodyOf(request));
      const { member, nonce } = JSON.parse(Buffer.from(form.get('code') ?? '', 'base64url').toString());
      const now = Math.floor(Date.now() / 1000);
      const id_token = unsigned({
        iss: issuer,
        aud: 'page',
        sub: member,
        iat: now,
        exp: now + 900,
        ...(nonce === null ? {} : { nonce }),
      });
      return json({ access_token: `for-${member}`, id_token, token_type: 'Bearer', expires_in: 900 });
    }
    case '/identity/endsession':
      return redirect(query.get('post_logout_redirect_uri') ?? '/');
    default:
      return false;
  }
};
