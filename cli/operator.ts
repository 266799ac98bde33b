// Entry point of `npm run -s operator -- ...`: the operator's commands on a table of AWS, or of the address that
// AWS_ENDPOINT_URL_DYNAMODB names.
import { openTable } from '../shared/table/table.ts';
import { operatorOf } from './operator-commands.ts';
import { operatorProgram, runOperator } from './operator-program.ts';

const program = operatorProgram(
  {
    operator: (table) => operatorOf(openTable(table), () => new Date().toISOString()),
    print: (line) => console.log(line),
  },
  process.env['TABLE_NAME'],
);
process.exitCode = await runOperator(program, process.argv.slice(2), (line) => console.error(line));
