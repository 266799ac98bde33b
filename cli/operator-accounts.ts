// Orders that need a sign-in account: the account is made only once everything else about the order holds, so that
// nobody is invited to what is then refused.

import * as z from 'zod';
import { Refusal } from '../shared/domain/problem.ts';
import { orgId, slug } from '../shared/domain/slug.ts';
import { readDefinition } from '../shared/table/definitions.ts';
import type { Table } from '../shared/table/table.ts';
import { type Operator, type OrganisationOrder, organisationOrder, parsed } from './operator-commands.ts';
import type { Accounts } from './sign-in.ts';

/** An organisation to be made whose first analyst has no account yet. */
export type InvitingOrder = Omit<OrganisationOrder, 'analyst'> & {
  readonly analyst: Omit<OrganisationOrder['analyst'], 'sub'>;
};

const memberOrder = z.strictObject({ org: orgId, member: slug });

/** What an operator does with accounts. */
export interface Inviting {
  /** Makes an organisation and invites its first analyst. */
  readonly createOrganisation: (order: InvitingOrder) => Promise<void>;
  /** Invites a member whom an analyst has defined, and ties the account to him or her. Returns the account's sub. */
  readonly inviteMember: (order: { readonly org: string; readonly member: string }) => Promise<string>;
}

/** The same over a table, an operator and a user pool. */
export const invitingOf = (table: Table, operator: Operator, accounts: Accounts): Inviting => ({
  createOrganisation: async (order) => {
    const { id, analyst } = parsed(organisationOrder, {
      ...order,
      analyst: { ...order.analyst, sub: 'yet-to-be-made' },
    });
    if ((await readDefinition(table, id, 'organisation', id, true)) !== undefined)
      throw new Refusal('conflict', `There is an organisation “${id}” already.`);
    const sub = await accounts.invite({ organisation: id, email: analyst.email });
    await operator.createOrganisation({ ...order, analyst: { ...order.analyst, sub } });
  },
  inviteMember: async (order) => {
    const { org, member } = parsed(memberOrder, order);
    const kept = await readDefinition(table, org, 'member', member, true);
    if (kept === undefined || kept.value.status !== 'active')
      throw new Refusal('not-found', `The organisation “${org}” has no active member “${member}”.`);
    const sub = await accounts.invite({ organisation: org, email: kept.value.email });
    await operator.linkLogin({ org, member, sub });
    return sub;
  },
});
