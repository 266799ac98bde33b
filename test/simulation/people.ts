// How people get what they want: each wish has a key of its own, and is tried again with the same key until somebody
// answers; the impatient click twice. What was answered is remembered, so that it can be looked for at the end.
import { Refusal } from '../../shared/domain/problem.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import type { OrgId } from '../../shared/domain/slug.ts';
import type { GivenAnswer, Writing } from '../../shared/domain/writing.ts';
import { once } from '../../shared/runtime/idempotency.ts';
import { answeredBefore } from '../../shared/table/commit.ts';
import { versionsOf } from '../../shared/table/submissions.ts';
import type { Table } from '../../shared/table/table.ts';
import { carryOut } from './acts.ts';
import type { Intent } from './intents.ts';
import type { Ended, Process } from './process.ts';

/** A person's wish with the key that makes it one. */
export interface Wish {
  readonly org: OrgId;
  readonly by: string;
  readonly key: string;
  readonly intent: Intent;
  /** Whether it is asked for twice at once. */
  readonly twice: boolean;
}

/** How it went: answered, refused for good, or nobody knows. */
export type Outcome = 'done' | 'refused' | 'nothing';

/** How often somebody tries before he or she gives up. */
const patience = 6;

/** Makes a wish. Each try is a request of its own, with a process of its own that may end without a word. */
export const wish = async (
  { org, by, key, intent, twice }: Wish,
  request: (work: (process: Process) => Promise<GivenAnswer>) => Promise<Ended<GivenAnswer>>,
  stamp: () => Pick<Writing, 'at' | 'machineNow' | 'nonce'>,
): Promise<Outcome> => {
  const attempt = async (): Promise<Outcome> => {
    try {
      const ended = await request(({ table }) => {
        const writing = { org, by, ...stamp(), request: { key, hash: key } };
        return once(
          () => answeredBefore(table, writing),
          () => carryOut(table, writing, intent),
        );
      });
      return ended.ended === 'returned' ? 'done' : 'nothing';
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return error.kind === 'temporarily-unavailable' || error.kind === 'stale-version'
        ? 'nothing'
        : 'refused';
    }
  };
  for (let tries = 0; tries < patience; tries++) {
    const said = await Promise.all(twice && tries === 0 ? [attempt(), attempt()] : [attempt()]);
    if (said.includes('done')) return 'done';
    if (!said.includes('nothing')) return 'refused';
  }
  return 'nothing';
};

/** The keys under which a department's quarter holds versions, oldest first. */
export const keptKeys = async (
  table: Table,
  org: OrgId,
  department: string,
  quarter: Quarter,
): Promise<string[]> =>
  (await versionsOf(table, org, department, quarter, true)).map(({ value }) => value.note ?? '').reverse();
