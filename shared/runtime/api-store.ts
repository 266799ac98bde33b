// What the frame of the API asks the table, apart so that the function without a table need not carry it.
import type { Member } from '../domain/member.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { OrgId } from '../domain/slug.ts';
import type { StoredAnswer, Writing } from '../domain/writing.ts';
import { answeredBefore } from '../table/commit.ts';
import { readDefinition, unstamped } from '../table/definitions.ts';
import { memberOfLogin } from '../table/organisations.ts';
import type { Table } from '../table/table.ts';
import { machineNow } from './clock.ts';
import { Recent } from './recent.ts';

/** What the frame needs to know before and beside an answer. */
export interface ApiStore {
  /** The member who signs in with a subject; undefined where nobody does. */
  readonly member: (org: OrgId, subject: string, strong: boolean) => Promise<Member | undefined>;
  readonly organisation: (org: OrgId, strong: boolean) => Promise<Organisation | undefined>;
  /** Why nobody may sign in to an organisation at present; undefined: everybody may. Known for a minute. */
  readonly suspended: (org: OrgId) => Promise<string | undefined>;
  /** The stored answer of a request that was carried out. */
  readonly answered: (writing: Writing) => Promise<StoredAnswer | undefined>;
}

/** For how long (ms) a read trusts a member's record. */
const memberLives = 60_000;

/** The store over a table. Which member a login means never changes; a member's record may. */
export const apiStore = (table: Table): ApiStore => {
  const logins = new Recent<string>(5_000);
  const members = new Recent<{ readonly member: Member; readonly until: number }>(2_000);
  const suspensions = new Recent<{ readonly reason: string | undefined; readonly until: number }>(1_000);
  const loginOf = async (org: OrgId, subject: string): Promise<string | undefined> => {
    const key = `${org}|${subject}`;
    const known = logins.get(key) ?? (await memberOfLogin(table, org, subject));
    if (known !== undefined) logins.set(key, known);
    return known;
  };
  return {
    member: async (org, subject, strong) => {
      const id = await loginOf(org, subject);
      if (id === undefined) return undefined;
      const key = `${org}|${id}`;
      const recent = members.get(key);
      if (!strong && recent !== undefined && machineNow() < recent.until) return recent.member;
      const kept = await readDefinition(table, org, 'member', id, strong);
      if (kept === undefined) return undefined;
      const member = unstamped(kept.value);
      members.set(key, { member, until: machineNow() + memberLives });
      return member;
    },
    organisation: async (org, strong) => {
      const kept = await readDefinition(table, org, 'organisation', org, strong);
      return kept && unstamped(kept.value);
    },
    suspended: async (org) => {
      const recent = suspensions.get(org);
      if (recent !== undefined && machineNow() < recent.until) return recent.reason;
      const kept = await readDefinition(table, org, 'organisation', org);
      const reason = kept?.value.suspended?.reason;
      suspensions.set(org, { reason, until: machineNow() + memberLives });
      return reason;
    },
    answered: (writing) => answeredBefore(table, writing),
  };
};
