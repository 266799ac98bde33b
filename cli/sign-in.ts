// A member's sign-in account is made in the user pool, outside the table. This is the one place that knows how an
// operator comes by its `sub`; today by hand, with the commands that it prints.
import { Refusal } from '../shared/domain/problem.ts';

/** Whose account is asked for. */
export interface Person {
  readonly organisation: string;
  readonly email: string;
}

/** The commands that make the account, put it into the organisation's group and show its sub. */
export const accountCommands = ({ organisation, email }: Person): readonly string[] => [
  `aws cognito-idp create-group --user-pool-id <pool> --group-name org-${organisation}`,
  `aws cognito-idp admin-create-user --user-pool-id <pool> --username ${email} --user-attributes Name=email,Value=${email} Name=email_verified,Value=true`,
  `aws cognito-idp admin-add-user-to-group --user-pool-id <pool> --username ${email} --group-name org-${organisation}`,
  `aws cognito-idp admin-get-user --user-pool-id <pool> --username ${email} --query "UserAttributes[?Name=='sub'].Value" --output text`,
];

/** The sub that the operator has given. Without one: a refusal that says how to come by it. */
export const signInSubject = (given: string | undefined, option: string, person: Person): string => {
  if (given !== undefined) return given;
  const expected = `the sub of the account; these commands make it and show it:\n  ${accountCommands(person).join('\n  ')}`;
  throw new Refusal('invalid-input', 'The sign-in account is not named.', [
    { path: option, found: 'nothing', expected },
  ]);
};
