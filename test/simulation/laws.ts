// What must hold once everything has come to rest, whatever happened on the way. Each law gives sentences about what
// breaks it; none is the good case.
import { canonicalJson, sha256Hex } from '../../shared/domain/canonical.ts';
import type { OrgId } from '../../shared/domain/slug.ts';
import { proveEvaluated } from '../../shared/flows/nightly.ts';
import { verify } from '../../shared/flows/verify.ts';
import { boardReportSchema } from '../../shared/report/board-report.ts';
import { readHead } from '../../shared/table/evaluation.ts';
import { keys } from '../../shared/table/keys.ts';
import { allMails } from '../../shared/table/outbox.ts';
import { readReport } from '../../shared/table/reports.ts';
import { keptKeys } from './people.ts';
import type { World } from './world.ts';

const settled: ReadonlySet<string> = new Set([
  'sent',
  'delivered',
  'rejected',
  'bounced',
  'complained',
  'unknown',
  'withheld',
]);

/** Each accepted submission is there once; none that was accepted is lost, none is there that nobody handed in. */
const submissions = async ({ table, wished }: World, org: OrgId): Promise<string[]> => {
  const broken: string[] = [];
  const handed = wished.filter((one) => one.org === org && one.intent.do === 'submit');
  const places = new Map(
    handed.flatMap(({ intent }) =>
      intent.do === 'submit' ? [[`${intent.department} ${intent.quarter}`, intent] as const] : [],
    ),
  );
  const kept: string[] = [];
  for (const { department, quarter } of places.values())
    kept.push(...(await keptKeys(table, org, department, quarter)));
  for (const { key, outcome } of handed) {
    const times = kept.filter((one) => one === key).length;
    if (outcome.said === 'done' && times !== 1)
      broken.push(`${org}: the accepted submission ${key} is there ${times} times`);
    if (outcome.said === 'nothing' && times > 1)
      broken.push(`${org}: the submission ${key} is there ${times} times`);
    if (outcome.said === 'refused' && times > 0)
      broken.push(`${org}: the refused submission ${key} is there`);
  }
  const known = new Set(handed.map(({ key }) => key));
  for (const key of kept) if (!known.has(key)) broken.push(`${org}: nobody handed in ${key}`);
  return broken;
};

/** What is stored of the evaluation is what a full one gives, and the report is the one that HEAD names. */
export const evaluationLaw = async ({ table, now }: World, org: OrgId): Promise<string[]> => {
  const deps = { table, machineNow: () => Date.parse(now), log: () => undefined };
  const proof = await proveEvaluated(deps, org, now);
  if (proof === undefined) return [];
  const broken = [
    ...proof.staleSheets.map((name) => `${org}: the sheet ${name} is stale`),
    ...proof.wrongFindings.map((name) => `${org}: the finding ${name} is wrong`),
  ];
  const head = await readHead(table, org, true);
  const quarter = head?.calendar.reportingQuarter;
  if (head === undefined || quarter === undefined) return broken;
  const report = await readReport(table, keys.boardReport(org, quarter), boardReportSchema, true);
  const hash = sha256Hex(canonicalJson({ ...report, asOf: '' })).slice(0, 16);
  if (head.reports[`${quarter}|`] !== hash)
    broken.push(`${org}: the board report is not the one that was judged`);
  if (head.pending.length > 0) broken.push(`${org}: findings are pending`);
  return broken;
};

/** Each mail went out at most once, and its end is known by name. */
const mails = async ({ table, mails: service }: World, org: OrgId): Promise<string[]> => {
  const broken: string[] = [];
  for (const { mail, state } of await allMails(table, org)) {
    const out = service.out.get(`${org} ${mail.id}`) ?? 0;
    if (out > 1) broken.push(`${org}: the mail ${mail.id} went out ${out} times`);
    if (!settled.has(state)) broken.push(`${org}: the mail ${mail.id} ended as ${state}`);
    if (out === 0 && ['sent', 'delivered', 'bounced'].includes(state))
      broken.push(`${org}: the mail ${mail.id} is ${state} but never went out`);
    if (out === 1 && ['unknown', 'rejected', 'withheld'].includes(state))
      broken.push(`${org}: the mail ${mail.id} went out and is ${state}`);
  }
  return broken;
};

/** The audit's chains fit what is stored, one entry a change. */
const audit = async ({ table }: World, org: OrgId): Promise<string[]> =>
  (await verify(table, org)).broken.map((fault) => `${org}: ${canonicalJson(fault)}`);

/** No key names two organisations, and nothing of one stands under another. */
const tenants = ({ memory, orgs }: World): string[] =>
  memory
    .items()
    .map(({ pk }) => String(pk))
    .filter((pk) => pk !== 'due' && !orgs.some((org) => pk.startsWith(`${org}|`)))
    .map((pk) => `a key of nobody: ${pk}`);

/** Everything that is broken in a world at rest. */
export const brokenLaws = async (world: World): Promise<string[]> => {
  const broken = [...tenants(world), ...world.alarms];
  for (const org of world.orgs)
    for (const law of [submissions, evaluationLaw, mails, audit]) broken.push(...(await law(world, org)));
  return broken;
};
