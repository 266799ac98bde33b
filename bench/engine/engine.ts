// What the engine costs, beside what others would: `node bench/engine/engine.ts` prints the table and ends with 1 where
// a goal is missed; `--write` puts it into docs/performance.md. Equal findings are required before any time is taken.
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { changeRows, fullRows, keeps, processRows, type Row } from './rows.ts';

const figure = ({ found, unit }: Row): string => {
  const text = found < 10 ? found.toFixed(2) : found.toFixed(0);
  return unit === 'faster' ? `${text} x faster` : `${text} ${unit}`;
};
const goal = ({ goal: limit, unit }: Row): string => {
  if (limit === undefined) return '';
  return unit === 'faster' ? `>= ${limit} x` : `<= ${limit} ${unit}`;
};

const documentOf = (rows: readonly Row[]): string => `# Performance

What an evaluation costs in memory, and how that grows. \`npm run bench:engine\` measures it again; \`-- --write\` puts the
figures here. Times are medians of rounds in which the candidates take turns in one process; ratios travel between
machines, milliseconds do not. Before anything is timed, the engine, a pass written by hand and SQLite must find the
same failures of the same levels.

Measured on ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.version}.

| What | Found | Goal | Kept | How |
|---|---|---|---|---|
${rows
  .map(
    (row) =>
      `| ${row.what} | ${figure(row)} | ${goal(row)} | ${row.goal === undefined ? '' : keeps(row) ? 'yes' : '**no**'} | ${row.how} |`,
  )
  .join('\n')}

“unmarshall” is the AWS SDK’s own conversion of the same entities from DynamoDB’s attribute values: what reading them one
item each would cost before anything is judged. The six checks are missing-counterpart, unlinked-kpi, orphan-objective,
unserved-outcome, unheard-outcome and watermelon. What the service consumes of DynamoDB stands in
[capacity.md](capacity.md).
`;

const progress = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`${text}\n`);
};

const rows: Row[] = [];
for (const [kpis, rounds] of [
  [1000, 15],
  [10_000, 7],
  [100_000, 3],
] as const) {
  progress(`full evaluation of ${kpis} KPIs`);
  rows.push(...fullRows(kpis, rounds));
}
progress('one change');
rows.push(...changeRows([1000, 10_000, 100_000]));
progress('fresh processes');
rows.push(...processRows(1000, 100_000));
console.table(
  Object.fromEntries(
    rows.map((row) => [row.what, { found: figure(row), goal: goal(row), kept: keeps(row), how: row.how }]),
  ),
);
if (process.argv.includes('--write'))
  await writeFile(join(import.meta.dirname, '..', '..', 'docs', 'performance.md'), documentOf(rows));
process.exitCode = rows.every(keeps) ? 0 : 1;
