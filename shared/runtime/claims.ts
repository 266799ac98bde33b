// Who signed in, read from the claims of a verified token. The gateway hands claims over as text, lists as `[a b]`;
// other stacks hand over lists. What a person may do stands in no token: it is in the member record.
import { Refusal } from '../domain/problem.ts';
import { type OrgId, orgId } from '../domain/slug.ts';

/** The tenant and the subject of a token. */
export interface SignedIn {
  readonly org: OrgId;
  readonly subject: string;
}

/** A claim that is a list: an array, `[a b]`, or `a,b`. */
export const listClaim = (claim: unknown): string[] => {
  if (Array.isArray(claim)) return claim.filter((item) => typeof item === 'string');
  if (typeof claim !== 'string') return [];
  const bare = claim.startsWith('[') && claim.endsWith(']') ? claim.slice(1, -1) : claim;
  return bare.split(/[\s,]+/).filter((item) => item !== '');
};

const organisationGroup = /^org-(.*)$/s;

/**
 * The signed-in person. Throws a refusal: `unauthorized` where there is no token, or not an access token of our
 * client; `forbidden` where it names no organisation, more than one, or an impossible one.
 */
export const signedIn = (
  claims: Readonly<Record<string, unknown>> | undefined,
  clientId: string,
): SignedIn => {
  if (claims === undefined) throw new Refusal('unauthorized', 'Sign in first: this needs an access token.');
  if (claims['token_use'] !== 'access')
    throw new Refusal('unauthorized', 'The token is not an access token.');
  if (claims['client_id'] !== clientId)
    throw new Refusal('unauthorized', 'The token was issued for another client.');
  const subject = claims['sub'];
  if (typeof subject !== 'string' || !/^[!-~]{1,200}$/.test(subject))
    throw new Refusal('unauthorized', 'The token names no subject.');
  const organisations = listClaim(claims['cognito:groups']).filter((group) => organisationGroup.test(group));
  const [group, ...others] = organisations;
  if (group === undefined) throw new Refusal('forbidden', 'The token belongs to no organisation.');
  if (others.length > 0) throw new Refusal('forbidden', 'The token belongs to more than one organisation.');
  const org = orgId.safeParse(organisationGroup.exec(group)?.[1]);
  if (!org.success) throw new Refusal('forbidden', 'The token belongs to no organisation.');
  return { org: org.data, subject };
};
