// Entry point of `npm run -s counterpart -- ...`. Data go to standard output, messages to standard error; the exit
// code is 0 when all is fine, 1 with an error-level finding, 2 for input that can't be used.
import { Command, InvalidArgumentError, Option } from 'commander';
import { type Quarter, quarterSchema } from '../shared/domain/quarter.ts';
import { type FileLocale, fileLocales } from '../shared/exchange/form.ts';
import { UnusableFile } from '../shared/exchange/unusable-file.ts';
import { checkAll, judgeable } from './check.ts';
import { openDataset, openTables } from './dataset-files.ts';
import { diverge, divergeColumns } from './diverge.ts';
import { explainOne, explanationText } from './explain.ts';
import { importFiles } from './import.ts';
import { importText } from './import-text.ts';
import { readCsv, UnusableInput } from './input.ts';
import { classifySheet, kpiColumns, suggestSheet } from './kpis.ts';
import { sarifOf } from './sarif.ts';
import { tableOf } from './table.ts';

const quarterOption = (text: string): Quarter => {
  const parsed = quarterSchema.safeParse(text);
  if (!parsed.success) throw new InvalidArgumentError('expected a quarter such as 2026-Q3.');
  return parsed.data;
};
const dayOption = (text: string): string => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new InvalidArgumentError('expected a day such as 2026-10-20.');
  return `${text}T12:00:00Z`;
};
const countOption = (text: string): number => {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 2 || count > 400)
    throw new InvalidArgumentError('expected a whole number from 2 to 400.');
  return count;
};

const print = (text: string): void => {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
};

interface CheckOptions {
  readonly quarter?: Quarter;
  readonly today?: string;
  readonly format: 'table' | 'json' | 'sarif';
  readonly locale: FileLocale;
  readonly explain?: string;
}

const exits = `
Data go to standard output, messages to standard error. Exit code 0: fine; 1: at least one error-level finding;
2: input that can't be used, told with file, row, column, what was found and what was expected.`;
const checkHelp = `
The tables and columns: docs/import-format.md. Cells typed as numbers or dates in a workbook need no --locale.
${exits}

Examples:
  $ counterpart check examples/nhs
  $ counterpart check plan.xlsx --quarter 2026-Q2 --format sarif > findings.sarif
  $ counterpart check plan.xlsx --explain 3fa2b1c0`;
const kpisHelp = (answer: string): string => `
The CSV has a header with id, name and any of definition, unit, direction; other columns are passed over.
The answer has ${answer}, in the order of the rows.
${exits}`;
const divergeHelp = `
The CSV has a header; periods sort as text, an empty cell is no reading, directions are higher or lower. The answer
is CSV: pair, verdict (diverging, early-sign, not-diverging, cannot-tell), readings, and both changes in percent.
${exits}`;

const importHelp = `
Prints what is created and changed, field by field, and how much is left alone. Nothing is written before all rows are
valid; then all of it is, and the command waits for it. What somebody else changes meanwhile stays as it is: the
command names it and ends with 1. An import again of the same files changes nothing.
${exits}`;

const program = new Command('counterpart')
  .description('Judges KPIs by whether the customer feels them.')
  .addHelpText('after', exits)
  .exitOverride();

program
  .command('check')
  .description('Judges an organisation in the import format; needs no server.')
  .argument('<path>', 'a folder of CSV files, a workbook (.xlsx) or a JSON file of the same tables')
  .option('--quarter <quarter>', 'an ended quarter (default: the reporting quarter)', quarterOption)
  .option('--today <day>', 'the day to judge on (default: the example’s asOf, else today)', dayOption)
  .addOption(
    new Option('--format <format>', 'what to print').choices(['table', 'json', 'sarif']).default('table'),
  )
  .addOption(
    new Option('--locale <locale>', 'how numbers and dates are written')
      .choices([...fileLocales])
      .default('en'),
  )
  .option('--explain <fingerprint>', 'one answer taken apart: what was read, thresholds, what would clear it')
  .addHelpText('after', checkHelp)
  .action(async (path: string, { quarter, today, format, locale, explain }: CheckOptions) => {
    const { dataset, places } = await openDataset(path, locale);
    const ready = judgeable(dataset, today ?? dataset.asOf ?? new Date().toISOString(), quarter);
    if (explain !== undefined) {
      const explained = explainOne(ready, places, explain);
      print(format === 'table' ? explanationText(explained) : JSON.stringify(explained, null, 2));
      process.exitCode = explained.level === 'error' ? 1 : 0;
      return;
    }
    const report = checkAll(ready);
    const formats = {
      table: () => tableOf(report),
      json: () => JSON.stringify(report, null, 2),
      sarif: () => JSON.stringify(sarifOf(report, path, places), null, 2),
    };
    print(formats[format]());
    process.exitCode = report.summary.error > 0 ? 1 : 0;
  });

