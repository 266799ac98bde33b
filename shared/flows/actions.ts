// An action is decided on findings that are open, by an executive, and ends once: done or dropped.
import { type Action, type ActionFields, type Ending, endAction } from '../domain/action.ts';
import { actionAge, isStalled } from '../domain/action-age.ts';
import { calendarAt, runningQuarter } from '../domain/calendar.ts';
import type { Member } from '../domain/member.ts';
import { type Fault, Refusal, shown } from '../domain/problem.ts';
import type { Quarter } from '../domain/quarter.ts';
import type { OrgId } from '../domain/slug.ts';
import type { GivenAnswer } from '../domain/writing.ts';
import { allOf, readDefinition, type StoredOf, unstamped } from '../table/definitions.ts';
import { readFindings } from '../table/findings.ts';
import type { Table } from '../table/table.ts';
import { type Defining, define, oneOf } from './define.ts';

/** An action as it is shown in a reporting quarter. */
export const actionViewOf = (action: StoredOf<'action'>, quarter: Quarter) => ({
  ...action,
  age: actionAge(action, quarter),
  stalled: isStalled(action, quarter),
});

/** Everything that was ever decided on findings, oldest first. */
export const allActions = async (table: Table, org: OrgId): Promise<StoredOf<'action'>[]> =>
  (await allOf(table, org, 'action')).sort((a, b) =>
    `${a.decided.at} ${a.id}` < `${b.decided.at} ${b.id}` ? -1 : 1,
  );

/** An action without what only the store needs. */
export const actionOf = (stored: StoredOf<'action'>): Action => unstamped(stored);

const canSee = (member: Pick<Member, 'status' | 'roles'> | undefined): boolean =>
  member?.status === 'active' && member.roles.some((role) => role !== 'auditor');

/** Stores a new action. Refuses findings that are resolved or unknown, an owner who can't act, a quarter that has passed. */
export const decideAction = async (
  table: Table,
  call: Defining,
  fields: ActionFields,
  reply: (stored: StoredOf<'action'>) => GivenAnswer,
): Promise<GivenAnswer> => {
  const organisation = await call.organisation();
  const running = runningQuarter(call.now, organisation);
  const [findings, owner, writing] = await Promise.all([
    readFindings(table, call.org, fields.findings),
    readDefinition(table, call.org, 'member', fields.owner, true),
    call.writing(),
  ]);
  const open = new Map(
    findings
      .filter(({ finding }) => finding.life.state !== 'resolved')
      .map(({ finding, department }) => [finding.fingerprint, department]),
  );
  const faults: Fault[] = fields.findings.flatMap((fingerprint, i) =>
    open.has(fingerprint)
      ? []
      : [
          {
            path: `/findings/${i}`,
            found: shown(fingerprint),
            expected: 'the fingerprint of an unresolved finding',
          },
        ],
  );
  if (!canSee(owner?.value))
    faults.push({
      path: '/owner',
      found: shown(fields.owner),
      expected: 'the id of an active member who is more than an auditor',
    });
  if (fields.dueQuarter < running)
    faults.push({ path: '/dueQuarter', found: shown(fields.dueQuarter), expected: `${running} or later` });
  if (faults.length > 0) throw new Refusal('invalid-input', 'The action can’t be decided as it is.', faults);
  const departments = new Set(open.values());
  const [department] = departments;
  const id = `action-${writing.nonce
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '')
    .slice(0, 16)}`;
  return define(table, call, {
    kind: 'action',
    id,
    make: async () => ({
      entity: {
        ...fields,
        id,
        ...(departments.size === 1 && department !== undefined ? { department } : {}),
        state: 'open' as const,
        decided: {
          by: writing.by,
          at: writing.at,
          quarter: calendarAt(call.now, organisation).reportingQuarter,
        },
      },
      action: 'action.decide',
    }),
    reply,
  });
};

/** Ends an action. Its owner may say that it is done; everything else is an executive's. */
export const closeAction = async (
  table: Table,
  call: Defining,
  id: string,
  { state, comment }: Pick<Ending, 'state' | 'comment'>,
  reply: (stored: StoredOf<'action'>) => GivenAnswer,
): Promise<GivenAnswer> => {
  const action = actionOf(await oneOf(table, call, 'action', id));
  const mayEnd =
    call.member.roles.includes('executive') || (state === 'done' && action.owner === call.member.id);
  if (!mayEnd)
    throw new Refusal(
      'forbidden',
      'An executive ends an action; that it is done may also be said by its owner.',
    );
  const { reportingQuarter: quarter } = calendarAt(call.now, await call.organisation());
  return define(table, call, {
    kind: 'action',
    id,
    make: async (before) => {
      if (before === undefined) throw new Refusal('not-found', `There is no action “${id}”.`);
      return {
        entity: endAction(actionOf(before), { state, comment, by: call.member.id, at: call.now, quarter }),
        action: `action.${state === 'done' ? 'done' : 'drop'}`,
      };
    },
    reply,
  });
};
