// What people do, as the API does it for them: each intent has a key of its own, and is tried again with the same key
// until somebody answers. What was answered is remembered, so that it can be looked for at the end.
import { departmentFields } from '../../shared/domain/department.ts';
import { kpiFields } from '../../shared/domain/kpi.ts';
import { memberFields } from '../../shared/domain/member.ts';
import { objectiveFields } from '../../shared/domain/objective.ts';
import { outcomeFields } from '../../shared/domain/outcome.ts';
import { Refusal } from '../../shared/domain/problem.ts';
import type { Quarter } from '../../shared/domain/quarter.ts';
import type { OrgId } from '../../shared/domain/slug.ts';
import type { GivenAnswer } from '../../shared/domain/writing.ts';
import { loadOrganisation } from '../../shared/flows/load.ts';
import { decide, handIn } from '../../shared/flows/submit.ts';
import { once } from '../../shared/runtime/idempotency.ts';
import { answeredBefore, type Writing } from '../../shared/table/commit.ts';
import { putDefinition, readDefinition } from '../../shared/table/definitions.ts';
import { versionsOf } from '../../shared/table/submissions.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Ended, Process } from './process.ts';

const fields = {
  department: departmentFields,
  outcome: outcomeFields,
  objective: objectiveFields,
  kpi: kpiFields,
  member: memberFields,
} as const;
export type Kind = keyof typeof fields;

/** What a person wants done. */
export type Intent =
  | {
      readonly do: 'define';
      readonly kind: Kind;
      readonly id: string;
      readonly body: Readonly<Record<string, unknown>>;
    }
  | {
      readonly do: 'submit';
      readonly department: string;
      readonly quarter: Quarter;
      readonly actuals: Readonly<Record<string, string>>;
    }
  | {
      readonly do: 'decide';
      readonly department: string;
      readonly quarter: Quarter;
      readonly state: 'accepted' | 'returned';
    };

/** A person's wish with the key that makes it one. */
export interface Wish {
  readonly org: OrgId;
  readonly by: string;
  readonly key: string;
  readonly intent: Intent;
}

/** How it went: answered, refused for good, or nobody knows. */
export type Outcome =
  | { readonly said: 'done'; readonly answer: GivenAnswer }
  | { readonly said: 'refused' | 'nothing' };

const define = async (
  table: Table,
  writing: Writing,
  { kind, id, body }: Intent & { readonly do: 'define' },
): Promise<GivenAnswer> => {
  const before = await readDefinition(table, writing.org, kind, id, true);
  const entity: Record<string, unknown> = {
    firstQuarter: '2024-Q1',
    ...before?.value,
    ...fields[kind].parse(body),
    id,
  };
  for (const stamp of ['version', 'updatedAt', 'updatedBy']) delete entity[stamp];
  if (kind === 'member') delete entity['firstQuarter'];
  if (kind === 'kpi') for (const list of ['targets', 'formerDepartments', 'changes']) entity[list] ??= [];
  const answer = { status: 200, body: null };
  await putDefinition(
    table,
    writing,
    { kind, action: `${kind}.put`, entity: entity as never, before: before as never },
    () => answer,
  );
  return answer;
};

const carryOut = async (table: Table, writing: Writing, intent: Intent): Promise<GivenAnswer> => {
  if (intent.do === 'define') return define(table, writing, intent);
  const { department, quarter } = intent;
  const submitting = {
    where: { org: writing.org, department, quarter },
    writing,
    organisation: await loadOrganisation(table, writing.org),
    expectVersion: () => undefined,
    reply: (receipt: unknown) => ({ status: 201, body: JSON.parse(JSON.stringify(receipt)) }),
  };
  if (intent.do === 'decide')
    return decide(table, submitting, {
      state: intent.state,
      ...(intent.state === 'returned' ? { comment: 'Again.' } : {}),
    } as never);
  const readings = Object.entries(intent.actuals).map(([kpi, actual]) => ({ kpi, actual }));
  return handIn(table, submitting, { readings, note: writing.request?.key }, false);
};

/** How often somebody tries before he or she gives up. */
const patience = 6;

/** Makes a wish. Each try is a request of its own, with a process of its own that may end without a word. */
export const wish = async (
  { org, by, key, intent }: Wish,
  request: (work: (process: Process) => Promise<GivenAnswer>) => Promise<Ended<GivenAnswer>>,
  stamp: () => Pick<Writing, 'at' | 'machineNow' | 'nonce'>,
): Promise<Outcome> => {
  for (let tries = 0; tries < patience; tries++) {
    try {
      const ended = await request(({ table }) => {
        const writing = { org, by, ...stamp(), request: { key, hash: key } };
        return once(
          () => answeredBefore(table, writing),
          () => carryOut(table, writing, intent),
        );
      });
      if (ended.ended === 'returned') return { said: 'done', answer: ended.value };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.kind !== 'temporarily-unavailable' && error.kind !== 'stale-version')
        return { said: 'refused' };
    }
  }
  return { said: 'nothing' };
};

/** The keys under which a department's quarter holds versions, oldest first. */
export const keptKeys = async (
  table: Table,
  org: OrgId,
  department: string,
  quarter: Quarter,
): Promise<string[]> =>
  (await versionsOf(table, org, department, quarter, true)).map(({ value }) => value.note ?? '').reverse();
