/** The operator's terminal over a table of the tests, with a user pool that only remembers whom it invited. */
import { invitingOf } from '../../cli/operator-accounts.ts';
import { careOf } from '../../cli/operator-care.ts';
import { operatorOf } from '../../cli/operator-commands.ts';
import type { Terminal } from '../../cli/operator-program.ts';
import type { Person } from '../../cli/sign-in.ts';
import type { Table } from '../../shared/table/table.ts';

/** Everybody who was invited, in order. */
export const invited: Person[] = [];

/** A terminal whose business time stands still at an instant. */
export const terminalOf = (table: Table, at: string, print: (line: string) => void): Terminal => {
  const operator = () => operatorOf(table, () => at);
  return {
    operator,
    inviting: (_table, pool) =>
      invitingOf(table, operator(), {
        invite: async (person) => {
          invited.push(person);
          return `sub-in-${pool}-of-${person.email}`;
        },
      }),
    care: () => careOf({ table, machineNow: Date.now, log: () => undefined }, () => at),
    print,
  };
};
