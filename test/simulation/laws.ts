// What must hold once everything has come to rest, whatever happened on the way. Each law gives sentences about what
// breaks it; none is the good case.
import { canonicalJson } from '../../shared/domain/canonical.ts';
import type { OrgId } from '../../shared/domain/slug.ts';
import { proveEvaluated } from '../../shared/flows/nightly.ts';
import { writeReports } from '../../shared/flows/write-reports.ts';
import { readHead } from '../../shared/table/evaluation.ts';
import { unpacked } from '../../shared/table/item.ts';
import { allMails } from '../../shared/table/outbox.ts';
import { audit, changeSets, seals } from './audit-laws.ts';
import { keptKeys } from './people.ts';
import { tableOf, type World } from './world.ts';

/** Each accepted submission is there once; none that was accepted is lost, none is there that nobody handed in. */
const submissions = async ({ table, wished }: World, org: OrgId): Promise<string[]> => {
  const broken: string[] = [];
  const handed = wished.flatMap((one) =>
    one.org === org && one.intent.do === 'submit' ? [{ ...one, ...one.intent }] : [],
  );
  const places = new Map(handed.map((one) => [`${one.department} ${one.quarter}`, one]));
  const kept: string[] = [];
  for (const { department, quarter } of places.values())
    kept.push(...(await keptKeys(table, org, department, quarter)));
  for (const { key, outcome } of handed) {
    const times = kept.filter((one) => one === key).length;
    const isRight = outcome === 'done' ? times === 1 : outcome === 'refused' ? times === 0 : times <= 1;
    if (!isRight) broken.push(`${org}: the submission ${key} (${outcome}) is there ${times} times`);
  }
  const known = new Set(handed.map(({ key }) => key));
  for (const key of kept) if (!known.has(key)) broken.push(`${org}: nobody handed in ${key}`);
  return broken;
};

/** What is stored of the evaluation, reports included, is what a full one gives. */
export const evaluationLaw = async ({ memory, table, now }: World, org: OrgId): Promise<string[]> => {
  const deps = { table, machineNow: () => Date.parse(now), log: () => undefined };
  const proof = await proveEvaluated(deps, org, now);
  const head = await readHead(table, org, true);
  if (proof === undefined || head === undefined) return [];
  const broken = [
    ...proof.staleSheets.map((name) => `${org}: the sheet ${name} is stale`),
    ...proof.wrongFindings.map((name) => `${org}: the finding ${name} is wrong`),
  ];
  if (head.pending.length > 0) broken.push(`${org}: findings are pending`);
  if (head.reportBehind) broken.push(`${org}: the reports are behind`);
  const again = tableOf(memory.copy());
  await writeReports({ ...deps, table: again }, org);
  const fresh = (await readHead(again, org, true))?.reports ?? {};
  for (const name of new Set([...Object.keys(head.reports), ...Object.keys(fresh)]))
    if (head.reports[name] !== fresh[name]) broken.push(`${org}: the report ${name} is not up to date`);
  return broken;
};

const ends: ReadonlySet<string> = new Set([
  'sent',
  'delivered',
  'rejected',
  'bounced',
  'complained',
  'unknown',
  'withheld',
]);

/** Each mail went out at most once, and its end is known by name. */
const mails = async ({ table, mails: service }: World, org: OrgId): Promise<string[]> => {
  const broken: string[] = [];
  for (const { mail, state } of await allMails(table, org)) {
    const out = service.out.get(`${org} ${mail.id}`) ?? 0;
    if (out > 1) broken.push(`${org}: the mail ${mail.id} went out ${out} times`);
    if (!ends.has(state)) broken.push(`${org}: the mail ${mail.id} ended as ${state}`);
    if (out === 0 && ['sent', 'delivered', 'bounced'].includes(state))
      broken.push(`${org}: the mail ${mail.id} is ${state} but never went out`);
    if (out === 1 && ['unknown', 'rejected', 'withheld'].includes(state))
      broken.push(`${org}: the mail ${mail.id} went out and is ${state}`);
  }
  return broken;
};

/** Every key is an organisation's, and nothing that stands there names the other one. */
const tenants = ({ memory, orgs: [short, long] }: World): string[] => {
  const named = {
    [short]: (text: string) => text.includes(long),
    [long]: (text: string) => text.replaceAll(long, '').includes(short),
  };
  return memory.items().flatMap((item) => {
    const [org = ''] = String(item['pk']).split('|');
    if (org === 'due') return [];
    const namesOther = named[org];
    if (namesOther === undefined) return [`a key of nobody: ${String(item['pk'])}`];
    const whole = canonicalJson({ ...item, zip: '' }) + ('zip' in item ? unpacked(item) : '');
    return namesOther(whole)
      ? [`${String(item['pk'])} ${String(item['sk'])} names another organisation`]
      : [];
  });
};

/** Everything that is broken in a world at rest. */
export const brokenLaws = async (world: World): Promise<string[]> => {
  const broken = [...tenants(world), ...world.alarms];
  for (const org of world.orgs)
    for (const law of [submissions, evaluationLaw, mails, audit, changeSets, seals])
      broken.push(...(await law(world, org)));
  return broken;
};
