/** Accounts in the user pool: invited once, in one organisation's group, and the same `sub` however often. */
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  CognitoIdentityProviderClient,
  CreateGroupCommand,
  GroupExistsException,
  UserNotFoundException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { cognitoAccounts } from '../../cli/sign-in.ts';

const cognito = mockClient(CognitoIdentityProviderClient);
const fault = { message: 'no', $metadata: {} };
const sub = [{ Name: 'sub', Value: 'sub-1' }];
const hanna = { organisation: 'acme', email: 'hanna@example.org' };
const invite = () =>
  cognitoAccounts(new CognitoIdentityProviderClient({ region: 'eu-west-1' }), 'pool').invite(hanna);

beforeEach(() => {
  cognito.reset();
  cognito.on(CreateGroupCommand).resolves({});
  cognito.on(AdminCreateUserCommand).resolves({ User: { Attributes: sub } });
  cognito.on(AdminAddUserToGroupCommand).resolves({});
});

describe('an invitation', () => {
  it('makes group and account, mails the person, and tells the sub', async () => {
    expect(await invite()).toBe('sub-1');
    expect(cognito.commandCalls(CreateGroupCommand)[0]?.args[0].input).toEqual({
      UserPoolId: 'pool',
      GroupName: 'org-acme',
    });
    expect(cognito.commandCalls(AdminCreateUserCommand)[0]?.args[0].input).toEqual({
      UserPoolId: 'pool',
      Username: 'hanna@example.org',
      DesiredDeliveryMediums: ['EMAIL'],
      UserAttributes: [
        { Name: 'email', Value: 'hanna@example.org' },
        { Name: 'email_verified', Value: 'true' },
      ],
    });
    expect(cognito.commandCalls(AdminAddUserToGroupCommand)[0]?.args[0].input).toEqual({
      UserPoolId: 'pool',
      GroupName: 'org-acme',
      Username: 'hanna@example.org',
    });
  });

  it('of somebody who has an account already tells its sub, and mails nobody again', async () => {
    cognito.on(CreateGroupCommand).rejects(new GroupExistsException(fault));
    cognito.on(AdminCreateUserCommand).rejects(new UsernameExistsException(fault));
    cognito.on(AdminGetUserCommand).resolves({ Username: 'x', UserAttributes: sub });
    cognito.on(AdminListGroupsForUserCommand).resolves({ Groups: [{ GroupName: 'org-acme' }] });
    expect(await invite()).toBe('sub-1');
    expect(cognito.commandCalls(AdminAddUserToGroupCommand)).toHaveLength(1);
  });

  it('of somebody of another organisation is refused, and puts nobody into a group', async () => {
    cognito.on(AdminCreateUserCommand).rejects(new UsernameExistsException(fault));
    cognito.on(AdminGetUserCommand).resolves({ Username: 'x', UserAttributes: sub });
    cognito.on(AdminListGroupsForUserCommand).resolves({ Groups: [{ GroupName: 'org-rival' }] });
    await expect(invite()).rejects.toMatchObject({
      kind: 'conflict',
      message: 'A person signs in to one organisation only.',
      faults: [{ path: '/email', expected: 'an address that is not in org-rival already' }],
    });
    expect(cognito.commandCalls(AdminAddUserToGroupCommand)).toHaveLength(0);
  });

  it('in a pool that refuses is refused in words', async () => {
    cognito.on(CreateGroupCommand).rejects(new UserNotFoundException({ ...fault, message: 'no such pool' }));
    await expect(invite()).rejects.toMatchObject({
      kind: 'conflict',
      message: 'The user pool can’t be used: UserNotFoundException: no such pool',
    });
  });
});
