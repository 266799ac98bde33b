/** The sign-in accounts of the local stack: whoever is a member has one, as if an operator had made it. */
import { type Operator, operatorOf } from '../cli/operator-commands.ts';
import type { Table } from '../shared/table/table.ts';
import type { Endpoint } from './answer.ts';
import type { BusinessClock } from './business-clock.ts';
import type { DataFolder } from './data-folder.ts';
import { openIdentity } from './identity.ts';
import { findPerson, listPeople, type Person } from './people.ts';
import { readSignIn } from './resources/sign-in.ts';
import { localSubject } from './seed-client.ts';
import type { Template } from './template.ts';

export interface AccountsProps {
  readonly template: Template;
  readonly data: DataFolder;
  readonly table: Table;
  readonly clock: Pick<BusinessClock, 'now'>;
  /** Address of the local stack, without a slash at the end. */
  readonly origin: string;
}

/** The accounts. */
export interface Accounts {
  /** What an operator may do, at business time. */
  readonly operator: Operator;
  /** The OpenID provider. */
  readonly identity: Endpoint;
  list(): Promise<Person[]>;
  /** An access token of a member. Throws a BadRequest when there is no such member, or several. */
  tokenFor(member: string, organisation?: string): Promise<string>;
}

/** Opens the accounts. Throws a StartError when the kept signing key is broken. */
export async function openAccounts({
  template,
  data,
  table,
  clock,
  origin,
}: AccountsProps): Promise<Accounts> {
  const operator = operatorOf(table, () => clock.now().toISOString());
  const list = () => listPeople(table);
  const find = (member: string, organisation?: string) => findPerson(table, member, organisation);
  const link = ({ organisation: org, member: { id } }: Person) =>
    operator.linkLogin({ org, member: id, sub: localSubject(id) });
  const identity = await openIdentity({
    origin,
    signIn: readSignIn(template),
    keyFile: data.file('signing-key.json'),
    people: { list, find, link },
  });
  return {
    operator,
    identity: identity.handle,
    list,
    tokenFor: async (member, organisation) => identity.tokenFor(await find(member, organisation)),
  };
}
