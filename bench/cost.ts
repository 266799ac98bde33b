// What a month costs one organisation in money: the measured units of docs/capacity.md times how often each operation
// happens, plus what runs whether anybody works or not. `node bench/cost.ts` prints it; `--write` puts it into
// docs/cost.md, which a test holds to these figures.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { functionTable } from '../infra/function-table.ts';

const docs = join(import.meta.dirname, '..', 'docs');
export const costFile = join(docs, 'cost.md');

/** List prices in US dollars, region us-east-1, as published in 2025. Free tiers are left out. */
const prices = {
  readUnit: 0.125 / 1e6,
  writeUnit: 0.625 / 1e6,
  storedGb: 0.25,
  continuousBackupGb: 0.2,
  lambdaRequest: 0.2 / 1e6,
  lambdaGbSecond: 0.0000133334,
  apiRequest: 1 / 1e6,
  schedule: 1 / 1e6,
  mail: 0.1 / 1e3,
  alarm: 0.1,
  logGb: 0.5,
} as const;

/** One kind of work in a month of a company of 50 departments, 2,500 KPIs and 30 outcomes. */
interface Work {
  /** A row of docs/capacity.md, or undefined for what has none. */
  readonly row?: string;
  readonly what: string;
  readonly times: number;
  /** Assumed run time of the function that does it, in seconds. */
  readonly seconds: number;
  readonly memory: number;
  readonly request: boolean;
}

const memoryOf = (source: string): number =>
  functionTable.find((row) => row.source === source)?.memory ?? 1024;
const api = (row: string, what: string, times: number, seconds = 0.1): Work => ({
  row,
  what,
  times,
  seconds,
  memory: 1024,
  request: true,
});

/** A third of a quarter's work. 50 heads hand in once and look ten times; 20 executives look at a report a day. */
const month: readonly Work[] = [
  api('who is asking: login and member', 'requests of signed-in people', 6000, 0),
  api('page of 50 KPIs', 'lists looked at', 3000),
  api('page of 50 findings', 'the findings register', 1500),
  api('a department’s quarter of 50 KPIs, to be filled in', 'quarters opened', 200),
  api('a draft of 50 readings', 'drafts saved', 400),
  api('submission of 50 readings', 'submissions', 17),
  api('a KPI’s definition', 'definitions changed', 300),
  api('acknowledgement of a finding', 'findings answered', 60),
  api('board report: 20,000 KPIs, 50 departments, 30 outcomes', 'board reports opened', 400),
  api('department report of 50 KPIs', 'department reports opened', 500),
  {
    row: 'what follows a submission of 50 readings: sheets, HEAD, findings, reports',
    what: 'evaluations after a change',
    times: 377,
    seconds: 1.5,
    memory: memoryOf('functions/stream/evaluate.ts'),
    request: false,
  },
  {
    row: 'all facts of 2,500 KPIs, strongly',
    what: 'nightly proofs (the facts twice)',
    times: 60,
    seconds: 3,
    memory: memoryOf('functions/schedule/tick.ts'),
    request: false,
  },
  {
    what: 'ticks, every 15 minutes',
    times: 2920,
    seconds: 0.2,
    memory: memoryOf('functions/schedule/tick.ts'),
    request: false,
  },
];
/** 70 people, one digest a week, and reminders. */
const mails = 400;
const storedGb = 0.2;
const loggedGb = 0.1;
const alarms = 6;

/** The units of each row of the capacity table: read, and write with its indexes. */
export const unitsOf = (document: string): ReadonlyMap<string, { read: number; write: number }> =>
  new Map(
    document.split('\n').flatMap((line) => {
      const cells = line.split('|').map((cell) => cell.trim());
      const [, name = '', read, write, index] = cells;
      return cells.length > 6 && Number.isFinite(Number(read)) && name !== ''
        ? [[name, { read: Number(read), write: Number(write) + Number(index) }] as const]
        : [];
    }),
  );

/** The document for the capacity table's text. Throws where that has lost a row which this one counts. */
export const costDocument = (capacity: string): string => {
  const units = unitsOf(capacity);
  const lines = month.map((work) => {
    const found = work.row === undefined ? { read: 2, write: 1 } : units.get(work.row);
    if (found === undefined) throw new Error(`docs/capacity.md has no row “${work.row}”`);
    const table = work.times * (found.read * prices.readUnit + found.write * prices.writeUnit);
    const run =
      work.seconds === 0
        ? 0
        : work.times * (prices.lambdaRequest + work.seconds * (work.memory / 1024) * prices.lambdaGbSecond);
    const door = work.request && work.seconds > 0 ? work.times * prices.apiRequest : 0;
    return { ...work, ...found, cost: table + run + door };
  });
  const fixed: readonly (readonly [string, number])[] = [
    [`${mails} mails`, mails * prices.mail],
    [
      `${storedGb * 1000} MB stored, with continuous backup`,
      storedGb * (prices.storedGb + prices.continuousBackupGb),
    ],
    [`${loggedGb * 1000} MB of logs`, loggedGb * prices.logGb],
    [`${alarms} alarms`, alarms * prices.alarm],
  ];
  const money = (value: number): string => value.toFixed(value < 0.1 ? 4 : 2);
  const work = lines.reduce((sum, { cost }) => sum + cost, 0);
  const rest = fixed.reduce((sum, [, cost]) => sum + cost, 0);
  return `# What a month costs

Made by \`node bench/cost.ts --write\` from the measured units in [capacity.md](capacity.md): one organisation of 50
departments, 2,500 KPIs and 30 customer outcomes, with 70 people. In US dollars at list prices of us-east-1 as published
in 2025, without free tiers, taxes, data transfer, or the page’s few megabytes behind CloudFront; look prices up before
you rely on them. How often things happen and how long a function runs are assumptions, written in \`bench/cost.ts\`.

| what | times | read units | write units | dollars |
|---|---:|---:|---:|---:|
${lines.map((line) => `| ${line.what} | ${line.times.toLocaleString('en')} | ${line.read} | ${line.write} | ${money(line.cost)} |`).join('\n')}
${fixed.map(([what, cost]) => `| ${what} | | | | ${money(cost)} |`).join('\n')}
| **together** | | | | **${money(work + rest)}** |

Nothing runs while nobody works but the tick and the nightly proof: of the ${money(work)} dollars that work costs, these
are ${money(lines.slice(-2).reduce((sum, { cost }) => sum + cost, 0))}.
`;
};

/** The document as it is now. */
export const currentCost = (): string => costDocument(readFileSync(join(docs, 'capacity.md'), 'utf8'));

if (import.meta.main) {
  const text = currentCost();
  if (process.argv.includes('--write')) writeFileSync(costFile, text);
  console.log(text);
}
