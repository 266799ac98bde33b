// Who calls, and whether the route is for him or her. The token says which organisation and which subject; all else
// comes from the member record.
import type { Route } from '../api/route.ts';
import type { Member, Role } from '../domain/member.ts';
import { Refusal } from '../domain/problem.ts';
import type { OrgId } from '../domain/slug.ts';
import type { ApiStore } from './api-store.ts';
import { signedIn } from './claims.ts';
import { apiEnvironment } from './env.ts';
import type { Trail } from './refusals.ts';
import type { HttpRequest } from './request.ts';

/** A member of an organisation who may call the route. */
export interface Caller {
  readonly org: OrgId;
  readonly member: Member;
}

const mayCall = (roles: readonly Role[], { access }: Pick<Route, 'access'>): boolean =>
  access === 'public' || roles.some((role) => access.includes(role));

/** The caller. Throws a refusal, `unauthorized` or `forbidden`, and leaves on the trail what is known by then. */
export const callerOf = async (
  request: HttpRequest,
  route: Route,
  store: ApiStore,
  trail: Trail,
): Promise<Caller> => {
  const { org, subject } = signedIn(request.claims, apiEnvironment().TOKEN_CLIENT_ID);
  trail.org = org;
  const [suspended, member] = await Promise.all([
    store.suspended(org),
    store.member(org, subject, route.method !== 'GET'),
  ]);
  if (member === undefined) throw new Refusal('forbidden', 'Nobody in this organisation signs in like this.');
  trail.member = member.id;
  if (member.status !== 'active') throw new Refusal('forbidden', 'You are not a member any more.');
  if (suspended !== undefined)
    throw new Refusal('forbidden', `The organisation is suspended: ${suspended} Its data is kept.`);
  if (!mayCall(member.roles, route)) throw new Refusal('forbidden', 'None of your roles allows this.');
  return { org, member };
};
