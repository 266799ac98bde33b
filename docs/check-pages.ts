// The pages about checks are written by the checks themselves: meta, prose and worked examples, the examples' verdicts
// and evidence included, as they come out when the example is run.
import { catalogue } from '../shared/checks/catalogue.ts';
import { type Check, type Example, type ExampleStrategy, groups } from '../shared/checks/check.ts';
import { judge } from '../shared/checks/evaluate.ts';
import { fill } from '../shared/checks/message.ts';
import type { Evidence } from '../shared/domain/finding.ts';
import { levels } from '../shared/domain/finding-levels.ts';
import { perspectives } from '../shared/domain/kpi.ts';
import type { Context } from '../shared/domain/liveness.ts';
import { defaultPolicy, type Policy } from '../shared/domain/policy.ts';
import type { MapNode, NodeKind } from '../shared/domain/strategy-links.ts';
import { StrategyMap } from '../shared/domain/strategy-map.ts';
import { contextOf, world } from '../test/checks/world.ts';
import type { Page } from './generate.ts';

/** What a check's file holds beside the check. */
interface Told {
  readonly examples: readonly Example[];
  readonly prose: string;
}

const cell = (value: string | number | null): string =>
  value === null ? '—' : String(value).replaceAll('|', '\\|');
const table = (columns: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string =>
  [columns, columns.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const facts = (strategy: ExampleStrategy): string =>
  Object.entries(strategy)
    .map(([kind, entities]) =>
      [`${kind}:`, ...entities.map((entity) => `  ${JSON.stringify(entity)}`)].join('\n'),
    )
    .join('\n');

const resultOf = (check: Check, { strategy, subject, quarter, title }: Example) => {
  const context: Context = contextOf({ quarter });
  const node = new StrategyMap(world(strategy)).node(check.meta.anchor, subject[0] ?? '') as
    | MapNode<NodeKind>
    | undefined;
  const found =
    node &&
    judge(check, node, context).find((result) => result.subject.ids.join() === subject.join())?.result;
  if (found === undefined)
    throw new Error(`${check.meta.id}: the example "${title}" has no subject ${subject.join()}`);
  return found;
};

const evidenceTable = ({ columns, rows }: Evidence): string[] =>
  rows.length === 0 ? [] : [table(columns, rows), ''];

const exampleText = (check: Check, example: Example): string => {
  const result = resultOf(check, example);
  const subject = example.subject.map((id) => `\`${id}\``).join(' and ');
  const shown = ['```yaml', facts(example.strategy), '```', ''];
  if (result.verdict !== 'fail')
    return [
      `### ${example.title}`,
      '',
      ...shown,
      `In ${example.quarter}, ${subject}: **${result.verdict}**.`,
    ].join('\n');
  return [
    `### ${example.title}`,
    '',
    ...shown,
    `In ${example.quarter}, ${subject}: **fail** (${result.level}).`,
    '',
    `> ${fill(check.meta.messages[result.message] ?? '', result.data)}`,
    '',
    ...evidenceTable(result.evidence),
  ]
    .join('\n')
    .trimEnd();
};

const nodeName = (kind: NodeKind): string => (kind === 'kpi' ? 'KPI' : kind);
const subjectName = ({ meta: { pair, anchor } }: Check): string => {
  if (pair === undefined) return nodeName(anchor);
  return pair.kind === 'kpi-pair' ? 'KPI × counterpart' : 'KPI × outcome';
};

const levelText = ({ meta: { level } }: Check): string => {
  if (typeof level === 'string') return level;
  const named = perspectives.flatMap((perspective) =>
    level[perspective] ? [`${perspective}: ${level[perspective]}`] : [],
  );
  return named.join(', ');
};

const thresholds = ({ meta }: Check): string[] =>
  meta.thresholds === undefined
    ? []
    : [
        '## Thresholds',
        '',
        table(
          ['policy', 'default'],
          meta.thresholds.map((name: keyof Policy) => [`\`${name}\``, JSON.stringify(defaultPolicy[name])]),
        ),
        '',
      ];

const pageOf = (check: Check, { prose, examples }: Told): Page => {
  const { meta } = check;
  return {
    path: `docs/checks/${meta.id}.md`,
    text: `${[
      `# ${meta.title}`,
      '',
      `\`${meta.id}\` · asks each ${subjectName(check)} · at worst: ${levelText(check)}${meta.onByDefault === false ? ' · off by default' : ''}`,
      '',
      `**${meta.question}**`,
      '',
      meta.why,
      '',
      prose,
      '',
      '## What it says',
      '',
      table(
        ['message', 'text'],
        Object.entries(meta.messages).map(([id, text]) => [`\`${id}\``, text]),
      ),
      '',
      `Levels: ${meta.levels.join(', ')}. **What clears it:** ${meta.remedy}`,
      '',
      ...thresholds(check),
      '## Examples',
      '',
      examples.map((example) => exampleText(check, example)).join('\n\n'),
      '',
      '## What it reads',
      '',
      meta.reads.length === 0
        ? `The ${nodeName(meta.anchor)} alone.`
        : `The ${nodeName(meta.anchor)}, and along its links: ${meta.reads.map((path) => `\`${path}\``).join(', ')}.`,
    ].join('\n')}\n`,
  };
};

const overview = (): Page => ({
  path: 'docs/checks/README.md',
  text: `${[
    '# Checks',
    '',
    'Each check asks one question of each of its subjects and gives one of five verdicts: it passes, fails, cannot tell',
    '(and says what is missing), is not applicable (and says why), or crashed. Only a failure makes a finding.',
    '',
    '- **error**: a customer is, or will be, harmed or unheard',
    '- **warning**: a blind spot',
    '- **note**: worth a look',
    '',
    ...Object.entries(groups).flatMap(([group, question]) => [
      `## ${group.charAt(0).toUpperCase()}${group.slice(1)}: ${question.charAt(0).toLowerCase()}${question.slice(1)}`,
      '',
      table(
        ['check', 'asks', 'levels', ''],
        catalogue
          .filter((check) => check.meta.group === group)
          .map((check) => [
            `[${check.meta.id}](${check.meta.id}.md)`,
            check.meta.question,
            levels.filter((level) => check.meta.levels.includes(level)).join(', '),
            check.meta.onByDefault === false ? 'off by default' : '',
          ]),
      ),
      '',
    ]),
  ]
    .join('\n')
    .trimEnd()}\n`,
});

/** Every page of docs/checks. */
export const checkPages = async (): Promise<Page[]> => [
  overview(),
  ...(await Promise.all(
    catalogue.map(async (check) =>
      pageOf(check, (await import(`../shared/checks/${check.meta.id}.ts`)) as Told),
    ),
  )),
];
