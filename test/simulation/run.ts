// `npm run simulate -- [--seeds 1000] [--from 1]`: lives that many histories and says which of them broke a law. A seed that
// is printed lives the same history whenever it is given to --from again.
import { Command, InvalidArgumentError } from 'commander';
import { simulate } from './simulate.ts';

const count = (text: string): number => {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new InvalidArgumentError(`found ${JSON.stringify(text)}, expected a whole number from 1`);
};
const { seeds, from } = new Command('npm run simulate --')
  .description(
    'Lives histories of writes, stream, schedule and mail under faults, and holds them to the laws.',
  )
  .option('--seeds <number>', 'how many', count, 1000)
  .option('--from <seed>', 'the first one', count, 1)
  .parse()
  .opts<{ seeds: number; from: number }>();

const failing: number[] = [];
const sum = { writes: 0, mails: 0 };
const started = performance.now();
for (let seed = from; seed < from + seeds; seed++) {
  const { broken, writes, mails } = await simulate(seed).catch((error: unknown) => ({
    broken: [`it threw ${String(error)}`],
    writes: 0,
    mails: 0,
  }));
  sum.writes += writes;
  sum.mails += mails;
  if (broken.length > 0) {
    failing.push(seed);
    console.error(`seed ${seed}:\n${broken.map((line) => `  ${line}`).join('\n')}`);
  }
  if (process.stderr.isTTY && seed % 50 === 0) process.stderr.write(`\r${seed - from + 1} of ${seeds} `);
}
const seconds = (performance.now() - started) / 1000;
console.log(
  `${seeds} histories, ${sum.writes} writes, ${sum.mails} mails in ${seconds.toFixed(0)} s: ${failing.length} broke a law${failing.length > 0 ? ` (seeds ${failing.join(', ')})` : ''}`,
);
process.exitCode = failing.length > 0 ? 1 : 0;
