// Who gets mail: active members who lead something. The list is read when mails are made, so that a leaver gets none.
import type { Member } from '../domain/member.ts';
import type { OrgId } from '../domain/slug.ts';
import { allOf } from '../table/definitions.ts';
import type { Table } from '../table/table.ts';

/** The active executives and department heads of an organisation, by id. */
export const addresseesOf = async (table: Table, org: OrgId): Promise<Member[]> =>
  (await allOf(table, org, 'member', true)).filter(
    (member) =>
      member.status === 'active' &&
      (member.roles.includes('executive') ||
        (member.roles.includes('department-head') && member.heads.length > 0)),
  );
