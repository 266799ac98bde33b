// Entry point of `npm run -s operator -- ...`: the operator's commands on a table of AWS, or of the address that
// AWS_ENDPOINT_URL_DYNAMODB names.

import { randomUUID } from 'node:crypto';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { openTable } from '../shared/table/table.ts';
import { invitingOf } from './operator-accounts.ts';
import { careOf } from './operator-care.ts';
import { operatorOf } from './operator-commands.ts';
import { operatorProgram, runOperator } from './operator-program.ts';
import { cognitoAccounts } from './sign-in.ts';
import { addAuditCommands } from './verify.ts';

const now = (): string => new Date().toISOString();
const operator = (table: string) => operatorOf(openTable(table), now);
const program = operatorProgram(
  {
    operator,
    inviting: (table, pool) =>
      invitingOf(
        openTable(table),
        operator(table),
        cognitoAccounts(new CognitoIdentityProviderClient({}), pool),
      ),
    care: (table) =>
      careOf(
        {
          table: openTable(table),
          machineNow: Date.now,
          log: (level, message, fields) => console.error(`${level} ${message} ${JSON.stringify(fields)}`),
        },
        now,
      ),
    print: (line) => console.log(line),
  },
  process.env['TABLE_NAME'],
  process.env['USER_POOL_ID'],
);
addAuditCommands(
  program,
  { open: openTable, print: console.log, now, nonce: randomUUID },
  process.env['TABLE_NAME'],
);
process.exitCode = await runOperator(program, process.argv.slice(2), (line) => console.error(line));
