// What an operator asks of the audit: does everything still fit, and forget this person. Both stand beside the other
// operator's commands; a check that finds something ends with an error, so that a schedule notices.
import type { Command } from 'commander';
import { Refusal } from '../shared/domain/problem.ts';
import { orgId, slug } from '../shared/domain/slug.ts';
import { eraseMember } from '../shared/flows/erase.ts';
import { verify } from '../shared/flows/verify.ts';
import type { Table } from '../shared/table/table.ts';

/** What the commands need of the world around them. */
export interface AuditTerminal {
  /** The table of this name. */
  readonly open: (table: string) => Table;
  readonly print: (line: string) => void;
  /** Business time, ISO 8601, UTC. */
  readonly now: () => string;
  /** A random text. */
  readonly nonce: () => string;
}
interface Options {
  readonly table: string;
  readonly org: string;
  readonly member?: string;
}

const named = (schema: typeof slug, what: string, given: string): string => {
  if (schema.safeParse(given).success) return given;
  throw new Refusal('invalid-input', 'The command can’t be carried out as given.', [
    {
      path: `--${what}`,
      found: JSON.stringify(given),
      expected: 'an id of 1 to 40 characters from a-z, 0-9 and -',
    },
  ]);
};

const runVerify = async ({ open, print }: AuditTerminal, { table, org }: Options): Promise<void> => {
  const { entries, entities, anchors, seals, broken } = await verify(
    open(table),
    orgId.parse(named(slug, 'org', org)),
  );
  const looked = `${entries} audit entries of ${entities} entities, ${anchors} anchors, ${seals} seals`;
  if (broken.length === 0) {
    print(`everything fits: ${looked}`);
    return;
  }
  throw new Refusal(
    'conflict',
    `${broken.length} of these do not fit: ${looked}`,
    broken.map(({ kind, id, why }) => ({ path: `${kind} ${id}`, found: why, expected: 'what was written' })),
  );
};

const runErase = async (
  { open, print, now, nonce }: AuditTerminal,
  { table, org, member = '' }: Options,
): Promise<void> => {
  const writing = {
    org: orgId.parse(named(slug, 'org', org)),
    by: 'operator',
    at: now(),
    machineNow: Date.now(),
    nonce: nonce(),
  };
  const { entries, mails } = await eraseMember(open(table), writing, named(slug, 'member', member));
  print(`erased ${member} of ${org}: ${entries} audit payloads and ${mails} mails`);
};

/** Adds the commands; `table` is the default of their option, undefined: the option must be given. */
export const addAuditCommands = (
  program: Command,
  terminal: AuditTerminal,
  table: string | undefined,
): Command => {
  const tableName = ['--table <name>', 'the table (default: TABLE_NAME of the environment)'] as const;
  const command = (name: string, description: string): Command => {
    const made = program.command(name).description(description);
    return (
      table === undefined ? made.requiredOption(...tableName) : made.option(...tableName, table)
    ).requiredOption('--org <id>', 'id of the organisation');
  };
  command(
    'verify',
    'checks the audit’s chains, its anchors and the sealed reports, and names what does not fit',
  ).action((options: Options) => runVerify(terminal, options));
  command('erase-member', 'forgets a removed member’s name, address and mails; the audit’s chains stay whole')
    .requiredOption('--member <id>', 'id of the member')
    .action((options: Options) => runErase(terminal, options));
  return program;
};
