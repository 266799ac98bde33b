// The commands for an organisation that is there: options in, lines out.
import type { Command } from 'commander';
import type { Terminal } from './operator-program.ts';

interface OrgOptions {
  readonly table: string;
  readonly org: string;
}

const orgOption = ['--org <id>', 'id of the organisation'] as const;

/** Adds suspend, resume, export, delete and re-drive to a program; `command` begins each of its commands. */
export const addCare = (
  command: (name: string, description: string) => Command,
  { care, print }: Pick<Terminal, 'care' | 'print'>,
): void => {
  command('suspend-organisation', 'nobody signs in and no schedule runs any more; all data stays')
    .requiredOption(...orgOption)
    .requiredOption('--reason <text>', 'one line that its people are told when they sign in')
    .action(async ({ table, org, reason }: OrgOptions & { readonly reason: string }) => {
      const end = await care(table).suspend({ org, reason });
      print(end === 'changed' ? `suspended ${org}: ${reason}` : `${org} is suspended already`);
    });
  command('resume-organisation', 'undoes suspend-organisation')
    .requiredOption(...orgOption)
    .action(async ({ table, org }: OrgOptions) => {
      const end = await care(table).resume({ org });
      print(end === 'changed' ? `resumed ${org}` : `${org} is not suspended`);
    });
  command('export-organisation', 'writes everything of an organisation, in the import format')
    .requiredOption(...orgOption)
    .requiredOption('--to <folder>', 'folder for the files; those of the same names are replaced')
    .action(async ({ table, org, to }: OrgOptions & { readonly to: string }) => {
      const files = await care(table).exportTo({ org }, to);
      print(`wrote ${files.length} files of ${org} to ${to}: ${files.join(', ')}`);
    });
  command('delete-organisation', 'deletes everything of a suspended organisation, for good; may be run again')
    .requiredOption(...orgOption)
    .requiredOption('--again <id>', 'the same id once more')
    .action(async ({ table, org, again }: OrgOptions & { readonly again: string }) => {
      const deleted = await care(table).deleteAll({ org, again }, (n) => print(`${n} items deleted`));
      print(`deleted ${org}: ${deleted} items; backups keep it for as long as they are kept`);
    });
  command(
    'redrive',
    'does again what waits in the failure queues: applies, evaluates anew, sends what is queued',
  )
    .option('--org <id>', 'only this organisation; without it every one that is served')
    .action(async ({ table, org }: { readonly table: string; readonly org?: string }) => {
      const done = await care(table).redrive({ org });
      print(`done again for ${done.length} organisations: ${done.join(', ')}`);
      print('now empty the queue that alarmed: aws sqs purge-queue --queue-url <queue>');
    });
};
