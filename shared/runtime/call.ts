// What an answer is given to work with. The right to write is a thing that a call hands out only for departments
// that are the caller's own, so that no answer can forget to ask.
import type { AnsweredBy, Asked, Route } from '../api/route.ts';
import type { Member } from '../domain/member.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { OrgId } from '../domain/slug.ts';
import type { GivenAnswer, Writing } from '../domain/writing.ts';

/** A call that anybody may make. */
export interface PublicCall<R> extends Asked<R> {
  /** Business time (ISO 8601, UTC), the same throughout the request. */
  readonly now: string;
  /**
   * The answer, held against the route's schema; `version` becomes its ETag. Throws an Error for a body that the
   * route does not declare, before anything is written.
   */
  readonly reply: (body: AnsweredBy<R>, version?: number) => GivenAnswer;
}

/** A call of a member of an organisation whose role allows the route. */
export interface MemberCall<R> extends PublicCall<R> {
  readonly org: OrgId;
  readonly member: Member;
  /** The organisation's record: read strongly where the route writes, once a request. */
  readonly organisation: () => Promise<Organisation>;
  /** Whether the caller writes for a department today, as its head or as a deputy. */
  readonly isOwn: (department: string) => Promise<boolean>;
  /** Refuses (`forbidden`) unless every one of the departments is the caller's own. */
  readonly own: (...departments: string[]) => Promise<void>;
  /**
   * The right to write. On a route for own departments it takes the departments that the write concerns, at least
   * one, and refuses those of others.
   */
  readonly writing: (...departments: string[]) => Promise<Writing>;
  /** Refuses unless this is the version that the caller has seen; undefined: there is nothing yet. */
  readonly expectVersion: (present: number | undefined) => void;
}

export type CallOf<R> = R extends { readonly access: 'public' } ? PublicCall<R> : MemberCall<R>;

/** An answer for each of the routes, by operation id: one that is missing does not compile. */
export type AnswersOf<R extends Route> = {
  readonly [Id in R['operationId']]: (
    call: CallOf<Extract<R, { readonly operationId: Id }>>,
  ) => Promise<GivenAnswer>;
};
