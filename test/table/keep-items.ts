/**
 * Keeps a sample of what this build stores, of every kind of item, for all later builds to read: `node
 * test/table/keep-items.ts <release>` runs the example `demo`, lets its people do whatever leaves an item of its own,
 * and writes the richest items of each kind to kept-items/<release>.json. Run it once, at a release.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { demo } from '../../examples/demo/organisation.ts';
import { callsOn } from '../../local/seed-client.ts';
import { type Stack, startStack } from '../../local/stack.ts';
import { type Item, unpacked } from '../../shared/table/item.ts';

const [release = ''] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+$/.test(release)) throw new Error('say which release, such as 0.2.0');
const folder = mkdtempSync(join(tmpdir(), 'keep-'));
const stack = await startStack({
  example: demo,
  port: 0,
  dataFolder: join(folder, 'demo'),
  reset: false,
  page: folder,
  step: (_, work) => work(() => undefined),
  onTrouble: (line) => console.error(line),
});
try {
  await live(stack);
  const kept = sample(await everything(stack));
  const file = join(import.meta.dirname, 'kept-items', `${release}.json`);
  writeFileSync(file, `[\n${kept.map((item) => JSON.stringify(item)).join(',\n')}\n]\n`);
  console.log(`${kept.length} items, ${new Set(kept.map(kindOf)).size} kinds: ${file}`);
} finally {
  await stack.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** What people do with findings, actions, reports, KPIs and drafts, and what nights and Mondays bring. */
async function live({ advance, backend }: Stack): Promise<void> {
  const call = callsOn({
    baseUrl: stack.origin,
    tokenFor: (member) => stack.tokenFor(member, demo.organisation.id),
    operator: undefined as never,
  });
  const of = (role: string) =>
    [demo.analyst, ...demo.members].find(({ fields }) => (fields as { roles: string[] }).roles.includes(role))
      ?.id ?? '';
  const [executive, analyst] = [call(of('executive')), call(of('analyst'))];
  const findings = (await executive('listFindings', { query: { limit: 40 } })).items;
  const ofHead = (fields: object) => (fields as { heads?: string[] }).heads ?? [];
  const leader = demo.members.find(
    ({ fields }) =>
      findings.filter(({ department }) => department !== undefined && ofHead(fields).includes(department))
        .length > 2,
  );
  const own = ofHead(leader?.fields ?? {});
  const head = call(leader?.id ?? '');
  const [first, second, third, fourth] = findings
    .filter(({ department }) => department !== undefined && own.includes(department))
    .concat(findings)
    .map(({ fingerprint }) => fingerprint);
  const said = async (fingerprint = '') => {
    const { version } = await executive('getFinding', { params: { fingerprint } });
    return { params: { fingerprint }, version };
  };
  await executive('acknowledgeFinding', { ...(await said(first)), body: { note: 'We know.' } });
  await head('commentFinding', { ...(await said(first)), body: { text: 'We look into it.' } });
  const until = new Date(stack.clock.now().getTime() + 5 * 86_400_000).toISOString().slice(0, 10);
  for (const one of [second, third])
    await head('askWaiver', { ...(await said(one)), body: { reason: 'A new system comes.', until } });
  await executive('approveWaiver', { ...(await said(second)), body: {} });
  const { items: reports } = await executive('listReports', {});
  const quarter = reports[0]?.quarter ?? '2026-Q3';
  await executive('decideAction', {
    body: {
      findings: [fourth ?? ''],
      text: 'Ask customers.',
      owner: leader?.id ?? '',
      dueQuarter: '2026-Q4',
    },
  });
  await executive('putCommentary', {
    params: { quarter, about: 'report' },
    version: 0,
    body: { text: 'A hard quarter.' },
  });
  const kpi = demo.kpis.find(({ fields }) => (fields as { department: string }).department === own[0]);
  await head('putDraft', { params: { id: own[0] ?? '', quarter }, body: { readings: [] } });
  const other = demo.departments.find(({ id }) => id !== own[0]);
  await analyst('moveKpi', {
    params: { id: kpi?.id ?? '' },
    body: { department: other?.id ?? '', apply: true } as never,
  });
  await executive('getSince', { params: { quarter } });
  await backend.settle();
  for (let i = 0; i < 14; i++) await advance();
  await executive('sealReport', { params: { quarter }, version: 0, body: {} });
  await advance();
}

async function everything({ table }: Stack): Promise<Item[]> {
  const items: Item[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await table.client.send(new ScanCommand({ TableName: table.name, ExclusiveStartKey: from }));
    items.push(...((page.Items ?? []) as Item[]));
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return items;
}

/** What question a key answers: the area of the partition, and the kind that the sort key begins with. */
function kindOf({ pk, sk, type }: Item): string {
  const area = pk.split('|')[1] ?? pk;
  if (['def', 'report', 'news', 'sheet'].includes(area)) return `${area} ${sk.split(/[|/]/)[0]}`;
  return area === 'chunk'
    ? `chunk ${sk.endsWith('|items') ? 'items' : 'changes'}`
    : area === 'sealed'
      ? `sealed ${sk.split('|')[1]?.split('.')[0]}`
      : `${area} ${String(type)}`;
}

/** The paths of a JSON value, indexes of lists left out. */
function pathsIn(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => pathsIn(one, `${at}/*`));
  if (value === null || typeof value !== 'object') return [`${at} ${typeof value}`];
  return Object.entries(value).flatMap(([key, one]) => pathsIn(one, `${at}/${key}`));
}

/** Lists cut to the first three elements and those that add a path, six at most. */
function trimmed(value: unknown): unknown {
  if (Array.isArray(value)) {
    const seen = new Set<string>();
    return value
      .filter((one, i) => {
        const paths = pathsIn(one);
        const isNew = i < 3 || paths.some((path) => !seen.has(path));
        for (const path of paths) seen.add(path);
        return isNew;
      })
      .slice(0, 6)
      .map(trimmed);
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, trimmed(one)]));
}

/** Of each kind the items that together show every path, three at most. */
function sample(items: readonly Item[]): Item[] {
  return [...Map.groupBy(items, kindOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, own]) => {
      const seen = new Set<string>();
      const rich = own
        .map((item) => {
          const { zip, body, ...attributes } = item as Record<string, unknown>;
          const isText = zip !== undefined || body !== undefined;
          return {
            ...attributes,
            ...(isText ? { content: trimmed(JSON.parse(unpacked(item))) } : {}),
          } as unknown as Item;
        })
        .map((item) => ({ item, paths: pathsIn(item) }))
        .sort((a, b) => new Set(b.paths).size - new Set(a.paths).size);
      return rich
        .filter(({ paths }) => {
          const isNew = paths.some((path) => !seen.has(path));
          for (const path of paths) seen.add(path);
          return isNew;
        })
        .slice(0, 3)
        .map(({ item }) => item);
    });
}
