// What only an operator may do, by no route: make an organisation with its first analyst, and say which member a
// sign-in account belongs to. The command line and the local stack's seeding both come here.
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { memberFields, memberSchema } from '../shared/domain/member.ts';
import { organisationFields } from '../shared/domain/organisation.ts';
import { faultsOf, Refusal } from '../shared/domain/problem.ts';
import { type OrgId, orgId, slug } from '../shared/domain/slug.ts';
import type { Writing } from '../shared/domain/writing.ts';
import { readDefinition } from '../shared/table/definitions.ts';
import { createOrganisation, linkLogin } from '../shared/table/organisations.ts';
import type { Table } from '../shared/table/table.ts';

/** The `sub` of a person's tokens, as the identity provider gives it. */
const subject = z.string({ error: 'the sub of a sign-in account' }).regex(/^[\w.:@-]{1,128}$/, {
  error: 'the sub of a sign-in account: 1 to 128 letters, digits and . : @ _ -',
});

export const organisationOrder = z.strictObject({
  ...organisationFields.shape,
  id: orgId,
  analyst: z.strictObject({
    id: slug,
    name: memberFields.shape.name,
    email: memberFields.shape.email,
    sub: subject,
  }),
});
/** An organisation to be made, with its first analyst. */
export type OrganisationOrder = z.input<typeof organisationOrder>;

export const loginOrder = z.strictObject({ org: orgId, member: slug, sub: subject });
/** A sign-in account to be tied to a member. */
export type LoginOrder = z.input<typeof loginOrder>;

/** What an operator can do. Both refuse, with every fault, what can't be used, and what contradicts what is stored. */
export interface Operator {
  readonly createOrganisation: (order: OrganisationOrder) => Promise<void>;
  readonly linkLogin: (order: LoginOrder) => Promise<void>;
}

/** An order, parsed; refuses (`invalid-input`) with every fault what can't be carried out as given. */
export const parsed = <S extends z.ZodType>(schema: S, order: unknown): z.output<S> => {
  const result = schema.safeParse(order);
  if (result.success) return result.data;
  throw new Refusal(
    'invalid-input',
    'The command can’t be carried out as given.',
    faultsOf(result.error, order),
  );
};

/** An operator on a table. `now` gives the business time as an instant (ISO 8601, UTC). */
export const operatorOf = (table: Table, now: () => string): Operator => {
  const writingNow = (org: OrgId): Writing => ({
    org,
    by: 'operator',
    at: now(),
    machineNow: Date.now(),
    nonce: randomUUID(),
  });
  return {
    createOrganisation: async (order) => {
      const { analyst, ...organisation } = parsed(organisationOrder, order);
      const { sub, ...person } = analyst;
      const writing = writingNow(organisation.id);
      const member = memberSchema.parse({ ...person, roles: ['analyst'] });
      await createOrganisation(table, writing, organisation, member, sub);
    },
    linkLogin: async (order) => {
      const { org, member, sub } = parsed(loginOrder, order);
      const known = await readDefinition(table, org, 'member', member, true);
      if (known === undefined)
        throw new Refusal('not-found', `The organisation “${org}” has no member “${member}”.`, [
          {
            path: '/member',
            found: JSON.stringify(member),
            expected: 'the id of a member that an analyst has defined',
          },
        ]);
      await linkLogin(table, writingNow(org), sub, member);
    },
  };
};