interface ImportCommand {
  readonly url: string;
  readonly token?: string;
  readonly dryRun?: boolean;
  readonly locale: FileLocale;
  readonly format: 'table' | 'json';
}

program
  .command('import')
  .description('Brings files in the import format into a running service.')
  .argument('<path>', 'a folder of CSV files, a workbook (.xlsx) or a JSON file of the same tables')
  .requiredOption('--url <address>', 'address of the service, such as https://counterpart.example')
  .option('--token <token>', 'access token of the member who imports (default: COUNTERPART_TOKEN)')
  .option('--dry-run', 'says what would change, and changes nothing')
  .addOption(
    new Option('--locale <locale>', 'how numbers and dates are written')
      .choices([...fileLocales])
      .default('en'),
  )
  .addOption(new Option('--format <format>', 'what to print').choices(['table', 'json']).default('table'))
  .addHelpText('after', importHelp)
  .action(async (path: string, { url, token, dryRun = false, locale, format }: ImportCommand) => {
    const options = { url, token: token ?? process.env['COUNTERPART_TOKEN'], locale, dryRun };
    const imported = await importFiles(await openTables(path, locale), path, options, {
      fetch,
      wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
      progress: (done, total) => {
        if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${total}${done === total ? '\n' : ''}`);
      },
    });
    print(format === 'json' ? JSON.stringify(imported, null, 2) : importText(imported, dryRun));
    for (const { kind, id, why } of imported.passedOver)
      console.error(`${kind} ${id} was left as it is: ${why}`);
    process.exitCode = imported.state === 'stopped' ? 1 : 0;
  });

program
  .command('classify')
  .description('Reads the perspective of KPIs from their wording. CSV in, CSV out.')
  .argument('[file]', 'CSV with id, name and any of definition, unit, direction; standard input without it')
  .addHelpText(
    'after',
    kpisHelp('a line a KPI: id, perspective or cannot-tell, confidence (0 to 1), reasons'),
  )
  .action((file: string | undefined) => {
    print(classifySheet(readCsv(file, kpiColumns)));
  });

program
  .command('suggest')
  .description('Proposes customer-facing counterparts for KPIs. CSV in, a JSON object a line out.')
  .argument('[file]', 'CSV with id, name and any of definition, unit, direction; standard input without it')
  .addHelpText(
    'after',
    kpisHelp('a JSON object a line: id and at most five suggestions of name, definition, score and why'),
  )
  .action((file: string | undefined) => {
    print(suggestSheet(readCsv(file, kpiColumns)));
  });

program
  .command('diverge')
  .description('Which pairs of series part: inside better, customer worse? CSV in, CSV out.')
  .argument('[file]', `CSV with ${divergeColumns.join(', ')}; standard input without it`)
  .option('--quarters <n>', 'how many of the last periods are looked at', countOption, 8)
  .addHelpText('after', divergeHelp)
  .action((file: string | undefined, { quarters }: { quarters: number }) => {
    print(diverge(readCsv(file, divergeColumns), quarters));
  });

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof UnusableInput || error instanceof UnusableFile) console.error(error.message);
  else if (!(error instanceof Error && 'exitCode' in error)) throw error;
  process.exitCode = error instanceof Error && 'exitCode' in error && error.exitCode === 0 ? 0 : 2;
}
