// The table's whole content, told in the reference's words, so that the two can be compared. An item that fits
// nowhere is a fault.
import { brokenLink } from '../../shared/domain/audit.ts';
import { canonicalJson } from '../../shared/domain/canonical.ts';
import { findingSchema } from '../../shared/domain/finding.ts';
import type { OrgId } from '../../shared/domain/slug.ts';
import { submissionSchema } from '../../shared/domain/submission.ts';
import { auditChain } from '../../shared/table/audit-log.ts';
import { type StoredOf, storedSchemas, unstamped } from '../../shared/table/definitions.ts';
import { contentOf, type Item, unpacked } from '../../shared/table/item.ts';
import type { DefinitionKind } from '../../shared/table/keys.ts';
import type { Table } from '../../shared/table/table.ts';
import type { Reference } from './reference.ts';

const told: Readonly<Record<string, (item: Item) => unknown>> = {
  def: (item) => {
    const kind = item.sk.split('|')[0] as DefinitionKind;
    const stored = contentOf<StoredOf<DefinitionKind>>(storedSchemas[kind] as never, item);
    if (stored.version !== item['version']) throw new Error(`two versions in ${item.sk}`);
    return ['def', item.sk, stored.version, unstamped(stored)];
  },
  submission: (item) => ['submission', item.pk.split('|')[2], item.sk, contentOf(submissionSchema, item)],
  gate: (item) => ['gate', item.sk],
  head: () => ['head'],
  login: (item) => ['login', item.sk, item['member']],
  finding: (item) => {
    const finding = contentOf(findingSchema, item);
    const listed = item['gsi1pk'] !== undefined && item['line'] !== undefined;
    return ['finding', item.sk, item['version'], finding, listed];
  },
  audit: (item) => {
    const { action, entity, version, by } = JSON.parse(unpacked(item));
    return ['audit', action, `${entity.kind} ${entity.id}`, version, by];
  },
  idempotency: (item) => ['idempotency', item.sk, JSON.parse(String(item['body'])).hash],
};
/** Where a KPI can be found by its department; the reference knows it from the definition. */
const derived = new Set(['former']);

const sorted = (lines: readonly unknown[]): string[] => lines.map((line) => canonicalJson(line)).sort();

/** What an organisation's items say. */
export const storedState = (items: readonly Item[], org: OrgId): string[] =>
  sorted(
    items
      .filter(({ pk }) => pk.startsWith(`${org}|`))
      .flatMap((item) => {
        const area = item.pk.split('|')[1] ?? '';
        const tell = told[area];
        if (tell === undefined && !derived.has(area))
          throw new Error(`found an item of no kind: ${item.pk} ${item.sk}`);
        return tell === undefined ? [] : [tell(item)];
      }),
  );

/** What they must say. */
export const referenceState = (reference: Reference): string[] =>
  sorted([
    ...[...reference.definitions].map(([name, { version, entity }]) => ['def', name, version, entity]),
    ...[...reference.submissions].flatMap(([name, list]) =>
      list.map((one) => [
        'submission',
        name.split('|')[0],
        `${one.quarter}|${String(one.version).padStart(6, '0')}`,
        one,
      ]),
    ),
    ...[...reference.sealed].map((quarter) => ['gate', quarter]),
    ...(reference.begun ? [['head']] : []),
    ...[...reference.logins].map(([subject, member]) => ['login', subject, member]),
    ...[...reference.findings].map(([fingerprint, { version, finding }]) => [
      'finding',
      fingerprint,
      version,
      finding,
      finding.life.state !== 'resolved',
    ]),
    ...reference.changes.map(({ action, entity, version, by }) => ['audit', action, entity, version, by]),
    ...reference.carried.map(({ by, key, hash }) => ['idempotency', `${by}|${key}`, hash]),
  ]);

/** The entities whose audit chain breaks, or does not end where the entity says. */
export const brokenChains = async (
  table: Table,
  items: readonly Item[],
  org: OrgId,
  changes: Reference['changes'],
) => {
  const broken: string[] = [];
  for (const entity of new Set(changes.map((change) => change.entity))) {
    const [kind = '', id = ''] = entity.split(' ');
    const chain = await auditChain(table, org, kind, id);
    const last = chain.at(-1)?.hash;
    const carrier = items.filter(({ pk, auditHash }) => pk.startsWith(`${org}|`) && auditHash === last);
    if (brokenLink(chain) !== undefined || carrier.length !== 1) broken.push(entity);
  }
  return broken;
};
