// Who gets mail: active members who lead something, heads and those who stand in for one today. The list is read when
// mails are made, so that a leaver gets none.
import { type Member, wantsMail } from '../domain/member.ts';
import { departmentsLed } from '../domain/member-writes.ts';
import type { OrgId } from '../domain/slug.ts';
import { allOf } from '../table/definitions.ts';
import type { Table } from '../table/table.ts';

/** The active executives, heads and deputies of an organisation, by id; `heads` are the departments they lead today. */
export const leadersOf = async (table: Table, org: OrgId, today: string): Promise<Member[]> =>
  (await allOf(table, org, 'member', true))
    .filter(({ status }) => status === 'active')
    .map((member): Member => ({ ...member, heads: departmentsLed(member, today) }))
    .filter(({ roles, heads }) => roles.includes('executive') || heads.length > 0);

/** Those of them who want mail on a local day. */
export const addresseesOf = async (table: Table, org: OrgId, today: string): Promise<Member[]> =>
  (await leadersOf(table, org, today)).filter((member) => wantsMail(member, today));

/** Whether a member ever hears of findings: a pause ends by itself, what was stopped does not. */
export const isTold = ({ mail }: Pick<Member, 'mail'>): boolean =>
  mail.unsubscribedAt === undefined && mail.digest !== 'never';

/** The names of all members by id, of those who left too. */
export const namesOf = async (table: Table, org: OrgId): Promise<ReadonlyMap<string, string>> =>
  new Map((await allOf(table, org, 'member', true)).map(({ id, name }) => [id, name]));
