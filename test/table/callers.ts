// How the model test's writers behave: as callers of the API do. They ask again, under the same key, until there is
// an answer; faults and crashes are what they ask again after.
import fc from 'fast-check';
import { expect } from 'vitest';
import { type ProblemKind, Refusal } from '../../shared/domain/problem.ts';
import type { OrgId } from '../../shared/domain/slug.ts';
import type { Writing } from '../../shared/domain/writing.ts';
import { answeredBefore, Repeated } from '../../shared/table/commit.ts';
import type { Table } from '../../shared/table/table.ts';
import { Crash } from '../faults.ts';
import type { FreshTable } from '../fresh-table.ts';
import type { Carried, Reference } from './reference.ts';
import { acme, answer, globex, now } from './samples.ts';

/** What both organisations must amount to. */
export interface Model {
  readonly acme: Reference;
  readonly globex: Reference;
}
/** What is really there. */
export interface Real {
  readonly fresh: FreshTable;
  /** The table through a client that meets faults. */
  readonly table: Table;
  /** Writings so far: what makes each of them another. */
  count: number;
}
export type Command = fc.AsyncCommand<Model, Real>;

const passes = (error: unknown): boolean =>
  error instanceof Crash ||
  error instanceof Repeated ||
  (error instanceof Refusal && error.kind === 'temporarily-unavailable');

/** Does some work again and again until it ends, one way or the other. */
export const persist = async (work: () => Promise<unknown>): Promise<'done' | ProblemKind> => {
  for (let attempt = 0; attempt < 60; attempt++) {
    try {
      await work();
      return 'done';
    } catch (error) {
      if (passes(error)) continue;
      if (error instanceof Refusal) return error.kind;
      throw error;
    }
  }
  throw new Error('sixty attempts were not enough');
};

/** A request of a member: its stored answer, or the work. */
export const carryOut = (
  table: Table,
  writing: Writing,
  work: () => Promise<unknown>,
): Promise<'done' | ProblemKind> =>
  persist(async () => {
    const before = await answeredBefore(table, writing);
    if (before === undefined) await work();
    else expect(before).toEqual({ hash: writing.request?.hash, ...answer });
  });

/** A new request of a member, as the table and as the model know it. */
export const requestOf = (real: Real, org: OrgId, by: string): { writing: Writing; carried: Carried } => {
  real.count += 1;
  const request = { key: `key-${real.count}`, hash: `hash-${real.count}` };
  const writing = { org, by, at: now, machineNow: Date.parse(now), nonce: `n${real.count}`, request };
  return { writing, carried: { by, ...request } };
};

export const orgs = fc.constantFrom('acme', 'globex');
export const who = fc.constantFrom('ann', 'bob');
export const nameOf = { acme, globex } as const;
