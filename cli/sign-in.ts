// A member's sign-in account is made in the user pool, outside the table: an invitation by mail, and the group that says
// to which organisation the person belongs. Making it again changes nothing and tells the same `sub`.
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  type AttributeType,
  type CognitoIdentityProviderClient,
  CreateGroupCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { Refusal, shown } from '../shared/domain/problem.ts';

/** Whose account is asked for. */
export interface Person {
  readonly organisation: string;
  readonly email: string;
}

/** Makes accounts in a user pool. */
export interface Accounts {
  /** Invites a person, unless there is an account already, and returns the account's `sub`. */
  readonly invite: (person: Person) => Promise<string>;
}

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

/** Carries out work on the pool; what it answers to a wrong name or missing rights is refused in words. */
const asked = async <T>(work: Promise<T>, expected?: string): Promise<T | undefined> => {
  try {
    return await work;
  } catch (error) {
    if (expected !== undefined && isNamed(error, expected)) return undefined;
    if (!(error instanceof Error)) throw error;
    throw new Refusal('conflict', `The user pool can’t be used: ${error.name}: ${error.message}`);
  }
};

const subOf = (attributes: readonly AttributeType[] | undefined): string => {
  const sub = attributes?.find(({ Name }) => Name === 'sub')?.Value;
  if (sub === undefined) throw new Error('the user pool gave an account without a sub');
  return sub;
};

/** The accounts of a user pool, by its id. */
export const cognitoAccounts = (client: CognitoIdentityProviderClient, pool: string): Accounts => {
  const known = async (email: string, group: string): Promise<string> => {
    const name = { UserPoolId: pool, Username: email };
    const user = await asked(client.send(new AdminGetUserCommand(name)));
    const groups = await asked(client.send(new AdminListGroupsForUserCommand(name)));
    const other = (groups?.Groups ?? []).find(
      ({ GroupName = '' }) => GroupName.startsWith('org-') && GroupName !== group,
    );
    if (other !== undefined)
      throw new Refusal('conflict', 'A person signs in to one organisation only.', [
        {
          path: '/email',
          found: shown(email),
          expected: `an address that is not in ${other.GroupName} already`,
        },
      ]);
    return subOf(user?.UserAttributes);
  };
  return {
    invite: async ({ organisation, email }) => {
      const group = `org-${organisation}`;
      const inGroup = { UserPoolId: pool, GroupName: group };
      await asked(client.send(new CreateGroupCommand(inGroup)), 'GroupExistsException');
      const made = await asked(
        client.send(
          new AdminCreateUserCommand({
            UserPoolId: pool,
            Username: email,
            DesiredDeliveryMediums: ['EMAIL'],
            UserAttributes: [
              { Name: 'email', Value: email },
              { Name: 'email_verified', Value: 'true' },
            ],
          }),
        ),
        'UsernameExistsException',
      );
      const sub = made === undefined ? await known(email, group) : subOf(made.User?.Attributes);
      await asked(client.send(new AdminAddUserToGroupCommand({ ...inGroup, Username: email })));
      return sub;
    },
  };
};

/** The refusal of a command that needs an account and was told neither the account nor where to make it. */
export const accountMissing = (option: string): Refusal =>
  new Refusal('invalid-input', 'The sign-in account is not named.', [
    {
      path: option,
      found: 'nothing',
      expected: 'the sub of the account, or --user-pool with the pool in which it shall be made',
    },
  ]);
