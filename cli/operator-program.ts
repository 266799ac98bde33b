// The operator's command line: options in, one line out. What it may do stands in operator-commands.ts.
import { Command } from 'commander';
import { Refusal } from '../shared/domain/problem.ts';
import type { Inviting } from './operator-accounts.ts';
import type { Care } from './operator-care.ts';
import { addCare } from './operator-care-program.ts';
import type { Operator } from './operator-commands.ts';
import { accountMissing } from './sign-in.ts';

/** What the program needs of the world around it. */
export interface Terminal {
  /** The operator on the table of this name. */
  readonly operator: (table: string) => Operator;
  /** The same with accounts of a user pool, by its id. */
  readonly inviting: (table: string, pool: string) => Inviting;
  /** What is done with the organisations of the table of this name. */
  readonly care: (table: string) => Care;
  readonly print: (line: string) => void;
}

interface TableOption {
  readonly table: string;
}
interface CreateOptions extends TableOption {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly currency: string;
  readonly fiscalStart: string;
  readonly analystId: string;
  readonly analystName: string;
  readonly analystEmail: string;
  readonly analystSub?: string;
  readonly userPool?: string;
}
interface LinkOptions extends TableOption {
  readonly org: string;
  readonly member: string;
  readonly sub?: string;
  readonly userPool?: string;
}

const tableName = ['--table <name>', 'the table (default: TABLE_NAME of the environment)'] as const;

const poolOption = [
  '--user-pool <id>',
  'the user pool in which the account is made (default: USER_POOL_ID of the environment)',
] as const;

const create = async ({ operator, inviting, print }: Terminal, options: CreateOptions): Promise<void> => {
  const { table, id, analystId, analystEmail, analystSub: sub, userPool } = options;
  const analyst = { id: analystId, name: options.analystName, email: analystEmail };
  const organisation = {
    id,
    name: options.name,
    timeZone: options.timeZone,
    currency: options.currency,
    fiscalStart: Number(options.fiscalStart),
  };
  if (sub !== undefined)
    await operator(table).createOrganisation({ ...organisation, analyst: { ...analyst, sub } });
  else if (userPool !== undefined)
    await inviting(table, userPool).createOrganisation({ ...organisation, analyst });
  else throw accountMissing('--analyst-sub');
  print(`made organisation ${id} with its first analyst ${analystId}`);
  if (sub === undefined) print(`${analystEmail} is invited by mail`);
};

const link = async ({ operator, inviting, print }: Terminal, options: LinkOptions): Promise<void> => {
  const { table, org, member, userPool } = options;
  let { sub } = options;
  if (sub !== undefined) await operator(table).linkLogin({ org, member, sub });
  else if (userPool !== undefined) sub = await inviting(table, userPool).inviteMember({ org, member });
  else throw accountMissing('--sub');
  print(`member ${member} of ${org} signs in as ${sub}`);
};

/**
 * The program; `table` is the default of its option, undefined: the option must be given; `pool` that of the user
 * pool's.
 */
export const operatorProgram = (terminal: Terminal, table: string | undefined, pool?: string): Command => {
  const program = new Command('operator').description('What an operator does by no route of the API.');
  const command = (name: string, description: string): Command => {
    const made = program.command(name).description(description);
    return table === undefined ? made.requiredOption(...tableName) : made.option(...tableName, table);
  };
  command('create-organisation', 'makes an organisation and its first analyst')
    .requiredOption('--id <id>', 'id of the organisation: a-z, 0-9, -; it never changes')
    .requiredOption('--name <name>', 'its name')
    .requiredOption('--time-zone <zone>', 'IANA time zone, such as Europe/London')
    .requiredOption('--currency <code>', 'three capital letters, such as GBP')
    .option('--fiscal-start <month>', 'month (1..12) in which the fiscal year starts', '1')
    .requiredOption('--analyst-id <id>', 'id of the first analyst')
    .requiredOption('--analyst-name <name>', 'name of the first analyst')
    .requiredOption('--analyst-email <address>', 'e-mail address of the first analyst')
    .option('--analyst-sub <sub>', 'sub of the sign-in account; without it one is made in the user pool')
    .option(...poolOption, pool)
    .action((options: CreateOptions) => create(terminal, options));
  command('link-login', 'says which member a sign-in account belongs to; without --sub invites the member')
    .requiredOption('--org <id>', 'id of the organisation')
    .requiredOption('--member <id>', 'id of the member, as the analyst has defined it')
    .option('--sub <sub>', 'sub of the sign-in account; without it one is made in the user pool')
    .option(...poolOption, pool)
    .action((options: LinkOptions) => link(terminal, options));
  addCare(command, terminal);
  return program;
};

/** A refusal as lines for a person: what happened, then each fault with where, found and expected. */
export const refusalLines = (refusal: Refusal): string[] => [
  refusal.message,
  ...refusal.faults.map(({ path, found, expected }) => `  ${path}: found ${found}, expected ${expected}`),
];

const isOfTable = (error: unknown): error is Error => error instanceof Error && '$metadata' in error;

/**
 * Runs the program with the arguments of a command line; the exit code. Refusals, and what the table answers to a
 * wrong name or missing rights, are complained of in words; other errors are thrown.
 */
export const runOperator = async (
  program: Command,
  args: readonly string[],
  complain: (line: string) => void,
): Promise<0 | 1> => {
  try {
    await program.parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof Refusal) for (const line of refusalLines(error)) complain(line);
    else if (isOfTable(error)) complain(`The table can’t be used: ${error.name}: ${error.message}`);
    else throw error;
    return 1;
  }
};
