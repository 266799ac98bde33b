// What a route is: plain data. The gateway, the handlers, the authorization tests, OpenAPI and the typed client
// are all views of it.
import type * as z from 'zod';
import type { Role } from '../domain/member.ts';

export const areas = [
  'set-up',
  'submissions',
  'findings',
  'reports',
  'paper',
  'audit',
  'imports',
  'reorganise',
  'library',
  'catalogue',
] as const;
/** A group of routes that one function serves, with only the rights that it needs. */
export type Area = (typeof areas)[number];

/** Who may call a route beyond holding one of its roles. */
export type Scope =
  /** the department in the path, in the body, or of the entity must be the caller's own */
  | 'own-department'
  /** everybody with the role */
  | 'organisation';

export interface Route {
  readonly operationId: string;
  readonly method: 'GET' | 'PUT' | 'POST';
  /** A path template such as `/v1/kpis/{id}`. */
  readonly path: string;
  readonly area: Area;
  readonly summary: string;
  readonly access: 'public' | readonly Role[];
  readonly scope?: Scope;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Whether the version it changes is named by If-Match (or If-None-Match: * for what is new). */
  readonly versioned?: boolean;
  /** Whether it may be repeated under an Idempotency-Key; what is versioned always may. */
  readonly repeatable?: boolean;
  /** The most bytes of a body where that is not what every other route takes, and what to do with more. */
  readonly largest?: { readonly bytes: number; readonly remedy: string };
  readonly status: 200 | 201;
  /** What it answers where that is no JSON; `response` is then its bytes in base64. */
  readonly media?: 'application/pdf';
  readonly response: z.ZodType;
}

/** The media type of every refusal. */
export const problemType = 'application/problem+json';

type Parsed<R, Part extends keyof Route> = R extends { readonly [P in Part]: infer S }
  ? S extends z.ZodType
    ? z.output<S>
    : undefined
  : undefined;

/** What a request of a route says, once it has been parsed; undefined where the route asks for nothing. */
export interface Asked<R> {
  readonly params: Parsed<R, 'params'>;
  readonly query: Parsed<R, 'query'>;
  readonly body: Parsed<R, 'body'>;
}

/** What a route answers. */
export type AnsweredBy<R> = R extends { readonly response: infer S extends z.ZodType } ? z.input<S> : never;
