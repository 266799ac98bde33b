// Builds what an answer is given to work with: for a public route, and for a member.
import { randomBytes } from 'node:crypto';
import type { Route } from '../api/route.ts';
import { dayOf } from '../domain/day.ts';
import { writesFor } from '../domain/member-writes.ts';
import type { Organisation } from '../domain/organisation.ts';
import { Refusal } from '../domain/problem.ts';
import type { GivenAnswer, Writing } from '../domain/writing.ts';
import type { ApiStore } from './api-store.ts';
import type { MemberCall, PublicCall } from './call.ts';
import type { Caller } from './caller.ts';
import { machineNow } from './clock.ts';
import { expectVersion, type Seen } from './precondition.ts';

/** A request's parts as its route has parsed them. */
export interface AskedParts {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

const replyOf =
  (route: Route) =>
  (body: unknown, version?: number): GivenAnswer => {
    const parsed = route.response.safeParse(body);
    if (!parsed.success)
      throw new Error(`${route.operationId} answers what it does not declare: ${parsed.error}`);
    return {
      status: route.status,
      body: JSON.parse(JSON.stringify(parsed.data)),
      ...(version === undefined ? {} : { etag: `"${version}"` }),
    };
  };

/** The call of a public route. */
export const publicCall = (route: Route, asked: AskedParts, now: string): PublicCall<Route> => ({
  ...(asked as PublicCall<Route>),
  now,
  reply: replyOf(route) as PublicCall<Route>['reply'],
});

const onceOnly = <T>(make: () => Promise<T>): (() => Promise<T>) => {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

/** What a member's call is built from. */
export interface MemberCallParts {
  readonly route: Route;
  readonly asked: AskedParts;
  readonly now: string;
  readonly caller: Caller;
  readonly store: ApiStore;
  readonly seen: Seen | undefined;
  readonly request: Writing['request'];
}

/** The writing of a request: who, when, under which key. */
export const writingOf = ({ caller, now, request }: Omit<MemberCallParts, 'asked'>): Writing => ({
  org: caller.org,
  by: caller.member.id,
  at: now,
  machineNow: machineNow(),
  nonce: randomBytes(8).toString('hex'),
  ...(request === undefined ? {} : { request }),
});

/** The call of a member. */
export const memberCall = (parts: MemberCallParts, writing: Writing): MemberCall<Route> => {
  const { route, asked, now, caller, store, seen } = parts;
  const { org, member } = caller;
  const organisation = onceOnly(async (): Promise<Organisation> => {
    const found = await store.organisation(org, route.method !== 'GET');
    if (found === undefined) throw new Refusal('not-found', 'There is no such organisation.');
    return found;
  });
  const isOwn = async (department: string): Promise<boolean> => {
    const always = '0000-01-01';
    if (!writesFor(member, department, always)) return false;
    if (member.heads.includes(department)) return true;
    const { timeZone } = await organisation();
    return writesFor(member, department, dayOf(now, timeZone));
  };
  const own = async (...departments: string[]): Promise<void> => {
    for (const department of departments)
      if (!(await isOwn(department)))
        throw new Refusal('forbidden', `You don’t write for the department “${department}”.`);
  };
  return {
    ...publicCall(route, asked, now),
    org,
    member,
    organisation,
    isOwn,
    own,
    writing: async (...departments) => {
      if (route.scope === 'own-department' && departments.length === 0)
        throw new Error(`${route.operationId} must say for which department it writes`);
      await own(...departments);
      return writing;
    },
    expectVersion: (present) => expectVersion(seen, present),
  };
};
