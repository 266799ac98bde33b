// What people do, carried out by the flows that the API calls, with the answer that it would give.
import { departmentFields } from '../../shared/domain/department.ts';
import { kpiFields } from '../../shared/domain/kpi.ts';
import { memberFields } from '../../shared/domain/member.ts';
import { outcomeFields } from '../../shared/domain/outcome.ts';
import { Refusal } from '../../shared/domain/problem.ts';
import { unsubscribeToken } from '../../shared/domain/unsubscribe-token.ts';
import type { GivenAnswer, Writing } from '../../shared/domain/writing.ts';
import { closeAction, decideAction } from '../../shared/flows/actions.ts';
import { startChangeSet } from '../../shared/flows/change-set.ts';
import { acknowledgeFinding, askWaiver, commentFinding, decideWaiver } from '../../shared/flows/findings.ts';
import { loadOrganisation } from '../../shared/flows/load.ts';
import { putPreferences, unsubscribe } from '../../shared/flows/preferences.ts';
import { reopenQuarter, sealQuarter } from '../../shared/flows/seal.ts';
import { decide, handIn } from '../../shared/flows/submit.ts';
import { putDefinition, readDefinition, unstamped } from '../../shared/table/definitions.ts';
import type { DefinitionKind } from '../../shared/table/keys.ts';
import type { Table } from '../../shared/table/table.ts';
import { readUnsubscribeKey } from '../../shared/table/unsubscribe-key.ts';
import { type Intent, kpis, outcomes } from './intents.ts';

const fields = {
  department: departmentFields,
  outcome: outcomeFields,
  kpi: kpiFields,
  member: memberFields,
} as const;
const answer: GivenAnswer = { status: 200, body: null };
const reply = () => answer;
type Of<K extends Intent['do']> = Extract<Intent, { do: K }>;

const define = async (table: Table, writing: Writing, { kind, id, body }: Of<'define'>) => {
  const before = await readDefinition(table, writing.org, kind, id, true);
  const entity: Record<string, unknown> = {
    ...(kind === 'member' ? {} : { firstQuarter: '2024-Q1' }),
    ...(kind === 'kpi' ? { targets: [], formerDepartments: [], changes: [] } : {}),
    ...(before === undefined ? {} : unstamped(before.value)),
    ...fields[kind].parse(body),
    id,
  };
  const action = `${kind}.put`;
  await putDefinition(
    table,
    writing,
    { kind, action, entity: entity as never, before: before as never },
    reply,
  );
  return answer;
};

const importing = async (table: Table, writing: Writing, { word, members }: Of<'import'>) => {
  const changed = async (kind: DefinitionKind, id: string, fresh: object) => {
    const before = (await readDefinition(table, writing.org, kind, id, true))?.value;
    const entity = { ...(before === undefined ? {} : unstamped(before)), ...fresh, id };
    return { kind, expected: before?.version ?? 0, entity };
  };
  const email = `many@${writing.org}.example`;
  const auditor = { ...memberFields.parse({ name: 'One of many', email, roles: ['auditor'] }) };
  const changes = [
    ...outcomes.map((id) => changed('outcome', id, { statement: `${writing.org} is ${word}.` })),
    ...kpis.map((id) => changed('kpi', id, { name: `Orders, ${word}` })),
    ...Array.from({ length: members }, (_, i) => changed('member', `many-${i}`, auditor)),
  ];
  const all = (await Promise.all(changes)) as never;
  return startChangeSet({ table }, writing, { kind: 'import', changes: all }, reply);
};

/** Carries out what somebody wants. */
export const carryOut = async (table: Table, writing: Writing, intent: Intent): Promise<GivenAnswer> => {
  const { org, at, by } = writing;
  const organisation = () => loadOrganisation(table, org);
  const expectVersion = () => undefined;
  const callAs = async (id: string) => {
    const kept = await readDefinition(table, org, 'member', id, true);
    if (kept === undefined) throw new Refusal('not-found', 'There is no such member.');
    const member = unstamped(kept.value);
    return {
      org,
      now: at,
      member,
      organisation,
      own: async () => undefined,
      writing: async () => writing,
      expectVersion,
    };
  };
  switch (intent.do) {
    case 'define':
      return define(table, writing, intent);
    case 'submit':
    case 'decide': {
      const { department, quarter } = intent;
      const where = { org, department, quarter };
      const submitting = { where, writing, organisation: await organisation(), expectVersion, reply };
      if (intent.do === 'submit') {
        const readings = Object.entries(intent.actuals).map(([kpi, actual]) => ({ kpi, actual }));
        return handIn(table, submitting, { readings, note: writing.request?.key }, false);
      }
      const comment = intent.state === 'returned' ? { comment: 'Again.' } : {};
      return decide(table, submitting, { state: intent.state, ...comment });
    }
    case 'answer': {
      const { finding, how } = intent;
      const call = await callAs(by);
      if (how === 'acknowledge') return acknowledgeFinding(table, call, finding, 'We know.', reply);
      if (how === 'comment') return commentFinding(table, call, finding, 'A word.', reply);
      const asked = { reason: 'Not now.', until: at.slice(0, 10) };
      if (how === 'ask') return askWaiver(table, call, finding, asked, reply);
      return decideWaiver(table, call, finding, { approve: how === 'approve' }, reply);
    }
    case 'act': {
      const findings = [...intent.findings];
      const action = { findings, text: 'See to it.', owner: 'erin', dueQuarter: '2026-Q4' as const };
      return decideAction(table, await callAs(by), action, reply);
    }
    case 'end':
      return closeAction(
        table,
        await callAs('erin'),
        intent.action,
        { state: intent.state, comment: 'So.' },
        reply,
      );
    case 'seal':
      return sealQuarter(table, await callAs('erin'), intent.quarter, reply);
    case 'reopen':
      return reopenQuarter(table, await callAs('erin'), intent.quarter, 'A figure was wrong.', reply);
    case 'unsubscribe': {
      const key = (await readUnsubscribeKey(table, org)) ?? '';
      const { machineNow, nonce } = writing;
      await unsubscribe(table, unsubscribeToken(org, intent.member, key), { at, machineNow, nonce });
      return answer;
    }
    case 'prefer': {
      const wishes = { locale: 'en-GB', digest: intent.digest, reminders: true } as const;
      return putPreferences(table, await callAs(intent.member), wishes, reply);
    }
    case 'import':
      return importing(table, writing, intent);
  }
};
